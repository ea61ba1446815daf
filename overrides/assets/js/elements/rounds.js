/* <mk-rounds>: scoring again. A new round begins with empty boxes. */

customElements.define(
  "mk-rounds",
  class extends marks.SheetPart {
    /** @type {Part} */
    button;

    begin() {
      this.button = this.querySelector("[data-begin]");
      this.button.addEventListener("click", () => this.next());
    }

    follow() {
      return [this.heed(["round/"])];
    }

    show() {
      const { words } = marks.store.facts;
      const { round } = marks.store;
      this.querySelector("[data-now]").textContent = words.round_now.replace("{n}", String(round));
      this.button.textContent = words.round_begin.replace("{n}", String(round + 1));
      this.querySelector("[data-said]").textContent = "";
    }

    /** A round with nothing in it is not followed by another. */
    next() {
      const { store, paths } = marks;
      const { words, stages } = store.facts;
      const { round } = store;
      // a large project is looked through only where no mark has a score
      const isScored = stages
        .flatMap((stage) => stage.marks)
        .some(([id]) => store.get(paths.score(`mark/${id}`, round)) !== "");
      const isOfRound = new RegExp(`^(?:mark|own|idea|own-idea)/[^/]+/[^/]+/${round}(?:/|$)`);
      const isEmpty = !isScored && !store.paths().some((path) => isOfRound.test(path) && store.get(path) !== "");
      if (isEmpty) {
        this.querySelector("[data-said]").textContent = words.round_empty;
        return;
      }
      const n = String(round + 1);
      store.undoable(words.round_begun.replace("{n}", n), () => {
        store.set(`round/${n}/begun`, true);
      });
      this.button.focus();
    }
  },
);
