/* What happens when somebody writes? A new entry at its path, later than all that they had seen. What others write in
   the same field meanwhile waits beside it, so that nobody's words are torn. */

/** @type {Marks["writing"]} */
marks.writing = ({ facts, now, events, later, isLong, save, name }) => {
  const { record: form, savedFile, undo } = marks;
  const { held } = now;
  const CLOCK = 4e12; // a clock that is past the year 2096 is wrong

  /** @param {string} path */
  const entryAt = (path) => form.there(now.record.answers, path);

  /** A time later than all others, whatever the clock says. */
  function tick() {
    const clock = Date.now();
    now.newest = Math.min(Math.max(clock < CLOCK ? clock : 0, now.newest + 1), Number.MAX_SAFE_INTEGER);
    return now.newest;
  }

  /** @type {Writing["put"]} */
  function put(path, entry, source) {
    write(path, entry);
    events.change([path], source);
  }

  /** The same, of which others are told later. @param {string} path @param {Entry} entry */
  function write(path, entry) {
    const old = entryAt(path);
    if (!old) {
      now.count += 1;
      marks.paths.grew(now.record.answers, path);
    }
    if (now.diary && !now.diary.has(path)) now.diary.set(path, old);
    now.record.answers[path] = entry;
    now.isTouched = true;
    later(path);
  }

  /** Set a value; null takes it away. `source`: the element that did it, which knows already. "" when it is done, else
      why there is no room for it: "long" for the field, "many" or "big" for the project. @type {Writing["set"]} */
  function set(path, is, source) {
    const old = entryAt(path);
    const from = held.has(path) ? held.get(path) : old;
    if ((from ? from.is : null) === is) return "";
    const mine = form.entry(from, is, tick(), now.by);
    const next = old && from !== old ? form.later(old, mine) : mine; // what others wrote here meanwhile is kept beside
    const why = refused(path, old, next);
    if (why) return why;
    if (held.has(path)) held.set(path, mine);
    put(path, next, source);
    return "";
  }

  /** Why an entry cannot be written: what we write must be what we can read.
      @param {string} path @param {Entry | undefined} old @param {Entry} next */
  function refused(path, old, next) {
    const { WRITE, wrongEntry } = savedFile;
    if (wrongEntry(path, next, facts.guide)) return "long";
    if (!old && now.count >= WRITE.answers) return "many";
    const more = JSON.stringify(next).length - (old ? JSON.stringify(old).length : -path.length);
    return more > 0 && (now.stored || "").length + more > WRITE.file ? "big" : "";
  }

  /** Words that others wrote at the same time as what stands in the field. @type {Writing["beside"]} */
  function beside(path) {
    const entry = entryAt(path);
    if (!entry) return [];
    const shown = held.has(path) ? (held.get(path)?.is ?? null) : entry.is;
    const lost = [...(entry.is === shown ? [] : [entry]), ...(entry.lost || [])];
    return form
      .unseen({ is: shown, lost })
      .filter(({ is }) => typeof is !== "string" || typeof shown !== "string" || !shown.includes(is));
  }

  /** Somebody looked at words that were written at the same time, and is done with them. @type {Writing["settle"]} */
  function settle(path, is) {
    const entry = entryAt(path);
    if (!entry) return;
    const mine = held.get(path);
    const isTheirs = mine && entry.is === is && mine.is !== is;
    const next = form.settle(isTheirs ? form.entry(entry, mine.is, tick(), now.by) : entry, is);
    if (held.has(path)) held.set(path, next);
    put(path, next);
  }

  /** Make every field of this record as it is in another, which may have been written long ago.
      @type {Writing["become"]} */
  function become(other) {
    for (const path of new Set([...Object.keys(now.record.answers), ...Object.keys(other.answers)])) {
      const theirs = form.there(other.answers, path);
      set(path, theirs ? theirs.is : null);
      const mine = entryAt(path);
      if (!mine) continue;
      const { lost, ...entry } = mine;
      const next = { ...form.rest(theirs), ...entry, ...(theirs?.lost ? { lost: theirs.lost } : {}) };
      if (JSON.stringify(next) !== JSON.stringify(mine)) put(path, next);
    }
    now.record = { ...other, ...now.record };
    save();
  }

  /** Take back what was done between two states of the answers, and only where nobody wrote since.
      @type {Writing["revert"]} */
  function revert(before, after) {
    const changed = [];
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [was, did, is] = [form.there(before, path), form.there(after, path), entryAt(path)];
      if (!is || was === did || JSON.stringify(was) === JSON.stringify(did)) continue;
      write(path, undo.reverted({ was, did, now: is }, { tick, by: now.by, name }));
      changed.push(path);
    }
    events.change(changed);
    if (!isLong()) save();
  }

  /** While somebody writes at a path, what others write there waits beside it. @param {string} path */
  function hold(path) {
    if (!held.has(path)) held.set(path, entryAt(path));
  }

  /** Whether others wrote there without having seen what somebody writes here. @param {string} path */
  function isApart(path) {
    const mine = held.get(path);
    return Boolean(mine) && (entryAt(path)?.lost || []).some((one) => form.isSame(one, mine));
  }

  /** @param {string} path */
  const isHeld = (path) => held.has(path);
  /** @param {string} path */
  const release = (path) => {
    held.delete(path);
  };

  return { set, tick, put, beside, settle, become, revert, hold, isHeld, isApart, release };
};
