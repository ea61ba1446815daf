/* <mk-expand-marks>: one button for the rest of all marks, or of all ideas. The one that an address names is opened,
   and paper shows all. */

customElements.define(
  "mk-expand-marks",
  class extends HTMLElement {
    /** @type {Part[]} */
    folds = [];
    /** What the button says, when not all are open and when they are. @type {string[]} */
    words = [];
    /** @type {Part} */
    button;

    connectedCallback() {
      this.folds = [...document.querySelectorAll("details.mk-more")];
      this.button = this.querySelector("button");
      this.words = [this.button.textContent, this.button.dataset.close];
      this.button.addEventListener("click", () => {
        const open = !this.all();
        for (const fold of this.folds) fold.open = open;
      });
      for (const fold of this.folds) fold.addEventListener("toggle", () => this.tell());
      addEventListener("hashchange", () => this.named());
      this.named();
      this.tell();

      /** @type {Part[]} */
      let closed = [];
      addEventListener("beforeprint", () => {
        closed = this.folds.filter((fold) => !fold.open);
        for (const fold of closed) fold.open = true;
      });
      addEventListener("afterprint", () => {
        for (const fold of closed) fold.open = false;
      });
      this.hidden = false;
    }

    all() {
      return this.folds.every((fold) => fold.open);
    }

    tell() {
      this.button.textContent = this.words[Number(this.all())];
    }

    /** Open the mark or the idea that the address names, or whose part it names. */
    named() {
      const goal = document.getElementById(location.hash.slice(1));
      const fold =
        goal &&
        (goal.matches(".mk-mark__title, .mk-idea__title")
          ? goal.nextElementSibling.querySelector("details.mk-more")
          : goal.closest("details.mk-more"));
      if (!fold) return;
      fold.open = true;
      goal.scrollIntoView();
    }
  },
);
