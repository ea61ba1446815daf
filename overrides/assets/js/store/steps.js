/* How is a step made, and taken back? undo.js has the list of them, and what becomes of an entry. */

/** @type {Marks["steps"]} */
marks.steps = ({ now, storage, events, key, look, flush, go, remove }, { revert }) => {
  const { record: form, undo } = marks;

  /** Do what people can take back, one step after the other. `run` gives the id of a project that it began, if it did;
      `goal` gives the part to go to after it was taken back. What changes nothing is no step.
      @type {Steps["undoable"]} */
  function undoable(words, run, goal) {
    const { record, place } = now;
    /** @type {Map<string, Entry | undefined>} */
    const diary = new Map();
    now.diary = diary;
    now.held.clear();
    const begun = run();
    now.diary = null;
    // in a project that is still open, only what was changed: it may be a large one
    const isHere = now.record.answers === record.answers && now.record.id === record.id && now.place === place;
    const before = { record: { ...record, answers: unchanged(isHere ? {} : record.answers, diary) }, place };
    const there = isHere
      ? [...diary.keys()].map((path) => [path, record.answers[path]])
      : Object.entries(now.record.answers);
    const after = { record: { ...now.record, answers: Object.fromEntries(there) }, place: now.place };
    if (isAlike(before, after)) return;
    undo.add(words, goal, () => {
      if (before.record.id === now.record.id && (isHere || before.place === now.place)) {
        revert(before.record.answers, after.record.answers);
        return true;
      }
      flush();
      const isUntouched = JSON.stringify(now.record.answers) === JSON.stringify(after.record.answers);
      const isNew = begun === now.record.id && isUntouched;
      const left = { id: now.record.id, place: now.place };
      const at = key(before.record.id);
      const there = look(before.place, at);
      if (!there && isHere) {
        revert(before.record.answers, after.record.answers); // it goes on under a new name
        return true;
      }
      const back = there ? form.merge(before.record, there) : before.record;
      go(back, before.place, there ? storage.text(before.place, at) : null);
      if (isNew && left.id !== now.record.id) remove(left.place, left.id);
      return false;
    });
    events.status();
  }

  /** Answers as they stood before what a diary says. @param {Answers} answers
      @param {Map<string, Entry | undefined>} diary */
  function unchanged(answers, diary) {
    const old = { ...answers };
    for (const [path, entry] of diary) {
      if (entry) old[path] = entry;
      else delete old[path];
    }
    return old;
  }

  /** Whether both are one project in one place, with the same answers.
      @typedef {{ record: Project, place: Place }} There
      @param {There} one @param {There} other */
  function isAlike(one, other) {
    const [first, second] = [one, other].map(({ record }) => JSON.stringify(record.answers));
    return one.record.id === other.record.id && one.place === other.place && first === second;
  }

  return {
    undoable,

    /** Take back the last step. */
    undo() {
      const step = undo.pop();
      now.held.clear();
      if (!step?.back()) events.change([""]);
      events.status();
    },

    /** Another tab did something that can be taken back here too. */
    offer(words, back, goal) {
      undo.add(words, goal, back);
      events.status();
    },
  };
};
