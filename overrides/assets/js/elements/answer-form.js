/* <mk-answer-form of="mark/listening" aria-label="Listening">: the questions of one mark, and what people answer. */

/** The step that a number belongs to, while people use three steps in place of ten numbers. */
marks.step = (facts, score) =>
  (document.documentElement.hasAttribute("data-mk-thirds") ? facts.steps : []).find(
    (one) => score >= one.low && score <= one.high,
  );

/** What a score says in words: its step, or its number and its band, or the name of an answer that is not a score. */
marks.scored = (facts, score) => {
  if (score === "") return "";
  const step = marks.step(facts, score);
  if (step) return step.name;
  const band = facts.bands.find((one) => score >= one.low && score <= one.high);
  if (band)
    return facts.words.ask_band.replace("{score}", score).replace("{name}", band.name).replace("{means}", band.means);
  return marks.record.has(facts.answers, score) ? facts.answers[score] : String(score);
};

/** A box grows with its words. Most browsers do so by themselves; for the others it is told how high to be, whenever
    its words or its width change, and when it comes to be seen. */
marks.grow = (() => {
  if (window.CSS && CSS.supports("field-sizing", "content")) return () => {};
  const fit = (field) => {
    if (!field.offsetParent) return; // it is not shown, and nobody can say how high it would be
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  };
  const widths = new WeakMap();
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (widths.get(target) === target.offsetWidth) continue; // it is but higher now, by us or by hand
      widths.set(target, target.offsetWidth);
      fit(target);
    }
  });
  addEventListener("input", ({ target }) => {
    if (target.matches("textarea.mk-write")) fit(target);
  });
  return (field) => {
    if (!field.matches("textarea")) return;
    watch.observe(field);
    fit(field);
  };
})();

/** What a field is called, for people: "mark/listening/ladders" is "Ladders". */
marks.named = (path) => marks.exporter.label(marks.store.facts, path.split("/")[2] || path);

/** Words that somebody else wrote at the same time in the field at `path`, each with what to do with them. */
marks.lost = (path) => {
  const { store } = marks;
  return store.beside(path).map(({ is }) => {
    const one = document.getElementById("sheet--lost").content.firstElementChild.cloneNode(true);
    one.querySelector("p").textContent = store.facts.words.lost_says.replace("{field}", () => marks.named(path));
    one.querySelector("[data-line]").textContent = String(
      marks.scored(store.facts, path.includes("/score/") ? is : "") || is,
    );
    const field = path.split("/")[2] || path;
    const hasOne = ["when", "score", "title", "name"].includes(field); // there is room for one
    if (hasOne || !store.get(path)) one.querySelector("[data-mine]").textContent = store.facts.words.lost_use;
    one.querySelector("[data-mine]").addEventListener("click", () => {
      store.release(path);
      const mine = store.get(path);
      const words = !mine || hasOne ? is : `${mine}${field === "who" ? ", " : "\n"}${is}`;
      if (store.set(path, words)) one.querySelector("p").textContent = store.facts.words.lost_full;
      else store.settle(path, is);
    });
    one
      .querySelector("[data-drop]")
      .addEventListener("click", () => store.undoable(store.facts.words.lost_dropped, () => store.settle(path, is)));
    return one;
  });
};

/** Show such words at a place, anew only when they are others: a button with the focus would lose it. */
marks.showLost = (place, paths) => {
  const lost = paths.flatMap((path) => marks.lost(path));
  const said = (list) => list.map((one) => one.textContent).join();
  if (said(lost) !== said([...place.children])) place.replaceChildren(...lost);
};

