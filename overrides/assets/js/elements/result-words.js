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

  /** The same as the picture, row by row. `isLater`: there was a round before.
      @type {ResultWords["table"]} */
  function table(rows, isLater) {
    const { make, store, answers, spreads } = marks;
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

  return { sentences, table };
})();
