/* Where are we? What a group scored in a round, as rows for a picture, a table and sentences: the agreed score, last
   time's, how far people stand apart, ladders and snakes. No grade, no total, no other group. Pure: it knows no
   page. */

marks.results = (() => {
  const { record: form, paths } = marks;

  /** @param {Value | undefined} value */
  const isNumber = (value) => typeof value === "number";

  /** Whether people wrote anything where the guide offers ladders, or snakes.
      @param {Answered} one @param {Facts} facts @param {string} offers */
  const wrote = (one, facts, offers) =>
    facts.questions.some((question) => question.offers === offers && (one.fields[question.id] || "").trim() !== "");

  /** How far a group moved, from one or two scores to one or two: at least so far, and null where they moved both ways.
      @param {Value[]} now @param {Value[]} before */
  function movedBy(now, before) {
    const ways = now
      .filter(isNumber)
      .flatMap((one) => before.filter(isNumber).map((other) => Number(one) - Number(other)));
    const [least, most] = [Math.min(...ways), Math.max(...ways)];
    if (!ways.length || (least !== most && least * most <= 0)) return null;
    return least > 0 ? least : most;
  }

  /** Where people want to be: what they said in this round, or last before it.
      @param {Project} record @param {string} path @param {number} round @returns {Value} */
  function aimOf(record, path, round) {
    for (let at = round; at > 0; at--) {
      const aim = form.get(record, `${path}/aim/${at}`);
      if (aim !== "") return aim;
    }
    return "";
  }

  /** What is the same for all stages, and takes long to find in a large project. @type {Results["knownOf"]} */
  const knownOf = (record) => ({ people: marks.everyone.people(record), owned: marks.answers.customs(record) });

  /** Each mark of a stage that has anything to show in a round, in the order of the guide. @type {Results["rows"]} */
  function rows(record, facts, stage, round, known = knownOf(record)) {
    const { answers, everyone } = marks;
    const { people, owned } = known;
    return answers
      .stage(record, facts, stage, round, owned)
      .map((one) => {
        const scored = everyone.scores(record, one.path, round, people);
        const spread = everyone.spread(
          scored.map(({ now }) => now),
          facts,
        );
        const isTalked = scored.some(({ again }) => again !== "");
        const first = everyone.spread(
          scored.map((who) => who.first),
          facts,
        );
        const before = (/** @type {string} */ who) =>
          round > 1 ? form.get(record, paths.score(one.path, round - 1, who)) : "";
        const [last, lastOther] = [before(paths.TOGETHER), before(paths.OTHER)];
        const other = form.get(record, paths.score(one.path, round, paths.OTHER));
        return {
          ...one,
          last,
          lastOther,
          other,
          aim: aimOf(record, one.path, round),
          spread,
          first: isTalked ? first : null,
          why: String(form.get(record, `${one.path}/why/${round}/${paths.TOGETHER}`)),
          whyOther: String(form.get(record, `${one.path}/why/${round}/${paths.OTHER}`)),
          sides: everyone.sides(scored, facts),
          sidesBefore: everyone.sidesBefore(scored, facts),
          apart: everyone.apart(spread),
          moved: movedBy([one.score, other], [last, lastOther]),
          hasLadder: wrote(one, facts, "ladders"),
          hasSnake: wrote(one, facts, "snakes"),
        };
      })
      .filter(isShown);
  }

  /** Whether there is anything to show. @param {ResultRow} row */
  const isShown = ({ score, last, spread, other, fields }) =>
    score !== "" ||
    last !== "" ||
    other !== "" ||
    spread.answered > 0 ||
    Object.entries(fields).some(([name, words]) => name !== "meaning" && words.trim() !== "");

  /** The row without what everyone scored, for as long as that is hidden and nothing is agreed.
      @type {Results["secret"]} */
  const secret = (row, facts) => {
    const spread = marks.everyone.spread([], facts);
    const none = { spread, first: null, sides: [], sidesBefore: [], apart: marks.everyone.apart(spread) };
    return row.score === "" ? { ...row, ...none } : row;
  };

  /** What a row is worth when the hardest come first: its agreed score, else the lowest of anyone.
      @param {ResultRow} row */
  const worth = ({ score, spread }) => (isNumber(score) ? Number(score) : (spread.low ?? Number.POSITIVE_INFINITY));

  /** @type {{ [order: string]: (row: ResultRow) => number }} */
  const ORDERS = {
    guide: () => 0,
    apart: ({ apart }) => -apart,
    hardest: worth,
    moved: ({ moved }) => (moved === null ? 1 : -Math.abs(moved)),
  };

  /** The rows in another order; those that are alike stay in the order of the guide. @type {Results["ordered"]} */
  const ordered = (list, order) => {
    const value = ORDERS[order] || ORDERS.guide;
    return [...list].sort((one, other) => value(one) - value(other) || 0);
  };

  /** The rows with the most of something, and how much that is; none where there is nothing.
      @type {(list: ResultRow[], value: (row: ResultRow) => number | null) => { rows: ResultRow[], value: number }} */
  function most(list, value) {
    const values = list.map(value).filter(isNumber).map(Number);
    if (!values.length) return { rows: [], value: 0 };
    const top = Math.max(...values);
    return { rows: list.filter((row) => value(row) === top), value: top };
  }

  /** Where the lower half of the scale ends. @param {Facts} facts */
  function middle(facts) {
    const [lowest, highest] = facts.guide.scores;
    return (lowest + highest) / 2;
  }

  /** What stands out: strongest, hardest, widest apart, and what moved up and down most. Of one score alone, or of many
      that are the same, none stands out; and nothing is strong in the lower half. @type {Results["standOut"]} */
  function standOut(list, facts) {
    // where two scores are kept, neither is the group's
    const score = (/** @type {ResultRow} */ row) => (isNumber(row.score) && !row.other ? Number(row.score) : null);
    const negative = (/** @type {number | null} */ value) => (value === null ? null : -value);
    const strongest = most(list, score);
    const hardest = most(list, (row) => negative(score(row)));
    const none = { rows: [], value: 0 };
    const isOne = strongest.value === -hardest.value;
    return {
      strongest: isOne || strongest.value <= middle(facts) ? none : strongest,
      hardest: isOne ? none : { rows: hardest.rows, value: -hardest.value },
      apart: most(list, ({ apart }) => (apart > 1 ? apart : null)),
      up: most(list, ({ moved }) => (moved !== null && moved > 0 ? moved : null)),
      down: most(list, ({ moved }) => (moved !== null && moved < 0 ? -moved : null)),
    };
  }

  /** The marks that a group agreed are hardest, where ideas may help: at most so many, the hardest first, and none in
      the upper half of the scale. @type {Results["hardest"]} */
  function hardest(list, facts, count = 3) {
    return ordered(list, "hardest")
      .filter(({ score }) => isNumber(score) && Number(score) <= middle(facts))
      .slice(0, count);
  }

  return { knownOf, rows, secret, ordered, standOut, hardest };
})();
