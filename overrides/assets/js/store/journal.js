/* What was changed in a project that takes long to write, since all of it was written? It stands beside the project
   and is small: whoever types never waits for the whole. A browser that crashes leaves it, and whoever opens the
   project next puts it back. */

/** @type {Marks["journal"]} */
marks.journal = (now, storage, late) => {
  const { record: form, savedFile } = marks;
  const MOST = 1e5; // letters: then the whole is written
  /** @type {Set<string>} */
  const waiting = new Set();
  const at = () => late(now.record.id) + now.by;

  return {
    /** Write down that something was changed. False: there is no room, or so much was changed that the whole is due. */
    write(path) {
      waiting.add(path);
      const answers = Object.fromEntries([...waiting].map((one) => [one, now.record.answers[one]]));
      const text = savedFile.write({ ...now.record, answers });
      if (text.length > MOST || storage.write(now.place, at(), text)) return false;
      if (now.place === "device") storage.copy.write(at(), text);
      return true;
    },

    /** All of it stands in the project. */
    clear() {
      if (!waiting.size) return;
      for (const where of /** @type {Place[]} */ (["tab", "device"])) storage.remove(where, at());
      storage.copy.drop(at());
      waiting.clear();
    },

    /** It stays for whoever opens that project again. */
    leave: () => waiting.clear(),

    /** The record with what another tab changed just now, and which paths that were; null for nothing. */
    joined(theirs) {
      const { answers } = now.record;
      const isNew = (/** @type {string} */ path) =>
        JSON.stringify(form.there(answers, path)) !== JSON.stringify(theirs.answers[path]);
      const changed = Object.keys(theirs.answers).filter(isNew);
      if (!changed.length) return null;
      const newer = changed.map((path) => {
        const mine = form.there(answers, path);
        return [path, mine ? form.later(mine, theirs.answers[path]) : theirs.answers[path]];
      });
      return { changed, record: { ...now.record, answers: { ...answers, ...Object.fromEntries(newer) } } };
    },
  };
};
