/* Is the worked example open in this tab? Then all that keeps a project knows another guide: what is made up and what
   people write never meet, in this browser or by a file. */

marks.example = (() => {
  const SIGN = "-example";
  /** Where this tab notes that it is open. @param {string} guide */
  const at = (guide) => `${marks.names(guide).base}example`;

  return {
    /** @type {Example["isOf"]} */
    isOf: (guide) => guide.endsWith(SIGN),

    /** The id of the guide, or of its example where that is open. @type {Example["guideOf"]} */
    guideOf(guide) {
      if (marks.wasClosed(at(guide))) this.leave(guide);
      marks.sawTo(at(guide));
      return sessionStorage.getItem(at(guide)) ? guide + SIGN : guide;
    },

    /** What this tab has of the example, or null. @type {Example["kept"]} */
    kept: (guide) => sessionStorage.getItem(marks.names(guide + SIGN).key("example")),

    /** Open it, as this tab has it or as it begins. False where a browser keeps nothing. @type {Example["open"]} */
    open(guide, record) {
      const own = guide + SIGN;
      const names = marks.names(own);
      if (marks.wasClosed(names.base)) this.clear(guide); // what somebody tried out before is nobody's now
      marks.sawTo(names.base);
      try {
        sessionStorage.setItem(names.key(record.id), this.kept(guide) || JSON.stringify({ ...record, guide: own }));
        sessionStorage.setItem(`${names.base}now`, JSON.stringify({ id: record.id, place: "tab" }));
        sessionStorage.setItem(at(guide), "open");
      } catch {
        return false;
      }
      return !marks.forgets;
    },

    /** @type {Example["leave"]} */
    leave: (guide) => sessionStorage.removeItem(at(guide)),

    /** Forget what was written in it. @type {Example["clear"]} */
    clear(guide) {
      const { family } = marks.names(guide + SIGN);
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(family)) sessionStorage.removeItem(key);
    },
  };
})();
