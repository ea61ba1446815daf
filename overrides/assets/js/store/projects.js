/* What can people do with a project as a whole? Keep it, clear it, leave it for another, and take in what a file
   holds. */

/** @type {Marks["projects"]} */
marks.projects = (keeper, { tick, become }, { undoable }, { before }) => {
  const { facts, now, storage, events, family, key, since, name, look, hasAnswers, ...keep } = keeper;
  const { record: form, savedFile } = marks;
  /** Why words are not in the place that people chose; "" when they are. */
  const why = () => marks.states.TABLE[now.state].why;
  /** @type {Place[]} */
  const PLACES = ["device", "tab"];

  function beginNew() {
    keep.go(form.blank(facts.guide, name()), "tab", null);
    return now.record.id;
  }

  /** How many answers a project has, but for what only says where a mark stands. @param {Project} record */
  const count = ({ answers }) =>
    Object.entries(answers).filter(
      ([path, { is }]) => is !== null && is !== "" && !/\/(?:title|place|stage|for\/.+)$/.test(path),
    ).length;

  return {
    /** Keep this project on the device instead of in the tab. "" when it is done, else why not; then the tab
        keeps it. */
    keep() {
      const at = key(now.record.id);
      if (now.place === "device") {
        now.stored = null;
        keep.save();
        return why();
      }
      const there = storage.text("device", at);
      now.place = "device";
      now.stored = there || null;
      keep.arrive();
      keep.save();
      const failed = why();
      if (!failed) storage.remove("tab", at);
      else {
        clearTimeout(now.retrying);
        if (!there) {
          storage.remove("device", since(now.record.id));
          storage.copy.remove(at, Date.now());
        }
        now.place = "tab";
        now.state = "kept";
        now.stored = storage.text("tab", at) || null;
        keep.save();
      }
      events.status();
      return failed;
    },

    /** After it was cleared behind our back. */
    again() {
      now.stored = null;
      now.state = "kept";
      keep.arrive();
      keep.save();
      events.status();
    },

    /** Take this project out of storage; what is on the page goes too. Of nothing, nothing is cleared: false. */
    clear(words) {
      if (!hasAnswers()) return false;
      undoable(words, () => {
        const [id, where] = [now.record.id, now.place];
        clearTimeout(now.saving);
        now.saving = 0;
        keep.remove(where, id);
        // another tab may have been writing just then
        setTimeout(() => {
          if (now.record.id !== id) keep.remove(where, id);
        }, 2 * keep.WAIT);
        return beginNew();
      });
      return true;
    },

    /** A new project. The one before stays where it is kept. */
    start(words) {
      if (!hasAnswers()) return;
      keep.flush();
      undoable(words, beginNew);
    },

    /** `at`: the key of a project, which may lie at another place of this guide: then it is kept here as well. */
    open(where, at, words) {
      keep.flush();
      const found = look(where, at);
      if (!found) {
        events.status();
        return;
      }
      const own = key(found.id);
      const here = at === own ? null : look(where, own);
      undoable(words, () => keep.go(here ? form.merge(here, found) : found, where, storage.text(where, own)));
    },

    /** What a file holds takes the place of what is here. A project that is kept elsewhere is never written over. */
    replace(other, words) {
      keep.flush();
      undoable(words, () => {
        if (other.id === now.record.id && savedFile.fits(form.merge(now.record, other))) {
          become(other);
          return "";
        }
        const isTaken = PLACES.some((where) => storage.text(where, key(other.id)));
        const next = isTaken || other.id === now.record.id ? { ...other, id: name() } : other;
        keep.go(next, now.place, null);
        return next.id;
      });
      events.change([""]);
    },

    /** What a file holds comes on top of what is here. False: both are too much for one project. */
    add(other, words) {
      const both = { ...form.merge(now.record, other), id: now.record.id };
      // a next step is one thing: ours stays whole, theirs stands beside it
      for (const path of form.mixed(now.record, other, both)) {
        const ours = form.there(now.record.answers, path)?.is ?? null;
        const old = form.there(both.answers, path);
        const at = Math.max(tick(), form.newest(both) + 1);
        if (old && old.is !== ours) both.answers[path] = form.over(old, ours, at, now.by);
      }
      if (!savedFile.fits(both)) return false;
      undoable(words, () => keep.take(both));
      events.change([""]);
      keep.save();
      return true;
    },

    /** Every project of this tab, of this device, and of other places of this guide on it, the newest first. What
        cannot be read is set aside. */
    projects() {
      /** @type {Map<string, Listed>} */
      const found = new Map();
      for (const where of PLACES) {
        for (const at of storage.keys(where, family).filter(storage.isOurs)) {
          const isElsewhere = !at.startsWith(key(""));
          if (where === "tab" && (isElsewhere || before().includes(at.slice(key("").length)))) continue;
          if (found.has(at)) continue;
          const there = isElsewhere ? savedFile.read(storage.text(where, at), facts.guide).record : look(where, at);
          if (!there || (isElsewhere && storage.text(where, key(there.id)))) continue; // it was brought here already
          const isHere = at === key(now.record.id) && where === now.place;
          const called = String(form.get(there, "name"));
          const about = { name: called, count: count(there), newest: form.newest(there), isElsewhere, isHere };
          found.set(at, { key: at, id: there.id, place: where, ...about });
        }
      }
      return [...found.values()].sort((one, other) => other.newest - one.newest);
    },
  };
};
