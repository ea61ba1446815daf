/* Who wants to know when something changes? `change`: paths have other words; "" stands for all paths. `status`: words
   are kept elsewhere, something else can be undone, or there are other projects. */

/** Whether any of the paths that changed begins so, or all changed. @type {Marks["within"]} */
marks.within = (paths, start) => paths.some((path) => path === "" || path.startsWith(start));

/** @type {Marks["events"]} */
marks.events = () => {
  /** @type {{ change: Set<Function>, status: Set<Function> }} */
  const listeners = { change: new Set(), status: new Set() };
  return {
    /** What it gives is called by whoever does not want to be told any more. */
    on(/** @type {"change" | "status"} */ kind, /** @type {Function} */ listener) {
      listeners[kind].add(listener);
      return () => listeners[kind].delete(listener);
    },
    change(paths, source) {
      // in another round each field stands for another answer
      const all = paths.some((path) => /^round\/\d+\/begun$/.test(path)) ? [""] : paths;
      for (const listener of listeners.change) listener(all, source);
    },
    status() {
      for (const listener of listeners.status) listener();
    },
    get listeners() {
      return listeners.change.size + listeners.status.size;
    },
  };
};
