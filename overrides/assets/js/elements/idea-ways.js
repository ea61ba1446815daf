/* <mk-idea-ways of="idea/tea-first" name="Tea first" for="mark/listening">: puts an idea into the basket and into the
   plan. Once it is planned, it says who does it and by when. `for`: the mark that it is for here; empty where it is for
   none, as in the basket. */

customElements.define(
  "mk-idea-ways",
  class extends marks.SheetPart {
    path = "";
    /** @type {Part} */
    basket;
    /** @type {Part} */
    plan;
    /** @type {Part} */
    said;
    /** Who, when and whether it is done. It is there while the idea is planned. @type {Part} */
    step;

    begin() {
      const { make, button, store } = marks;
      const { words } = store.facts;
      this.path = this.getAttribute("of");
      this.classList.add("mk-idea-ways");
      this.basket = button("", () => this.press(this.isIn(), "basket_out", "take", "put", "basket_said"));
      this.plan = button("", () => this.press(this.isPlanned(), "plan_out", "unplan", "plan", "res_in"));
      this.said = make("span");
      this.said.setAttribute("role", "status");
      this.step = make("div");
      this.step.className = "mk-idea-ways__step";
      this.step.setAttribute("role", "group");
      this.step.append(
        this.field("who", words.out_who, {}),
        this.field("when", words.out_when, { type: "date", min: "2000-01-01", max: "2099-12-31" }),
        this.tick(words.round_done),
        make("div"),
      );
      this.step.lastElementChild.dataset.lostHere = "";
      const row = make("p", "", this.basket, this.plan, this.said);
      this.append(row, this.step);
    }

    /** An idea of people's own is called as they call it now. */
    get name() {
      const { basket, store } = marks;
      const name = this.getAttribute("name") || "";
      return basket.isOwn(this.path) ? basket.title(store.record, store.facts, this.path) : name;
    }

    /** @param {string} name @param {string} label @param {object} about */
    field(name, label, about) {
      const { make } = marks;
      const input = Object.assign(document.createElement("input"), about);
      input.className = "mk-write";
      input.dir = "auto";
      input.dataset.field = name;
      input.addEventListener("input", () => marks.fields.typed(input, this.spot(name), this));
      const made = make("label", label, input);
      made.className = "mk-asked";
      return made;
    }

    /** @param {string} label */
    tick(label) {
      const { make, store } = marks;
      const box = document.createElement("input");
      box.type = "checkbox";
      box.addEventListener("change", () => void store.set(this.spot("done"), box.checked || null, this));
      const made = make("label", "", box, ` ${label}`);
      made.className = "mk-panel__choice";
      return made;
    }

    /** @param {string} name */
    spot(name) {
      return marks.paths.field(this.path, name, marks.store.round);
    }

    isIn() {
      return marks.basket.isIn(marks.store.record, this.path);
    }

    isPlanned() {
      return marks.basket.isPlanned(marks.store.record, this.path, marks.store.round);
    }

    /** A button that is in goes out, and the other way.
        @param {boolean} is @param {string} gone @param {"take" | "unplan"} out @param {"put" | "plan"} into
        @param {string} done */
    press(is, gone, out, into, done) {
      const { trying, store } = marks;
      const { words } = store.facts;
      const goal = this.getAttribute("for") ?? marks.ideasHere?.goal() ?? "";
      const why = is ? trying[out](this.path) : trying[into](this.path, this.name, goal);
      const said = why ? words[`full_${why}`] : words[is ? gone : done];
      this.said.textContent = said.replace("{idea}", () => this.name);
      this.keeping();
    }

    /** What was said of an idea is not the whole truth where nothing is kept, and no panel says that. */
    keeping() {
      const { state, facts } = marks.store;
      if (this.said.textContent && state !== "kept" && !document.querySelector(".mk-project-panel"))
        this.said.textContent = facts.words[`keep_${state}`];
    }

    follow() {
      return [
        this.heed([`${this.path}/`], () => {
          this.said.textContent = ""; // it was said of what was there before
          this.show();
        }),
        marks.store.on("status", () => this.keeping()),
      ];
    }

    show() {
      const { store, fields, lostWords, basket } = marks;
      const { words } = store.facts;
      const [isIn, isPlanned] = [this.isIn(), this.isPlanned()];
      this.turn(this.basket, isIn, words[isIn ? "basket_in" : "basket_put"]);
      this.turn(this.plan, isPlanned, words[isPlanned ? "plan_in" : "res_put"]);
      this.step.setAttribute("aria-label", this.name);
      this.step.hidden = !isPlanned;
      if (!isPlanned) return;
      for (const field of this.step.querySelectorAll("[data-field]")) {
        fields.show(field, this.spot(field.dataset.field));
      }
      this.step.querySelector("[type=checkbox]").checked = basket.isDone(store.record, this.path, store.round);
      // what two people wrote at the same time is told apart on the sheets; elsewhere both stand in the plan
      if (document.getElementById("sheet--lost")) {
        lostWords.show(this.step.querySelector("[data-lost-here]"), [this.spot("who"), this.spot("when")]);
      }
    }

    /** @param {Part} button @param {boolean} is @param {string} label */
    turn(button, is, label) {
      button.setAttribute("aria-pressed", String(is));
      const called = `${label}: ${this.name}`;
      if (button.getAttribute("aria-label") === called) return;
      button.textContent = label;
      button.setAttribute("aria-label", called);
    }
  },
);

document.head.append(
  Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: `${marks.root}assets/css/elements/to-try.css`,
  }),
);
