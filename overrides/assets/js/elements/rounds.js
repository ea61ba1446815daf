/* <mk-rounds>: scoring again. A new round begins with empty boxes, and with what people planned in the round before. */

customElements.define(
  "mk-rounds",
  class extends marks.SheetPart {
    /** @type {Part} */
    button;

    begin() {
      this.button = this.querySelector("[data-begin]");
      this.button.addEventListener("click", () => this.next());
      this.querySelector("[data-list]").addEventListener("change", (/** @type {PartEvent} */ { target }) => {
        marks.store.set(target.dataset.done || "", target.checked || null, this);
      });
      this.hidden = false;
    }

    follow() {
      return [
        marks.store.on("change", (changed, source) => {
          if (source === this) return;
          const isOfRounds = (/** @type {string} */ path) =>
            path === "" || path.startsWith("round/") || path.includes("/done/");
          if (changed.some(isOfRounds)) this.show();
        }),
      ];
    }

    show() {
      const { words } = marks.store.facts;
      const { round } = marks.store;
      this.querySelector("[data-now]").textContent = words.round_now.replace("{n}", String(round));
      this.button.textContent = words.round_begin.replace("{n}", String(round + 1));
      this.querySelector("[data-said]").textContent = "";
      this.steps();
    }

    /** A round with nothing in it is not followed by another. */
    next() {
      const { store } = marks;
      const { words } = store.facts;
      const { round } = store;
      const isOfRound = new RegExp(`^(?:mark|own)/[^/]+/[^/]+/${round}(?:/|$)`);
      const isEmpty = !store.paths().some((path) => isOfRound.test(path) && store.get(path) !== "");
      if (isEmpty) {
        this.querySelector("[data-said]").textContent = words.round_empty;
        return;
      }
      const n = String(round + 1);
      store.undoable(words.round_begun.replace("{n}", n), () => {
        store.set(`round/${n}/begun`, true);
      });
      store.show();
      this.button.focus();
    }

    /** What people planned in the round before, each with a box to tick. */
    steps() {
      const { store, answers, make, paths } = marks;
      const { record, facts, round } = store;
      const { words } = facts;
      const planned = round > 1 ? answers.all(record, facts, round - 1).filter((one) => one.fields.what.trim()) : [];
      this.querySelector("[data-steps]").hidden = !planned.length;
      const lines = planned.map((one) => {
        const box = document.createElement("input");
        box.type = "checkbox";
        box.dataset.done = paths.field(one.path, "done", round - 1);
        box.checked = store.get(box.dataset.done) === true;
        box.setAttribute("aria-label", `${words.round_done}: ${one.fields.what.trim()}`);
        const about = [one.fields.who.trim(), answers.day(one.fields.when.trim(), facts.guide.language), one.title];
        const said = make("span", "", make("bdi", one.fields.what.trim()), ` (${about.filter(Boolean).join("; ")})`);
        return make("li", "", make("label", "", box, " ", said));
      });
      this.querySelector("[data-list]").replaceChildren(...lines);
    }
  },
);
