/* How does an idea come into the basket, and into the plan? Each act is one step that can be taken back. */

marks.trying = (() => {
  const { store, basket, paths } = marks;

  /** Do something with an idea that can be taken back. `done`: the word for what is done; `goal`: the mark or the stage
      that it is for; "" for none.
      @type {(done: string, path: string, title: string, goal: string, run: () => void) => string} */
  function act(done, path, title, goal, run) {
    let why = "";
    const { words } = store.facts;
    store.undoable(`${words[done]}: ${marks.answers.line(title).slice(0, 80)}`, () => {
      if (title && !store.get(`${path}/title`)) why = store.set(`${path}/title`, marks.answers.line(title));
      if (!why && goal) why = store.set(`${path}/for/${goal}`, true);
      if (!why) run();
    });
    return why;
  }

  /** @param {string} path */
  const planAt = (path) => paths.field(path, "plan", store.round);

  return {
    /** Into the basket. "" when it is done, else why there is no room. @type {Trying["put"]} */
    put: (path, title, goal = "") => act("basket_in", path, title, goal, () => void store.set(`${path}/basket`, true)),

    /** Out of the basket, and so out of the plan. Who and when stay, for whoever puts it back.
        @type {Trying["take"]} */
    take(path) {
      return act("basket_gone", path, basket.title(store.record, store.facts, path), "", () => {
        for (const one of [`${path}/basket`, planAt(path)]) if (store.entry(one)) store.set(one, null);
      });
    },

    /** Into the plan of this round, as a next step of its own. @type {Trying["plan"]} */
    plan(path, title, goal = "") {
      return act("plan_in", path, title, goal, () => {
        store.set(`${path}/basket`, true);
        store.set(planAt(path), true);
      });
    },

    /** Out of the plan: it stays in the basket. @type {Trying["unplan"]} */
    unplan(path) {
      return act("plan_gone", path, basket.title(store.record, store.facts, path), "", () => {
        store.set(`${path}/basket`, true);
        store.set(planAt(path), null);
      });
    },

    /** An idea of the group's own. @type {Trying["own"]} */
    own(title, goal) {
      const path = `${basket.OWN}/${store.name()}`;
      return this.put(path, title, goal);
    },
  };
})();
