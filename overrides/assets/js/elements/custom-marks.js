/* <mk-custom-marks stage="planning">: marks of people's own. They are added, renamed, moved and deleted; each is like
   any other. When there are others, or they stand elsewhere, it says so: an event "mk-units". */

customElements.define(
  "mk-custom-marks",
  class CustomMarks extends marks.SheetPart {
    static MORE = 60; // how many are shown at once

    stage = "";
    /** The section of each, by its path. @type {Map<string, Part>} */
    shown = new Map();
    /** How many are shown. */
    most = CustomMarks.MORE;
    /** And those that people made here. @type {Set<string>} */
    added = new Set();

    begin() {
      this.stage = this.getAttribute("stage");
      this.addEventListener("click", (/** @type {PartEvent} */ event) => this.press(event.target.closest("button")));
      this.addEventListener("input", (/** @type {PartEvent} */ event) => {
        const { own } = event.target.dataset;
        if (!own) return;
        const section = event.target.closest("section");
        marks.fields.typed(event.target, `${section.dataset.path}/${own}`, this);
        this.name(section);
      });
      for (const hidden of this.querySelectorAll("[data-live]")) hidden.hidden = false;
    }

    follow() {
      return [
        this.heed(["own/"], () => {
          this.show(true);
          this.tell();
        }),
      ];
    }

    tell() {
      this.dispatchEvent(new CustomEvent("mk-units", { bubbles: true }));
    }

    paths() {
      return marks.answers.own(marks.store.record, this.stage, marks.store.facts);
    }

    /** Those that stand on the page. A file may hold thousands, and a page of thousands would never be shown.
        @param {string[]} paths */
    near(paths) {
      return paths.filter((path, index) => index < this.most || this.added.has(path));
    }

    /** `elsewhere`: somebody may have deleted a mark in another tab, where this one was writing in it. */
    show(elsewhere = false) {
      const every = this.paths();
      const paths = this.near(every);
      const left = every.length - paths.length;
      const isThere = new Set(paths);
      for (const [path, section] of this.shown) {
        if (isThere.has(path)) continue;
        this.shown.delete(path);
        const wasWriting = section.contains(document.activeElement);
        section.remove();
        if (elsewhere && marks.store.get(`${path}/gone`) === true) this.offer(path, section, wasWriting);
      }
      const sections = [];
      for (const [index, path] of paths.entries()) {
        const section = this.shown.get(path) || this.make(path);
        this.shown.set(path, section);
        sections.push(section);
        for (const field of section.querySelectorAll("[data-own]")) {
          marks.fields.show(field, `${path}/${field.dataset.own}`);
        }
        section.querySelector("[data-up]").disabled = index === 0;
        section.querySelector("[data-down]").disabled = index === paths.length - 1 && !left;
        this.name(section);
      }
      this.sort(this.querySelector("[data-owns]"), sections);
      const more = this.querySelector("[data-more]");
      more.hidden = !left;
      more.textContent = marks.store.facts.words.own_more.replace("{n}", String(left));
      const paper = this.querySelector(".mk-custom-marks__paper");
      paper.classList.toggle("mk-away", paths.length > 0);
      marks.scores.offerSteps(paper);
    }

    /** Let people bring back a mark that was deleted in another tab.
        @param {string} path @param {Part} section @param {boolean} wasWriting */
    offer(path, section, wasWriting) {
      const { store } = marks;
      const goal = () => this.shown.get(path)?.querySelector("h3");
      store.offer(this.deleted(section), () => store.set(`${path}/gone`, null), goal);
      if (wasWriting) this.toUndo();
    }

    /** What undo says of a mark that was deleted. @param {Part} section */
    deleted(section) {
      return marks.store.facts.words.own_deleted.replace("{title}", () => section.querySelector("h3").textContent);
    }

    /** Whoever was in a mark that is gone goes on from the way back. False: there is none to be seen. */
    toUndo() {
      return !document.dispatchEvent(new CustomEvent("mk-to-undo", { bubbles: true, cancelable: true }));
    }

    /** Put the marks in their order around the one in which somebody types: a part that is moved loses its cursor.
        @param {Part} place @param {Part[]} sections */
    sort(place, sections) {
      if (sections.every((section, index) => place.children[index] === section)) return;
      const at = sections.findIndex(
        (section) => section.contains(document.activeElement) && section.parentElement === place,
      );
      for (const [index, section] of sections.entries()) {
        if (index < at) sections[at].before(section);
        else if (index !== at) place.append(section);
      }
    }

    /** @param {string} path */
    make(path) {
      const section = this.querySelector("template").content.firstElementChild.cloneNode(true);
      section.dataset.path = path;
      section.dataset.mkUnit = ""; // it can be shown by itself
      section.querySelector("mk-answer-form").setAttribute("of", path);
      for (const field of section.querySelectorAll("[data-own]")) marks.fields.grow(field);
      return section;
    }

    /** The title on the page is what people typed; a mark without one has its place. @param {Part} section */
    name(section) {
      const { store } = marks;
      const title = String(store.get(`${section.dataset.path}/title`)).trim() || store.facts.words.own_name;
      section.querySelector("h3").textContent = title;
      section.querySelector("mk-answer-form").setAttribute("aria-label", title);
    }

    /** @param {Part | null} button */
    press(button) {
      if (!button) return;
      const section = button.closest("section");
      if (button.hasAttribute("data-more")) this.more();
      else if (button.hasAttribute("data-add") && !button.closest("mk-answer-form")) this.add();
      else if (section && button.hasAttribute("data-delete")) this.delete(section);
      else if (section && button.hasAttribute("data-up")) this.move(section, button, -1);
      else if (section && button.hasAttribute("data-down")) this.move(section, button, 1);
      else return;
      this.tell();
    }

    more() {
      const [first] = this.paths().filter((path) => !this.shown.has(path));
      this.most += CustomMarks.MORE;
      this.show();
      this.shown.get(first)?.querySelector("h3").focus();
    }

    add() {
      const { store } = marks;
      const path = `own/${store.name()}`;
      const [last] = this.paths().slice(-1);
      this.added.add(path);
      store.set(`${path}/stage`, this.stage, this);
      store.set(`${path}/place`, last ? Number(store.get(`${last}/place`)) + 1 : 1, this);
      this.show();
      this.shown.get(path)?.querySelector("[data-own=title]").focus();
    }

    /** @param {Part} section */
    delete(section) {
      const { store } = marks;
      const { path } = section.dataset;
      const goal = () => this.shown.get(path)?.querySelector("h3");
      store.undoable(this.deleted(section), () => void store.set(`${path}/gone`, true, this), goal);
      this.show();
      const add = this.querySelector("[data-add]");
      if (!this.toUndo()) add.focus({ preventScroll: true });
      add.scrollIntoView({ block: "nearest" }); // the page, which is shorter now, is still here
    }

    /** @param {Part} section @param {Part} button @param {number} by */
    move(section, button, by) {
      const paths = this.paths();
      const from = paths.indexOf(section.dataset.path);
      paths.splice(from + by, 0, ...paths.splice(from, 1));
      for (const [index, one] of paths.entries()) marks.store.set(`${one}/place`, index + 1, this);
      this.show();
      (button.disabled ? section.querySelector("h3") : button).focus();
    }
  },
);
