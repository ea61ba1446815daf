/* <mk-last-time> in the questions of a mark: what people said of it in the round before, and what has changed since. It
   is there from the second round on. */

customElements.define(
  "mk-last-time",
  class extends marks.SheetPart {
    /** @type {Part} */
    form;
    /** The mark that it is in: "mark/listening". */
    path = "";

    begin() {
      this.form = this.closest("mk-answer-form");
      this.addEventListener("input", (/** @type {PartEvent} */ { target }) => {
        const { store, fields, paths } = marks;
        if (target.hasAttribute("data-changed")) {
          fields.typed(target, paths.field(this.path, "changed", store.round), this);
        }
      });
    }

    follow() {
      this.path = this.form.getAttribute("of");
      return [this.heed([`${this.path}/`, "round/"])];
    }

    show() {
      const { store, answers, fields, paths } = marks;
      const { record, facts, round } = store;
      this.hidden = round < 2;
      if (this.hidden) return;
      if (!this.firstElementChild) {
        this.append(document.importNode(document.getElementById("sheet--last").content, true));
        fields.grow(this.querySelector("[data-changed]"));
      }
      const last = answers.answered(record, this.path, "", facts, round - 1);
      const { words } = facts;
      const both = [last.score, store.get(paths.score(this.path, round - 1, paths.OTHER))];
      const score = both.map(marks.scores.words).filter(Boolean).join(" / ");
      const said = score ? words.last_score.replace("{score}", () => score) : words.last_none;
      this.querySelector("[data-score]").textContent = said;
      const there = Object.entries(last.fields).filter(([name, text]) => name !== "meaning" && text.trim());
      const at = (/** @type {string} */ end) => String(store.get(`${this.path}/${end}`));
      const lines = [
        ...there.map(([name, text]) => [answers.label(facts, name), answers.day(text.trim(), facts.guide.language)]),
        [words.out_why, at(`why/${round - 1}/${paths.TOGETHER}`)],
        [words.out_why_other, at(`why/${round - 1}/${paths.OTHER}`)],
        [words.out_aim, at(`aim/${round - 1}`)],
      ].filter(([, text]) => text.trim());
      this.querySelector("[data-words]").hidden = !lines.length;
      this.querySelector("[data-list]").replaceChildren(
        ...lines.flatMap(([label, text]) => [
          marks.make("p", "", marks.make("strong", label)),
          marks.make("p", text.trim()),
        ]),
      );
      fields.show(this.querySelector("[data-changed]"), paths.field(this.path, "changed", round));
    }
  },
);
