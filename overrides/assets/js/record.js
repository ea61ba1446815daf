/* What is a record? All that people wrote on the sheets of one project, as it is stored and as it is saved in a file.
   Pure: it knows no page and no storage. Its form is written down in tests/museum/README.md. */

marks.record = (() => {
  const FORM = 1; // the form that is written now
  const MOST = { file: 5e6, text: 20000, answers: 20000, path: 200, lost: 50, depth: 20, clock: 1e14 };
  const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
  const TEXTS = /^(?:name|(?:mark|own)\/[^/]+\/(?:title|meaning|stage|looks-like|ladders|snakes|what|who|when|help))$/;
  const SCORE = /^(?:mark|own)\/[^/]+\/score\/[^/]+\/[^/]+$/;
  const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
  /* From each older form to the next: { 1: (record) => a record of form 2 }. None is old yet. */
  const STEPS = {};

  const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);
  const isPlain = (thing) => ["string", "boolean"].includes(typeof thing) || thing === null || Number.isFinite(thing);

  const isTime = (thing) => Number.isInteger(thing) && thing >= 0 && thing <= MOST.clock;

  /** A record with nothing in it. `guide`: { id, version }; `id`: new for each project. */
  const blank = (guide, id) => ({ guide: guide.id, version: guide.version, form: FORM, id, answers: {} });

  /** What stands at a path, or "". */
  const get = (record, path) => {
    const entry = Object.hasOwn(record.answers, path) ? record.answers[path] : null;
    return entry && entry.is !== null ? entry.is : "";
  };

  /** The time of the newest answer. */
  const newest = (record) => Object.values(record.answers).reduce((most, entry) => Math.max(most, entry.at), 0);

  /** An entry for a new value: later than all others, whatever a clock says, and knowing which it stands on. */
  function entry(old, is, now, by) {
    const { lost, settled, ...before } = old || {};
    return { is, at: now, by, ...(old ? { from: before.by === by ? before.from || 0 : before.at } : {}),
      ...(lost ? { lost } : {}), ...(settled ? { settled } : {}) };
  }

  /** The same entry after people looked at what was lost. */
  function settle(old, now, by) {
    const { lost, ...made } = entry(old, old.is, now, by);
    return { ...made, settled: Math.max(made.settled || 0, ...lost.map((one) => one.at)) };
  }

  const compare = (one, other) => (one < other ? -1 : Number(one > other));

  /** Which entry is the later: the same in either order. */
  const order = (one, other) => one.at - other.at || compare(one.by, other.by) || compare(JSON.stringify(one), JSON.stringify(other));

  /** The later of two entries of one field. Words that its writer never saw go along as lost, until people settle it. */
  function later(one, other) {
    const [old, won] = order(one, other) > 0 ? [other, one] : [one, other];
    const settled = Math.max(old.settled || 0, won.settled || 0);
    const seen = old.by === won.by || (won.from || 0) >= old.at;
    const lost = new Map(); // value -> when it was written
    for (const { is, at } of [...(old.lost || []), ...(won.lost || []), ...(seen ? [] : [old])]) {
      if (at > settled && is !== won.is && is !== null && String(is).trim()) lost.set(is, Math.max(at, lost.get(is) || 0));
    }
    const { lost: _lost, settled: _settled, ...made } = won;
    if (lost.size) {
      made.lost = [...lost].map(([is, at]) => ({ is, at })).sort((a, b) => a.at - b.at || compare(JSON.stringify(a), JSON.stringify(b)))
        .slice(-MOST.lost);
    }
    if (settled) made.settled = settled;
    return made;
  }

  /** Both records in one, field by field; the same in either order. What only a newer guide knows is kept. */
  function merge(one, other) {
    const way = newest(one) - newest(other) || compare(JSON.stringify(one), JSON.stringify(other));
    const [first, last] = way > 0 ? [other, one] : [one, other];
    const answers = Object.fromEntries(Object.entries(first.answers));
    for (const [path, theirs] of Object.entries(last.answers)) {
      answers[path] = Object.hasOwn(answers, path) ? later(answers[path], theirs) : theirs;
    }
    return { ...first, ...last, answers };
  }

  /** What is wrong with the build of a thing: "deep", "path" for a name that no object may have, or "" for nothing.
      Row by row, since a file may be deeper than calls can go. */
  function wrongBuild(thing) {
    let row = [thing];
    for (let depth = 0; row.length; depth++) {
      if (depth > MOST.depth) return "deep";
      if (row.some((one) => isMap(one) && Object.keys(one).some((key) => FORBIDDEN.has(key)))) return "path";
      row = row.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    }
    return "";
  }

  /** What is wrong with an entry: "" for nothing. */
  function wrongEntry(path, one, scores) {
    if (path.length > MOST.path || path.split("/").some((part) => !part || FORBIDDEN.has(part))) return "path";
    if (!isMap(one) || !isPlain(one.is) || !isTime(one.at)) return "entry";
    if (typeof one.by !== "string" || one.by.length > 80) return "entry";
    if (![one.from, one.settled].every((at) => at === undefined || isTime(at))) return "entry";
    if (one.lost !== undefined && !(Array.isArray(one.lost) && one.lost.length <= MOST.lost
      && one.lost.every((lost) => isMap(lost) && isPlain(lost.is) && isTime(lost.at)))) return "entry";
    for (const { is } of [one, ...(one.lost || [])]) {
      if (typeof is === "string" && is.length > MOST.text) return "long";
      if (is === null) continue;
      if (TEXTS.test(path) && typeof is !== "string") return "entry";
      if (SCORE.test(path) && !(typeof is === "string" ? ID.test(is) || is === "" : Number.isInteger(is) && is >= scores[0] && is <= scores[1])) return "score";
    }
    return "";
  }

  /** The record that a text holds: { record }, or what is wrong with it: { wrong, what }. It never throws.
      `guide`: { id, scores: [lowest, highest] }. */
  function read(text, guide) {
    if (typeof text !== "string" || !text.trim()) return { wrong: "empty" };
    if (text.length > MOST.file) return { wrong: "big" };
    let data;
    try {
      data = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      return { wrong: /^\s*\uFEFF?\s*\{/.test(text) && !/\}\s*$/.test(text) ? "cut" : "not-json" };
    }
    if (!isMap(data) || !Object.hasOwn(data, "guide") || !Object.hasOwn(data, "answers")) return { wrong: "not-ours" };
    const build = wrongBuild(data);
    if (build) return { wrong: build, what: "__proto__" };
    if (data.guide !== guide.id) return { wrong: "other-guide", what: String(data.guide).slice(0, 80) };
    if (!Number.isInteger(data.form) || data.form < 1) return { wrong: "form", what: String(data.form).slice(0, 20) };
    if (data.form > FORM) return { wrong: "newer" };
    const record = upgrade(data);
    if (typeof record.id !== "string" || !ID.test(record.id)) return { wrong: "id" };
    if (!isMap(record.answers)) return { wrong: "answers" };
    const all = Object.entries(record.answers);
    if (all.length > MOST.answers) return { wrong: "many" };
    for (const [path, one] of all) {
      const wrong = wrongEntry(path, one, guide.scores);
      if (wrong) return { wrong, what: path.slice(0, 80) };
    }
    return { record };
  }

  /** Any older form as the one that is written now. */
  function upgrade(data) {
    let record = data;
    while (record.form < FORM) record = STEPS[record.form](record);
    return record;
  }

  const write = (record) => JSON.stringify(record);

  return { FORM, MOST, blank, get, newest, entry, settle, merge, read, upgrade, write };
})();
