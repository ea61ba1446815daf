/* <mk-sheet-summary stage="planning">: what was said on this sheet, in short: scores, what stands out, next steps by
   date and by person. Each note is one press away. No grade, no sum. The same goes out as words, a table and dates. */

customElements.define(
  "mk-sheet-summary",
  class SheetSummary extends marks.SheetPart {
    // rows of a table or a list: a file may hold thousands of marks, and a page of them would stand still
    static MOST = 200;

    stage = "";
    /** Whether it is on the screen. */
    isSeen = false;
    timer = 0;

    begin() {
      this.stage = this.getAttribute("stage");
      new IntersectionObserver(([one]) => {
        this.isSeen = one.isIntersecting;
        if (this.isSeen) this.drawAfterPress();
      }).observe(this);
      const report = this.querySelector("[data-report]");
      const ways = { text: () => this.save("txt"), csv: () => this.save("csv"), calendar: () => this.calendar() };
      for (const [name, run] of Object.entries(ways)) {
        report.querySelector(`[data-${name}]`).addEventListener("click", () => {
          marks.talk.hush();
          run();
        });
      }
      const fold = this.querySelector("[data-basket-fold]");
      fold.addEventListener("toggle", () => marks.bring("trying").catch(() => {})); // no network: it is empty
      this.hidden = fold.hidden = false;
    }

    follow() {
      return [
        marks.store.on("change", () => this.show()),
        this.hear("beforeprint", () => this.draw()),
        () => clearTimeout(this.timer),
      ];
    }

    /** In a while: nobody waits for what they do not see, and typing must not wait for it. */
    show() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.drawAfterPress(), this.isSeen ? 400 : 2500);
    }

    /** What stands below moves: not before somebody's press has landed there. */
    drawAfterPress() {
      if (marks.SheetPart.isPressed) this.show();
      else this.draw();
    }

    /** Where the ideas can be read by whoever gets a file; "" where the guide lies on somebody's disk. */
    get lake() {
      const { href, protocol } = new URL(this.querySelector("[goal]").getAttribute("goal"), location.href);
      return protocol === "file:" ? "" : href;
    }

    /** Give people a file: words or a table. @param {"csv" | "txt"} kind */
    save(kind) {
      const { store, exporter } = marks;
      const name = exporter.fileName(String(store.get("name")), store.facts.guide.id, kind, new Date());
      if (kind === "csv") marks.download(name, "text/csv;charset=utf-8", exporter.csv(store.record, store.facts));
      else marks.download(name, "text/plain;charset=utf-8", exporter.text(store.record, store.facts, this.lake));
    }

    calendar() {
      const { store, exporter, talk } = marks;
      const { words, guide } = store.facts;
      const now = new Date();
      const made = exporter.calendar(store.record, store.facts, now, this.lake);
      const said = this.querySelector("[data-report-said]");
      const home = this.querySelector("[data-calendar]");
      if (!made.text) {
        talk.say(said, home, words.out_no_dates);
        return;
      }
      const name = exporter.fileName(String(store.get("name")), guide.id, "ics", now);
      marks.download(name, "text/calendar;charset=utf-8", made.text);
      const lines = [
        words.file_saved.replace("{name}", () => name),
        words.out_dated.replace("{n}", String(made.dated)),
        made.undated ? words.out_undated.replace("{n}", String(made.undated)) : "",
      ];
      talk.done(said, home, lines.filter(Boolean).join(" "));
    }

    /** Those that are shown. @template Kind @param {Kind[]} list */
    near(list) {
      return list.slice(0, SheetSummary.MOST);
    }

    /** How many are not shown, if any. @param {unknown[]} list */
    more(list) {
      const n = list.length - SheetSummary.MOST;
      return n > 0 ? [marks.make("p", marks.store.facts.words.sum_more.replace("{n}", String(n)))] : [];
    }

    rows() {
      const { store, answers } = marks;
      if (this.stage !== "chosen") return answers.stage(store.record, store.facts, this.stage);
      return [
        ...store.facts.stages
          .flatMap((one) => answers.stage(store.record, store.facts, one.id))
          .filter((one) => store.get(`chosen/${one.path.split("/")[1]}`) === true),
        ...answers.stage(store.record, store.facts, "chosen"),
      ];
    }

    /** How many marks of this page have answers and are not ticked. */
    unticked() {
      const { store, answers } = marks;
      if (this.stage !== "chosen") return 0;
      const isHere = (/** @type {string} */ id) => document.getElementById(id) && store.get(`chosen/${id}`) !== true;
      const rows = answers.all(store.record, store.facts).filter(({ path }) => path.startsWith("mark/"));
      return rows.filter(({ path }) => isHere(path.split("/")[1])).length;
    }

    draw() {
      const { make, answers, nextSteps, store, summaryWords } = marks;
      const { facts, record } = store;
      const { words } = facts;
      const rows = this.rows();
      /** @type {(one: Answered, names: string[]) => boolean} */
      const has = (one, names) => names.some((name) => one.fields[name].trim());
      const notes = rows.filter((one) => has(one, this.noted()) || summaryWords.beside(one).length);
      const isSaid = (/** @type {Answered} */ one) =>
        one.score !== "" || one.named || notes.includes(one) || this.spread(one).answered > 0;
      const answered = rows.filter(isSaid);
      const steps = [...rows.filter((one) => has(one, marks.paths.STEP)), ...this.ideas(rows)];
      const left = answers.left(record, facts);
      if (marks.basket.all(record).length) marks.bring("trying").catch(() => {});
      const isBare = !answered.length && !steps.length && !left.length;
      this.toggleAttribute("data-none", isBare); // paper leaves it out
      this.piece("[data-nothing]", isBare);
      const unticked = this.unticked();
      this.piece("[data-unticked]", unticked, () => [words.sum_unticked.replace("{n}", String(unticked))]);
      this.piece("[data-scores]", answered.length, () => [
        this.table(this.near(answered)),
        ...this.more(answered),
        ...summaryWords.sentences(answered, SheetSummary.MOST),
      ]);
      this.piece("[data-steps]", steps.length);
      const dated = () => [...nextSteps.byDate(this.near(steps)), ...this.more(steps)];
      this.piece("[data-by-date]", steps.length, dated);
      const people = nextSteps.byPerson(this.near(steps));
      this.piece("[data-by-person]", people.length > 1, () => people.flat());
      const noted = () => [...this.near(notes).flatMap((one) => this.note(one)), ...this.more(notes)];
      this.piece("[data-notes]", notes.length, noted);
      this.piece("[data-left]", left.length, () => [
        make("h3", words.sum_left),
        ...this.near(left).flatMap((one) => this.left(one)),
        ...this.more(left),
      ]);
    }

    /** Ideas that are planned: for a mark of this page or its stage, and those for nothing that another page has.
        @param {Answered[]} rows */
    ideas(rows) {
      const { store, basket } = marks;
      const { record, facts } = store;
      const others = facts.stages.filter(({ id }) => id !== this.stage);
      const of = (/** @type {string} */ id) => [
        `stage/${id}`,
        ...(facts.stages.find((one) => one.id === id)?.marks || []).map(([mark]) => `mark/${mark}`),
      ];
      const [here, elsewhere] = [
        [...rows.map(({ path }) => path), ...of(this.stage)],
        others.flatMap(({ id }) => of(id)),
      ];
      return basket.steps(record, facts, store.round).filter(({ path }) => {
        const isFor = (/** @type {string} */ goal) => basket.isFor(record, path, goal);
        return here.some(isFor) || !elsewhere.some(isFor);
      });
    }

    /** What people say of a mark in words, their next step left out. */
    noted() {
      const { store, answers, paths } = marks;
      return answers.fields(store.facts, store.round).filter((name) => !paths.STEP.includes(name));
    }

    /** What everyone scored of a mark. @param {Answered} one */
    spread(one) {
      const { store, everyone, group } = marks;
      const rows = everyone.scores(store.record, one.path, store.round, group.people());
      return everyone.spread(
        rows.map(({ now }) => now),
        store.facts,
      );
    }

    /** Show a part, or not, and what is in it now. Whoever opened it, or stands on it with the keyboard, finds it so.
 @param {string} name @param {boolean | number} isThere @param {() => (Node | string)[]} [inside] */
    piece(name, isThere, inside) {
      const one = this.querySelector(name);
      one.hidden = !isThere;
      if (inside) (one.matches("details") ? one.lastElementChild : one).replaceChildren(...(isThere ? inside() : []));
    }

    /** Each mark with its score: its place among the numbers, as one would draw it, and in words.
        @param {Answered[]} rows */
    table(rows) {
      const { make, store, answers } = marks;
      const { words } = store.facts;
      const isOfAll = marks.group.people().length > 0;
      const labels = [words.out_mark, answers.label(store.facts, "score"), ...(isOfAll ? [words.out_all] : [])];
      const head = make("tr", "", ...labels.map((label) => make("th", label)));
      for (const one of head.children) one.scope = "col";
      const body = rows.map((one) => {
        const title = make("th", one.title);
        title.scope = "row";
        const other = marks.summaryWords.other(one);
        const both = [...marks.scores.strip(one.score), ...(other === "" ? [] : marks.scores.strip(other))];
        const cells = [make("td", "", ...both)];
        if (isOfAll) cells.push(make("td", marks.spreads.short(this.spread(one))));
        return make("tr", "", title, ...cells);
      });
      const caption = make("caption", words.sum_caption);
      const made = make("table", "", caption, make("thead", "", head), make("tbody", "", ...body));
      made.className = "mk-table";
      return made;
    }

    /** What people wrote of a mark. @param {Answered} one */
    note(one) {
      const { make, lostWords } = marks;
      const names = this.noted().filter((name) => one.fields[name].trim());
      const said = [
        ...names.map((name) => [lostWords.named(name), one.fields[name].trim()]),
        ...marks.summaryWords.beside(one),
      ];
      const about = said.flatMap(([label, text]) => [make("p", "", make("strong", label)), make("p", text)]);
      return [make("h3", one.title), ...about];
    }

    /** A mark that left the guide, under its old name, with all that was said of it.
        @param {Answered & { now: string }} one */
    left(one) {
      const { make, answers, lostWords, store } = marks;
      const { facts } = store;
      const now = facts.stages.flatMap((stage) => stage.marks).find(([id]) => id === one.now);
      const line = facts.words.sum_now.replace("{title}", () => now?.[1] || "");
      const said = now ? [make("p", line)] : [];
      const list = Object.entries(one.fields)
        .filter(([, words]) => words.trim())
        .flatMap(([name, words]) => [make("dt", lostWords.named(name)), make("dd", words)]);
      if (one.score !== "") {
        const score = String(answers.said(facts, one.score));
        list.unshift(make("dt", answers.label(facts, "score")), make("dd", score));
      }
      return [make("h4", one.title), ...said, make("dl", "", ...list)];
    }
  },
);
