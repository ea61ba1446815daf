/* <mk-results>: where a group is, in a round: for each stage a picture, the same as a table and in sentences; then what
   they will do, and ideas for what is hardest. */

customElements.define(
  "mk-results",
  class extends marks.SheetPart {
    /** @type {Part} */
    round;
    /** @type {Part} */
    order;
    /** @type {Part} */
    stage;
    /** The ideas of the Lake for each mark: title, address, what to do, of another stage its name and the reason, its
        id. @type {{ [mark: string]: [string, string, string, string, string][] }} */
    ideas = JSON.parse(document.getElementById("results--ideas").textContent || "");

    /** Whether the window has room for a row of squares beside a title. */
    wide = matchMedia("(min-width: 46em)");
    /** Whether it is drawn for paper. */
    isPaper = false;

    begin() {
      this.round = this.querySelector("[data-round]");
      this.order = this.querySelector("[data-order]");
      this.stage = this.querySelector("[data-stage]");
      for (const one of [this.round, this.order, this.stage]) one.addEventListener("change", () => this.show());
      this.querySelector("[data-print]").addEventListener("click", () => print());
      this.querySelector("[data-word]").addEventListener("click", () => marks.resultFiles.word(this, this.about()));
      this.addEventListener("click", (/** @type {PartEvent} */ { target }) => {
        const button = target.closest("button");
        if (button?.dataset.picture) this.picture(button, button.dataset.picture);
      });
      this.wide.addEventListener("change", () => this.show());
      this.hidden = false;
    }

    follow() {
      return [
        marks.store.on("change", () => this.show()),
        marks.store.on("status", () => this.show()),
        this.hear("beforeprint", () => this.onto(true)),
        this.hear("afterprint", () => this.onto(false)),
      ];
    }

    /** Paper is as wide as it is, whatever the window. @param {boolean} isPaper */
    onto(isPaper) {
      this.isPaper = isPaper;
      if (!this.wide.matches) this.show();
    }

    /** The round that is looked at: the last, unless somebody chose another. */
    inRound() {
      const chosen = Number(this.round.value);
      return chosen >= 1 && chosen <= marks.store.round ? chosen : marks.store.round;
    }

    /** Every stage that has rows, and the marks of no stage. */
    stages() {
      const { store, results } = marks;
      const { facts, record } = store;
      const known = results.knownOf(record);
      const isHidden = Boolean(sessionStorage.getItem("marks.hide"));
      return [...facts.stages, { id: "chosen", title: facts.words.out_others, marks: [] }]
        .map((one) => ({ ...one, rows: results.rows(record, facts, one.id, this.inRound(), known) }))
        .map((one) => (isHidden ? { ...one, rows: one.rows.map((row) => results.secret(row, facts)) } : one))
        .filter((one) => one.rows.length);
    }

    show() {
      const { store, answers } = marks;
      const { facts, record } = store;
      this.choices();
      const stages = this.stages();
      const name = answers.line(store.get("name")) || facts.words.keep_unnamed;
      this.querySelector("[data-name]").textContent = name;
      this.querySelector("[data-about]").textContent = this.about();
      const isSome = this.once() || stages.length > 0 || marks.basket.all(record).length > 0;
      this.querySelector("[data-none]").hidden = isSome;
      this.querySelector("[data-some]").hidden = !isSome;
      const shown = stages.filter((one) => !this.stage.value || one.id === this.stage.value);
      const boards = this.querySelector("[data-boards]");
      const called = (/** @type {Part} */ fold) =>
        `${fold.closest("[data-of]").dataset.of} ${Object.keys(fold.dataset)}`;
      const folds = () => [...boards.querySelectorAll("details")];
      const open = new Set(
        folds()
          .filter((one) => one.open)
          .map(called),
      );
      boards.toggleAttribute("data-many", shown.flatMap(({ rows }) => rows).length > 24);
      boards.replaceChildren(...shown.map((one) => this.drawn(one)));
      for (const fold of folds()) fold.open = open.has(called(fold));
      const left = answers.left(record, facts, this.inRound());
      const isPlanned = (/** @type {Answered} */ one) => marks.paths.STEP.some((of) => one.fields[of].trim());
      const ideas = marks.basket.steps(record, facts, this.inRound());
      const steps = [...stages.flatMap((one) => one.rows), ...left, ...ideas].filter(isPlanned);
      this.querySelector("[data-plan]").hidden = !steps.length;
      this.querySelector("[data-by-date]").replaceChildren(...marks.nextSteps.byDate(steps));
      this.querySelector("[data-by-person]").replaceChildren(...marks.nextSteps.byPerson(steps).flat());
      this.querySelector("[data-key]").hidden = !shown.length;
      const before = marks.resultWords.planned(this.inRound() - 1);
      this.querySelector("[data-before]").hidden = !before.length;
      this.querySelector("[data-before] ul").replaceChildren(...before);
      const isDown = shown.some(({ rows }) => rows.some(({ moved }) => (moved || 0) < 0));
      for (const one of this.querySelectorAll("[data-section=went-down]")) one.hidden = !isDown;
      this.help(shown.flatMap((one) => one.rows));
      this.querySelector("[data-basket]").hidden = this.inRound() !== store.round;
    }

    /** The rounds and the stages to choose from, made only when they are others. */
    choices() {
      const { store, make } = marks;
      const { facts, round } = store;
      if (this.round.children.length !== round) {
        const now = this.round.value;
        const names = Array.from({ length: round }, (_, at) => facts.words.res_round.replace("{n}", String(at + 1)));
        this.round.replaceChildren(
          ...names.map((name, at) => Object.assign(make("option", name), { value: String(at + 1) })),
        );
        this.round.value = now && Number(now) < round ? now : String(round);
      }
      this.round.closest("label").hidden = round < 2;
    }

    /** Day, place and people of the round. */
    about() {
      const { store, answers } = marks;
      const { words } = store.facts;
      const round = words.res_round.replace("{n}", String(this.inRound()));
      return [round, ...answers.meeting(store.record, store.facts, this.inRound())].join(". ");
    }

    /** A stage: its picture, the table, and sentences. @param {Stage & { rows: ResultRow[] }} stage */
    drawn(stage) {
      const { make, results, board, store } = marks;
      const rows = results.ordered(stage.rows, this.order.value);
      const isWide = this.isPaper || this.wide.matches;
      const part = document.importNode(document.getElementById("results--stage").content, true).firstElementChild;
      part.classList.add(`mk-${this.colour(stage.id)}`);
      part.dataset.of = stage.id;
      part.prepend(make("h3", stage.title));
      for (const one of part.querySelectorAll("[role=region], [data-picture]")) {
        const name = one.getAttribute("aria-label") || one.textContent.trim();
        one.setAttribute("aria-label", `${name}: ${stage.title}`); // each stage has one of its own
      }
      part.querySelector("[data-board]").append(board.draw(rows, store.facts, isWide));
      const lines = marks.resultWords.sentences(stage.rows).map((line) => make("li", line));
      // on paper the table, which stands on the same side or the next, says each score again
      if (stage.rows.some(({ score }) => score !== "")) lines[0].classList.add("mk-screen");
      part.querySelector("[data-sentences]").append(...lines);
      const sides = stage.rows.filter((row) => row.sides.length);
      const told = part.querySelector("[data-sides]");
      told.hidden = !sides.length;
      told
        .querySelector("[data-list]")
        .append(...sides.map((row) => make("li", `${row.title}: ${marks.spreads.sides(row.sides, row.sidesBefore)}`)));
      const wrote = marks.resultWords.wrote(rows);
      part.querySelector("[data-wrote]").hidden = !wrote.length;
      part.querySelector("[data-wrote] [data-list]").append(...wrote);
      part.querySelector("table").setAttribute("aria-label", stage.title);
      part.querySelector("table").append(...marks.resultWords.table(rows, this.inRound() > 1));
      return part;
    }

    /** What people said who came once in this round: how many chose each answer, and their words. */
    once() {
      const { store, make, record: form } = marks;
      const { facts } = store;
      const ids = new Set(
        store
          .paths()
          .filter((path) => path.startsWith("once/"))
          .map((path) => path.split("/")[1]),
      );
      const here = [...ids].filter((id) => store.get(`once/${id}/round`) === this.inRound());
      const of = (/** @type {string} */ field) =>
        here.map((id) => String(form.get(store.record, `once/${id}/${field}`))).filter(Boolean);
      const names = { ...Object.fromEntries(facts.steps.map(({ id, name }) => [id, name])), ...facts.answers };
      const counts = Object.entries(facts.once).flatMap(([id, ask]) => {
        const said = of(id);
        const list = Object.entries(names)
          .map(([answer, name]) => [name, said.filter((one) => one === answer).length])
          .filter(([, count]) => count)
          .map(([name, count]) => `${name}: ${count}`);
        const text = facts.words.once_count.replace("{ask}", () => ask).replace("{list}", () => list.join("; "));
        return list.length ? [make("li", text)] : [];
      });
      const words = of("word").map((text) => make("li", text));
      this.querySelector("[data-once]").hidden = !counts.length && !words.length;
      this.querySelector("[data-counts]").replaceChildren(...counts);
      this.querySelector("[data-words]").replaceChildren(...words);
      return here.length > 0;
    }

    /** @param {string} stage */
    colour(stage) {
      const [found] = [...this.stage.querySelectorAll("option")].filter(({ value }) => value === stage);
      return found?.dataset.colour || "lake";
    }

    /** Ideas for what is hardest, each with the way into the plan. @param {ResultRow[]} rows */
    help(rows) {
      const { make, results, store, basket } = marks;
      const { facts } = store;
      const { words } = facts;
      const low = results.hardest(rows, facts);
      const wide = results.ordered(results.standOut(rows, facts).apart.rows, "hardest").slice(0, 2);
      const all = [...low, ...wide.filter((row) => !low.includes(row))];
      const hard = all.filter((row) => this.ideas[row.path.split("/")[1]]);
      this.querySelector("[data-ideas]").hidden = !hard.length || this.inRound() !== store.round;
      const place = this.querySelector("[data-help]");
      const about = hard.map((row) => {
        const said = low.includes(row) ? words.res_for : words.res_for_apart;
        return said
          .replace("{mark}", () => row.title)
          .replace("{score}", () => [row.score, row.other].filter((one) => one !== "").join(" / "))
          .replace("{range}", () => marks.spreads.short(row.spread));
      });
      if (place.dataset.about === about.join("\n")) return; // whoever writes there goes on
      place.dataset.about = about.join("\n");
      const parts = hard.flatMap((row, at) => {
        const title = make("h4", about[at]);
        const lines = this.ideas[row.path.split("/")[1]].slice(0, 3).map(([name, address, what, from, id]) => {
          const link = Object.assign(document.createElement("a"), { href: address, textContent: name });
          const ways = document.createElement("mk-idea-ways");
          for (const [field, said] of Object.entries({ of: basket.pathOf(id), name, for: row.path })) {
            ways.setAttribute(field, said);
          }
          const head = make("p", "", make("strong", "", link), from && ` ${from}`);
          return make("li", "", head, make("p", what), ways);
        });
        return [title, make("ul", "", ...lines)];
      });
      place.replaceChildren(...parts);
    }

    /** Give people the picture of a stage. @param {Part} button @param {string} kind "svg" or "png" */
    picture(button, kind) {
      const part = button.closest("[data-of]");
      const stage = this.stages().find(({ id }) => id === part.dataset.of);
      if (!stage) return;
      const rows = marks.results.ordered(stage.rows, this.order.value);
      const said = [
        this.querySelector("[data-name]").textContent,
        this.about(),
        this.querySelector("[data-key]").textContent,
      ];
      marks.resultFiles.picture(part.querySelector("[data-board]"), rows, stage.title, kind, said);
    }
  },
);
