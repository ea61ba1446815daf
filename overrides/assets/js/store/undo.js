/* What can be taken back? The steps that people made on this page, the last of them first. A step is an act that takes
   something away or brings something in: clearing, opening a file, leaving words out, deleting a mark. */

marks.undo = (() => {
  const { record: form } = marks;
  const { isSame } = form;
  const MOST = 100; // how many steps can be taken back
  /** @type {Step[]} */
  let steps = [];
  /** What came back when a step was taken back is a new entry: which one of before it stands for, by its time and its
      writer. So the step before that one finds its own work, and can be taken back too.
     @type {{ [key: string]: Entry | undefined }} */
  let stands = {};

  /** The entry that one stands for in the end. @param {Entry | undefined} entry @returns {Entry | undefined} */
  const origin = (entry) => (entry && stands[`${entry.at} ${entry.by}`]) || entry;

  /** What an entry becomes when a step is taken back. `was`: before the step, `did`: after it, `now`: as it is. Words
      that somebody wrote since then stay. `tick` gives a time, `by` does it, `name` gives a new writer.
      @type {Undo["reverted"]} */
  function reverted({ was, did, now }, { tick, by, name }) {
    const had = was?.lost || [];
    const gained = did?.lost || [];
    const stood = was ? [was, ...had] : []; // what people had before the step stays theirs
    let next = now;
    for (const one of gained) if (!stood.some((two) => isSame(one, two))) next = form.settle(next, one.is);
    if (!isSame(origin(now), origin(did))) return next;
    const stand = (/** @type {Entry} */ back) => {
      stands[`${back.at} ${back.by}`] = origin(was);
      return back;
    };
    if (!isSame(was, did))
      return stand({ ...form.entry(next, was ? was.is : null, tick(), by), ...(had.length ? { lost: had } : {}) });
    // words that were left out come back as new ones: all who saw them know them as done with
    const out = had.filter((one) => !gained.some((two) => isSame(one, two)));
    if (!out.length) return next;
    const again = out.map(({ is }) => ({ is, at: tick(), by: name() }));
    return stand(form.entry({ ...next, lost: [...(next.lost || []), ...again] }, next.is, tick(), by));
  }

  /** @type {Undo} */
  const undo = {
    reverted,
    /** The step that is taken back next, or null. */
    get last() {
      return steps[steps.length - 1] || null;
    },
    add(words, goal, back) {
      steps = [...steps.slice(1 - MOST), { words, goal, back }];
    },
    /** Take the last step off the list. */
    pop: () => steps.pop(),
    clear() {
      steps = [];
      stands = {};
    },
  };
  return undo;
})();
