/* <mk-planned-steps>: what people planned in the round before, each step with a box to tick. It is there from the
   second round on. */

customElements.define(
  "mk-planned-steps",
  class extends marks.SheetPart {
    begin() {
      this.addEventListener("change", (/** @type {PartEvent} */ { target }) => {
        marks.store.set(target.dataset.done || "", target.checked || null, this);
      });
    }

    follow() {
      return [
        marks.store.on("change", (changed, source) => {
          const isOfSteps = (/** @type {string} */ path) => path === "" || path.includes("/done/");
          if (source !== this && changed.some(isOfSteps)) this.showAfter();
        }),
      ];
    }

    show() {
      const { store, answers, make, paths } = marks;
      const { record, facts, round } = store;
      const { words } = facts;
      const planned = round > 1 ? answers.all(record, facts, round - 1).filter((one) => one.fields.what.trim()) : [];
      this.hidden = !planned.length;
      const lines = planned.map((one) => {
        const box = document.createElement("input");
        box.type = "checkbox";
        box.dataset.done = paths.field(one.path, "done", round - 1);
        box.checked = store.get(box.dataset.done) === true;
        box.setAttribute("aria-label", `${words.round_done}: ${one.fields.what.trim()}`);
        const said = make("span", "", ...marks.nextSteps.line(one));
        return make("li", "", make("label", "", box, " ", said));
      });
      this.querySelector("[data-list]").replaceChildren(...lines);
    }
  },
);
