/* <mk-answer-form of="mark/listening" aria-label="Listening">: the questions of one mark, and what people answer.
   Whoever brings the lines of the guide for it gives them to it: an event "mk-lines" whose detail is a form with the
   lines. */

customElements.define(
  "mk-answer-form",
  class extends marks.SheetPart {
    /** Where its answers stand: "mark/listening". */
    path = "";
    /** What is answered in words. @type {Part[]} */
    fields = [];

    begin() {
      this.path = this.getAttribute("of");
      this.fields = [...this.querySelectorAll("[data-field]")];
      if (this.path.startsWith("own/")) for (const radio of this.radios) radio.name = this.path;
      this.addEventListener("input", (/** @type {PartEvent} */ event) => this.note(event.target));
      this.addEventListener("click", (/** @type {PartEvent} */ event) => this.press(event.target.closest("button")));
      this.addEventListener("mk-lines", (/** @type {PartEvent} */ event) => this.bring(event.detail));
      this.live();
      for (const field of this.fields) marks.fields.grow(field);
    }

    follow() {
      return [
        marks.store.on("change", (paths, source) => {
          if (source === this) this.after();
          else if (marks.within(paths, `${this.path}/`)) this.show();
        }),
      ];
    }

    /** Show what only a script can do. */
    live() {
      for (const hidden of this.querySelectorAll("[data-live]")) hidden.hidden = false;
      for (const take of this.querySelectorAll(".mk-take:not([data-ready])")) {
        take.dataset.ready = "";
        take.addEventListener("toggle", () => {
          this.lines(take);
          this.after();
        });
      }
    }

    /** The lines of the guide, from the form of another page. @param {Part} form */
    bring(form) {
      for (const take of form.querySelectorAll(".mk-take")) {
        const { field } = take.parentElement.querySelector("[data-field]").dataset;
        this.querySelector(`[data-field="${field}"]`).closest(".mk-ask").append(document.importNode(take, true));
      }
      this.live();
    }

    /** A button beside each line of the guide, when somebody looks. It is said with its line: there are many of its
        name. @param {Part} take */
    lines(take) {
      const { ask_take } = marks.store.facts.words;
      for (const line of take.querySelectorAll("li")) {
        if (line.querySelector("button")) continue;
        const [said, button] = [document.createElement("span"), document.createElement("button")];
        said.textContent = line.textContent.trim();
        button.type = "button";
        button.className = "mk-button";
        button.textContent = ask_take;
        button.setAttribute("aria-label", `${ask_take}: ${said.textContent}`);
        button.dataset.take = "";
        line.replaceChildren(said, button);
      }
    }

    /** Those of the ten numbers, of the other answers, and of the three steps when people chose them. */
    get radios() {
      return this.querySelectorAll(".mk-score [type=radio]");
    }

    /** Where an answer stands, in the round that people are in. @param {Part} field */
    place(field) {
      return marks.paths.field(this.path, field.dataset.field, marks.store.round);
    }

    get scorePath() {
      return marks.paths.score(this.path, marks.store.round);
    }

    /** Somebody typed or scored. What stands in it and is none of its own, as who does an idea, is not for it to note.
        @param {Part} control */
    note(control) {
      const { store } = marks;
      if (this.fields.includes(control)) marks.fields.typed(control, this.place(control), this);
      else if (control.type === "radio") this.score(control.value);
      else return;
      if (!store.get(`${this.path}/title`)) store.set(`${this.path}/title`, this.getAttribute("aria-label"), this);
    }

    /** A number from 1 to 10 or the id of another answer; "" takes it away. @param {string} value */
    score(value) {
      marks.store.set(this.scorePath, /^\d+$/.test(value) ? Number(value) : value || null, this);
      this.show();
    }

    /** @param {Part | null} button */
    press(button) {
      if (!button) return;
      if (button.hasAttribute("data-take")) this.take(button);
      else if (button.hasAttribute("data-clear")) {
        const { store } = marks;
        this.radios[0].focus(); // before anything is drawn anew
        store.undoable(store.facts.words.ask_cleared, () => this.score(""));
      }
    }

    /** A ladder or a snake of the guide. @param {Part} button */
    take(button) {
      this.add(button.closest(".mk-ask").querySelector("[data-field]"), button.previousSibling.textContent);
    }

    /** On a line of its own, to be changed as people like. @param {Part} field @param {string} line */
    add(field, line) {
      const words = field.value.trim() ? `${field.value.trimEnd()}\n${line}` : line;
      if (!field.value.split("\n").includes(line)) marks.fields.refill(field, words);
      this.note(field);
      this.show();
    }

    /** Show what the record holds, without moving the place where somebody types. */
    show() {
      const { store, scores } = marks;
      scores.offerSteps(this, `${this.path}/step`);
      for (const field of this.fields) marks.fields.show(field, this.place(field));
      const score = store.get(this.scorePath);
      const step = scores.stepOf(score);
      for (const radio of this.radios) {
        radio.checked = radio.name.endsWith("/step")
          ? Number(radio.value) === step?.score
          : radio.value === String(score);
      }
      this.after();
    }

    /** What follows from the answers: the words of the score, which lines were taken over, what is lost. */
    after() {
      this.taken();
      const score = marks.store.get(this.scorePath);
      const band = this.querySelector("[data-band]");
      const words = marks.scores.words(score);
      if (band && band.textContent !== words) band.textContent = words;
      const clear = this.querySelector("[data-clear]");
      if (clear) clear.hidden = score === "";
      const paths = [...this.fields.map((field) => this.place(field)), this.scorePath];
      if (this.path.startsWith("own/")) paths.push(`${this.path}/title`, `${this.path}/meaning`);
      marks.lostWords.show(this.querySelector("[data-lost-here]"), paths);
      this.help(score);
    }

    /** Ideas that help stand below a score in the lower half. What shows them comes with the first such score.
        @param {Value} score */
    help(score) {
      const [low, high] = marks.store.facts.guide.scores;
      if (!marks.sheetIdeas && !(typeof score === "number" && 2 * score <= low + high)) return;
      marks
        .bring("trying")
        .then(() => marks.sheetIdeas?.show(this.querySelector(".mk-score"), this.path, score))
        .catch(() => {}); // no network: the guide has the same ideas below its mark
    }

    /** The button of a line that stands in the answer says so. */
    taken() {
      const { ask_take, ask_taken } = marks.store.facts.words;
      for (const take of this.querySelectorAll(".mk-take[open]")) {
        const lines = new Set(take.closest(".mk-ask").querySelector("[data-field]").value.split("\n"));
        for (const button of take.querySelectorAll("[data-take]")) {
          const word = lines.has(button.previousSibling.textContent) ? ask_taken : ask_take;
          if (button.textContent === word) continue;
          button.textContent = word;
          button.setAttribute("aria-label", `${word}: ${button.previousSibling.textContent}`);
        }
      }
    }
  },
);
