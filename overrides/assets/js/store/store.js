/* Who keeps what people write? In this tab by default, on this device when people choose it; named by the guide and the
   site's path, so that two guides on one host never mix. storage.js knows the places, record.js the words. */

marks.store = (() => {
  const { record: form, undo } = marks;
  const { has } = form;
  const facts = JSON.parse(document.getElementById("sheet--facts").textContent);
  for (const mark of facts.stages.flatMap((one) => one.marks))
    mark[1] ??= document.querySelector(`label[for="${mark[0]}"]`).textContent; // said on the page
  const family = `${facts.guide.id}:`;
  const base = `${family}${marks.root}:`;
  const storage = marks.storage(family, joined);
  const WAIT = 150; // milliseconds between the last key press and storage
  const AGAIN = 5000; // milliseconds until a browser without room is asked again
  const AWAY = 5000; // milliseconds without a page of ours after which a tab was closed, or somebody was elsewhere
  let by = name(); // a new one for each project that is opened: what two people did is never taken for one's
  const watchers = new Set();
  let record = form.blank(facts.guide, name());
  let place = "tab"; // or "device"
  // "kept"; "full", "blocked": only on this page; "full_tab", "blocked_tab": not on the device, but in the tab; "gone"
  let state = "kept";
  let stored = null; // the text that we last saw in storage
  let newest = 0;
  let missing = null; // the id of a project that was open here, and that storage has lost
  let isTouched = false; // whether anybody wrote here since the page was opened
  let timer = 0;
  let again = 0;
  const held = new Map(); // path -> our own entry there, while somebody writes and what others wrote waits
  const aside = new Map(); // key -> { text, wrong }: what cannot be read and is left as it is

  /** A random name, as an id. */
  function name() {
    return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("-");
  }

  /** Two texts of one project in one; of one that cannot be read, nothing. */
  function joined(old, text) {
    const [one, other] = [old, text].map((words) => form.read(words, facts.guide).record);
    return one && other ? form.write(form.merge(one, other)) : text;
  }

  const key = (id) => `${base}project:${id}`;
  const since = (id) => `${base}since:${id}`; // when a project came to the device

  /** The record at a key, or null. What cannot be read is set aside. */
  function look(where, at) {
    const text = storage.text(where, at);
    if (!text) return null;
    const found = form.read(text, facts.guide);
    if (found.wrong) aside.set(at, { text, ...found });
    return found.record || null;
  }

  /** Tell every watcher: paths that changed (null: all), and who changed them. */
  function tell(paths, source) {
    for (const watcher of watchers) watcher(paths, source);
  }

  function take(next) {
    record = next;
    newest = form.newest(next);
  }

  /** Put together what is here and what stands in storage. True when storage lacks something of ours. */
  function join(text) {
    if (text === stored) return false;
    const found = form.read(text, facts.guide);
    if (found.wrong) {
      // somebody damaged it: it stays as it is, and ours goes on under a new name
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
    const differ = (other, [path, entry]) => !has(other, path) || JSON.stringify(other[path]) !== JSON.stringify(entry);
    const changed = entries.filter((one) => differ(before, one)).map(([path]) => path);
    if (changed.length) tell(changed);
    return entries.some((one) => differ(found.record.answers, one));
  }

  function later() {
    if (!timer) timer = setTimeout(save, WAIT);
  }

  /** Write down what is here, put together with what another tab wrote. What has no room on the device is kept in the
      tab, at once. */
  function save() {
    clearTimeout(timer);
    clearTimeout(again);
    timer = again = 0;
    const was = state;
    const there = storage.text(place, key(record.id));
    if (there === null && stored !== null) state = "gone";
    else {
      if (there) join(there);
      const at = key(record.id);
      const text = form.write(record);
      const failed = text === stored ? "" : storage.write(place, at, text);
      if (!failed) stored = text;
      if (!failed && state !== "kept" && place === "device") storage.remove("tab", at);
      state = failed && place === "device" && !storage.write("tab", at, text) ? `${failed}_tab` : failed || "kept";
      if (place === "device") storage.copy.write(at, text);
      if (failed) again = setTimeout(save, AGAIN);
      point();
    }
    if (state !== was) tell([]);
    guard();
  }

  /** Remember which project this tab and this device have open. Without it, all is still kept. */
  function point() {
    storage.write("tab", `${base}now`, JSON.stringify({ id: record.id, place }));
    if (place === "device") storage.write("device", `${base}last`, record.id);
  }

  /** Whoever leaves while their words are nowhere else is asked first. */
  function guard() {
    window.onbeforeunload =
      ["kept", "full_tab", "blocked_tab"].includes(state) || !hasAnswers() ? null : (event) => event.preventDefault();
  }

  const hasAnswers = () => Object.values(record.answers).some(({ is, lost }) => (is !== null && is !== "") || lost);

  /** Another tab, the back button or a cleared browser may have changed what is stored. */
  function check(there = storage.text(place, key(record.id))) {
    if (there) {
      if (state === "gone") {
        state = "kept";
        tell([]);
      } // somebody brought it back
      if (join(there)) later();
    } else if (there === null && stored !== null && state === "kept") {
      state = "gone";
      tell([]);
    }
    guard();
  }

  /** Go over to a record that stands in storage, or to a new one. */
  function go(next, where, text) {
    clearTimeout(timer);
    timer = 0;
    take(next);
    by = name();
    place = where;
    stored = text;
    state = "kept";
    held.clear();
    absorb();
    arrive();
    save();
    tell(null);
  }

  /** A project that comes to the device is younger than what was cleared there before. */
  function arrive() {
    if (place === "device" && !stored) storage.write("device", since(record.id), String(Date.now()));
  }

  /** What this tab has open: { id, place }, or null. */
  function pointer() {
    try {
      return JSON.parse(storage.text("tab", `${base}now`));
    } catch {
      return null;
    } // one that is damaged is none
  }

  /** What lies in this tab from before it was closed: the ids of its projects. Whoever opened it again is asked first.
   */
  function before() {
    try {
      return JSON.parse(storage.text("tab", `${base}before`)) || [];
    } catch {
      return [];
    }
  }

  /** The keys of the projects of this tab. */
  const inTab = () => storage.keys("tab", key(""));

  /** What this tab or this device had open last. */
  function begin(isFirst) {
    if (isFirst && marks.away > AWAY && inTab().length)
      storage.write("tab", `${base}before`, JSON.stringify(inTab().map((at) => at.slice(key("").length))));
    const now = pointer();
    const last = storage.text("device", `${base}last`);
    const tries = [now && [now.place === "device" ? "device" : "tab", now.id], last && ["device", last]];
    for (const [where, id] of tries.filter(Boolean)) {
      if (where === "tab" && before().includes(id)) continue;
      const found = look(where, key(id));
      // what had no room there
      const spare = where === "device" && !before().includes(id) ? look("tab", key(id)) : null;
      if (!found && !spare) {
        if (where === "device") missing = missing || id;
        continue;
      }
      place = where;
      stored = found && storage.text(where, key(id));
      take(found && spare ? form.merge(found, spare) : found || spare);
      absorb();
      if (spare) {
        state = "full_tab";
        save();
      }
      storage.write("tab", `${base}now`, JSON.stringify({ id, place }));
      return;
    }
    if (storage.write("tab", `${base}now`, "null") === "blocked") state = "blocked";
  }

  /** What the second copy on the device knows and the first has lost; and what was cleared, and came back. */
  async function recover() {
    let best = null;
    for (const [at, words] of await storage.copy.all()) {
      // of a folder that was moved, or of another copy: it is offered in the list
      const isElsewhere = !at.startsWith(key(""));
      const id = at.slice(at.lastIndexOf(":") + 1);
      const there = storage.text("device", at);
      if (typeof words !== "string") {
        if (isElsewhere) continue;
        if (!there || Number(storage.text("device", since(id)) || 0) > words.cleared) continue;
        remove("device", id);
        if (record.id === id && place === "device") {
          take(form.blank(facts.guide, name()));
          place = "tab";
          stored = null;
          undo.clear();
          tell(null);
        }
        continue;
      }
      const { record: theirs } = form.read(words, facts.guide);
      if (!theirs || there === words) continue;
      if (record.id === id && place === "device" && !isElsewhere) {
        join(words);
        stored = there;
        later();
        continue;
      }
      const mine = there ? form.read(there, facts.guide).record : null;
      if (there && !mine) continue;
      const both = mine ? form.merge(mine, theirs) : theirs;
      storage.write("device", at, form.write(both));
      if (
        !there &&
        !isElsewhere &&
        (!best || id === missing || (best.id !== missing && form.newest(both) > form.newest(best)))
      )
        best = both;
    }
    const isFree = !isTouched && !undo.last && ((best && best.id === missing) || (place === "tab" && !hasAnswers()));
    if (best && isFree) go(best, "device", storage.text("device", key(best.id)));
    else tell([]);
  }

  /** Take a project out of a place. */
  function remove(where, id) {
    storage.remove(where, key(id));
    if (where !== "device") return;
    storage.remove("tab", key(id)); // what had no room
    storage.remove("device", since(id));
    if (storage.text("device", `${base}last`) === id) storage.remove("device", `${base}last`);
    for (const one of storage.keys("device", leaving(id))) storage.remove("device", one);
    storage.copy.remove(key(id), Date.now());
  }

  /* Two tabs that leave at the same moment write over each other. Each leaves its words under its own name as well, and
     whoever opens the project next puts them back. */
  const leaving = (id) => `${base}leaving:${id}:`;

  function absorb() {
    if (place !== "device") return;
    const keys = storage.keys("device", leaving(record.id));
    if (!keys.length) return;
    for (const one of keys) {
      const { record: theirs } = form.read(storage.text("device", one), facts.guide);
      if (theirs) take({ ...form.merge(record, theirs), id: record.id });
    }
    save();
    if (state === "kept") for (const one of keys) storage.remove("device", one);
  }

  function leave() {
    if (!timer) return;
    save();
    if (place === "device" && state === "kept") storage.write("device", leaving(record.id) + by, form.write(record));
  }

  begin(true);
  const recovered = recover();
  addEventListener("storage", (event) => {
    if (place !== "device") return;
    if (event.newValue && event.key.startsWith(leaving(record.id))) {
      absorb();
      tell(null);
      return;
    }
    if (event.key !== null && event.key !== key(record.id)) return;
    if (event.newValue) check(event.newValue); // what its writer had, though a third may have written since
    check();
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    const now = pointer();
    const isHere = !now || (now.id === record.id && now.place === place);
    if (isHere || /^(?:full|blocked)/.test(state)) {
      check();
      return;
    }
    take(form.blank(facts.guide, name())); // on another page, this tab went over to another project
    by = name();
    place = "tab";
    state = "kept";
    stored = null;
    undo.clear();
    held.clear();
    begin();
    tell(null);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) flush();
    else check();
  });
  addEventListener("pagehide", leave);

  function flush() {
    if (timer || again) save();
  }

  /** Set a value; null takes it away. `source`: the element that did it, which knows already. "" when it is done, else
      why there is no room for it: "long" for the field, "many" or "big" for the project. */
  function set(path, is, source) {
    const old = entryAt(record.answers, path);
    const from = held.has(path) ? held.get(path) : old;
    if ((from ? from.is : null) === is) return "";
    const mine = form.entry(from, is, tick(), by);
    // what others wrote here meanwhile is kept beside it
    const next = old && from !== old ? form.later(old, mine) : mine;
    const why = refused(path, old, next);
    if (why) return why;
    if (held.has(path)) held.set(path, mine);
    put(path, next, source);
    return "";
  }

  /** Why an entry cannot be written: what we write must be what we can read. */
  function refused(path, old, next) {
    if (form.wrongEntry(path, next, facts.guide)) return "long";
    if (!old && Object.keys(record.answers).length >= form.WRITE.answers) return "many";
    const more = JSON.stringify(next).length - (old ? JSON.stringify(old).length : -path.length);
    return more > 0 && (stored || "").length + more > form.WRITE.file ? "big" : "";
  }

  const CLOCK = 4e12; // a clock that is past the year 2096 is wrong

  /** A time later than all others, whatever the clock says. */
  function tick() {
    const now = Date.now();
    newest = Math.min(Math.max(now < CLOCK ? now : 0, newest + 1), Number.MAX_SAFE_INTEGER);
    return newest;
  }

  function put(path, entry, source) {
    record.answers[path] = entry;
    isTouched = true;
    tell([path], source);
    later();
  }

  /** Words that others wrote at the same time as what stands in the field: [{ is, at, by }]. */
  function beside(path) {
    const entry = entryAt(record.answers, path);
    if (!entry) return [];
    const mine = held.get(path);
    const now = held.has(path) ? (mine ? mine.is : null) : entry.is;
    return form
      .unseen({ is: now, lost: [...(entry.is === now ? [] : [entry]), ...(entry.lost || [])] })
      .filter(({ is }) => typeof is !== "string" || typeof now !== "string" || !now.includes(is));
  }

  /** Somebody looked at words that were written at the same time, and is done with them. */
  function settle(path, is) {
    const entry = entryAt(record.answers, path);
    const mine = held.get(path);
    const isTheirs = mine && entry.is === is && mine.is !== is;
    const next = form.settle(isTheirs ? form.entry(entry, mine.is, tick(), by) : entry, is);
    if (held.has(path)) held.set(path, next);
    put(path, next);
  }

  /** Make every field of this record as it is in another, which may have been written long ago. */
  function become(other) {
    for (const path of new Set([...Object.keys(record.answers), ...Object.keys(other.answers)])) {
      const theirs = entryAt(other.answers, path) || { is: null };
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
  const entryAt = (answers, path) => (has(answers, path) ? answers[path] : undefined);

  /** Take back what was done between two states of the answers, and only where nobody wrote since. */
  function revert(before, after) {
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [was, did, now] = [entryAt(before, path), entryAt(after, path), entryAt(record.answers, path)];
      if (!now || JSON.stringify(was) === JSON.stringify(did)) continue;
      put(path, undo.reverted({ was, did, now }, { tick, by, name }));
    }
    save();
  }

  /** Do what people can take back, one step after the other. `run` gives the id of a project that it began, if it did;
      `goal` gives the element to go to after it was taken back. What changes nothing is no step. */
  function undoable(words, run, goal) {
    const before = { record: { ...record, answers: { ...record.answers } }, place };
    held.clear();
    const begun = run();
    const after = { id: record.id, place, answers: { ...record.answers } };
    if (isAlike(before.record, before.place, after, after.place)) return;
    undo.add(words, goal, () => {
      if (before.record.id === record.id && before.place === place) {
        revert(before.record.answers, after.answers);
        return;
      }
      flush();
      const left = {
        id: record.id,
        place,
        isNew: begun === record.id && JSON.stringify(record.answers) === JSON.stringify(after.answers),
      };
      const there = look(before.place, key(before.record.id));
      go(
        there ? form.merge(before.record, there) : before.record,
        before.place,
        there ? storage.text(before.place, key(before.record.id)) : null,
      );
      if (left.isNew && left.id !== record.id) remove(left.place, left.id);
    });
    tell([]);
  }

  /** Whether two states are one project, or both hold nothing. */
  function isAlike(one, place, other, there) {
    const [first, second] = [one, other].map(({ answers }) => JSON.stringify(answers));
    return one.id === other.id && place === there && first === second;
  }

  function beginNew() {
    go(form.blank(facts.guide, name()), "tab", null);
    return record.id;
  }

  const store = {
    facts,
    get: (path) => form.get(record, path),
    entry: (path) => entryAt(record.answers, path) || null,
    paths: () => Object.keys(record.answers),
    get record() {
      return record;
    },
    get place() {
      return place;
    },
    get state() {
      return state;
    },
    get undoing() {
      return undo.last;
    },
    aside,
    recovered,
    hasAnswers,
    set,
    settle,
    beside,
    undoable,
    flush,
    name,

    /** While somebody writes at a path, what others write there waits beside it. */
    hold(path) {
      if (!held.has(path)) held.set(path, entryAt(record.answers, path));
    },
    isHeld: (path) => held.has(path),

    /** Whether others wrote there without having seen what somebody writes here. */
    isApart(path) {
      const [mine, entry] = [held.get(path), entryAt(record.answers, path)];
      return Boolean(mine && entry) && (entry.lost || []).some((one) => undo.isSame(one, mine));
    },

    release(path) {
      held.delete(path);
    },

    /** Show everything anew. */
    show() {
      tell(null);
    },

    /** Be told of changes: watcher(paths, source); null for all paths, [] when only the state changed. What it gives is
        called by whoever does not want to be told any more. */
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    /** How many want to be told. */
    get watching() {
      return watchers.size;
    },

    /** Take back the last step. */
    undo() {
      const { back } = undo.pop();
      held.clear();
      back();
      tell(null);
    },

    /** Keep this project on the device instead of in the tab. "" when it is done, else why not; then the tab keeps it.
     */
    keep() {
      const at = key(record.id);
      if (place === "device") {
        stored = null;
        save();
        return state === "kept" ? "" : state;
      }
      const there = storage.text("device", at);
      place = "device";
      stored = there || null;
      arrive();
      save();
      const failed = state === "kept" ? "" : state.replace("_tab", "");
      if (!failed) storage.remove("tab", at);
      else {
        clearTimeout(again);
        if (!there) {
          storage.remove("device", since(record.id));
          storage.copy.remove(at, Date.now());
        }
        place = "tab";
        state = "kept";
        stored = storage.text("tab", at) || null;
        save();
      }
      tell([]);
      return failed;
    },

    /** After it was cleared behind our back. */
    again() {
      stored = null;
      state = "kept";
      arrive();
      save();
      tell([]);
    },

    /** Take this project out of storage; what is on the page goes too. Of nothing, nothing is cleared: false. */
    clear(words) {
      if (!hasAnswers()) return false;
      undoable(words, () => {
        const [id, where] = [record.id, place];
        clearTimeout(timer);
        timer = 0;
        remove(where, id);
        setTimeout(() => {
          if (record.id !== id) remove(where, id);
        }, 2 * WAIT); // another tab may have been writing just then
        return beginNew();
      });
      return true;
    },

    /** A new project. The one before stays where it is kept. */
    start(words) {
      if (!hasAnswers()) return;
      flush();
      undoable(words, beginNew);
    },

    /** `at`: the key of a project, which may lie at another place of this guide: then it is kept here as well. */
    open(where, at, words) {
      flush();
      const found = look(where, at);
      if (!found) {
        tell([]);
        return;
      }
      const here = at === key(found.id) ? found : look(where, key(found.id));
      undoable(words, () =>
        go(here && here !== found ? form.merge(here, found) : found, where, storage.text(where, key(found.id))),
      );
    },

    /** What lies in this tab from before it was closed: when it was written, in milliseconds, or null. */
    get before() {
      const found = before()
        .map((id) => look("tab", key(id)))
        .filter((one) => one && Object.keys(one.answers).length);
      return found.length ? Math.max(...found.map(form.newest)) : null;
    },

    /** Show it, or take it away for good. */
    bring(words) {
      const now = pointer();
      const ids = before();
      const id = now && ids.includes(now.id) ? now.id : ids.find((one) => look("tab", key(one)));
      storage.remove("tab", `${base}before`);
      store.open("tab", key(id), words);
    },

    forget() {
      for (const id of before()) if (id !== record.id) storage.remove("tab", key(id));
      storage.remove("tab", `${base}before`);
      tell([]);
    },

    /** Every field of this project beside which other words stand: its path. */
    apart: () => Object.keys(record.answers).filter((path) => beside(path).length),

    /** Every project of this tab, of this device, and of other places of this guide on it, the newest first:
        { key, id, name, place, isHere, isElsewhere, count, newest }. What cannot be read is set aside. */
    projects() {
      const found = new Map();
      for (const where of ["device", "tab"]) {
        for (const at of storage.keys(where, family).filter(storage.isOurs)) {
          const isElsewhere = !at.startsWith(key(""));
          if (where === "tab" && (isElsewhere || before().includes(at.slice(key("").length)))) continue;
          if (found.has(at)) continue;
          const there = isElsewhere ? form.read(storage.text(where, at), facts.guide).record : look(where, at);
          if (!there || (isElsewhere && storage.text(where, key(there.id)))) continue; // it was brought here already
          const count = Object.entries(there.answers).filter(
            ([path, { is }]) => is !== null && is !== "" && !/\/(?:title|place|stage)$/.test(path),
          ).length;
          found.set(at, {
            key: at,
            id: there.id,
            name: form.get(there, "name"),
            place: where,
            isElsewhere,
            count,
            newest: form.newest(there),
            isHere: at === key(record.id) && where === place,
          });
        }
      }
      return [...found.values()].sort((one, other) => other.newest - one.newest);
    },

    /** What a file holds takes the place of what is here. A project that is kept elsewhere is never written over. */
    replace(other, words) {
      flush();
      undoable(words, () => {
        if (other.id === record.id && form.fits(form.merge(record, other))) {
          become(other);
          return "";
        }
        const isTaken = ["device", "tab"].some((where) => storage.text(where, key(other.id)));
        const next = isTaken || other.id === record.id ? { ...other, id: name() } : other;
        go(next, place, null);
        return next.id;
      });
      tell(null);
    },

    /** What a file holds comes on top of what is here. False: both are too much for one project. */
    add(other, words) {
      const both = { ...form.merge(record, other), id: record.id };
      for (const path of form.mixed(record, other, both)) {
        // a next step is one thing: ours stays whole, theirs stands beside it
        const [ours, old] = [entryAt(record.answers, path), entryAt(both.answers, path)];
        if (old && old.is !== (ours ? ours.is : null))
          both.answers[path] = form.over(old, ours ? ours.is : null, Math.max(tick(), form.newest(both) + 1), by);
      }
      if (!form.fits(both)) return false;
      undoable(words, () => {
        take(both);
      });
      tell(null);
      save();
      return true;
    },

    /** Another tab did something that can be taken back here too. */
    offer(words, back, goal) {
      undo.add(words, goal, back);
      tell([]);
    },
  };
  return store;
})();
