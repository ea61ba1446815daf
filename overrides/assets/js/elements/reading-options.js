/* <mk-reading-options>: the size of the text, the space in it and the contrast, as this reader likes them. */

customElements.define(
  "mk-reading-options",
  class extends HTMLElement {
    connectedCallback() {
      if (!("popover" in this)) return; // a browser that is too old to open it
      for (const name of Object.keys(marks.choices)) {
        const chosen = marks.prefs.get(name) || marks.choices[name][0];
        for (const radio of this.querySelectorAll(`[name="reading-${name}"]`)) {
          radio.checked = radio.value === chosen;
          radio.addEventListener("change", () => this.choose(name, radio.value));
        }
      }
      this.hidden = false;
    }

    /** @param {string} name @param {string} value */
    choose(name, value) {
      marks.show(name, value);
      const kept = !marks.forgets && marks.prefs.set(name, value === marks.choices[name][0] ? "" : value);
      const note = this.querySelector("[data-kept]");
      note.textContent = kept ? note.dataset.kept : note.dataset.lost;
    }
  },
);
