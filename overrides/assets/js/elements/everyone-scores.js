/* <mk-everyone-scores> in the questions of a mark: what each person scores, typed by one of them with a key for each;
   how far people stand apart; and a second score after the talk. It is there while people are. */

customElements.define(
  "mk-everyone-scores",
  class EveryoneScores extends marks.SheetPart {
    /** Whether scores are hidden while they are typed, on the whole page. */
    static isHidden = false;

    /** The mark that it is in: "mark/listening". */
    path = "";
    /** Its questions. @type {Part} */
    form;
    /** Whether people have asked to see the scores of this mark. */
    isShown = false;
    /** Whether they score again. */
    isAgain = false;
    /** The field that the keyboard was in last. @type {Part | null} */
    last = null;
    /** What the second scores are called. */
    second = "";
    /** The field with a 1 that may become ten, for as long as nobody does anything else. @type {Part | null} */
    waiting = null;
    waits = 0;
    /** The round that is shown. */
    round = 0;

    begin() {
      this.form = this.closest("mk-answer-form");
      this.watch();
      this.addEventListener("input", (/** @type {PartEvent} */ event) => this.type(event.target));
      this.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.move(event));
      this.addEventListener("focusin", (/** @type {PartEvent} */ { target }) => {
        this.showLate();
        if (!target.matches("[data-of]")) return;
        this.waiting = null;
        this.last = target;
        target.select();
      });
      this.addEventListener("pointerdown", () => (this.waiting = null));
      this.addEventListener("click", (/** @type {PartEvent} */ event) => this.press(event.target.closest("button")));
    }

    follow() {
      this.path = this.form.getAttribute("of");
      const isMine = (/** @type {string} */ path) =>
        path.startsWith(`${this.path}/score/`) || path.startsWith(`${this.path}/again/`);
      const isOfAll = (/** @type {string} */ path) => path === "" || /^(?:person|round)\//.test(path);
      return [
        marks.store.on("change", (changed, source) => {
          if (source === this) return;
          if (changed.some(isMine)) this.show();
          else if (changed.some(isOfAll)) this.showSoon();
        }),
        this.hear("mk-hide", () => this.showSoon()),
      ];
    }

    /** Of a large group, what changed for all marks is much to show. */
    isMuch() {
      return marks.group.seats().length > 16;
    }

    show() {
      const seats = marks.group.seats();
      this.hidden = !seats.length;
      if (this.hidden) return;
      if (!this.firstElementChild) this.build();
      const { record, round, facts } = marks.store;
      if (this.round !== round) this.isShown = this.isAgain = false;
      this.round = round;
      const rows = marks.everyone.scores(record, this.path, round, seats);
      const values = rows.map(({ now }) => now);
      const spread = marks.everyone.spread(values, facts);
      const isSecret = EveryoneScores.isHidden && !this.isShown;
      this.isAgain = this.isAgain || rows.some(({ again }) => again !== "");
      this.list("score", rows, isSecret);
      this.list("again", this.isAgain ? rows : [], isSecret);
      this.querySelector("[data-second]").hidden = !this.isAgain;
      this.say(spread, rows, isSecret);
      this.querySelector("[data-show]").hidden = !isSecret || !spread.answered;
      this.querySelector("[data-talked]").hidden = this.isAgain || isSecret || spread.scored < 2;
      const paths = rows.flatMap(({ person }) => [
        marks.paths.score(this.path, round, person.id),
        marks.paths.again(this.path, round, person.id),
      ]);
      marks.lostWords.show(this.querySelector("[data-lost-here]"), paths);
    }

    build() {
      this.append(document.importNode(document.getElementById("sheet--everyone").content, true));
      const title = this.querySelector(".mk-everyone__title").textContent;
      this.second = this.querySelector("[data-second] .mk-everyone__title").textContent;
      this.querySelector("[data-second]").setAttribute("aria-label", this.second);
      this.querySelector(".mk-everyone").setAttribute(
        "aria-label",
        `${this.form.getAttribute("aria-label")}: ${title}`,
      );
    }

    /** A field for each person, made once and then only filled: what is as it was is not touched.
        @param {"score" | "again"} kind @param {PersonScore[]} rows @param {boolean} isSecret */
    list(kind, rows, isSecret) {
      const place = this.querySelector(`[data-list=${kind}]`);
      const there = new Map([...place.children].map((one) => [one.lastElementChild.dataset.of, one]));
      const here = new Set(rows.map(({ person }) => person.id));
      for (const [id, one] of there) if (!here.has(id)) one.remove();
      for (const [at, { person, first, again }] of rows.entries()) {
        const box = there.get(person.id) || this.box(kind);
        if (place.children[at] !== box) place.insertBefore(box, place.children[at] || null);
        const [name, field] = [...box.children];
        const called = marks.group.called(person);
        if (field.dataset.of !== person.id) field.dataset.of = person.id;
        if (field.dataset.number !== String(person.number)) field.dataset.number = String(person.number);
        if (name.textContent !== called) {
          name.textContent = called;
          if (kind === "again") field.setAttribute("aria-label", `${called}: ${this.second}`);
        }
        const words = marks.scores.sign(kind === "score" ? first : again, isSecret);
        if (field.value !== words) field.value = words;
      }
    }

    /** @param {"score" | "again"} kind */
    box(kind) {
      const label = document.createElement("label");
      label.className = "mk-everyone__one";
      const field = document.createElement("input");
      field.className = "mk-everyone__score";
      field.autocomplete = "off";
      field.inputMode = "numeric";
      field.dataset.kind = kind;
      label.append(document.createElement("span"), field);
      return label;
    }

    /** Somebody typed in a field: a score is kept at once, and the next person's turn comes. A 1 waits: it may become
        ten. @param {Part} field */
    type(field) {
      if (!field.matches("[data-of]")) return;
      const { words, guide } = marks.store.facts;
      const [, highest] = guide.scores;
      const isSecond = this.waiting === field;
      this.waiting = null;
      const typed = field.value
        .normalize("NFKC")
        .replace("•", isSecond ? "1" : "")
        .trim();
      const next = this.next(field, 1);
      if (isSecond && next && /^1[^0]$/.test(typed)) {
        this.show(); // the 1 was a 1, and the next key is the next person's
        next.focus();
        next.value = typed.slice(1);
        this.type(next);
        return;
      }
      const value = marks.scores.read(typed);
      if (value === undefined) {
        this.show();
        field.select();
        this.tell(this.fill(words.all_wrong));
        return;
      }
      const isWaiting = value === 1 && highest >= 10;
      if (value !== null && !isWaiting) next?.focus(); // before anything is drawn anew
      const why = this.put(field, value);
      if (why) {
        field.focus();
        this.tell(words[`full_${why}`]);
      }
      if (!isWaiting) return;
      this.waiting = field;
      clearTimeout(this.waits);
      this.waits = setTimeout(() => (this.waiting = null), 3000);
      field.setSelectionRange(field.value.length, field.value.length);
    }

    /** Why there was no room for it; "" when there was. @param {Part} field @param {Value} value */
    put(field, value) {
      const { store, group, paths } = marks;
      const { of = "", kind, number } = field.dataset;
      group.seat({ id: of, number: Number(number), name: "", side: "" }, this);
      const at = kind === "score" ? paths.score(this.path, store.round, of) : paths.again(this.path, store.round, of);
      const why = store.set(at, value, this);
      const title = `${this.path}/title`;
      if (!store.get(title)) store.set(title, this.form.getAttribute("aria-label"), this);
      this.show();
      return why;
    }

    /** The field before or after another. @param {Part} field @param {number} by @returns {Part | undefined} */
    next(field, by) {
      const all = [...field.closest("[data-list]").querySelectorAll("[data-of]")];
      return all[all.indexOf(field) + by];
    }

    /** Enter and the arrows go on and back; so does taking a score out of an empty field.
        @param {KeyboardEvent} event */
    move(event) {
      const field = /** @type {PartEvent} */ (/** @type {unknown} */ (event)).target;
      if (!field.matches("[data-of]")) return;
      const isBack = event.key === "ArrowLeft" || (event.key === "Backspace" && field.value === "");
      const isOn = event.key === "ArrowRight" || event.key === "Enter";
      if (!isBack && !isOn) return;
      event.preventDefault();
      this.next(field, isBack ? -1 : 1)?.focus();
    }

    /** @param {Part | null} button */
    press(button) {
      if (!button) return;
      if (button.dataset.key) {
        const empty = [...this.querySelectorAll("[data-of]")].find((one) => !one.value);
        const field = this.last?.isConnected ? this.last : empty;
        if (!field) return;
        const { key } = button.dataset;
        this.put(field, /^\d+$/.test(key) ? Number(key) : key);
        (this.next(field, 1) || field).focus();
      } else if (button.hasAttribute("data-show")) {
        this.isShown = true;
        this.show();
        this.querySelector("[data-said]").focus();
      } else if (button.hasAttribute("data-talked")) {
        this.isAgain = true;
        button.blur(); // a button with the keyboard in it is slow to hide
        this.show();
        this.querySelector("[data-list=again] input").focus();
      }
    }

    /** The words of the interface about the scale. @param {string} words */
    fill(words) {
      const [low, high] = marks.store.facts.guide.scores;
      return words.replace("{low}", String(low)).replace("{high}", String(high));
    }

    /** @param {string} words */
    tell(words) {
      const line = this.querySelector("[data-said]");
      if (line.textContent !== words) line.textContent = words;
    }

    /** How many have answered, how far they stand apart, and how sides differ.
        @param {Spread} spread @param {PersonScore[]} rows @param {boolean} isSecret */
    say(spread, rows, isSecret) {
      const { spreads, everyone, store } = marks;
      const { answered, scored } = spread;
      this.tell(answered ? spreads.words(spread, marks.group.total(answered), isSecret) : "");
      const shape = this.querySelector("[data-shape]");
      shape.hidden = isSecret || scored < 2;
      if (!shape.hidden) spreads.draw(shape, spread);
      const sides = isSecret ? [] : everyone.sides(rows, store.facts);
      const line = this.querySelector("[data-sides]");
      line.hidden = !sides.length;
      line.textContent = spreads.sides(sides, everyone.sidesBefore(rows, store.facts));
    }
  },
);
