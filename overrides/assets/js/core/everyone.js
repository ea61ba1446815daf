/* What did everyone score? Each person's score of a mark, alone and again after the talk; how far people stand apart;
   and how sides differ, where nobody can be worked out. No average, no total. Pure: it knows no page and no storage. */

marks.everyone = (() => {
  const { record: form, paths } = marks;
  const FEWEST = 3; // people on every side before any side is shown

  /** The ids of everybody, those who were taken out included, by their numbers. Whoever has no number must have scored.
      @param {Project} record */
  function allPeople(record) {
    const { answers } = record;
    const isThere = (/** @type {string} */ path) => form.there(answers, path)?.is !== null;
    /** @type {string[] | null} */
    let all = null;
    const has = (/** @type {string} */ id) => {
      if (form.get(record, `person/${id}/place`) !== "") return true;
      all = all || Object.keys(answers);
      return all.some((path) => paths.whose(path) === id && isThere(path));
    };
    const ids = [...paths.everyone(record)].filter(has);
    return ids.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  }

  /** Everybody in a project who was not taken out, by their numbers. Whoever scored is there, also without a number.
      @type {Everyone["people"]} */
  function people(record) {
    return allPeople(record)
      .filter((id) => form.get(record, `person/${id}/gone`) !== true)
      .map((id) => person(record, id))
      .sort((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1));
  }

  /** The number of an id: it stays when undo takes the place away. @param {string} id */
  const numberOf = (id) => (/^p[1-9]\d?$/.test(id) ? Number(id.slice(1)) : 0);

  /** @param {Project} record @param {string} id @returns {Person} */
  const person = (record, id) => ({
    id,
    number: Number(form.get(record, `person/${id}/place`)) || numberOf(id) || Number.MAX_SAFE_INTEGER,
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

  /** The side that somebody stands on; "" for none that this guide has. @param {Person} one @param {Facts} facts */
  const sideOf = (one, facts) => (form.has(facts.sides, one.side) ? one.side : "");

  /** How sides differ in a mark: an empty list wherever fewer than three people stand on any of them, those who did not
      say included. Whether it is shown hangs on how many there are and never on what they scored, so that nobody can be
      worked out by what is shown, nor by what is not. `which`: the score that is told of.
      @type {Everyone["sides"]} */
  function sides(rows, facts, which = "now") {
    /** @type {Map<string, Value[]>} */
    const groups = new Map();
    for (const row of rows) {
      const score = row[which];
      if (typeof score !== "number") continue;
      const side = sideOf(row.person, facts);
      groups.set(side, [...(groups.get(side) || []), score]);
    }
    if ([...groups.values()].some((list) => list.length < FEWEST)) return [];
    const named = Object.keys(facts.sides).filter((id) => groups.has(id));
    if (named.length < 2) return [];
    return named.map((id) => ({ id, name: facts.sides[id], ...spread(groups.get(id) || [], facts) }));
  }

  /** How sides differed before the talk, to stand beside how they do after it. Whoever lays one beside the other sees
      what those did who scored again, came to a number or lost theirs: so it is told only where each of these is one of
      at least three of their side who did the same. @type {Everyone["sidesBefore"]} */
  function sidesBefore(rows, facts) {
    if (rows.every(({ again }) => again === "")) return [];
    /** @type {{ [alike: string]: number }} */
    const counts = {};
    for (const { person: one, first, again, now } of rows) {
      const has = [first, now].map((score) => typeof score === "number");
      if (!has.includes(true)) continue;
      const alike = [sideOf(one, facts), again !== "", ...has].join();
      counts[alike] = (counts[alike] || 0) + 1;
    }
    if (Object.values(counts).some((count) => count < FEWEST)) return [];
    return sides(rows, facts).length ? sides(rows, facts, "first") : [];
  }

  /** How far people stand apart in what they scored; -1 where fewer than two gave a number.
      @type {Everyone["apart"]} */
  const apart = ({ scored, low, high }) => (scored > 1 && low !== null && high !== null ? high - low : -1);

  /** The same record with its paths moved; of two at one path the later stays.
      @param {Project} record @param {(path: string) => string} way @returns {Project} */
  function moved(record, way) {
    /** @type {Answers} */
    const answers = {};
    for (const [path, entry] of Object.entries(record.answers)) {
      const at = way(path);
      answers[at] = form.has(answers, at) ? form.later(answers[at], entry) : entry;
    }
    return { ...record, answers };
  }

  /** What one person wrote on a sheet of their own, as the scores of a person in a group: what they agreed with
      themselves is what they scored. @type {Everyone["asPerson"]} */
  function asPerson(record, number) {
    const id = idOf(number);
    const mine = moved(record, (path) => path.replace(/^((?:mark|own)\/[^/]+\/score\/[^/]+)\/together$/, `$1/${id}`));
    const at = form.newest(record) + 1;
    const here = { is: number, at, by: record.id };
    const { name, ...answers } = mine.answers;
    return { ...mine, answers: { ...answers, [`person/${id}/place`]: here } };
  }

  /** The same record whose people have numbers after another's: they are others than those who have theirs there.
      @type {Everyone["renumbered"]} */
  function renumbered(record, after) {
    /** @type {Map<string, number>} */
    const numbers = new Map();
    for (const one of allPeople(record)) numbers.set(one, after + numbers.size + 1);
    const id = (/** @type {string} */ old) => {
      const number = numbers.get(old);
      return number ? idOf(number) : old;
    };
    const mine = moved(record, (path) => {
      const [top, who, ...rest] = path.split("/");
      if (top === "person") return [top, id(who), ...rest].join("/");
      return path.replace(
        /\/(score|again)\/([^/]+)\/([^/]+)$/,
        (_, kind, round, old) => `/${kind}/${round}/${id(old)}`,
      );
    });
    for (const [old, number] of numbers) {
      const at = `person/${id(old)}/place`;
      mine.answers[at] = { ...(mine.answers[at] || { at: form.newest(record) + 1, by: record.id }), is: number };
    }
    return mine;
  }

  return { people, idOf, asPerson, renumbered, scores, spread, sides, sidesBefore, apart };
})();
