/* <mk-print-room>: what people choose to print, how many sheets that is, and the sides themselves, ready for paper. */

customElements.define(
  "mk-print-room",
  class extends marks.SheetPart {
    /** @type {Part} */
    form;
    /** @type {Part} */
    leaves;
    waiting = 0;

    begin() {
      this.form = this.querySelector("form");
      this.leaves = this.querySelector("[data-leaves]");
      this.form.addEventListener("input", (/** @type {PartEvent} */ { target }) => {
        if (target.name) this.soon();
      });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.querySelector("[data-print]").addEventListener("click", () => this.print());
      this.querySelector("[data-first]").addEventListener("click", () => this.first());
      const { stages } = marks.store.facts;
      const asked = decodeURIComponent(location.hash.slice(1));
      if (stages.some(({ id }) => id === asked)) {
        for (const one of this.all("which")) one.checked = one.value === asked;
        this.away(); // without a script it leads to the list of what is ready
        scrollTo(0, 0);
      }
      this.hidden = false;
      Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 12pt "Atkinson Hyperlegible Next"`)))
        .catch(() => null)
        .then(() => this.render());
    }

    follow() {
      return [
        marks.store.on("change", () => this.soon()),
        this.hear("beforeprint", () => {
          this.now();
          this.leaves.removeAttribute("aria-hidden"); // on paper, or in a file, they are all there is
        }),
        this.hear("afterprint", () => this.leaves.setAttribute("aria-hidden", "true")),
        this.hear("pageshow", () => this.soon()),
      ];
    }

    /** The boxes of one name. @param {string} name @returns {Part[]} */
    all = (name) => [...this.form.querySelectorAll(`[name="${name}"]`)];

    /** What is chosen in them. @param {string} name */
    value = (name) => this.all(name).find((one) => one.type !== "radio" || one.checked)?.value || "";

    /** What is ticked. @param {string} name */
    ticked = (name) =>
      this.all(name)
        .filter(({ checked }) => checked)
        .map(({ value }) => value);

    /** The marks that the group chose. */
    chosen() {
      const ids = marks.store.facts.stages.flatMap((one) => one.marks.map(([id]) => id));
      return ids.filter((id) => marks.store.get(`chosen/${id}`) === true);
    }

    /** The highest number of anybody whose scores are filled in: nobody is left out. */
    written() {
      if (this.value("words") !== "filled") return 0;
      const people = marks.everyone.people(marks.store.record);
      return Math.max(0, ...people.map(({ number }) => number).filter((number) => number < 100));
    }

    /** What people want. @returns {Wish} */
    wish() {
      const { facts } = marks.store;
      const which = this.value("which");
      const stage = facts.stages.find(({ id }) => id === which);
      const some = which === "chosen" ? this.chosen() : this.ticked("mark");
      return {
        marks: stage ? stage.marks.map(([id]) => id) : some,
        stage: stage ? stage.title : "",
        name: stage ? stage.title : facts.words.mine_chosen,
        colour: stage ? facts.colours[stage.id] : "lake",
        people: Math.min(99, Math.max(1, this.written(), Math.round(Number(this.value("people"))) || 1)),
        length: facts.lengths.find(({ id }) => id === this.value("length")) || facts.lengths[0],
        size: this.value("size"),
        isFilled: this.value("words") === "filled",
        isBoth: this.ticked("both").length > 0,
        told: { isLess: false },
      };
    }

    soon() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.render(), 150);
      this.choices();
    }

    /** Without waiting any longer. */
    now() {
      if (this.waiting) this.render();
    }

    /** What there is to choose. */
    choices() {
      const { words } = marks.store.facts;
      const count = this.chosen().length;
      const way = this.querySelector("[data-chosen]");
      way.hidden = !count;
      way.querySelector("span").textContent = words.room_chosen.replace("{n}", String(count));
      this.querySelector("[data-some]").hidden = this.value("which") !== "some";
      this.querySelector("[data-flip]").hidden = !this.ticked("both").length;
    }

    render() {
      clearTimeout(this.waiting);
      this.waiting = 0;
      this.choices();
      const { folios, papers, store, answers } = marks;
      const { words, guide } = store.facts;
      const wish = this.wish();
      for (const name of ["paper", "size", "ink"]) this.leaves.setAttribute(`data-${name}`, this.value(name));
      const isFilled = wish.isFilled;
      folios.begin(this.leaves, document.getElementById("room--units"), {
        group: isFilled ? answers.line(store.get("name")) : "",
        date: isFilled ? answers.day(String(store.get(`round/${store.round}/on`)), guide.language) : "",
      });
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

    print() {
      this.now();
      this.away();
      window.print();
    }

    /** Nothing on this page is meant any more: one ready part that is meant is printed alone. */
    away() {
      if (location.hash) location.replace("#");
    }

    /** All that a first session needs, in one press. */
    first() {
      const { facts } = marks.store;
      const forms = facts.forms.filter(({ first }) => first).map(({ id }) => `form--${id}`);
      const kinds = ["plan", "worksheet", "slip", "tally", ...forms];
      for (const one of this.all("what")) one.checked = kinds.includes(one.value);
      this.render();
      if (this.leaves.children.length) this.print();
    }
  },
);
