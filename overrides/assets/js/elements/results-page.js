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
    /** The ideas of the Lake for each mark: title, address, and what to do. @type {{ [mark: string]: [string, string, string][] }} */
    ideas = JSON.parse(document.getElementById("results--ideas").textContent || "");

    begin() {
      this.round = this.querySelector("[data-round]");
      this.order = this.querySelector("[data-order]");
      this.stage = this.querySelector("[data-stage]");
      for (const one of [this.round, this.order, this.stage]) one.addEventListener("change", () => this.show());
      this.querySelector("[data-print]").addEventListener("click", () => print());
      this.querySelector("[data-word]").addEventListener("click", () => this.word());
      this.addEventListener("click", (/** @type {PartEvent} */ { target }) => {
        const button = target.closest("button");
        if (button?.dataset.picture) this.picture(button, button.dataset.picture);
        if (button?.dataset.idea) this.plan(button);
      });
      matchMedia("(min-width: 46em)").addEventListener("change", () => this.show());
      this.hidden = false;
    }

    follow() {
      return [marks.store.on("change", () => this.show()), marks.store.on("status", () => this.show())];
    }

    /** The round that is looked at: the last, unless somebody chose another. */
    at() {
      const chosen = Number(this.round.value);
      return chosen >= 1 && chosen <= marks.store.round ? chosen : marks.store.round;
    }

    /** Every stage that has rows, and the marks of no stage. */
    stages() {
      const { store, results } = marks;
      const { facts, record } = store;
      return [...facts.stages, { id: "chosen", title: facts.words.out_others, marks: [] }]
        .map((one) => ({ ...one, rows: results.rows(record, facts, one.id, this.at()) }))
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
      const isSome = this.once() || stages.length > 0;
      this.querySelector("[data-none]").hidden = isSome;
      this.querySelector("[data-some]").hidden = !isSome;
      const shown = stages.filter((one) => !this.stage.value || one.id === this.stage.value);
      const boards = this.querySelector("[data-boards]");
      const called = (/** @type {Part} */ fold) =>
        `${fold.closest("[data-of]").dataset.of} ${fold.hasAttribute("data-table")}`;
      const folds = () => [...boards.querySelectorAll("details")];
      const open = new Set(
        folds()
          .filter((one) => one.open)
          .map(called),
      );
      boards.replaceChildren(...shown.map((one) => this.drawn(one)));
      for (const fold of folds()) fold.open = open.has(called(fold));
      const steps = answers
        .all(record, facts, this.at())
        .filter((one) => marks.paths.STEP.some((of) => one.fields[of].trim()));
      this.querySelector("[data-plan]").hidden = !steps.length;
      this.querySelector("[data-by-date]").replaceChildren(...marks.nextSteps.byDate(steps));
      this.querySelector("[data-by-person]").replaceChildren(...marks.nextSteps.byPerson(steps).flat());
      this.help(shown.flatMap((one) => one.rows));
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
      const { facts } = store;
      const of = (/** @type {string} */ name) => String(store.get(`round/${this.at()}/${name}`)).trim();
      const { words } = facts;
      return [
        words.res_round.replace("{n}", String(this.at())),
        answers.day(of("on"), facts.guide.language),
        of("where"),
        of("here") && words.res_here.replace("{n}", of("here")),
        of("absent") && words.res_absent.replace("{who}", () => of("absent")),
      ]
        .filter(Boolean)
        .join(". ");
    }

    /** A stage: its picture, the table, and sentences. @param {Stage & { rows: ResultRow[] }} stage */
    drawn(stage) {
      const { make, results, board, store } = marks;
      const rows = results.ordered(stage.rows, this.order.value);
      const isWide = matchMedia("(min-width: 46em), print").matches;
      const part = document.importNode(document.getElementById("results--stage").content, true).firstElementChild;
      part.classList.add(`mk-${this.colour(stage.id)}`);
      part.dataset.of = stage.id;
      part.querySelector("h3").textContent = stage.title;
      part.querySelector("[data-board]").append(board.draw(rows, store.facts, isWide));
      part.querySelector("[data-sentences]").append(...this.sentences(stage.rows).map((line) => make("li", line)));
      const sides = stage.rows.filter((row) => row.sides.length);
      const told = part.querySelector("[data-sides]");
      told.hidden = !sides.length;
      told
        .querySelector("[data-list]")
        .append(...sides.map((row) => make("li", `${row.title}: ${marks.spreads.sides(row.sides)}`)));
      part.querySelector("table").append(...this.table(rows));
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
      const here = [...ids].filter((id) => store.get(`once/${id}/round`) === this.at());
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
      const colours = JSON.parse(this.getAttribute("colours"));
      return colours[stage] || "lake";
    }

    /** @param {ResultRow[]} rows */
    sentences(rows) {
      const { results, store } = marks;
      const { words } = store.facts;
      const out = results.standOut(rows);
      /** @type {(text: string, found: { rows: ResultRow[], value: number }) => string} */
      const say = (text, found) =>
        found.rows.length
          ? text
              .replace("{marks}", () => found.rows.map(({ title }) => title).join("; "))
              .replace("{n}", String(found.value))
          : "";
      return [
        say(words.res_strongest, out.strongest),
        say(words.res_hardest, out.hardest),
        say(words.res_apart, out.apart),
        say(words.res_up, out.up),
        say(words.res_down, out.down),
      ].filter(Boolean);
    }

    /** The same as the picture, row by row. @param {ResultRow[]} rows */
    table(rows) {
      const { make, store, answers, spreads } = marks;
      const { words } = store.facts;
      const isLater = this.at() > 1;
      const hasAll = rows.some((row) => row.spread.answered);
      const hasOther = rows.some((row) => row.other !== "");
      const hasAim = rows.some((row) => row.aim !== "");
      const labels = [
        words.out_mark,
        answers.label(store.facts, "score"),
        ...(isLater ? [words.res_last] : []),
        ...(hasAll ? [words.out_all] : []),
        ...(hasOther ? [words.out_other] : []),
        ...(hasAim ? [words.out_aim] : []),
        words.res_wrote,
      ];
      const head = make("tr", "", ...labels.map((label) => Object.assign(make("th", label), { scope: "col" })));
      const said = (/** @type {Value} */ value) => String(answers.said(store.facts, value));
      const body = rows.map((row) => {
        const cells = [
          said(row.score),
          ...(isLater ? [said(row.last)] : []),
          ...(hasAll ? [spreads.short(row.spread)] : []),
          ...(hasOther ? [said(row.other)] : []),
          ...(hasAim ? [said(row.aim)] : []),
          [row.hasLadder && words.res_ladder, row.hasSnake && words.res_snake].filter(Boolean).join(", "),
        ];
        const title = Object.assign(make("th", row.title), { scope: "row" });
        return make("tr", "", title, ...cells.map((cell) => make("td", cell)));
      });
      return [make("thead", "", head), make("tbody", "", ...body)];
    }

    /** Ideas for what is hardest, each with the way into the plan. @param {ResultRow[]} rows */
    help(rows) {
      const { make, results, store } = marks;
      const { facts } = store;
      const { words } = facts;
      const hard = results.hardest(rows, facts).filter((row) => this.ideas[row.path.split("/")[1]]);
      this.querySelector("[data-ideas]").hidden = !hard.length || this.at() !== store.round;
      const parts = hard.flatMap((row) => {
        const score = row.score === "" ? String(row.spread.low) : String(row.score);
        const title = make(
          "h4",
          words.res_for.replace("{mark}", () => row.title).replace("{score}", () => score),
        );
        const lines = this.ideas[row.path.split("/")[1]].slice(0, 3).map(([name, address, what]) => {
          const link = Object.assign(document.createElement("a"), { href: address, textContent: name });
          const button = marks.button(words.res_put, () => {});
          Object.assign(button.dataset, { idea: name, path: row.path });
          button.setAttribute("aria-label", `${words.res_put}: ${name}`);
          return make("li", "", make("p", "", make("strong", "", link)), make("p", what), button);
        });
        return [title, make("ul", "", ...lines)];
      });
      this.querySelector("[data-help]").replaceChildren(...parts);
    }

    /** Put an idea into the next step of its mark: on a line of its own, and never twice. @param {Part} button */
    plan(button) {
      const { store, paths } = marks;
      const { idea = "", path = "" } = button.dataset;
      const { words } = store.facts;
      const at = paths.field(path, "what", store.round);
      const there = String(store.get(at));
      const said = this.querySelector("[data-said]");
      if (!there.split("\n").includes(idea)) {
        store.undoable(words.res_put, () => void store.set(at, there.trim() ? `${there.trimEnd()}\n${idea}` : idea));
      }
      this.show();
      said.textContent = words.res_in.replace("{idea}", () => idea);
      this.querySelector(`[data-idea="${CSS.escape(idea)}"]`)?.focus();
    }

    /** @param {string} kind */
    file(kind) {
      const { store, exporter } = marks;
      return exporter.fileName(String(store.get("name")), store.facts.guide.id, kind, new Date());
    }

    /** Give people the picture of a stage. @param {Part} button @param {string} kind "svg" or "png" */
    picture(button, kind) {
      const part = button.closest("[data-of]");
      const wide = this.stages().find(({ id }) => id === part.dataset.of);
      if (!wide) return;
      const rows = marks.results.ordered(wide.rows, this.order.value);
      const home = part.querySelector("[data-board]");
      const drawing = marks.board.draw(rows, marks.store.facts, true);
      home.append(drawing); // its styles are asked where it stands
      const text = marks.board.file(drawing, wide.title);
      drawing.remove();
      if (kind === "svg") {
        marks.download(this.file("svg"), "image/svg+xml", text);
        return;
      }
      const image = new Image();
      image.addEventListener("load", () => {
        const canvas = document.createElement("canvas");
        const page = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (canvas));
        [page.width, page.height] = [image.width * 2, image.height * 2];
        page.getContext("2d")?.drawImage(image, 0, 0, page.width, page.height);
        const link = document.createElement("a");
        link.href = page.toDataURL("image/png");
        link.download = this.file("png");
        link.click();
      });
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    }

    /** Give people all that is shown as a Word document. */
    word() {
      const { store, docx } = marks;
      const { facts } = store;
      /** @type {Block[]} */
      const blocks = [
        { kind: "title", text: this.querySelector("[data-name]").textContent },
        { kind: "text", text: this.about() },
      ];
      for (const part of this.querySelectorAll("[data-boards] > *")) {
        blocks.push({ kind: "heading", text: part.querySelector("h3").textContent });
        for (const line of part.querySelectorAll("[data-sentences] li"))
          blocks.push({ kind: "item", text: line.textContent });
        const rows = [...part.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent));
        blocks.push({ kind: "table", rows });
      }
      const plan = this.querySelector("[data-plan]");
      if (!plan.hidden) {
        blocks.push({ kind: "heading", text: plan.querySelector("h2, h3").textContent });
        for (const one of plan.querySelectorAll("[data-by-date] > *")) {
          if (one.matches("h4")) blocks.push({ kind: "minor", text: one.textContent });
          else
            for (const step of one.children)
              blocks.push({ kind: "item", text: [...step.children].map((p) => p.textContent).join(" ") });
        }
      }
      blocks.push({ kind: "text", text: `${facts.guide.name}, ${facts.guide.version}` });
      const name = this.file("docx");
      marks.save(name, new Blob([docx.document(blocks, facts.guide.language)], { type: docx.TYPE }));
    }
  },
);
