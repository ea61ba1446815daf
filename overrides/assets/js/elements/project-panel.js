/* <mk-project-panel>: where answers are kept and under which name, other projects, files to save and to open, and undo.
   Parts of it stand elsewhere on the page: what is asked first, a line above the marks, and one at the edge of the
   window. Whoever looks for undo asks for it: an event "mk-to-undo", which is stopped when undo is there. */

customElements.define(
  "mk-project-panel",
  class extends marks.SheetPart {
    words = marks.store.facts.words;
    /** How many projects there are besides an empty sheet. */
    others = 0;
    /** The step that could be taken back when this was shown last. @type {Step | null} */
    step = null;
    /** Its parts elsewhere: what is asked first, a line above the marks, and one at the edge. @type {Part} */
    asked;
    /** @type {Part} */
    top;
    /** @type {Part} */
    line;
    /** @type {Part} */
    undo;
    /** From where the keyboard goes on. @type {Part} */
    home;
    /** The fold with the other projects. @type {Part} */
    folded;
    /** The name of the project. @type {Part} */
    name;

    begin() {
      const { store } = marks;
      this.top = document.querySelector("[data-kept-top]");
      this.line = document.querySelector("[data-kept-line]");
      this.asked = document.querySelector("[data-asked]");
      this.undo = this.line.querySelector("[data-undo]");
      this.home = this.querySelector("[data-save]");
      this.folded = this.querySelector(".mk-project-panel__more");
      this.name = this.querySelector("#kept--name");
      this.name.addEventListener("input", () => marks.fields.typed(this.name, "name", this));
      for (const [name, run] of Object.entries(this.buttons())) {
        this.querySelector(`[data-${name}]`).addEventListener("click", () => {
          marks.talk.hush();
          run();
        });
      }
      this.undo.addEventListener("click", () => this.takeBack());
      const file = this.querySelector("[data-open]");
      file.addEventListener("change", () => {
        if (file.files[0]) this.open(file.files[0]);
        file.value = "";
      });
      this.folded.addEventListener("toggle", () => this.list());
      this.hidden = this.top.hidden = false;
      this.stepAside();
      store.recovered.then(() => this.offer());
    }

    follow() {
      const toUndo = (/** @type {Event} */ event) => {
        if (this.undo.hidden) return;
        this.undo.focus({ preventScroll: true }); // it is in view
        event.preventDefault();
      };
      return [
        marks.store.on("change", (paths, source) => {
          if (source === this) return;
          if (this.others) this.show();
          else if (marks.within(paths, "name")) this.named();
        }),
        marks.store.on("status", () => this.show()),
        this.hear("mk-to-undo", toUndo),
      ];
    }

    connectedCallback() {
      super.connectedCallback();
      this.offer();
    }

    /** What each button of the panel does. */
    buttons() {
      const { store, talk } = marks;
      const { words } = this;
      return {
        save: () => {
          store.flush();
          const name = this.file("json");
          marks.download(name, "application/json", marks.savedFile.write(store.record));
          const said = words.file_saved.replace("{name}", () => name);
          talk.done(this.said, this.home, said);
        },
        "clear-all": () => {
          if (store.clear(words.keep_cleared)) this.say(words.keep_cleared_until);
          this.name.focus();
        },
        keep: () => {
          const failed = store.keep();
          if (failed) this.say(words[`keep_no_${failed}`]);
          else this.unwhole();
          this.onward("keep");
        },
        again: () => {
          store.again();
          this.onward("again");
        },
        paper: () => {
          this.unwhole();
          print();
        },
        new: () => {
          store.start(words.keep_left);
          this.name.focus();
        },
      };
    }

    takeBack() {
      const { store, talk } = marks;
      const [goal, { id }] = [store.undoing?.goal, store.record];
      talk.hush();
      this.undo.blur(); // a button with the keyboard in it is slow to hide
      store.undo();
      (goal?.() || this.name).focus();
      const isLeft = store.record.id !== id && store.projects().some((one) => one.id === id && one.count);
      if (isLeft) this.say(this.words.keep_since); // it is the project that one wrote in meanwhile
    }

    /** A button that has done its work goes: whoever uses the keyboard goes on from the one beside it.
        @param {string} name */
    onward(name) {
      if (this.querySelector(`[data-${name}]`).hidden) this.home.focus();
    }

    /** The name of a file of this project, made today. @param {string} kind */
    file(kind) {
      const { store, exporter } = marks;
      return exporter.fileName(String(store.get("name")), store.facts.guide.id, kind, new Date());
    }

    /** What is said stands here. */
    get said() {
      return this.querySelector("[data-said]");
    }

    /** Say something in the panel. @type {Say} */
    say(words, ...ways) {
      marks.talk.say(this.said, this.home, words, ...ways);
    }

    /** Say that a day is not whole, if one is not. */
    unwhole() {
      if (marks.talk.unwhole().length) marks.talk.done(this.said, this.home, "");
    }

    /** The name of the project, and what others called it at the same time. */
    named() {
      marks.fields.show(this.name, "name");
      marks.lostWords.show(this.querySelector("[data-lost-here]"), ["name"]);
    }

    show() {
      const { store } = marks;
      const isWell = store.state === "kept";
      this.named();
      if (store.hasAnswers()) this.others = 0;
      this.where(isWell);
      marks.projectList.ask(this.asked, () => this.top.querySelector("a").focus());
      for (const place of [this, this.top, this.line]) place.toggleAttribute("data-trouble", !isWell);
      this.querySelector("[data-keep]").hidden = store.place === "device" || store.state === "gone" || store.isExample;
      this.querySelector("[data-again]").hidden = store.state !== "gone";
      this.querySelector("[data-clear-all] span").textContent = this.words[`keep_clear_${store.place}`];
      this.showUndo(isWell);
      if (this.folded.open || store.aside.size) this.list();
    }

    /** Say where words are kept: whole in the panel, and in short beside the marks. @param {boolean} isWell */
    where(isWell) {
      const { store } = marks;
      const { words } = this;
      const place = store.isExample ? "example" : store.place;
      const where = words[isWell ? `keep_${place}` : `keep_${store.state}`];
      const short = words[isWell ? `keep_short_${store.place}` : `keep_${store.state}`];
      const top = isWell && this.others ? words.keep_found.replace("{n}", String(this.others)) : short;
      /** @type {[HTMLElement, string][]} */
      const said = [
        [this, where],
        [this.top, top],
        [this.line, isWell ? "" : short],
      ];
      for (const [part, words] of said) {
        const line = part.querySelector("[data-where]");
        if (line.textContent !== words) line.textContent = words;
      }
    }

    /** Show what can be undone, where it is seen. @param {boolean} isWell */
    showUndo(isWell) {
      const { undoing } = marks.store;
      this.undo.hidden = !undoing;
      this.line.hidden = isWell && !undoing;
      if (undoing !== this.step) {
        this.step = undoing;
        this.line.removeAttribute("data-docked");
      }
      if (undoing) this.undo.textContent = this.words.keep_undo.replace("{what}", () => undoing.words);
    }

    /** What can be undone is said at the edge of the window; while people write an answer it lies over no word of
        theirs. When they have gone on, with a word or a score, it stays in its own place, below the answers. */
    stepAside() {
      const answers = "mk-answer-form .mk-write, .mk-custom-marks__field .mk-write";
      document.addEventListener("focusin", (/** @type {PartEvent} */ { target }) =>
        this.line.toggleAttribute("data-writing", target.matches(answers)),
      );
      document.addEventListener("focusout", () => this.line.removeAttribute("data-writing"));
      // what comes into view stays clear of it, however many lines it takes
      new ResizeObserver(() => {
        const { height } = this.line.getBoundingClientRect();
        document.documentElement.style.scrollPaddingBlockEnd = height ? `calc(${height}px + 1rem)` : "";
      }).observe(this.line);
      const dock = () => this.line.setAttribute("data-docked", "");
      document.addEventListener("input", (/** @type {PartEvent} */ { target }) => {
        if (target.closest("mk-answer-form, mk-custom-marks")) dock();
      });
      this.undo.nextElementSibling.addEventListener("click", () => {
        dock();
        this.undo.focus({ preventScroll: true });
      });
    }

    /** @param {File} file */
    open(file) {
      marks.talk.hush();
      this.querySelector("[data-open]").focus();
      return marks.openFile.ask(file, (words, ...ways) => this.say(words, ...ways));
    }

    /** Whoever finds an empty sheet sees what is kept: this place may be another than where they wrote. */
    offer() {
      const { store, projectList } = marks;
      this.list();
      const others = store.hasAnswers() ? [] : projectList.others();
      if (!others.length) return;
      this.folded.open = true;
      this.others = others.length;
      this.show();
    }

    /** The other projects of this browser, and what cannot be read. */
    list() {
      const { store, projectList, talk } = marks;
      const open = (/** @type {Listed} */ one) => {
        talk.hush();
        store.open(one.place, one.key, this.words.keep_left);
        this.name.focus();
      };
      const save = (/** @type {string} */ text) => marks.download(this.file("txt"), "text/plain;charset=utf-8", text);
      projectList.show(this.querySelector("[data-projects]"), open, save);
      if (store.aside.size) this.folded.open = true;
    }
  },
);
