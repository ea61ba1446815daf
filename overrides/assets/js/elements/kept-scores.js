/* <mk-kept-scores> in the questions of a mark: a second score where the group keeps two, the reason for each, and where
   they want to be. */

customElements.define(
  "mk-kept-scores",
  class extends marks.SheetPart {
    /** @type {Part} */
    form;
    /** The mark that it is in: "mark/listening". */
    path = "";

    begin() {
      this.form = this.closest("mk-answer-form");
      this.append(document.importNode(document.getElementById("sheet--kept").content, true));
      this.addEventListener("input", (/** @type {PartEvent} */ { target }) => this.note(target));
      for (const field of this.querySelectorAll("[data-why]")) marks.fields.grow(field);
      this.hidden = false;
    }

    follow() {
      this.path = this.form.getAttribute("of");
      return [this.heed([`${this.path}/`, "round/"])];
    }

    /** Where a field stands. @param {Part} field */
    place(field) {
      const { round } = marks.store;
      const { choice, why } = field.dataset;
      if (why) return `${this.path}/why/${round}/${why}`;
      return choice === "aim" ? `${this.path}/aim/${round}` : marks.paths.score(this.path, round, marks.paths.OTHER);
    }

    /** @param {Part} field */
    note(field) {
      const { store } = marks;
      if (field.dataset.why) marks.fields.typed(field, this.place(field), this);
      else store.set(this.place(field), field.value ? Number(field.value) : null, this);
      if (!store.get(`${this.path}/title`)) store.set(`${this.path}/title`, this.form.getAttribute("aria-label"), this);
      this.unfold();
    }

    show() {
      const fields = [...this.querySelectorAll("[data-why], [data-choice]")];
      for (const field of fields) {
        if (field.dataset.why) marks.fields.show(field, this.place(field));
        else field.value = String(marks.store.get(this.place(field)));
      }
      this.unfold();
    }

    /** What was written is seen, on paper too; paper leaves the rest out. */
    unfold() {
      const isUsed = [...this.querySelectorAll("[data-why], [data-choice]")].some((field) => field.value !== "");
      this.toggleAttribute("data-none", !isUsed);
      if (isUsed) this.querySelector("details").open = true;
    }
  },
);
