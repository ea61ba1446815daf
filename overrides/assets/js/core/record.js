/* What is a record? All that people wrote on the sheets of one project, as it is stored and as it is saved in a file.
   Pure: it knows no page and no storage. Its form is written down in .github/saved-file.md. */

marks.record = (() => {
  const FORM = 1; // the form that is written now
  const MOST = { text: 20000, path: 200, lost: 50, seen: 40, depth: 20 };
  /* What may be written, and what is read. Several tabs may each write as much as is allowed and are put together. */
  const WRITE = { file: 5e6, answers: 20000 };
  const READ = { file: 4 * WRITE.file, answers: 4 * WRITE.answers };
  const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
  const WORD = /^[a-z][a-z0-9-]{0,79}$/; // an answer that is not a score
  const SCORE = /^(?:mark|own)\/[^/]+\/score\/[^/]+\/[^/]+$/;
  const STEP = ["what", "who", "when", "help"]; // the fields of a next step: one thing, in four parts
  const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
  /* From each older form to the next: { 1: (record) => a record of form 2 }. None is old yet. */
  const STEPS = {};

  /** What is kept of a mark, as words: `fields` are the ids of the questions that are answered in words. */
  const texts = (fields = []) => new Set(["title", "meaning", "stage", ...STEP, ...fields]);

  /** Whether a path holds words. */
  const isText = (path, named) => path === "name" || (/^(?:mark|own)\/[^/]+\/[^/]+$/.test(path) && named.has(path.split("/")[2]));

  /** Whether a sheet shows what stands at a path. */
  const isShown = (path, named) => isText(path, named) || /^(?:chosen\/[^/]+|(?:mark|own)\/[^/]+\/(?:place|gone|score\/1\/together))$/.test(path);

  const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);
  const isPlain = (thing) => ["string", "boolean"].includes(typeof thing) || thing === null || Number.isFinite(thing);

  const isWriter = (thing) => typeof thing === "string" && thing.length <= 80;
  const isTime = (thing) => Number.isSafeInteger(thing) && thing >= 0;
  const has = (map, name) => Object.prototype.hasOwnProperty.call(map, name);

  /** A record with nothing in it. `guide`: { id, version }; `id`: new for each project. */
  const blank = (guide, id) => ({ guide: guide.id, version: guide.version, form: FORM, id, answers: {} });

  /** What stands at a path, or "". */
  const get = (record, path) => {
    const entry = has(record.answers, path) ? record.answers[path] : null;
    return entry && entry.is !== null ? entry.is : "";
  };

  /** The time of the newest answer. */
  const newest = (record) => Object.values(record.answers).reduce((most, entry) => Math.max(most, entry.at), 0);

  const compare = (one, other) => (one < other ? -1 : Number(one > other));

  /** Which of two is the later: the same in either order. */
  const order = (one, other) => one.at - other.at || compare(one.by, other.by) || compare(JSON.stringify(one), JSON.stringify(other));

  const isSame = (one, other) => one.by === other.by && one.at === other.at && one.is === other.is;

  /** All that an entry holds: what it is, and what others wrote that nobody who wrote after them had seen. */
  const values = ({ is, at, by, lost = [] }) => [{ is, at, by }, ...lost];

  /** What the writer of an entry had seen: of each writer, the time of the newest. */
  function seenBy(entry) {
    const seen = new Map();
    for (const { by, at } of [...values(entry), ...(entry.seen || [])]) seen.set(by, Math.max(at, seen.get(by) || 0));
    return seen;
  }

  /** An entry: its value, what was seen, what is lost, and `rest`: fields that only a newer guide knows. */
  function made({ is, at, by }, seen, lost, rest) {
    const list = [...seen].filter(([name, time]) => name !== by || time > at).map(([name, time]) => ({ by: name, at: time }))
      .sort((one, other) => other.at - one.at || compare(one.by, other.by)).slice(0, MOST.seen);
    const apart = fewer(is, lost);
    return { ...rest, is, at, by, ...(list.length ? { seen: list } : {}), ...(apart.length ? { lost: apart } : {}) };
  }

  /** What is lost, without what stands whole in the entry itself or in others: each key press of two people who type at
      once would be one. Of too many, the last go together, so that no word is dropped. */
  function fewer(is, lost) {
    const holds = (whole, part) => typeof whole === "string" && typeof part === "string" && whole.includes(part);
    const apart = lost.filter((one, index) => !holds(is, one.is)
      && !lost.some((other, at) => at !== index && holds(other.is, one.is) && (other.is !== one.is || at < index)));
    if (apart.length <= MOST.lost) return apart;
    const last = apart.slice(MOST.lost - 1);
    return [...apart.slice(0, MOST.lost - 1), { ...last[0], is: last.map((one) => one.is).join("\n") }];
  }

  function rest(entry) {
    const { is, at, by, seen, lost, ...others } = entry || {};
    return others;
  }

  /** What is lost and says something else than the entry itself, each once. */
  function unseen(entry) {
    const said = new Set([null, "", entry.is]);
    return (entry.lost || []).filter(({ is }) => {
      const fresh = !said.has(is) && String(is).trim() !== "";
      said.add(is);
      return fresh;
    });
  }

  /** An entry for a new value. `at`: later than all that its writer saw, whatever a clock says. */
  function entry(old, is, at, by) {
    return made({ is, at, by }, old ? seenBy(old) : new Map(), old ? unseen({ ...old, is }) : [], rest(old));
  }

  /** The same entry after people looked at words that were lost, and were done with them. */
  function settle(old, is) {
    return made(old, seenBy(old), (old.lost || []).filter((one) => one.is !== is), rest(old));
  }

  /** Both entries of one field in one. What the other's writer had seen gives way; of the rest the latest wins, and the
      others go along as lost. It does not matter who is put together with whom first. */
  function later(one, other) {
    const [old, won] = order(one, other) > 0 ? [other, one] : [one, other];
    const [seen, theirs] = [seenBy(old), seenBy(won)];
    const stays = (mine, others, known) => mine.filter((value) => others.some((two) => isSame(value, two)) || !(known.get(value.by) >= value.at));
    const held = [values(old), values(won)];
    let all = [...stays(held[0], held[1], theirs), ...stays(held[1], held[0], seen)];
    if (!all.length) all = held.flat(); // each claims to have seen the other: no page of ours writes that
    all.sort((a, b) => order(b, a));
    all = all.filter((value, index) => !index || !isSame(value, all[index - 1]));
    for (const [by, at] of theirs) seen.set(by, Math.max(at, seen.get(by) || 0));
    return made(all[0], seen, all.slice(1), { ...rest(old), ...rest(won) });
  }

  /** Both records in one, field by field; the same in either order. What only a newer guide knows is kept. */
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
      neither side had seen the other's. `both`: the two records in one. */
  function mixed(one, other, both) {
    const said = (record, path) => String(get(record, path)).trim();
    const units = new Set(Object.keys(other.answers).map((path) => path.split("/")).filter(([top, id, field]) => ["mark", "own"].includes(top) && id && STEP.includes(field))
      .map(([top, id]) => `${top}/${id}`));
    return [...units].map((unit) => STEP.map((field) => `${unit}/${field}`)).filter((paths) => paths.some((path) => {
      const [mine, theirs] = [said(one, path), said(other, path)];
      return mine && theirs && mine !== theirs && unseen(both.answers[path]).some(({ is }) => [mine, theirs].includes(String(is).trim()));
    })).flat();
  }

  /** An entry that holds a value in place of the one that it has, which stands beside it from then on. */
  function over(old, is, at, by) { return entry({ ...old, lost: values(old) }, is, at, by); }

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

  /** What is wrong with an entry: "" for nothing. `guide`: { scores, fields }. */
  function wrongEntry(path, one, { scores, fields }, named = texts(fields)) {
    if (path.length > MOST.path || /[\u0000-\u001F\u007F]/.test(path) || path.split("/").some((part) => !part || FORBIDDEN.has(part))) return "path";
    if (!isMap(one) || !isPlain(one.is) || !isTime(one.at)) return "entry";
    if (!isWriter(one.by)) return "entry";
    for (const name of ["lost", "seen"]) {
      if (one[name] !== undefined && !(Array.isArray(one[name]) && one[name].length <= MOST[name]
        && one[name].every((thing) => isMap(thing) && isTime(thing.at) && isWriter(thing.by) && (name === "seen" || isPlain(thing.is))))) return "entry";
    }
    for (const { is } of [one, ...(one.lost || [])]) {
      if (typeof is === "string" && is.length > MOST.text && is === one.is) return "long"; // of what is lost, many may stand together
      if (is === null) continue;
      if (isText(path, named) && typeof is !== "string") return "entry";
      if (SCORE.test(path) && !(typeof is === "string" ? WORD.test(is) || is === "" : Number.isInteger(is) && is >= scores[0] && is <= scores[1])) return "score";
    }
    return "";
  }

  /** What a text is made of, letter by letter, since a pattern would look at a damaged one for minutes:
      { isCut: it begins as an object and ends inside it, names: how many things in it have a name }. */
  function scan(text) {
    let depth = 0, names = 0, isWords = false, wasWords = false;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at];
      if (isWords) {
        if (letter === "\\") at++;
        else if (letter === '"') { isWords = false; wasWords = true; }
        continue;
      }
      if (letter === '"') isWords = true;
      else if ("{[".includes(letter)) depth++;
      else if ("}]".includes(letter)) depth--;
      else if (letter === ":" && wasWords) names++;
      if (!/\s/.test(letter)) wasWords = false;
    }
    return { isCut: /^[\s\uFEFF]*\{/.test(text) && (isWords || depth > 0), names };
  }

  /** How many things inside a thing have a name. */
  function count(thing) {
    let names = 0;
    for (let row = [thing]; row.length;) {
      for (const one of row) if (isMap(one)) names += Object.keys(one).length;
      row = row.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    }
    return names;
  }

  /** A number that any change of a text changes: FNV-1a over its letters, 32 bits. */
  function checksum(text) {
    let sum = 0x811C9DC5;
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  }

  /** The record that a text holds: { record, isChanged }, or what is wrong with it: { wrong, what }. It never throws.
      `isChanged`: something other than this guide wrote in it since it was saved. `guide`: { id, scores: [lowest, highest],
      fields: the ids of its questions that are answered in words }. */
  function read(text, guide) {
    if (typeof text === "string" && text.length > READ.file) return { wrong: "big" };
    if (typeof text !== "string" || !text.trim()) return { wrong: "empty" };
    let data;
    try {
      data = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      return { wrong: scan(text).isCut ? "cut" : "not-json" };
    }
    if (!isMap(data) || !has(data, "guide") || !has(data, "answers")) return { wrong: "not-ours" };
    const build = wrongBuild(data);
    if (build) return { wrong: build };
    if (data.guide !== guide.id) return { wrong: "other-guide", what: String(data.guide).slice(0, 80) };
    if (!Number.isInteger(data.form) || data.form < 1) return { wrong: "form", what: String(data.form).slice(0, 20) };
    if (data.form > FORM) return { wrong: "newer" };
    const { sum, ...whole } = data;
    // a file that was saved before there were checksums has none: then a name that stands twice is what can be seen
    const isChanged = sum === undefined ? scan(text).names !== count(data) : sum !== checksum(JSON.stringify(whole));
    const record = upgrade(whole);
    const wrong = wrongRecord(record, guide, READ);
    return wrong || { record, ...(isChanged ? { isChanged } : {}) };
  }

  /** What is wrong with a record: { wrong, what }, or null. `most`: { answers }. */
  function wrongRecord(record, guide, most) {
    if (typeof record.id !== "string" || !ID.test(record.id)) return { wrong: "id" };
    if (!isMap(record.answers)) return { wrong: "answers" };
    const all = Object.entries(record.answers);
    if (all.length > most.answers) return { wrong: "many" };
    const named = texts(guide.fields);
    for (const [path, one] of all) {
      const wrong = wrongEntry(path, one, guide, named);
      if (wrong) return { wrong, what: path };
    }
    return null;
  }

  /** Whether a record is small enough to be written and to grow. */
  const fits = (record) => Object.keys(record.answers).length <= WRITE.answers && write(record).length <= WRITE.file;

  /** How many answers stand where no sheet looks. They are kept all the same. */
  function unshown(record, { fields }) {
    const named = texts(fields);
    return Object.entries(record.answers).filter(([path, { is }]) => is !== null && is !== "" && !isShown(path, named)).length;
  }

  /** Any older form as the one that is written now. */
  function upgrade(data) {
    let record = data;
    while (record.form < FORM) record = STEPS[record.form](record);
    return record;
  }

  /** A record as text, which says at its end whether anybody changed it. */
  function write(record) {
    const text = JSON.stringify(record);
    return `${text.slice(0, -1)},"sum":"${checksum(text)}"}`;
  }

  return { FORM, MOST, WRITE, READ, has, blank, STEP, get, newest, entry, over, settle, unseen, rest, later, merge, mixed, read, wrongEntry, fits, unshown, upgrade, write };
})();
