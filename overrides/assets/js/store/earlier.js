/* What lies in this tab from before it was closed? Whoever opened it again is asked whether to see it. */

/** @type {Marks["earlier"]} */
marks.earlier = ({ now, storage, events, base, key, look }, { pointer, before }, open) => {
  const { newest } = marks.record;
  const over = () => storage.remove("tab", `${base}before`);

  return {
    /** When it was written, in milliseconds, or null. */
    get before() {
      const times = before().flatMap((id) => {
        const one = look("tab", key(id));
        return one && Object.keys(one.answers).length ? [newest(one)] : [];
      });
      return times.length ? Math.max(...times) : null;
    },

    /** Show it. */
    bring(words) {
      const ids = before();
      const last = pointer()?.id;
      const id = last && ids.includes(last) ? last : ids.find((one) => look("tab", key(one)));
      over();
      open("tab", key(String(id)), words);
    },

    /** Take it away for good. */
    forget() {
      for (const id of before()) if (id !== now.record.id) storage.remove("tab", key(id));
      over();
      events.status();
    },
  };
};