customElements.define(
  "mk-answer-form",
  class extends HTMLElement {
    connectedCallback() {
      this.forget = marks.store.watch((paths, source) => {
        if (source !== this && (!paths || paths.some((path) => path.startsWith(`${this.path}/`)))) this.show();
        else if (source === this) this.after();
      });
      if (this.path) {
        this.show();
        return;
      } // it was moved
      this.path = this.getAttribute("of");
      this.fields = [...this.querySelectorAll("[data-field]")];
      this.addEventListener("input", (event) => this.note(event.target));
      this.addEventListener("click", (event) => this.press(event.target.closest("button")));
      this.live();
      this.show();
      this.fields.forEach(marks.grow);
    }

    disconnectedCallback() {
      this.forget();
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

    /** A button beside each line of the guide, when somebody looks. It is said with its line: there are many of its
        name. */
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
      return this.querySelectorAll("[type=radio]");
    }

    get scorePath() {
      return `${this.path}/score/1/together`;
    }

    note(control) {
      const { store } = marks;
      if (control.dataset.field) marks.fields.typed(control, `${this.path}/${control.dataset.field}`, this);
      else if (control.type === "radio") this.score(control.value);
      else return;
      if (!store.get(`${this.path}/title`)) store.set(`${this.path}/title`, this.getAttribute("aria-label"), this);
    }

    /** A number from 1 to 10 or the id of another answer; "" takes it away. */
    score(value) {
      marks.store.set(this.scorePath, /^\d+$/.test(value) ? Number(value) : value || null, this);
      this.show();
    }

    press(button) {
      if (!button) return;
      const { store } = marks;
      if (button.hasAttribute("data-take")) {
        // a ladder or a snake of the guide: on a line of its own, to be changed as people like
        const field = button.closest(".mk-ask").querySelector("[data-field]");
        const line = button.previousSibling.textContent;
        const words = field.value.trim() ? `${field.value.trimEnd()}\n${line}` : line;
        if (!field.value.split("\n").includes(line)) marks.fields.refill(field, words);
        this.note(field);
        this.show();
      } else if (button.hasAttribute("data-clear")) {
        store.undoable(store.facts.words.ask_cleared, () => this.score(""));
        this.radios[0].focus();
      }
    }

    /** Show what the record holds, without moving the place where somebody types. */
    show() {
      const { store } = marks;
      for (const field of this.fields) marks.fields.show(field, `${this.path}/${field.dataset.field}`);
      const score = String(store.get(this.scorePath));
      const step = store.facts.steps.find((one) => Number(score) >= one.low && Number(score) <= one.high);
      for (const radio of this.radios) {
        radio.checked = radio.name.endsWith("/step")
          ? Boolean(step) && Number(radio.value) === step.score
          : radio.value === score;
      }
      this.after();
    }

    /** What follows from the answers: the words of the score, which lines were taken over, what is lost. */
    after() {
      const { store } = marks;
      const { ask_take, ask_taken } = store.facts.words;
      for (const take of this.querySelectorAll(".mk-take[open]")) {
        const lines = new Set(take.closest(".mk-ask").querySelector("[data-field]").value.split("\n"));
        for (const button of take.querySelectorAll("[data-take]")) {
          const word = lines.has(button.previousSibling.textContent) ? ask_taken : ask_take;
          if (button.textContent === word) continue;
          button.textContent = word;
          button.setAttribute("aria-label", `${word}: ${button.previousSibling.textContent}`);
        }
      }
      const score = store.get(this.scorePath);
      const band = this.querySelector("[data-band]");
      const words = marks.scored(store.facts, score);
      if (band && band.textContent !== words) band.textContent = words;
      const clear = this.querySelector("[data-clear]");
      if (clear) clear.hidden = score === "";
      const place = this.querySelector("[data-lost-here]");
      const paths = [
        ...this.fields.map((field) => `${this.path}/${field.dataset.field}`),
        this.scorePath,
        ...(this.path.startsWith("own/") ? [`${this.path}/title`, `${this.path}/meaning`] : []),
      ];
      marks.showLost(place, paths);
    }
  },
);

/* Paper shows words whole, where a box would cut them. A mark in which people wrote much keeps less room for a pen, and
   one with more than a page may go on over the edge of it. */
addEventListener("beforeprint", () => {
  const { exporter, store } = marks;
  for (const field of document.querySelectorAll(".mk-write")) {
    let said = field.nextElementSibling;
    if (!said?.classList.contains("mk-said")) {
      said = document.createElement("div");
      said.className = "mk-said";
      said.dir = "auto";
      field.after(said);
    }
    said.textContent = field.type === "date" ? exporter.day(field.value, store.facts.guide.language) : field.value;
    field.toggleAttribute("data-said", field.value !== "");
    field.toggleAttribute("data-none", field.value === "");
  }
  for (const one of document.querySelectorAll("mk-answer-form")) {
    const LINE = 75; // letters in a line of A4, in the engine that sets the fewest
    const lines = one.fields
      .flatMap((field) => field.value.split("\n"))
      .reduce((sum, line) => sum + Math.ceil(line.length / LINE), 0);
    for (const part of [one, one.parentElement]) {
      part.toggleAttribute("data-full", lines > 8);
      part.toggleAttribute("data-over", lines > 20);
    }
  }
});
