/* <mk-custom-marks stage="planning">: marks of people's own. They are added, renamed, moved and deleted; each is like
   any other. */

customElements.define(
  "mk-custom-marks",
  class extends HTMLElement {
    static MORE = 60; // how many are shown at once

    connectedCallback() {
      this.stage = this.getAttribute("stage");
      this.shown = new Map(); // path -> its section
      this.most = this.constructor.MORE; // how many are shown
      this.added = new Set(); // and those that people made here
      this.addEventListener("click", (event) => this.press(event.target.closest("button")));
      this.addEventListener("input", (event) => {
        const { own } = event.target.dataset;
        if (!own) return;
        const section = event.target.closest("section");
        marks.fields.typed(event.target, `${section.dataset.path}/${own}`, this);
        this.name(section);
      });
      marks.store.watch((paths, source) => {
        if (source !== this && (!paths || paths.some((path) => path.startsWith("own/")))) this.show(true);
      });
      for (const hidden of this.querySelectorAll("[data-live]")) hidden.hidden = false;
      this.show();
    }

    paths() {
      return marks.exporter.own(marks.store.record, this.stage, marks.store.facts);
    }

    /** Those that stand on the page. A file may hold thousands, and a page of thousands would never be shown. */
    near(paths) {
      return paths.filter((path, index) => index < this.most || this.added.has(path));
    }

    /** `elsewhere`: somebody may have deleted a mark in another tab, where this one was writing in it. */
    show(elsewhere) {
      const place = this.querySelector("[data-owns]");
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
      paths.forEach((path, index) => {
        if (!this.shown.has(path)) this.shown.set(path, this.make(path));
        const section = this.shown.get(path);
        for (const field of section.querySelectorAll("[data-own]"))
          marks.fields.show(field, `${path}/${field.dataset.own}`);
        section.querySelector("[data-up]").disabled = index === 0;
        section.querySelector("[data-down]").disabled = index === paths.length - 1 && !left;
        this.name(section);
      });
      this.sort(
        place,
        paths.map((path) => this.shown.get(path)),
      );
      const more = this.querySelector("[data-more]");
      more.hidden = !left;
      more.textContent = marks.store.facts.words.own_more.replace("{n}", left);
      this.querySelector(".mk-custom-marks__paper").classList.toggle("mk-away", paths.length > 0);
    }

    /** Let people bring back a mark that was deleted in another tab. */
    offer(path, section, wasWriting) {
      const { store } = marks;
      store.offer(
        store.facts.words.own_deleted.replace("{title}", () => section.querySelector("h3").textContent),
        () => store.set(`${path}/gone`, null),
        () => this.shown.get(path)?.querySelector("h3"),
      );
      if (wasWriting) document.querySelector("[data-undo]").focus({ preventScroll: true });
    }

    /** Put the marks in their order around the one in which somebody types: a part that is moved loses its cursor. */
    sort(place, sections) {
      if (sections.every((section, index) => place.children[index] === section)) return;
      const at = sections.findIndex(
        (section) => section.contains(document.activeElement) && section.parentElement === place,
      );
      sections.forEach((section, index) => {
        if (index < at) sections[at].before(section);
        else if (index !== at) place.append(section);
      });
    }

    make(path) {
      const section = this.querySelector("template").content.firstElementChild.cloneNode(true);
      section.dataset.path = path;
      section.querySelector("mk-answer-form").setAttribute("of", path);
      for (const radio of section.querySelectorAll("[type=radio]")) radio.name = path;
      section.querySelectorAll("textarea").forEach(marks.grow);
      return section;
    }

    /** The title on the page is what people typed; a mark without one has its place. */
    name(section) {
      const title = String(marks.store.get(`${section.dataset.path}/title`)).trim() || marks.store.facts.words.own_name;
      section.querySelector("h3").textContent = title;
      section.querySelector("mk-answer-form").setAttribute("aria-label", title);
    }

    press(button) {
      if (!button) return;
      const { store } = marks;
      if (button.hasAttribute("data-more")) {
        const [first] = this.paths().filter((path) => !this.shown.has(path));
        this.most += this.constructor.MORE;
        this.show();
        this.shown.get(first).querySelector("h3").focus();
        return;
      }
      if (button.hasAttribute("data-add") && !button.closest("mk-answer-form")) {
        const path = `own/${store.name()}`;
        const last = this.paths().slice(-1)[0];
        this.added.add(path);
        store.set(`${path}/stage`, this.stage, this);
        store.set(`${path}/place`, last ? Number(store.get(`${last}/place`)) + 1 : 1, this);
        this.show();
        this.shown.get(path).querySelector("[data-own=title]").focus();
        return;
      }
      const section = button.closest("section");
      if (!section) return;
      const { path } = section.dataset;
      if (button.hasAttribute("data-delete")) {
        store.undoable(
          store.facts.words.own_deleted.replace("{title}", () => section.querySelector("h3").textContent),
          () => {
            store.set(`${path}/gone`, true, this);
          },
          () => this.shown.get(path)?.querySelector("h3"),
        );
        this.show();
        const add = this.querySelector("[data-add]");
        (document.querySelector("[data-undo]:not([hidden])") || add).focus({ preventScroll: true }); // it is in view
        add.scrollIntoView({ block: "nearest" }); // and the page, which is shorter now, is still here
      } else if (button.hasAttribute("data-up") || button.hasAttribute("data-down")) {
        const paths = this.paths();
        const from = paths.indexOf(path);
        const to = from + (button.hasAttribute("data-up") ? -1 : 1);
        paths.splice(to, 0, ...paths.splice(from, 1));
        for (const [index, one] of paths.entries()) store.set(`${one}/place`, index + 1, this);
        this.show();
        (button.disabled ? section.querySelector("h3") : button).focus();
      }
    }
  },
);
