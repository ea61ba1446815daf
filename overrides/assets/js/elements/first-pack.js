/* What does a first session need on paper, and how many sheets is that? */

/** @type {Marks["firstPack"]} */
marks.firstPack = {
  /** The kinds that it needs. */
  kinds() {
    const forms = marks.store.facts.forms.filter(({ first }) => first).map(({ id }) => `form--${id}`);
    return ["plan", "worksheet", "slip", "tally", ...forms];
  },

  /** How much of it there is, made where sides are made now. What each person has is made once, and counted for all. */
  count(wish) {
    const { papers, store } = marks;
    const forms = store.facts.forms.filter(({ copies }) => copies === "each").map(({ id }) => `form--${id}`);
    const each = ["slip", ...forms];
    let [sides, sheets] = [0, 0];
    for (const kind of wish.marks.length ? this.kinds() : []) {
      const copies = each.includes(kind) ? wish.people : 1;
      for (const one of papers.make(kind, copies > 1 ? { ...wish, people: 1 } : wish)) {
        sides += copies * one.length;
        sheets += copies * (wish.isBoth ? Math.ceil(one.length / 2) : one.length);
      }
    }
    return { sides, sheets };
  },
};
