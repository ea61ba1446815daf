/* Who keeps what people write? The only script that touches storage for them. In this tab by default, on this device
   when people choose it; named by the guide and the site's path, so that two guides on one host never mix. */

marks.keeper = (() => {
  const { record: form } = marks;
  const facts = JSON.parse(document.getElementById("sheet--facts").textContent);
  for (const mark of facts.stages.flatMap((one) => one.marks)) mark[1] ??= document.querySelector(`label[for="${mark[0]}"]`).textContent; // said on the page
  const base = `${facts.guide.id}:${marks.root}:`;
  const WAIT = 150; // milliseconds between the last key press and storage
  let by = name(); // a new one for each project that is opened: what two people did is never taken for one's
  const watchers = new Set();
  let record = form.blank(facts.guide, name());
  let place = "tab"; // or "device"
  let state = "kept"; // or "full", "blocked", "gone"
  let stored = null; // the text that we last saw in storage
  let newest = 0;
  let timer = 0;
  let undoing = null; // { words, back }
  const AGAIN = 5000; // milliseconds until a browser without room is asked again
  const aside = new Map(); // key -> { text, wrong }: what cannot be read and is left as it is

  /** A random name, as an id. */
  function name() {
    return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("-");
  }

  const key = (id) => `${base}project:${id}`;
  const box = (where) => (where === "device" ? localStorage : sessionStorage);

  /** What storage holds, or null. A browser may refuse even to look. */
  function peek(where, at) {
    try { return box(where).getItem(at); } catch { return null; }
  }

  /** The record at a key, or null. What cannot be read is set aside. */
  function look(where, at) {
    const text = peek(where, at);
    if (text === null) return null;
    const found = form.read(text, facts.guide);
    if (found.wrong) aside.set(at, { text, ...found });
    return found.record || null;
  }

  /** Tell every watcher: paths that changed (null: all), and who changed them. */
  function tell(paths, source) { for (const watcher of watchers) watcher(paths, source); }

  function take(next) { record = next; newest = form.newest(next); }

  /** Put together what is here and what stands in storage. True when storage lacks something of ours. */
  function join(text) {
    if (text === stored) return false;
    const found = form.read(text, facts.guide);
    if (found.wrong) { // somebody damaged it: it stays as it is, and ours goes on under a new name
      aside.set(key(record.id), { text, ...found });
      record.id = name();
      stored = null;
      tell(null);
      return true;
    }
    stored = text;
    const before = record.answers;
    take(form.merge(record, found.record));
    const entries = Object.entries(record.answers);
    const differ = (other, [path, entry]) => !Object.hasOwn(other, path) || JSON.stringify(other[path]) !== JSON.stringify(entry);
    const changed = entries.filter((one) => differ(before, one)).map(([path]) => path);
    if (changed.length) tell(changed);
    return entries.some((one) => differ(found.record.answers, one));
  }

  function later() { if (!timer) timer = setTimeout(save, WAIT); }

  /** Write down what is here, put together with what another tab wrote. */
  function save() {
    clearTimeout(timer);
    timer = 0;
    const was = state;
    try {
      const there = box(place).getItem(key(record.id));
      if (there === null && stored !== null) state = "gone";
      else {
        if (there !== null) join(there);
        const text = form.write(record);
        if (text !== stored) box(place).setItem(key(record.id), text);
        stored = text;
        sessionStorage.setItem(`${base}now`, JSON.stringify({ id: record.id, place }));
        if (place === "device") localStorage.setItem(`${base}last`, record.id);
        state = "kept";
      }
    } catch (error) {
      state = error.name === "QuotaExceededError" ? "full" : "blocked";
      timer = setTimeout(save, AGAIN);
    }
    if (state !== was) tell([]);
    guard();
  }

  /** Whoever leaves while their words are nowhere else is asked first. */
  function guard() {
    window.onbeforeunload = state === "kept" || !Object.keys(record.answers).length ? null : (event) => event.preventDefault();
  }

  /** Another tab, the back button or a cleared browser may have changed what is stored. */
  function check(there = peek(place, key(record.id))) {
    if (there !== null) {
      if (state === "gone") { state = "kept"; tell([]); } // somebody brought it back
      if (join(there)) later();
    } else if (stored !== null && state === "kept") { state = "gone"; tell([]); }
    guard();
  }

  /** Go over to a record that stands in storage, or to a new one. */
  function go(next, where, text) {
    take(next);
    by = name();
    place = where;
    stored = text;
    state = "kept";
    absorb();
    tell(null);
    save();
  }

  /** What this tab has open: { id, place }, or null. */
  function pointer() {
    try { return JSON.parse(peek("tab", `${base}now`)); } catch { return null; } // one that is damaged is none
  }

  /** What this tab or this device had open last. */
  function begin() {
    const now = pointer();
    const last = peek("device", `${base}last`);
    const tries = [now && [now.place === "device" ? "device" : "tab", now.id], last && ["device", last]];
    for (const [where, id] of tries.filter(Boolean)) {
      const found = look(where, key(id));
      if (!found) continue;
      place = where;
      stored = peek(where, key(id));
      take(found);
      absorb();
      try { sessionStorage.setItem(`${base}now`, JSON.stringify({ id, place })); } catch { state = "blocked"; }
      return;
    }
    try { sessionStorage.setItem(`${base}now`, "null"); } catch { state = "blocked"; }
  }

  /* Two tabs that leave at the same moment write over each other. Each leaves its words under its own name as well, and
     whoever opens the project next puts them back. */
  const leaving = (id) => `${base}leaving:${id}:`;

  function absorb() {
    if (place !== "device") return;
    try {
      const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)).filter((one) => one.startsWith(leaving(record.id)));
      if (!keys.length) return;
      for (const one of keys) {
        const { record: theirs } = form.read(localStorage.getItem(one), facts.guide);
        if (theirs) take({ ...form.merge(record, theirs), id: record.id });
      }
      save();
      if (state === "kept") for (const one of keys) localStorage.removeItem(one);
    } catch { /* nothing is kept */ }
  }

  function leave() {
    if (!timer) return;
    save();
    if (place !== "device" || state !== "kept") return;
    try { localStorage.setItem(leaving(record.id) + by, form.write(record)); } catch { /* no room: it was saved once */ }
  }

  begin();
  addEventListener("storage", (event) => {
    if (place !== "device") return;
    if (event.newValue && event.key.startsWith(leaving(record.id))) { absorb(); tell(null); return; }
    if (event.key !== null && event.key !== key(record.id)) return;
    if (event.newValue) check(event.newValue); // what its writer had, though a third may have written since
    check();
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    const now = pointer();
    const isHere = !now || (now.id === record.id && now.place === place);
    if (isHere || state === "full" || state === "blocked") { check(); return; }
    take(form.blank(facts.guide, name())); // on another page, this tab went over to another project
    by = name();
    place = "tab";
    state = "kept";
    stored = null;
    undoing = null;
    begin();
    tell(null);
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); else check(); });
  addEventListener("pagehide", leave);

  function flush() { if (timer) save(); }

  /** Set a value; null takes it away. `source`: the element that did it, which knows already. False: it is too long. */
  function set(path, is, source) {
    const old = entryAt(record.answers, path);
    if ((old ? old.is : null) === is) return true;
    if (typeof is === "string" && is.length > form.MOST.text) return false;
    put(path, form.entry(old, is, tick(), by), source);
    return true;
  }

  /** A time later than all others, whatever the clock says. */
  function tick() {
    const now = Date.now();
    newest = Math.max(now < form.MOST.clock - 1e11 ? now : 0, newest + 1);
    return newest;
  }

  function put(path, entry, source) {
    record.answers[path] = entry;
    tell([path], source);
    later();
  }

  /** Somebody looked at words that were written at the same time, and is done with them. */
  function settle(path, is) { put(path, form.settle(record.answers[path], is)); }

  /** Make every field of this record as it is in another, which may have been written long ago. */
  function become(other) {
    for (const path of new Set([...Object.keys(record.answers), ...Object.keys(other.answers)])) {
      const theirs = Object.hasOwn(other.answers, path) ? other.answers[path] : { is: null };
      set(path, theirs.is);
      const mine = entryAt(record.answers, path);
      if (!mine) continue;
      const { lost, ...entry } = mine;
      const next = { ...form.rest(theirs), ...entry, ...(theirs.lost ? { lost: theirs.lost } : {}) };
      if (JSON.stringify(next) !== JSON.stringify(mine)) put(path, next);
    }
    record = { ...other, ...record };
    save();
  }

  /** What stands at a path of a list of answers, and not what every object has by nature. */
  const entryAt = (answers, path) => (Object.hasOwn(answers, path) ? answers[path] : undefined);

  const isSame = (one, other) => Boolean(one && other) && one.by === other.by && one.at === other.at && one.is === other.is;

  /** Take back what was done between two states of the answers, and only where nobody wrote since. */
  function revert(before, after) {
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [was, did, now] = [entryAt(before, path), entryAt(after, path), entryAt(record.answers, path)];
      if (!now || JSON.stringify(was) === JSON.stringify(did)) continue;
      const had = (was && was.lost) || [];
      const stood = was ? [was, ...had] : []; // what people had before the step stays theirs
      let next = ((did && did.lost) || []).filter((one) => !stood.some((two) => isSame(one, two))).reduce((entry, one) => form.settle(entry, one.is), now);
      if (isSame(now, did) && !isSame(was, did)) {
        next = { ...form.entry(next, was ? was.is : null, tick(), by), ...(had.length ? { lost: had } : {}) };
      }
      put(path, next);
    }
    save();
  }

  /** Do what people can take back. `run` gives the id of a project that it began, if it did; `goal` gives the element to
      go to after it was taken back. */
  function undoable(words, run, goal) {
    const before = { record: { ...record, answers: { ...record.answers } }, place };
    const begun = run();
    const after = { id: record.id, answers: { ...record.answers } };
    undoing = { words, goal, back: () => {
      if (before.record.id === record.id && before.place === place) { revert(before.record.answers, after.answers); return; }
      flush();
      const left = { id: record.id, place, isNew: begun === record.id && JSON.stringify(record.answers) === JSON.stringify(after.answers) };
      const at = key(before.record.id);
      const there = look(before.place, at);
      go(there ? form.merge(before.record, there) : before.record, before.place, there ? peek(before.place, at) : null);
      if (left.isNew) { try { box(left.place).removeItem(key(left.id)); } catch { /* it was never kept */ } }
    } };
    tell([]);
  }

  function beginNew() {
    go(form.blank(facts.guide, name()), "tab", null);
    return record.id;
  }

  const keeper = {
    facts,
    get: (path) => form.get(record, path),
    entry: (path) => (Object.hasOwn(record.answers, path) ? record.answers[path] : null),
    paths: () => Object.keys(record.answers),
    get record() { return record; },
    get place() { return place; },
    get state() { return state; },
    get undoing() { return undoing; },
    aside,
    set, settle, undoable, flush, name,

    /** Be told of changes: watcher(paths, source); null for all paths, [] when only the state changed. */
    watch(watcher) { watchers.add(watcher); },

    undo() {
      const { back } = undoing;
      undoing = null;
      back();
      tell(null);
    },

    /** Keep this project on the device instead of in the tab. */
    keep() {
      if (place === "device") { stored = null; state = "kept"; save(); tell([]); return; }
      const from = key(record.id);
      const isNew = peek("device", from) === null;
      place = "device";
      stored = null;
      save();
      if (state === "kept") { try { sessionStorage.removeItem(from); } catch { /* it stays in the tab as well */ } } else {
        if (isNew) { try { localStorage.removeItem(from); } catch { /* it never came there */ } }
        place = "tab";
        stored = peek("tab", from);
      }
      tell([]);
    },

    /** After it was cleared behind our back. */
    again() { stored = null; state = "kept"; save(); tell([]); },

    /** Take this project out of storage; what is on the page goes too. */
    clear(words) {
      undoable(words, () => {
        clearTimeout(timer);
        timer = 0;
        const [id, where] = [record.id, place];
        const remove = () => {
          try {
            box(where).removeItem(key(id));
            if (where !== "device") return;
            if (localStorage.getItem(`${base}last`) === id) localStorage.removeItem(`${base}last`);
            for (const one of Object.keys(localStorage)) if (one.startsWith(leaving(id))) localStorage.removeItem(one);
          } catch { /* nothing is kept */ }
        };
        remove();
        setTimeout(() => { if (record.id !== id) remove(); }, 2 * WAIT); // another tab may have been writing just then
        return beginNew();
      });
    },

    /** A new project. The one before stays where it is kept. */
    start(words) {
      flush();
      undoable(words, beginNew);
    },

    open(where, id, words) {
      flush();
      const found = look(where, key(id));
      if (found) undoable(words, () => go(found, where, peek(where, key(id))));
      else tell([]);
    },

    /** Every project of this tab and of this device: { id, name, place, here }. What cannot be read is set aside. */
    projects() {
      const found = [];
      for (const where of ["device", "tab"]) {
        try {
          for (let at = 0; at < box(where).length; at++) {
            const one = box(where).key(at);
            if (!one.startsWith(key(""))) continue;
            const there = look(where, one);
            if (there) found.push({ id: there.id, name: form.get(there, "name"), place: where, here: where === place && there.id === record.id });
          }
        } catch { /* nothing is kept */ }
      }
      return found;
    },

    /** What a file holds takes the place of what is here. A project that is kept elsewhere is never written over. */
    replace(other, words) {
      flush();
      undoable(words, () => {
        if (other.id === record.id) { become(other); return ""; }
        const isTaken = ["device", "tab"].some((where) => peek(where, key(other.id)) !== null);
        const next = isTaken ? { ...other, id: name() } : other;
        go(next, place, null);
        return next.id;
      });
      tell(null);
    },

    /** What a file holds comes on top of what is here. False: both are too much for one project. */
    add(other, words) {
      if (form.write(form.merge(record, other)).length > form.MOST.file) return false;
      undoable(words, () => { take({ ...form.merge(record, other), id: record.id }); });
      tell(null);
      save();
      return true;
    },

    /** Another tab did something that can be taken back here too. */
    offer(words, back, goal) {
      undoing = { words, back, goal };
      tell([]);
    },
  };
  return keeper;
})();
