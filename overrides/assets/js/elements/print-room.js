/* <mk-print-room>: what people choose to print, how many sheets that is, and the sides themselves, ready for paper. */

customElements.define(
  "mk-print-room",
  class extends marks.SheetPart {
    /** @type {Part} */
    form;
    /** @type {Part} */
    leaves;
    /** @type {RoomChoices} */
    choice;
    waiting = 0;
    counting = 0;
    /** Whether the letters are there that sides are measured with. */
    hasLetters = false;
    /** Where sides are made that are only counted. It stays: when one comes or goes, a browser looks at it all. */
    aside = Object.assign(document.createElement("div"), { className: "mk-leaves", hidden: true });
    /** What was chosen when the sides were made. @type {string | null} */
    made = null;

    begin() {
      this.form = this.querySelector("form");
      this.leaves = this.querySelector("[data-leaves]");
      this.choice = marks.roomChoices(this.form);
      this.leaves.after(this.aside);
      this.form.addEventListener("input", (/** @type {PartEvent} */ { target }) => {
        if (!target.name) return;
        this.choice.write(target.type === "number");
        this.soon();
      });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.querySelector("[data-print]").addEventListener("click", () => this.print());
      this.querySelector("[data-first]").addEventListener("click", () => this.first());
      this.read();
      this.hidden = false;
      Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 12pt "Atkinson Hyperlegible Next"`)))
        .catch(() => null)
        .then(() => {
          this.hasLetters = true;
          this.render();
        });
    }

    follow() {
      return [
        marks.store.on("change", () => this.soon()),
        this.hear("beforeprint", () => {
          this.now();
          this.leaves.removeAttribute("aria-hidden"); // on paper, or in a file, they are all there is
        }),
        this.hear("afterprint", () => this.leaves.setAttribute("aria-hidden", "true")),
        ...["pageshow", "popstate", "hashchange"].map((kind) => this.hear(kind, () => this.read())),
        () => clearTimeout(this.waiting),
        () => clearTimeout(this.counting),
      ];
    }

    /** Choose what the address says. */
    read() {
      if (this.choice.read()) {
        location.replace(`#${this.choice.said()}`); // without a script it leads to the list of what is ready
        scrollTo(0, 0);
      }
      if (this.made === this.choice.said()) this.choices();
      else this.soon();
    }

    /** What is chosen of one name. @param {string} name */
    value = (name) => this.choice.values(name)[0] || "";

    /** What is ticked. @param {string} name */
    ticked = (name) => this.choice.values(name);

    /** The marks that the group chose. */
    chosen() {
      const ids = marks.store.facts.stages.flatMap((one) => one.marks.map(([id]) => id));
      return ids.filter((id) => marks.store.get(`chosen/${id}`) === true);
    }

    /** The ideas that the group put into its basket. */
    basket() {
      return marks.basket.all(marks.store.record);
    }

    /** The highest number of anybody whose scores are filled in: nobody is left out. */
    written() {
      if (this.value("words") !== "filled") return 0;
      const people = marks.everyone.people(marks.store.record);
      return Math.max(0, ...people.map(({ number }) => number).filter((number) => number < 100));
    }

    /** What people want. @param {boolean} [isFirst] the first pack @returns {Wish} */
    wish(isFirst = false) {
      const { facts } = marks.store;
      const which = this.value("which");
      const stage = facts.stages.find(({ id }) => id === which);
      const some = which === "chosen" ? this.chosen() : this.ticked("mark");
      const asked = stage ? stage.marks.map(([id]) => id) : some;
      /** @type {Wish} */
      const wish = {
        marks: asked,
        asked,
        at: stage ? stage.id : "",
        stage: stage ? stage.title : "",
        name: stage ? stage.title : facts.words.mine_chosen,
        colour: stage ? facts.colours[stage.id] : "lake",
        people: Math.min(99, Math.max(1, this.written(), Math.round(Number(this.value("people"))) || 1)),
        length: facts.lengths.find(({ id }) => id === this.value("length")) || facts.lengths[0],
        size: this.value("size"),
        isFilled: this.value("words") === "filled",
        ideas: this.ticked("basket").length ? this.basket() : [],
        isBoth: this.ticked("both").length > 0,
        told: { isLess: false, sides: 0, without: [] },
      };
      const held = marks.planOf(wish).rows.flatMap(({ mark }) => mark || []);
      const way = this.querySelector("[data-planned]");
      way.hidden = !held.length || held.length === asked.length;
      way.querySelector("span").textContent = marks.store.facts.words.room_planned
        .replace("{n}", String(held.length))
        .replace("{total}", String(asked.length));
      if (held.length && (isFirst || this.ticked("planned").length)) wish.marks = held;
      return wish;
    }

    soon() {
      clearTimeout(this.waiting);
      if (this.hasLetters) this.waiting = setTimeout(() => this.render(), 150);
      this.choices();
    }

    /** Without waiting any longer. */
    now() {
      if (this.waiting || !this.hasLetters) this.render();
    }

    /** What there is to choose. */
    choices() {
      const { words } = marks.store.facts;
      const [count, way] = [this.chosen().length, this.querySelector("[data-chosen]")];
      way.hidden = !count && this.value("which") !== "chosen";
      way.querySelector("span").textContent = words.room_chosen.replace("{n}", String(count));
      const [ideas, basket] = [this.basket().length, this.querySelector("[data-basket]")];
      basket.hidden = !ideas || !this.ticked("what").includes("ideas");
      basket.querySelector("span").textContent = words.room_basket.replace("{n}", String(ideas));
      this.querySelector("[data-some]").hidden = this.value("which") !== "some";
      this.querySelector("[data-flip]").hidden = !this.ticked("both").length;
    }

    render() {
      clearTimeout(this.waiting);
      this.waiting = 0;
      this.made = this.choice.said();
      this.choices();
      const { folios, papers, store } = marks;
      const { words } = store.facts;
      const wish = this.wish();
      clearTimeout(this.counting);
      this.counting = setTimeout(() => this.firstCount()); // the page answers in between
      this.ready(this.leaves, wish);
      const kinds = this.ticked("what").filter((kind) => wish.marks.length || document.getElementById(kind));
      if (!papers.isWhole(kinds)) {
        this.querySelector("[data-count]").textContent = words.room_busy;
        papers.whole().then(
          () => this.render(),
          () => this.lost(),
        );
        return;
      }
      const handed = kinds.flatMap((kind) => papers.make(kind, wish));
      for (const sides of handed) folios.number(sides, words.paper_side);
      if (wish.isBoth)
        for (const sides of handed.slice(0, -1)) if (sides.length % 2) folios.empty(sides[sides.length - 1]);
      this.count(handed.flat().length, wish);
      this.told(wish);
      const plan = /** @type {Part & { wish: Wish, show(): void }} */ (this.querySelector("mk-session-plan"));
      plan.wish = wish;
      plan.show();
    }

    /** What was asked for did not come. */
    lost() {
      this.querySelector("[data-count]").textContent = marks.store.facts.words.room_lost;
    }

    /** @param {number} sides @param {Wish} wish */
    count(sides, wish) {
      const { words } = marks.store.facts;
      const frames = this.leaves.children.length;
      const sheets = wish.isBoth ? Math.ceil(frames / 2) : frames;
      const many = words.room_count_other.replace("{sides}", String(sides)).replace("{sheets}", String(sheets));
      const said = sides === 1 ? words.room_count_one : many;
      this.querySelector("[data-count]").textContent = sides ? said : words.room_none;
      this.querySelector("[data-print]").disabled = !sides;
      this.querySelector("[data-wide]").hidden = !wish.told.isLess;
      this.querySelector("[data-look]").hidden = !sides;
      const more = frames - 12;
      this.querySelector("[data-more]").textContent =
        more > 0 ? words.room_preview_more.replace("{n}", String(more)) : "";
    }

    /** Begin to make sides in a place. @param {Part} place @param {Wish} wish */
    ready(place, { isFilled }) {
      const { folios, store, answers } = marks;
      for (const name of ["paper", "size", "ink"]) place.setAttribute(`data-${name}`, this.value(name));
      folios.begin(place, document.getElementById("room--units"), {
        group: isFilled ? answers.line(store.get("name")) : "",
        date: isFilled ? answers.day(String(store.get(`round/${store.round}/on`)), store.facts.guide.language) : "",
      });
    }

    /** What the plan of the session could not do on one side. @param {Wish} wish */
    told({ told: { sides, without } }) {
      const { words } = marks.store.facts;
      const parts = without.map((name) => words[`plan_less_${name}`]).join(", ");
      const said = [
        ...(sides > 1 ? [words.plan_takes.replace("{n}", String(sides))] : []),
        ...(parts ? [words.plan_without.replace("{parts}", parts)] : []),
      ];
      const place = this.querySelector("[data-plan-told]");
      place.textContent = said.join(" ");
      place.hidden = !said.length;
    }

    print() {
      this.now();
      this.away();
      window.print();
    }

    /** Nothing on this page is meant any more: one ready part that is meant is printed alone. */
    away() {
      if (document.querySelector(".mk-part:target")) location.replace(`#${this.choice.said()}`);
    }

    /** How many sheets a first session needs, before anybody presses. */
    firstCount() {
      const { words } = marks.store.facts;
      const wish = this.wish(true);
      this.aside.hidden = false;
      this.ready(this.aside, wish);
      const { sides, sheets } = marks.firstPack.count(wish);
      this.aside.hidden = true;
      this.aside.replaceChildren();
      this.aside.removeAttribute("data-paper"); // what is printed next has its own
      this.querySelector("[data-first]").disabled = !sides;
      this.querySelector("[data-first-count]").textContent = sides
        ? words.room_first_count.replace("{sides}", String(sides)).replace("{sheets}", String(sheets))
        : "";
    }

    /** All that a first session needs, in one press. */
    first() {
      this.choice.choose("what", marks.firstPack.kinds());
      this.choice.choose("planned", ["yes"]);
      this.choice.write(false);
      this.render();
      if (this.leaves.children.length) this.print();
    }
  },
);
