/* <mk-kept-elsewhere>, on a page that has nothing to show: the other projects of this browser, and what lies in this
   tab from before it was closed, each with the way to it. What another tab begins to keep comes by itself. */

customElements.define(
  "mk-kept-elsewhere",
  class extends marks.SheetPart {
    follow() {
      return [
        marks.store.on("change", () => this.show()),
        marks.store.on("status", () => this.show()),
        this.hear("storage", () => this.show()),
      ];
    }

    /** The page says first whether there is anything to show. */
    show() {
      queueMicrotask(() => {
        if (!this.closest("[hidden]")) this.list();
      });
    }

    list() {
      const { store, projectList } = marks;
      const first = this.closest("[data-none]").querySelector("a");
      projectList.ask(this.querySelector("[data-asked]"), () => first.focus());
      const items = projectList.items((one) => {
        store.open(one.place, one.key, store.facts.words.keep_left);
        if (document.activeElement === document.body) first.focus();
      });
      this.querySelector("[data-kept]").hidden = !items.length;
      this.querySelector("ul").replaceChildren(...items);
    }
  },
);
