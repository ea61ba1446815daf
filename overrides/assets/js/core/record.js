/* What is a record? All that people wrote on the sheets of one project, and how two copies of it become one. Pure: it
   knows no page and no storage. Its form is written down in .github/saved-file.md.

   Each path of a record is a multi-value register with a version vector. Whoever writes there takes the place of all
   that they had seen; what two people wrote without having seen each other stays, both. Shapiro, Preguiça, Baquero and
   Zawirski describe such a register in "A comprehensive study of Convergent and Commutative Replicated Data Types"
   (INRIA, RR-7506, 2011), and Parker and others the version vector in "Detection of Mutual Inconsistency in Distributed
   Systems" (IEEE Transactions on Software Engineering, 1983). `is`, `at` and `by` are the value that is shown, `lost`
   the others, and `seen` is the vector: of each writer, the newest that was seen. It is theirs but for this:
   - The clock is one of real time that never goes back, so that of several values the latest is shown.
   - A value that stands whole in another is no value of its own, and people may say that they are done with one.
   - A vector has an end, and so has what is lost (MOST). The oldest writers leave it first. */

marks.record = (() => {
  const FORM = 2; // the form that is written now
  const MOST = { text: 20000, path: 200, lost: 50, seen: 40, depth: 20 };

  /** @type {RecordTools["has"]} */
  // biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is too new for browsers of five years ago
  const has = (map, name) => Object.prototype.hasOwnProperty.call(map, name);

  /** A record with nothing in it. `guide`: { id, version }; `id`: new for each project. @type {RecordTools["blank"]} */
  const blank = (guide, id) => ({ guide: guide.id, version: guide.version, form: FORM, id, answers: {} });

  /** What stands at a path of a list of answers, and not what every object has by nature.
      @type {RecordTools["there"]} */
  const there = (answers, path) => (has(answers, path) ? answers[path] : undefined);

  /** What stands at a path, or "". @type {RecordTools["get"]} */
  const get = (record, path) => there(record.answers, path)?.is ?? "";

  /** Whether anybody's words or score stand at a path. @type {RecordTools["isAnswer"]} */
  function isAnswer({ answers }, path) {
    const entry = there(answers, path);
    return Boolean(entry && ((entry.is !== null && entry.is !== "") || entry.lost));
  }

  /** The time of the newest answer. @type {RecordTools["newest"]} */
  const newest = (record) => Object.values(record.answers).reduce((most, entry) => Math.max(most, entry.at), 0);

  /** @type {(one: string, other: string) => number} */
  const compare = (one, other) => (one < other ? -1 : Number(one > other));

  /** Which of two is the later: the same in either order. @type {(one: Written, other: Written) => number} */
  const order = (one, other) =>
    one.at - other.at || compare(one.by, other.by) || compare(JSON.stringify(one), JSON.stringify(other));

  /** @type {RecordTools["isSame"]} */
  const isSame = (one, other) =>
    Boolean(one && other) && one?.by === other?.by && one?.at === other?.at && one?.is === other?.is;

  /** All that an entry holds: what it is, and what others wrote that nobody who wrote after them had seen.
      @type {(entry: Entry) => Written[]} */
  const values = ({ is, at, by, lost = [] }) => [{ is, at, by }, ...lost];

  /** What the writer of an entry had seen: of each writer, the time of the newest. @param {Entry} entry */
  function seenBy(entry) {
    const seen = new Map();
    for (const { by, at } of [...values(entry), ...(entry.seen || [])]) seen.set(by, Math.max(at, seen.get(by) || 0));
    return seen;
  }

  /** An entry: its value, what was seen, what is lost, and `others`: fields that only a newer guide knows.
      @type {(written: Written, seen: Map<string, number>, lost: Written[], others: object) => Entry} */
  function made({ is, at, by }, seen, lost, others) {
    const list = [...seen]
      .filter(([name, time]) => name !== by || time > at)
      .map(([name, time]) => ({ by: name, at: time }))
      .sort((one, other) => other.at - one.at || compare(one.by, other.by))
      .slice(0, MOST.seen);
    const apart = fewer(is, lost);
    return { ...others, is, at, by, ...(list.length ? { seen: list } : {}), ...(apart.length ? { lost: apart } : {}) };
  }

  /** What is lost, without what stands whole in the entry itself or in others: each key press of two people who type at
      once would be one, and a score that many gave is one. Of too many, the last go together: no word is dropped.
      @type {(is: Value, lost: Written[]) => Written[]} */
  function fewer(is, lost) {
    /** @type {(whole: Value, part: Value) => boolean} */
    const holds = (whole, part) =>
      typeof whole === "string" && typeof part === "string" ? whole.includes(part) : whole === part;
    const apart = lost.filter(
      (one, index) =>
        !holds(is, one.is) &&
        !lost.some((other, at) => at !== index && holds(other.is, one.is) && (other.is !== one.is || at < index)),
    );
    if (apart.length <= MOST.lost) return apart;
    const last = apart.slice(MOST.lost - 1);
    const together = last.map((one) => one.is).join("\n");
    // By a name of its own: whoever saw what one of them wrote has not seen the words of the others.
    const by = `${last[0].by.split("+")[0].slice(0, 60)}+${marks.hash(together).toString(36)}`;
    return [...apart.slice(0, MOST.lost - 1), { is: together, at: last[0].at, by }];
  }

  /** What an entry has that only a newer guide knows. @type {RecordTools["rest"]} */
  function rest(entry) {
    const { is, at, by, seen, lost, ...others } = entry || {};
    return others;
  }

  /** What is lost and says something else than the entry itself, each once. @type {RecordTools["unseen"]} */
  function unseen(entry) {
    if (!entry) return [];
    const said = new Set([null, "", entry.is]);
    return (entry.lost || []).filter(({ is }) => {
      const fresh = !said.has(is) && String(is).trim() !== "";
      said.add(is);
      return fresh;
    });
  }

  /** An entry for a new value. `at`: later than all that its writer saw, whatever a clock says.
      @type {RecordTools["entry"]} */
  function entry(old, is, at, by) {
    return made({ is, at, by }, old ? seenBy(old) : new Map(), old ? unseen({ ...old, is }) : [], rest(old));
  }

  /** The same entry after people looked at words that were lost, and were done with them.
      @type {RecordTools["settle"]} */
  function settle(old, is) {
    const left = (old.lost || []).filter((one) => one.is !== is);
    return made(old, seenBy(old), left, rest(old));
  }

  /** Both entries of one field in one. What the other's writer had seen gives way; of the rest the latest wins, and the
      others go along as lost. It does not matter who is put together with whom first. @type {RecordTools["later"]} */
  function later(one, other) {
    const [old, won] = order(one, other) > 0 ? [other, one] : [one, other];
    const [seen, theirs] = [seenBy(old), seenBy(won)];
    /** @type {(mine: Written[], others: Written[], known: Map<string, number>) => Written[]} */
    const stays = (mine, others, known) =>
      mine.filter((value) => others.some((two) => isSame(value, two)) || (known.get(value.by) ?? -1) < value.at);
    const held = [values(old), values(won)];
    let all = [...stays(held[0], held[1], theirs), ...stays(held[1], held[0], seen)];
    if (!all.length) all = held.flat(); // each claims to have seen the other: no page of ours writes that
    all.sort((a, b) => order(b, a));
    all = all.filter((value, index) => !index || !isSame(value, all[index - 1]));
    for (const [by, at] of theirs) seen.set(by, Math.max(at, seen.get(by) || 0));
    return made(all[0], seen, all.slice(1), { ...rest(old), ...rest(won) });
  }

  /** Both records in one, field by field; the same in either order. What only a newer guide knows is kept.
      @type {RecordTools["merge"]} */
  function merge(one, other) {
    const way = newest(one) - newest(other) || compare(JSON.stringify(one), JSON.stringify(other));
    const [first, last] = way > 0 ? [other, one] : [one, other];
    const answers = Object.fromEntries(Object.entries(first.answers));
    for (const [path, theirs] of Object.entries(last.answers)) {
      answers[path] = has(answers, path) ? later(answers[path], theirs) : theirs;
    }
    return { ...first, ...last, answers };
  }

  /** The paths of next steps that a merge put together from two: on both sides somebody planned one, they differ, and
      neither side had seen the other's. `both`: the two records in one. @type {RecordTools["mixed"]} */
  function mixed(one, other, both) {
    /** @type {(record: Project, path: string) => string} */
    const said = (record, path) => String(get(record, path)).trim();
    /** @param {string} path */
    const isMixed = (path) => {
      const two = [said(one, path), said(other, path)];
      if (!two[0] || !two[1] || two[0] === two[1]) return false;
      return unseen(there(both.answers, path)).some(({ is }) => two.includes(String(is).trim()));
    };
    const { STEP, STEPPED, field } = marks.paths;
    const steps = new Set(
      Object.keys(other.answers)
        .map((path) => path.split("/"))
        .filter(([top, id, name, round]) => STEPPED.includes(top) && id && STEP.includes(name) && round)
        .map(([top, id, , round]) => `${top}/${id}/${round}`),
    );
    return [...steps]
      .map((step) => step.split("/"))
      .map(([top, id, round]) => STEP.map((name) => field(`${top}/${id}`, name, Number(round))))
      .flatMap((paths) => (paths.some(isMixed) ? paths : []));
  }

  /** An entry that holds a value in place of the one that it has, which stands beside it from then on.
      @type {RecordTools["over"]} */
  function over(old, is, at, by) {
    return entry({ ...old, lost: values(old) }, is, at, by);
  }

  const reading = { has, blank, there, get, isAnswer, newest, isSame, unseen, rest };
  const writing = { entry, over, settle, later, merge, mixed };
  return { FORM, MOST, ...reading, ...writing };
})();
