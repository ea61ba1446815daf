/* What does a saved file hold, and is it whole? A record as text, and all that may be wrong with a text. A browser
   keeps the same text. Pure: it knows no page and no storage. Its form is written down in .github/saved-file.md. */

marks.savedFile = (() => {
  const { FORM, MOST, has } = marks.record;
  const { LASTING, STEP } = marks.paths;
  /* What may be written, and what is read. Several tabs may each write as much as is allowed and are put together. */
  const WRITE = { file: 5e6, answers: 40000 };
  const READ = { file: 4 * WRITE.file, answers: 4 * WRITE.answers };
  const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
  const WORD = /^[a-z][a-z0-9-]{0,79}$/; // an answer that is not a score
  const SCORE = /^(?:mark|own)\/[^/]+\/(?:(?:score|again)\/[^/]+\/[^/]+|aim\/[^/]+)$/;
  // words that are no answer to a question: of a round, of a person, of somebody who came once, of a session's plan, of
  // an idea to try
  const SAID = new RegExp(
    `^(?:${[
      "round/\\d+/(?:on|where|absent)",
      "person/[^/]+/(?:name|side|code/.+)",
      "once/[^/]+/(?!round$).+",
      "plan/.+/(?:start|what|who|say)",
      "(?:own-)?idea/[^/]+/(?:title|(?:who|when|help)/\\d+)",
    ].join("|")})$`,
  );
  // what is neither words nor a score
  const KNOWN = new RegExp(
    `^(?:${[
      "chosen/[^/]+",
      "(?:mark|own)/[^/]+/(?:place|gone|done/\\d+)",
      "round/\\d+/(?:begun|here|home)",
      "person/[^/]+/(?:place|gone|away/\\d+)",
      "once/[^/]+/round",
      "plan/.+/(?:access|minutes)",
      "(?:own-)?idea/[^/]+/(?:basket|for/.+|(?:plan|done)/\\d+)",
    ].join("|")})$`,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no path may hold a sign that nobody sees
  const UNSEEN = /[\u0000-\u001F\u007F]/;
  const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
  /** From each older form to the next: { 1: (record) => a record of form 2 }.
      @type {{ [form: number]: (record: Project) => Project }} */
  const STEPS = { 1: numbered };

  /** What people wrote before there were rounds was their first. @param {Project} record @returns {Project} */
  function numbered(record) {
    if (!isMap(record.answers)) return { ...record, form: 2 };
    const moved = Object.entries(record.answers).map(([path, entry]) => {
      const [top, , name, ...rest] = path.split("/");
      const isOfRound = ["mark", "own"].includes(top) && name && !rest.length && !LASTING.includes(name);
      return [isOfRound ? `${path}/1` : path, entry];
    });
    return { ...record, form: 2, answers: Object.fromEntries(moved) };
  }

  /** What is kept of a mark in a round, as words: `fields` are the ids of the questions that are answered in words.
      @param {string[]} [fields] */
  const texts = (fields = []) => new Set([...STEP, "changed", ...fields]);

  /** Whether a path holds words. @param {string} path @param {Set<string>} named */
  function isText(path, named) {
    if (path === "name" || SAID.test(path)) return true;
    const [top, id, name, round, who, ...rest] = path.split("/");
    if (!["mark", "own"].includes(top) || !id || rest.length) return false;
    if (round === undefined) return ["title", "meaning", "stage"].includes(name);
    return who === undefined ? named.has(name) : name === "why";
  }

  /** Whether a page shows what stands at a path. @param {string} path @param {Set<string>} named */
  const isShown = (path, named) => isText(path, named) || SCORE.test(path) || KNOWN.test(path);

  /** @param {unknown} thing @returns {thing is { [name: string]: unknown }} */
  const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);
  /** @param {unknown} thing */
  const isPlain = (thing) => ["string", "boolean"].includes(typeof thing) || thing === null || Number.isFinite(thing);
  /** @param {unknown} thing */
  const isWriter = (thing) => typeof thing === "string" && thing.length <= 80;
  /** @param {unknown} thing */
  const isTime = (thing) => Number.isSafeInteger(thing) && Number(thing) >= 0;
  /** What lies in a thing: nothing in words and numbers. @param {unknown} thing @returns {unknown[]} */
  const inside = (thing) => (typeof thing === "object" && thing !== null ? Object.values(thing) : []);

  /** What is wrong with the build of a thing: "deep", "path" for a name that no object may have, or "" for nothing.
      Row by row, since a file may be deeper than calls can go. @param {unknown} thing */
  function wrongBuild(thing) {
    let row = [thing];
    for (let depth = 0; row.length; depth++) {
      if (depth > MOST.depth) return "deep";
      if (row.some((one) => isMap(one) && Object.keys(one).some((key) => FORBIDDEN.has(key)))) return "path";
      row = row.flatMap(inside);
    }
    return "";
  }

  /** Whether a list of what was lost or seen is one. @param {unknown} list @param {"lost" | "seen"} name
      @returns {list is { is: unknown }[]} */
  const isList = (list, name) =>
    Array.isArray(list) &&
    list.length <= MOST[name] &&
    list.every((one) => isMap(one) && isTime(one.at) && isWriter(one.by) && (name === "seen" || isPlain(one.is)));

  /** Whether a value is a score, or the id of an answer that is none.
      @param {unknown} is @param {[number, number]} scores */
  const isScore = (is, [lowest, highest]) =>
    typeof is === "string"
      ? WORD.test(is) || is === ""
      : typeof is === "number" && Number.isInteger(is) && is >= lowest && is <= highest;

  /** What is wrong with an entry: "" for nothing. `named`: the fields that hold words.
      @param {string} path @param {unknown} one @param {GuideFacts} guide @param {Set<string>} [named] */
  function wrongEntry(path, one, { scores, fields }, named = texts(fields)) {
    if (path.length > MOST.path || UNSEEN.test(path)) return "path";
    if (path.split("/").some((part) => !part || FORBIDDEN.has(part))) return "path";
    if (!isMap(one) || !isPlain(one.is) || !isTime(one.at) || !isWriter(one.by)) return "entry";
    const lost = one.lost === undefined ? [] : one.lost;
    if (!isList(lost, "lost")) return "entry";
    if (one.seen !== undefined && !isList(one.seen, "seen")) return "entry";
    for (const { is } of [one, ...lost]) {
      // of what is lost, many may stand together
      if (typeof is === "string" && is.length > MOST.text && is === one.is) return "long";
      if (is === null) continue;
      if (isText(path, named) && typeof is !== "string") return "entry";
      if (SCORE.test(path) && !isScore(is, scores)) return "score";
    }
    return "";
  }

  /** What a text is made of, letter by letter, since a pattern would look at a damaged one for minutes: { isCut: it
      begins as an object and ends inside it, names: how many things in it have a name }. @param {string} text */
  function scan(text) {
    let depth = 0,
      names = 0,
      isWords = false,
      wasWords = false;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at];
      if (isWords) {
        if (letter === "\\") at++;
        else if (letter === '"') {
          isWords = false;
          wasWords = true;
        }
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

  /** How many things inside a thing have a name. @param {unknown} thing */
  function count(thing) {
    let names = 0;
    for (let row = [thing]; row.length; ) {
      for (const one of row) if (isMap(one)) names += Object.keys(one).length;
      row = row.flatMap(inside);
    }
    return names;
  }

  /** A few signs that any change of a text changes. @param {string} text */
  const checksum = (text) => marks.hash(text).toString(36);

  /** The record that a text holds, or what is wrong with it. It never throws. @type {SavedFile["read"]} */
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
    if (!Number.isInteger(data.form) || Number(data.form) < 1)
      return { wrong: "form", what: String(data.form).slice(0, 20) };
    if (Number(data.form) > FORM) return { wrong: "newer" };
    const { sum, ...whole } = data;
    // a file that was saved before there were checksums has none: then a name that stands twice is what can be seen
    const isChanged = sum === undefined ? scan(text).names !== count(data) : sum !== checksum(JSON.stringify(whole));
    const record = upgrade(/** @type {Project} */ (/** @type {unknown} */ (whole))); // wrongRecord asks what it is
    const wrong = wrongRecord(record, guide, READ);
    return wrong || { record, ...(isChanged ? { isChanged } : {}) };
  }

  /** What is wrong with a record, or null. `most`: how many answers there may be.
      @param {Project} record @param {GuideFacts} guide @param {{ answers: number }} most @returns {Wrong | null} */
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

  /** Whether a record is small enough to be written and to grow. @type {SavedFile["fits"]} */
  const fits = (record) => Object.keys(record.answers).length <= WRITE.answers && write(record).length <= WRITE.file;

  /** How many answers stand where no sheet looks. They are kept all the same. @type {SavedFile["unshown"]} */
  function unshown(record, { fields }) {
    const named = texts(fields);
    return Object.entries(record.answers).filter(([path, { is }]) => is !== null && is !== "" && !isShown(path, named))
      .length;
  }

  /** Any older form as the one that is written now. @type {SavedFile["upgrade"]} */
  function upgrade(data) {
    let record = data;
    while (record.form < FORM) record = STEPS[record.form](record);
    return record;
  }

  /** The text of each entry with its path. An entry is never changed, another takes its place: so each is written once,
      and a project of many thousands is saved while people type.
      @type {WeakMap<Entry, { path: string, text: string }>} */
  const written = new WeakMap();
  /** @param {string} path @param {Entry} entry */
  function entryText(path, entry) {
    const known = written.get(entry);
    if (known?.path === path) return known.text;
    const text = `${JSON.stringify(path)}:${JSON.stringify(entry)}`;
    written.set(entry, { path, text });
    return text;
  }

  /** A record as text, which says at its end whether anybody changed it. It is the text of JSON.stringify.
      @type {SavedFile["write"]} */
  function write(record) {
    const parts = Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        if (name !== "answers") return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
        const all = Object.keys(record.answers).map((path) => entryText(path, record.answers[path]));
        return `"answers":{${all.join(",")}}`;
      });
    const text = `{${parts.join(",")}}`;
    return `${text.slice(0, -1)},"sum":"${checksum(text)}"}`;
  }

  return { WRITE, READ, read, write, wrongEntry, fits, unshown, upgrade };
})();
