/* What did everyone score? Each person's score of a mark, alone and again after the talk; how far people stand apart;
   and how sides differ, where nobody can be worked out. No average, no total. Pure: it knows no page and no storage. */

marks.everyone = (() => {
  const { record: form, paths } = marks;
  const FEWEST = 3; // people on every side before any side is shown

  /** Everybody in a project who was not taken out, by their numbers. Whoever scored is there, also without a number.
      @type {Everyone["people"]} */
  function people(record) {
    const { answers } = record;
    /** @type {Set<string>} */
    const ids = new Set();
    for (const path of Object.keys(answers)) {
      const [top, id, field, , who] = path.split("/");
      if (top === "person" && id && answers[path].is !== null) ids.add(id);
      else if (who && (field === "score" || field === "again") && answers[path].is !== null) ids.add(who);
    }
    for (const one of [paths.TOGETHER, paths.OTHER]) ids.delete(one);
    return [...ids]
      .filter((id) => form.get(record, `person/${id}/gone`) !== true)
      .map((id) => person(record, id))
      .sort((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1));
  }

  /** @param {Project} record @param {string} id @returns {Person} */
  const person = (record, id) => ({
    id,
    number: Number(form.get(record, `person/${id}/place`)) || Number.MAX_SAFE_INTEGER,
    name: String(form.get(record, `person/${id}/name`)),
    side: String(form.get(record, `person/${id}/side`)),
  });

  /** The id of the person with a number: the same wherever it is written down, so that two who take notes mean one.
      @type {Everyone["idOf"]} */
  const idOf = (number) => `p${number}`;

  /** What each person scored of a mark in a round: alone, again after the talk, and which of these counts.
      @type {Everyone["scores"]} */
  const scores = (record, path, round, list) =>
    list.map((one) => {
      const first = form.get(record, paths.score(path, round, one.id));
      const again = form.get(record, paths.again(path, round, one.id));
      return { person: one, first, again, now: again === "" ? first : again };
    });

  /** Many scores in short: how many people answered and how many of them with a number, the lowest and the highest, how
      many chose each number, and each answer that is none. @type {Everyone["spread"]} */
  function spread(values, facts) {
    const [lowest, highest] = facts.guide.scores;
    const counts = Array(highest - lowest + 1).fill(0);
    /** @type {{ [id: string]: number }} */
    const others = {};
    for (const value of values) {
      if (typeof value === "number") counts[value - lowest] += 1;
      else if (value !== "" && value !== null) others[String(value)] = (others[String(value)] || 0) + 1;
    }
    const scored = counts.reduce((sum, one) => sum + one, 0);
    const low = lowest + counts.findIndex(Boolean);
    const high = highest - [...counts].reverse().findIndex(Boolean);
    const answered = scored + Object.values(others).reduce((sum, one) => sum + one, 0);
    return { answered, scored, low: scored ? low : null, high: scored ? high : null, counts, others };
  }

  /** How sides differ in a mark: an empty list wherever fewer than three people stand on any of them, those who did not
      say included. Whether it is shown hangs on how many there are and never on what they scored, so that nobody can be
      worked out by what is shown, nor by what is not. @type {Everyone["sides"]} */
  function sides(rows, facts) {
    /** @type {Map<string, Value[]>} */
    const groups = new Map();
    for (const { person: one, now } of rows) {
      if (typeof now !== "number") continue;
      const side = form.has(facts.sides, one.side) ? one.side : "";
      groups.set(side, [...(groups.get(side) || []), now]);
    }
    if ([...groups.values()].some((list) => list.length < FEWEST)) return [];
    const named = Object.keys(facts.sides).filter((id) => groups.has(id));
    if (named.length < 2) return [];
    return named.map((id) => ({ id, name: facts.sides[id], ...spread(groups.get(id) || [], facts) }));
  }

  /** How far people stand apart in what they scored; -1 where fewer than two gave a number.
      @type {Everyone["apart"]} */
  const apart = ({ scored, low, high }) => (scored > 1 && low !== null && high !== null ? high - low : -1);

  return { FEWEST, people, idOf, scores, spread, sides, apart };
})();
