/* What was changed in a project that takes long to write, since all of it was written? It stands beside the project
   and is small: whoever types never waits for the whole. A browser that crashes leaves it, and whoever opens the
   project next puts it back. */

/** @type {Marks["journal"]} */
marks.journal = (now, storage, names, save) => {
  const { record: form, savedFile } = marks;
  const WAIT = 40; // milliseconds until it is written down: first the page shows what people did
  const MOST = 1e5; // letters: then the whole is written
  /** @type {Set<string>} */
  const waiting = new Set();
  let timer = 0; // until it is written down; 0 when it is
  const at = () => names.late(now.record.id) + now.by;

  /** Write down what was changed; the whole, when there is no room, so much was changed that the whole is due, or
      somebody cleared the project. */
  function write() {
    timer = 0;
    const isGone = now.stored !== null && storage.text(now.place, names.key(now.record.id)) === null;
    const answers = Object.fromEntries([...waiting].map((one) => [one, now.record.answers[one]]));
    const text = savedFile.write({ ...now.record, answers });
    if (isGone || text.length > MOST || storage.write(now.place, at(), text)) save();
    else if (now.place === "device") storage.copy.write(at(), text);
  }

  function stop() {
    clearTimeout(timer);
    timer = 0;
    waiting.clear();
  }

  return {
    /** Something was changed. */
    add(path) {
      waiting.add(path);
      timer = timer || setTimeout(write, WAIT);
    },

    /** All of it stands in the project. */
    clear() {
      if (!waiting.size) return;
      for (const where of /** @type {Place[]} */ (["tab", "device"])) storage.remove(where, at());
      storage.copy.drop(at());
      stop();
    },

    /** It stays for whoever opens that project again. `isWanted`: nobody took that project away. */
    leave(isWanted) {
      if (timer && isWanted) write();
      stop();
    },

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
