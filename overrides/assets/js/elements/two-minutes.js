/* <mk-two-minutes>: three questions and a word, for somebody who comes once. What they say goes into the project that
   this browser has open, and the page is empty for whoever comes next. */

customElements.define(
  "mk-two-minutes",
  class extends HTMLElement {
    /** @type {Part} */
    word;
    /** @type {Part} */
    said;

    connectedCallback() {
      this.word = this.querySelector("[data-word]");
      this.said = this.querySelector("[data-said]");
      this.querySelector("[data-give]").addEventListener("click", () => this.give());
      this.querySelector("[data-undo] button").addEventListener("click", () => {
        marks.store.undo();
        marks.store.flush();
        this.querySelector("[data-undo]").hidden = true;
        this.said.textContent = "";
        this.querySelector("input").focus();
      });
      marks.afterRestore("once", () => this.empty());
      this.querySelector("[data-ways]").hidden = false;
    }

    /** Nothing is chosen and no word stands there. */
    empty() {
      for (const radio of this.querySelectorAll("input")) radio.checked = false;
      this.word.value = "";
    }

    /** What is chosen for a question: the id of a step, or of an answer that is none. @param {Part} field */
    chosen(field) {
      return [...field.querySelectorAll("input")].find(({ checked }) => checked)?.value || "";
    }

    give() {
      const { store } = marks;
      const fields = [...this.querySelectorAll("[data-question]")];
      const words = this.word.value.trim();
      if (!words && !fields.some((field) => this.chosen(field))) {
        this.said.textContent = this.said.dataset.none;
        return;
      }
      const path = `once/${store.name()}`;
      store.undoable(this.said.dataset.thanks, () => {
        for (const field of fields) {
          if (this.chosen(field)) store.set(`${path}/${field.dataset.question}`, this.chosen(field));
        }
        if (words) store.set(`${path}/word`, words);
        store.set(`${path}/round`, store.round);
      });
      store.flush();
      this.empty();
      this.querySelector("[data-undo]").hidden = false;
      this.said.textContent = this.said.dataset.thanks;
      this.said.focus();
    }
  },
);
