/* <mk-view-options>: how a sheet is shown: one mark at a time, and three steps in place of ten numbers. Both are
   remembered. */

customElements.define(
  "mk-view-options",
  class extends HTMLElement {
    connectedCallback() {
      this.now = null; // the mark that is shown: its first part
      this.way = this.querySelector("[data-way]");
      for (const box of this.querySelectorAll("[data-way-of]")) {
        const name = box.dataset.wayOf;
        box.checked = marks.prefs.get(`sheet-${name}`) === "yes";
        box.addEventListener("change", () => {
          marks.prefs.set(`sheet-${name}`, box.checked ? "yes" : "");
          this.show();
          // a step has other words
          for (const one of document.querySelectorAll("mk-answer-form, mk-sheet-summary")) one.show();
        });
      }
      this.way.querySelector("[data-before]").addEventListener("click", () => this.go(-1));
      this.way.querySelector("[data-after]").addEventListener("click", () => this.go(1));
      addEventListener("hashchange", () => this.named());
      marks.store.watch((paths) => {
        // after the others have shown what changed
        if (!paths || paths.some((path) => /^chosen\/|^own\/[^/]+\/(?:stage|place|gone)$/.test(path)))
          setTimeout(() => this.show());
      });
      this.hidden = false;
      this.named();
      this.show();
    }

    chosen(name) {
      return this.querySelector(`[data-way-of=${name}]`).checked;
    }

    /** The three steps beside the ten numbers, on paper too. Few people ask for them: no page carries them for each
        mark. */
    steps(chosen) {
      document.documentElement.toggleAttribute("data-mk-thirds", chosen);
      for (const legend of document.querySelectorAll(".mk-score > legend")) {
        this.asked ??= legend.textContent;
        legend.textContent = chosen ? marks.store.facts.words.ask_far : this.asked;
      }
      if (!chosen) return;
      const { content } = document.getElementById("sheet--thirds");
      for (const squares of document.querySelectorAll(".mk-squares")) {
        if (squares.nextElementSibling?.matches(".mk-thirds")) continue;
        squares.after(document.importNode(content, true));
        const answers = squares.closest("mk-answer-form");
        if (!answers) continue;
        for (const radio of squares.nextElementSibling.querySelectorAll("input")) radio.name = `${answers.path}/step`;
        answers.show();
      }
    }

    /** Every mark that can be shown by itself, as its parts: those of the sheet, the questions of those that were
        chosen, people's own. The titles to choose from stay. */
    units() {
      return [
        ...document.querySelectorAll(
          ".mk-paper__title, .mk-mark-picker__box:checked ~ .mk-mark-picker__body, .mk-custom-marks__mark",
        ),
      ].map((one) => (one.classList.contains("mk-paper__title") ? [one, one.nextElementSibling] : [one]));
    }

    /** The mark that the address names. */
    named() {
      const unit = this.units().find(([one]) => one.id && `#${one.id}` === location.hash);
      if (!unit) return;
      [this.now] = unit;
      this.show(false);
      this.now.scrollIntoView();
    }

    go(by) {
      const units = this.units();
      const at = units.findIndex(([one]) => one === this.now) + by;
      [this.now] = units[Math.max(0, Math.min(at, units.length - 1))];
      this.show(false);
      if (this.now.id) history.replaceState(history.state, "", `#${this.now.id}`); // a reload comes back to it
      const title = this.now.matches("h2")
        ? this.now
        : (this.now.closest("mk-mark-picker") || this.now).querySelector("h3");
      title.tabIndex = -1;
      title.focus();
    }

    /** `follow`: show the mark in which somebody writes, which may have been added just now. */
    show(follow = true) {
      const units = this.units();
      const quiet = this.chosen("quiet") && units.length > 0;
      document.documentElement.toggleAttribute("data-mk-quiet", quiet);
      this.steps(this.chosen("thirds"));
      const active = document.activeElement;
      const writing =
        follow && !this.way.contains(active)
          ? units.findIndex((parts) => parts.some((part) => (part.closest("mk-mark-picker") || part).contains(active)))
          : -1;
      const at = Math.max(0, writing >= 0 ? writing : units.findIndex(([one]) => one === this.now));
      for (const part of document.querySelectorAll(".mk-away:not(.mk-custom-marks__paper)"))
        part.classList.remove("mk-away");
      this.way.hidden = !quiet;
      if (!quiet) return;
      units.forEach((parts, index) => {
        for (const part of parts) part.classList.toggle("mk-away", index !== at);
      });
      [this.now] = units[at];
      this.way.querySelector("[data-at]").textContent = marks.store.facts.words.ask_at
        .replace("{n}", at + 1)
        .replace("{total}", units.length);
      this.way.querySelector("[data-before]").disabled = at === 0;
      this.way.querySelector("[data-after]").disabled = at === units.length - 1;
      const [last] = units[at].slice(-1); // the way on stands where people are done with a mark
      if (this.way.parentElement !== last) last.append(this.way);
    }
  },
);
