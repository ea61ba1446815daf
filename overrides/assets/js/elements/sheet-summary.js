/* <mk-sheet-summary stage="planning">: what was said on this sheet, in short: scores, what stands out, next steps by
   date and by person. Each note is one press away. No grade, no sum. */

customElements.define(
  "mk-sheet-summary",
  class extends HTMLElement {
    // rows of a table or a list: a file may hold thousands of marks, and a page of them would stand still
    static MOST = 200;

    connectedCallback() {
      this.stage = this.getAttribute("stage");
      let timer = 0;
      let isSeen = false;
      const soon = () => {
        // nobody waits for what they do not see, and typing must not wait for it
        clearTimeout(timer);
        timer = setTimeout(() => this.show(), isSeen ? 400 : 2500);
      };
      marks.store.watch((paths) => {
        if (!paths || paths.length) soon();
      });
      new IntersectionObserver(([one]) => {
        isSeen = one.isIntersecting;
        if (isSeen) this.show();
      }).observe(this);
      addEventListener("beforeprint", () => this.show());
      this.hidden = false;
      soon();
    }

    make(tag, text, ...inside) {
      const made = document.createElement(tag);
      if (text) made.textContent = text;
      made.dir = "auto"; // people's words, in any script
      made.append(...inside);
      return made;
    }

    near(list) {
      return list.slice(0, this.constructor.MOST);
    }

    /** How many are not shown, if any. */
    more(words, list) {
      const n = list.length - this.constructor.MOST;
      return n > 0 ? [this.make("p", words.sum_more.replace("{n}", n))] : [];
    }

    rows() {
      const { store, exporter } = marks;
      if (this.stage !== "chosen") return exporter.stage(store.record, store.facts, this.stage);
      return [
        ...store.facts.stages
          .flatMap((one) => exporter.stage(store.record, store.facts, one.id))
          .filter((one) => store.get(`chosen/${one.path.split("/")[1]}`) === true),
        ...exporter.stage(store.record, store.facts, "chosen"),
      ];
    }

    /** How many marks of this page have answers and are not ticked. */
    unticked() {
      const { store, exporter } = marks;
      if (this.stage !== "chosen") return 0;
      return exporter
        .all(store.record, store.facts)
        .filter(
          ({ path }) =>
            path.startsWith("mark/") &&
            document.getElementById(path.split("/")[1]) &&
            store.get(`chosen/${path.split("/")[1]}`) !== true,
        ).length;
    }

    show() {
      const { facts, record } = marks.store;
      const { words } = facts;
      const rows = this.rows();
      const notes = rows.filter((one) =>
        marks.exporter.notes(marks.store.facts).some((name) => one.fields[name].trim()),
      );
      const answered = rows.filter((one) => one.score !== "" || one.named || notes.includes(one));
      const steps = rows.filter((one) => marks.record.STEP.some((name) => one.fields[name].trim()));
      const left = marks.exporter.left(record, facts);
      const isBare = !answered.length && !steps.length && !left.length;
      this.toggleAttribute("data-none", isBare); // paper leaves it out
      this.part("[data-nothing]", isBare);
      const unticked = this.unticked();
      this.part("[data-unticked]", unticked, () => [words.sum_unticked.replace("{n}", unticked)]);
      this.part("[data-scores]", answered.length, () => [
        this.table(facts, this.near(answered)),
        ...this.more(words, answered),
        ...this.sentences(facts, answered),
      ]);
      this.part("[data-steps]", steps.length);
      this.part("[data-by-date]", steps.length, () => [
        ...this.byDate(facts, this.near(steps)),
        ...this.more(words, steps),
      ]);
      const people = this.byPerson(facts, this.near(steps));
      this.part("[data-by-person]", people.length > 1, () => people.flat());
      this.part("[data-notes]", notes.length, () => [
        ...this.near(notes).flatMap((one) => this.note(one)),
        ...this.more(words, notes),
      ]);
      this.part("[data-left]", left.length, () => [
        this.make("h3", words.sum_left),
        ...this.near(left).flatMap((one) => this.left(facts, one)),
        ...this.more(words, left),
      ]);
    }

    /** Show a part, or not, and what is in it now. Whoever opened it, or stands on it with the keyboard, finds it so.
     */
    part(name, isThere, inside) {
      const one = this.querySelector(name);
      one.hidden = !isThere;
      if (inside) (one.matches("details") ? one.lastElementChild : one).replaceChildren(...(isThere ? inside() : []));
    }

    /** Each mark with its score: its place among the numbers, as one would draw it, and in words. */
    table(facts, rows) {
      const { words } = facts;
      const cell = (tag, ...inside) => this.make(tag, "", ...inside);
      const head = cell(
        "tr",
        ...[words.out_mark, marks.exporter.label(facts, "score")].map((label) => this.make("th", label)),
      );
      for (const one of head.children) one.scope = "col";
      const body = rows.map((one) => {
        const title = this.make("th", one.title);
        title.scope = "row";
        return cell("tr", title, cell("td", ...this.score(facts, one.score)));
      });
      const made = cell("table", this.make("caption", words.sum_caption), cell("thead", head), cell("tbody", ...body));
      made.className = "mk-table";
      return made;
    }

    score(facts, score) {
      const band = facts.bands.find((one) => score >= one.low && score <= one.high);
      if (score === "" || !band || marks.step(facts, score))
        return [marks.scored(facts, score) || facts.words.sum_unscored];
      const [lowest, highest] = facts.guide.scores;
      const strip = this.make("span");
      strip.className = "mk-strip";
      strip.setAttribute("aria-hidden", "true");
      for (let n = lowest; n <= highest; n += 1) strip.append(document.createElement("i"));
      strip.children[score - lowest].className = "mk-strip__here";
      return [strip, " ", this.make("strong", String(score)), ` ${band.name}`];
    }

    sentences(facts, answered) {
      const { words } = facts;
      const made = [];
      const worth = ({ score }) => marks.step(facts, score)?.score ?? score; // one step is as high as itself
      const scored = answered.filter((one) => typeof one.score === "number");
      const all = scored.map(worth);
      const [high, low] = [Math.max(...all), Math.min(...all)];
      const say = (text, score, list) => {
        const [before, after] = text.replace("{score}", () => marks.step(facts, score)?.name ?? score).split("{marks}");
        const titles = this.near(list).flatMap((one, at) => [at ? "; " : "", this.make("bdi", one.title)]);
        made.push(this.make("p", "", before, ...titles, after || ""));
      };
      if (scored.length)
        say(
          scored.length === 1 ? words.sum_one : high === low ? words.sum_same : words.sum_high,
          high,
          scored.filter((one) => worth(one) === high),
        );
      if (high > low)
        say(
          words.sum_low,
          low,
          scored.filter((one) => worth(one) === low),
        );
      for (const [id, name] of Object.entries(facts.answers)) {
        const list = answered.filter((one) => one.score === id);
        if (list.length) say(words.sum_other, name, list);
      }
      return made;
    }

    /** The next steps, the soonest first; those without a date come last. */
    byDate(facts, steps) {
      const day = (one) => this.own(one, "when");
      const dates = [...new Set(steps.map(day))].sort(
        (one, other) => Number(!one) - Number(!other) || (one < other ? -1 : 1),
      );
      return dates.flatMap((date) => [
        this.make("h4", marks.exporter.day(date, facts.guide.language) || facts.words.sum_undated),
        this.make("ul", "", ...steps.filter((one) => day(one) === date).map((one) => this.step(facts, one, "when"))),
      ]);
    }

    /** What stands in a field itself, without the words that stand beside it. */
    own(one, field) {
      return String(marks.store.get(`${one.path}/${field}`)).trim();
    }

    /** The same by who will do them, in the order of names. Several people stand with commas between them. A group
        each. */
    byPerson(facts, steps) {
      const groups = new Map(); // name in small letters -> [name, its steps]
      for (const one of steps) {
        const names = this.own(one, "who")
          .split(/[,;\n،、]/)
          .map((name) => name.trim())
          .filter(Boolean);
        for (const name of names.length ? names : [""]) {
          const key = name.toLocaleLowerCase();
          if (!groups.has(key)) groups.set(key, [name, []]);
          if (!groups.get(key)[1].includes(one)) groups.get(key)[1].push(one);
        }
      }
      return [...groups.values()]
        .sort(([one], [other]) => Number(!one) - Number(!other) || one.localeCompare(other))
        .map(([name, list]) => [
          this.make("h4", name || facts.words.sum_nobody),
          this.make("ul", "", ...list.map((one) => this.step(facts, one, "who"))),
        ]);
    }

    /** One next step. `known`: what its heading says already. */
    step({ words, guide }, one, known) {
      const { what, who, when, help } = {
        ...one.fields,
        ...(known ? { [known]: one.fields[known].replace(this.own(one, known), "") } : {}),
      };
      const about = [
        ["", what.trim() && one.title],
        [words.out_who, who.trim()],
        [words.out_when, marks.exporter.day(when.trim(), guide.language)],
        [words.out_help, help.trim()],
      ]
        .filter(([, said]) => said)
        .flatMap(([label, said], at) => [at ? ". " : "", label && `${label}: `, this.make("bdi", said)]);
      return this.make(
        "li",
        "",
        this.make("p", what.trim() || one.title),
        ...(about.length ? [this.make("p", "", ...about)] : []),
      );
    }

    /** What people wrote of a mark. */
    note(one) {
      return [
        this.make("h4", one.title),
        ...marks.exporter
          .notes(marks.store.facts)
          .filter((name) => one.fields[name].trim())
          .flatMap((name) => [
            this.make("p", "", this.make("strong", marks.named(name))),
            this.make("p", one.fields[name].trim()),
          ]),
      ];
    }

    /** A mark that left the guide, under its old name, with all that was said of it. */
    left(facts, one) {
      const now = facts.stages.flatMap((stage) => stage.marks).find(([id]) => id === one.now);
      const list = Object.entries(one.fields)
        .filter(([, words]) => words.trim())
        .flatMap(([name, words]) => [this.make("dt", marks.named(name)), this.make("dd", words)]);
      if (one.score !== "")
        list.unshift(
          this.make("dt", marks.exporter.label(facts, "score")),
          this.make("dd", String(marks.exporter.said(facts, one.score))),
        );
      return [
        this.make("h4", one.title),
        ...(now
          ? [
              this.make(
                "p",
                facts.words.sum_now.replace("{title}", () => now[1]),
              ),
            ]
          : []),
        this.make("dl", "", ...list),
      ];
    }
  },
);
