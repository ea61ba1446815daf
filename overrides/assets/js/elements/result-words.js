/* What do results say in words? Sentences on what stands out, and a table of every mark. */

marks.resultWords = (() => {
  /** What stands out, in sentences. @type {ResultWords["sentences"]} */
  function sentences(rows) {
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

  /** How far everyone stands apart, and how far they did before they talked. @param {ResultRow} row */
  function everyones({ spread, first }) {
    const { store, spreads } = marks;
    const { words } = store.facts;
    const now = spreads.short(spread);
    return first ? `${now}. ${words.res_talk.replace("{range}", () => spreads.short(first))}` : now;
  }

  /** What people wrote of each mark. What they say of a change and of two scores is printed too, the rest is for the
      screen and for Word. @type {ResultWords["wrote"]} */
  function wrote(rows) {
    const { make, store, answers } = marks;
    const { words } = store.facts;
    return rows.flatMap((row) => {
      const names = answers.fields(store.facts, row.round).filter((name) => !marks.paths.STEP.includes(name));
      /** @type {[string, string, boolean][]} */
      const said = [
        ...names.map(
          (name) =>
            /** @type {[string, string, boolean]} */ ([
              answers.label(store.facts, name),
              row.fields[name],
              name === "changed",
            ]),
        ),
        [words.out_why, row.why, true],
        [words.out_why_other, row.whyOther, true],
      ];
      const there = said.filter(([, text]) => text.trim());
      if (!there.length) return [];
      const lines = there.map(([label, text, isPrinted]) => {
        const line = make("p", "", make("strong", `${label}:`), " ", make("bdi", text.trim()));
        line.classList.toggle("mk-screen", !isPrinted);
        return line;
      });
      const title = make("h4", row.title);
      title.classList.toggle("mk-screen", !there.some(([, , isPrinted]) => isPrinted));
      return [title, ...lines];
    });
  }

  /** What was planned in a round, each with whether it was done. @type {ResultWords["planned"]} */
  function planned(round) {
    const { make, store, answers, paths } = marks;
    const { facts, record } = store;
    if (round < 1) return [];
    return answers
      .all(record, facts, round)
      .filter((one) => one.fields.what.trim())
      .map((one) => {
        const isDone = store.get(paths.field(one.path, "done", round)) === true;
        const end = make("strong", isDone ? facts.words.round_done : facts.words.res_open);
        return make("li", "", ...marks.nextSteps.line(one), ". ", end);
      });
  }

  /** The same as the picture, row by row. `isLater`: there was a round before.
      @type {ResultWords["table"]} */
  function table(rows, isLater) {
    const { make, store, answers } = marks;
    const { words } = store.facts;
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
        ...(hasAll ? [everyones(row)] : []),
        ...(hasOther ? [said(row.other)] : []),
        ...(hasAim ? [said(row.aim)] : []),
        [row.hasLadder && words.res_ladder, row.hasSnake && words.res_snake].filter(Boolean).join(", "),
      ];
      const title = Object.assign(make("th", row.title), { scope: "row" });
      return make("tr", "", title, ...cells.map((cell) => make("td", cell)));
    });
    return [make("thead", "", head), make("tbody", "", ...body)];
  }

  return { sentences, table, wrote, planned };
})();
