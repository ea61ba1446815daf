/* <mk-view-options>: how a sheet is shown: one mark at a time, and three steps in place of ten numbers. Both are
   remembered. What can be shown by itself bears data-mk-unit, or is a title of the sheet with what follows it. */

customElements.define(
  "mk-view-options",
  class extends marks.SheetPart {
    /** The first part of the mark that is shown. @type {Part | null} */
    now = null;
    /** The way to the next mark. @type {Part} */
    way;

    begin() {
      this.way = this.querySelector("[data-way]");
      for (const box of this.querySelectorAll("[data-way-of]")) {
        const name = box.dataset.wayOf;
        box.checked = marks.prefs.get(`sheet-${name}`) === "yes";
        box.addEventListener("change", () => {
          marks.prefs.set(`sheet-${name}`, box.checked ? "yes" : "");
          this.steps();
          this.show();
        });
      }
      this.way.querySelector("[data-before]").addEventListener("click", () => this.go(-1));
      this.way.querySelector("[data-after]").addEventListener("click", () => this.go(1));
      this.hidden = false;
      this.steps();
      this.named();
    }

    follow() {
      return [this.hear("hashchange", () => this.named()), this.hear("mk-units", () => this.show())];
    }

    /** @param {string} name */
    chosen(name) {
      return this.querySelector(`[data-way-of=${name}]`).checked;
    }

    /** The three steps beside the ten numbers: a step has other words, and each part of the sheet shows its own. */
    steps() {
      const root = document.documentElement;
      const isChosen = this.chosen("thirds");
      if (root.hasAttribute("data-mk-thirds") === isChosen) return;
      root.toggleAttribute("data-mk-thirds", isChosen);
      marks.store.show();
    }

    /** Every mark that can be shown by itself, as its parts: those of the sheet, the questions of those that were
        chosen, people's own. The titles to choose from stay. */
    units() {
      return [...document.querySelectorAll(".mk-paper__title, [data-mk-unit]")].map((one) =>
        one.classList.contains("mk-paper__title") ? [one, one.nextElementSibling] : [one],
      );
    }

    /** The mark that the address names. */
    named() {
      const unit = this.units().find(([one]) => one.id && `#${one.id}` === location.hash);
      if (!unit) return;
      [this.now] = unit;
      this.show(false);
      unit[0].scrollIntoView();
    }

    /** Go on to another mark. @param {number} by */
    go(by) {
      const units = this.units();
      const at = units.findIndex(([one]) => one === this.now) + by;
      const [part] = units[Math.max(0, Math.min(at, units.length - 1))];
      this.now = part;
      this.show(false);
      if (part.id) history.replaceState(history.state, "", `#${part.id}`); // a reload comes back to it
      const title = part.matches("h2") ? part : (part.closest("mk-mark-picker") || part).querySelector("h3");
      title.tabIndex = -1;
      title.focus();
    }

    /** The place of the mark in which somebody writes, which may have been added just now; -1 for none.
        @param {Part[][]} units */
    written(units) {
      const active = document.activeElement;
      if (this.way.contains(active)) return -1;
      return units.findIndex((parts) =>
        parts.some((part) => (part.closest("mk-mark-picker") || part).contains(active)),
      );
    }

    /** `follow`: show the mark in which somebody writes. */
    show(follow = true) {
      const units = this.units();
      const quiet = this.chosen("quiet") && units.length > 0;
      document.documentElement.toggleAttribute("data-mk-quiet", quiet);
      const writing = follow ? this.written(units) : -1;
      const at = Math.max(0, writing >= 0 ? writing : units.findIndex(([one]) => one === this.now));
      for (const part of document.querySelectorAll(".mk-away:not(.mk-custom-marks__paper)")) {
        part.classList.remove("mk-away");
      }
      this.way.hidden = !quiet;
      if (!quiet) return;
      for (const [index, parts] of units.entries()) {
        for (const part of parts) part.classList.toggle("mk-away", index !== at);
      }
      [this.now] = units[at];
      const { ask_at } = marks.store.facts.words;
      const said = ask_at.replace("{n}", String(at + 1)).replace("{total}", String(units.length));
      this.way.querySelector("[data-at]").textContent = said;
      this.way.querySelector("[data-before]").disabled = at === 0;
      this.way.querySelector("[data-after]").disabled = at === units.length - 1;
      const [last] = units[at].slice(-1); // the way on stands where people are done with a mark
      if (this.way.parentElement !== last) last.append(this.way);
    }
  },
);
