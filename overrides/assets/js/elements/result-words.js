/* What do results say in words? Sentences on what stands out, and a table of every mark. */

marks.resultWords = (() => {
  /** What stands out, in sentences. @type {ResultWords["sentences"]} */
  function sentences(rows) {
    const { results, store } = marks;
    const { words } = store.facts;
    const out = results.standOut(rows, store.facts);
    /** @type {(text: string, found: { rows: { title: string }[], value: number }) => string} */
    const say = (text, found) =>
      found.rows.length
        ? text
            .replace("{marks}", () => found.rows.map(({ title }) => title).join("; "))
            .replace("{n}", String(found.value))
        : "";
    const said = (/** @type {Value} */ value) => String(store.facts.answers[String(value)] || value);
    const list = (/** @type {string[]} */ titles) => ({ rows: titles.map((title) => ({ title })), value: 0 });
    const both = (/** @type {Value} */ one, /** @type {Value} */ other) =>
      [one, other]
        .filter((value) => value !== "")
        .map(said)
        .join(" / ");
    const last = (/** @type {ResultRow} */ row) => both(row.last, row.lastOther);
    const scored = rows.filter(({ score }) => score !== "");
    const agreed = scored.map((row) => {
      const before = last(row) && ` (${words.last_score.replace("{score}", () => last(row))})`;
      return `${row.title}: ${both(row.score, row.other)}${before}`;
    });
    const two = rows.filter(({ other }) => other !== "").map(({ title }) => title);
    return [
      say(words.res_agreed, list(agreed)),
      say(words.sum_two, list(two)),
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

  /** What people wrote of each mark. @type {ResultWords["wrote"]} */
  function wrote(rows) {
    const { make, store, answers } = marks;
    const { words } = store.facts;
    return rows.flatMap((row) => {
      const names = answers.fields(store.facts, row.round).filter((name) => !marks.paths.STEP.includes(name));
      const score = (/** @type {Value} */ value) => String(answers.said(store.facts, value));
      const said = [
        ...names.map((name) => [answers.label(store.facts, name), row.fields[name]]),
        [`${words.out_why} (${score(row.score)})`, row.why],
        [`${words.out_why_other} (${score(row.other)})`, row.whyOther],
      ];
      const there = said.filter(([, text]) => text.trim());
      if (!there.length) return [];
      const lines = there.map(([label, text]) =>
        make("p", "", make("strong", `${label}:`), " ", make("bdi", text.trim())),
      );
      return [make("div", "", make("h4", row.title), ...lines)];
    });
  }

  /** What was planned in a round, each with whether it was done. @type {ResultWords["planned"]} */
  function planned(round) {
    const { make, store, answers, basket } = marks;
    const { facts, record } = store;
    if (round < 1) return [];
    return answers
      .all(record, facts, round)
      .filter((one) => one.fields.what.trim())
      .map((one) => {
        const isDone = basket.isDone(record, one.path, round);
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
      ...(isLater ? [words.out_last] : []),
      ...(hasAll ? [words.out_all] : []),
      ...(hasOther ? [words.out_other] : []),
      ...(hasAim ? [words.out_aim] : []),
      words.res_wrote,
    ];
    const head = make("tr", "", ...labels.map((label) => Object.assign(make("th", label), { scope: "col" })));
    const said = (/** @type {Value} */ value) => String(answers.said(store.facts, value)) || words.two_none;
    // a score is missed where there is none; a second one, or an aim, is there for few
    const ifAny = (/** @type {Value} */ value) => String(answers.said(store.facts, value));
    const body = rows.map((row) => {
      const cells = [
        said(row.score),
        ...(isLater
          ? [
              [row.last, row.lastOther]
                .filter((one) => one !== "")
                .map(said)
                .join(" / ") || words.two_none,
            ]
          : []),
        ...(hasAll ? [everyones(row)] : []),
        ...(hasOther ? [ifAny(row.other)] : []),
        ...(hasAim ? [ifAny(row.aim)] : []),
        [row.hasLadder && words.res_ladder, row.hasSnake && words.res_snake].filter(Boolean).join(", "),
      ];
      const title = Object.assign(make("th", row.title), { scope: "row" });
      return make("tr", "", title, ...cells.map((cell) => make("td", cell)));
    });
    return [make("thead", "", head), make("tbody", "", ...body)];
  }

  return { sentences, table, wrote, planned };
})();
