/* Who puts words where they are kept? In this tab by default, on this device when people choose it. All that is known
   at this moment stands in `now`. storage.js knows the places, names.js what stands there, states.js how it may go,
   record.js the words. */

/** @type {Marks["keeper"]} */
marks.keeper = (facts) => {
  const { record: form, savedFile } = marks;
  const { TABLE, after } = marks.states;
  const WAIT = 150; // milliseconds between the last key press and storage
  const REST = 30000; // the same for a project that takes long to write: until then what was changed stands beside it
  const LARGE = 5e5; // letters: nobody knows yet how long it takes to write so many here
  const AGAIN = 5000; // milliseconds until a browser without room is asked again
  const { family, base, key, since, leaving, late } = marks.names(facts.guide.id);
  const storage = marks.storage(family, joined);
  const events = marks.events();

  /** @type {Now} */
  const now = {
    record: form.blank(facts.guide, name()),
    by: name(), // what two people did is never taken for one's
    place: "tab",
    state: "kept",
    stored: null,
    newest: 0,
    count: 0,
    missing: null,
    isTouched: false,
    saving: 0,
    retrying: 0,
    held: new Map(),
    diary: null,
    aside: new Map(),
  };

  let answered = ""; // the path where an answer was found last
  let took = 0; // milliseconds that the last writing down took
  const journal = marks.journal(now, storage, { key, late }, save);

  /** A random name, as an id. */
  function name() {
    return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("-");
  }

  /** Two texts of one project in one; of one that cannot be read, nothing. @param {string} old @param {string} text */
  function joined(old, text) {
    const [one, other] = [old, text].map((words) => savedFile.read(words, facts.guide).record);
    return one && other ? savedFile.write(form.merge(one, other)) : text;
  }

  /** The record at a key, or null. What cannot be read is set aside. @type {Keeper["look"]} */
  function look(where, at) {
    const text = storage.text(where, at);
    if (!text) return null;
    const found = savedFile.read(text, facts.guide);
    if (found.wrong !== undefined) now.aside.set(at, { text, ...found });
    return found.record || null;
  }

  /** @type {Keeper["take"]} */
  function take(next) {
    now.record = next;
    now.newest = form.newest(next);
    now.count = Object.keys(next.answers).length;
  }

  /** Put together what is here and what stands in storage. True when storage lacks something of ours.
      @type {Keeper["join"]} */
  function join(text) {
    if (text === now.stored) return false;
    const found = savedFile.read(text, facts.guide);
    if (found.wrong !== undefined) {
      // somebody damaged it: it stays as it is, and ours goes on under a new name
      now.aside.set(key(now.record.id), { text, ...found });
      now.record.id = name();
      now.stored = null;
      events.status();
      return true;
    }
    now.stored = text;
    const before = now.record.answers;
    take(form.merge(now.record, found.record));
    const entries = Object.entries(now.record.answers);
    /** @type {(other: Answers, one: [string, Entry]) => boolean} */
    const differ = (other, [path, entry]) =>
      !form.has(other, path) || JSON.stringify(other[path]) !== JSON.stringify(entry);
    const changed = entries.filter((one) => differ(before, one)).map(([path]) => path);
    if (changed.length) events.change(changed);
    return entries.some((one) => differ(found.record.answers, one));
  }

  /** Save soon. A project of many thousands of answers takes long to write, and people's next key would have to wait:
      it is written when they rest, turn away or leave, and until then what they changed is written by itself.
      @type {Keeper["later"]} */
  function later(path) {
    const isBeside = path !== undefined && isLong();
    if (now.saving && !isBeside) return;
    clearTimeout(now.saving);
    now.saving = setTimeout(save, isBeside ? REST : WAIT);
    if (isBeside) journal.add(path);
  }

  /** Whether this project takes long to write. @type {Keeper["isLong"]} */
  const isLong = () => took > WAIT / 5 || (now.stored || "").length > LARGE;

  /** Another tab has changed something of this project, and writes the whole later. @type {Keeper["hear"]} */
  function hear(text) {
    const { record: theirs } = savedFile.read(text, facts.guide);
    const both = theirs && journal.joined(theirs);
    if (!both) return;
    take(both.record);
    events.change(both.changed);
  }

  /** Go over to another state, and say so. @param {StateName} state */
  function turn(state) {
    const isNew = state !== now.state;
    now.state = state;
    guard();
    if (isNew) events.status();
  }

  /** Write down what is here, put together with what another tab wrote. */
  function save() {
    const start = performance.now();
    put();
    took = performance.now() - start;
  }

  function put() {
    clearTimeout(now.saving);
    clearTimeout(now.retrying);
    now.saving = now.retrying = 0;
    const there = storage.text(now.place, key(now.record.id));
    if (there === null && now.stored !== null) {
      journal.clear(); // what was cleared does not come back by itself
      turn("gone");
      return;
    }
    if (there) join(there);
    turn(write());
  }

  /** What has no room on the device is kept in the tab, at once. Gives the state that this leads to. */
  function write() {
    const at = key(now.record.id);
    const text = savedFile.write(now.record);
    const failed = text === now.stored ? "" : storage.write(now.place, at, text);
    if (!failed) {
      now.stored = text;
      journal.clear();
    }
    if (!failed && now.state !== "kept" && now.place === "device") storage.remove("tab", at);
    const isInTab = failed !== "" && now.place === "device" && !storage.write("tab", at, text);
    if (now.place === "device") storage.copy.write(at, text);
    if (failed) now.retrying = setTimeout(save, AGAIN);
    point();
    return after(failed, isInTab);
  }

  /** Remember which project this tab and this device have open. Without it, all is still kept. */
  function point() {
    storage.write("tab", `${base}now`, JSON.stringify({ id: now.record.id, place: now.place }));
    if (now.place === "device") storage.write("device", `${base}last`, now.record.id);
  }

  /** Whoever leaves while their words are nowhere else is asked first. */
  function guard() {
    const asks = TABLE[now.state].asks && hasAnswers();
    window.onbeforeunload = asks ? (event) => event.preventDefault() : null;
  }

  function hasAnswers() {
    const isOne = (/** @type {string} */ path) => form.isAnswer(now.record, path);
    if (!isOne(answered)) answered = Object.keys(now.record.answers).find(isOne) || "";
    return isOne(answered);
  }

  /** Another tab, the back button or a cleared browser may have changed what is stored. @type {Keeper["check"]} */
  function check(there = storage.text(now.place, key(now.record.id))) {
    if (there) {
      if (now.state === "gone") turn("kept"); // somebody brought it back
      if (join(there)) later();
      guard();
    } else turn(there === null && now.stored !== null && now.state === "kept" ? "gone" : now.state);
  }

  /** Nothing of the project before is left here. @param {Project} next @param {Place} where */
  function enter(next, where) {
    journal.leave(now.saving > 0); // what was written by itself waits for whoever opens that project again
    clearTimeout(now.saving);
    now.saving = 0;
    take(next);
    Object.assign(now, { by: name(), place: where, state: "kept", stored: null });
    now.held.clear();
  }

  /** Go over to a record that stands in storage, or to a new one. @type {Keeper["go"]} */
  function go(next, where, text) {
    enter(next, where);
    now.stored = text;
    absorb();
    arrive();
    save();
    events.change([""]);
    events.status();
  }

  /** A project that comes to the device is younger than what was cleared there before. */
  function arrive() {
    if (now.place === "device" && !now.stored) storage.write("device", since(now.record.id), String(Date.now()));
  }

  /** Take a project out of a place. @type {Keeper["remove"]} */
  function remove(where, id) {
    storage.remove(where, key(id));
    for (const one of storage.keys(where, late(id))) {
      storage.remove(where, one);
      storage.copy.drop(one);
    }
    if (where !== "device") return;
    storage.remove("tab", key(id)); // what had no room
    storage.remove("device", since(id));
    if (storage.text("device", `${base}last`) === id) storage.remove("device", `${base}last`);
    for (const one of storage.keys("device", leaving(id))) storage.remove("device", one);
    storage.copy.remove(key(id), Date.now());
  }

  /** What stands beside a project goes into it: words of a tab that was closed in the middle of them, or crashed. */
  function absorb() {
    const { place } = now;
    const of = place === "device" ? [leaving, late] : [late];
    const keys = of.flatMap((named) => storage.keys(place, named(now.record.id)));
    if (!keys.length) return;
    for (const one of keys) {
      const { record: theirs } = savedFile.read(storage.text(place, one), facts.guide);
      if (theirs) take({ ...form.merge(now.record, theirs), id: now.record.id });
    }
    save();
    if (now.state !== "kept") return;
    for (const one of keys) {
      storage.remove(place, one);
      storage.copy.drop(one);
    }
  }

  function depart() {
    if (!now.saving) return;
    save();
    if (now.place !== "device" || now.state !== "kept") return;
    storage.write("device", leaving(now.record.id) + now.by, savedFile.write(now.record));
  }

  function flush() {
    if (now.saving || now.retrying) save();
  }

  const names = { WAIT, family, base, key, since, leaving, late, name };
  const keeping = { later, isLong, hear, save, flush, check, go, enter, arrive, absorb, depart, remove };
  return { facts, now, storage, events, look, take, join, hasAnswers, ...names, ...keeping };
};
