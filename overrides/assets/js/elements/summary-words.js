/* What does a sheet say of its scores in words? What stands out, two scores that are kept, and what is beside them. */

marks.summaryWords = (() => {
  /** The second score, where people keep two. @type {SummaryWords["other"]} */
  const other = ({ path }) => marks.store.get(marks.paths.score(path, marks.store.round, marks.paths.OTHER));

  /** What stands beside a score: why, why the other, and where people want to be. @type {SummaryWords["beside"]} */
  function beside(one) {
    const { store, paths, answers } = marks;
    const { words } = store.facts;
    const said = (/** @type {Value} */ score) => String(answers.said(store.facts, score));
    const why = (/** @type {string} */ who) => String(store.get(`${one.path}/why/${store.round}/${who}`)).trim();
    const lines = [
      [`${words.out_why} (${said(one.score)})`, why(paths.TOGETHER)],
      [`${words.out_why_other} (${said(other(one))})`, why(paths.OTHER)],
      [words.out_aim, said(store.get(`${one.path}/aim/${store.round}`))],
    ];
    return lines.filter(([, text]) => text);
  }

  /** What stands out: the highest, the lowest, what two scores are kept for, and what has no number. `most`: so many
      marks are named. @type {SummaryWords["sentences"]} */
  function sentences(answered, most) {
    const { make, scores } = marks;
    const { words, answers } = marks.store.facts;
    /** @type {Part[]} */
    const made = [];
    // one step is as high as itself
    const worth = (/** @type {Answered} */ { score }) => scores.step(score)?.score ?? Number(score);
    const two = answered.filter((one) => other(one) !== "");
    const scored = answered.filter((one) => typeof one.score === "number" && !two.includes(one));
    const all = scored.map(worth);
    const [high, low] = [Math.max(...all), Math.min(...all)];
    /** @type {(text: string, score: number | string, list: Answered[]) => void} */
    const say = (text, score, list) => {
      const said = scores.step(score)?.name ?? String(score);
      const [before, after] = text.replace("{score}", () => said).split("{marks}");
      const titles = list.slice(0, most).flatMap((one, at) => [at ? "; " : "", make("bdi", one.title)]);
      made.push(make("p", "", before, ...titles, after || ""));
    };
    const top = scored.length === 1 ? words.sum_one : high === low ? words.sum_same : words.sum_high;
    const worthy = (/** @type {number} */ score) => scored.filter((one) => worth(one) === score);
    if (scored.length) say(top, high, worthy(high));
    if (high > low) say(words.sum_low, low, worthy(low));
    if (two.length) say(words.sum_two, "", two);
    for (const [id, name] of Object.entries(answers)) {
      const list = answered.filter((one) => one.score === id);
      if (list.length) say(words.sum_other, name, list);
    }
    return made;
  }

  return { other, beside, sentences };
})();
