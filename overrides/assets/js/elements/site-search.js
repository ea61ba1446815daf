/* <mk-site-search index="../search.json">: opens and closes the search, by pointer and by keyboard. What finds is
   another file, fetched when somebody first turns to the search. */

customElements.define(
  "mk-site-search",
  class extends HTMLElement {
    /** The theme's switch: it is on while the search is open. @type {Part} */
    toggle;
    /** Where people type, what is said to them, what was found, and the window that shows it. @type {Part} */
    input;
    /** @type {Part} */
    said;
    /** @type {Part} */
    list;
    /** @type {Part} */
    frame;
    /** @type {MediaQueryList} */
    narrow;
    /** What finds, when it is there. @type {Finder | undefined} */
    finder;
    /** @type {Promise<void> | null} */
    readying = null;
    /** What was searched for last. @type {string | undefined} */
    found;
    locking = 0;

    connectedCallback() {
      /** @param {string} name */
      const one = (name) => this.querySelector(`.mk-site-search__${name}`);
      this.toggle = document.getElementById("__search");
      [this.input, this.frame, this.said, this.list] = ["input", "scroll", "said", "list"].map(one);
      this.speak(one);
      this.narrow = matchMedia("(max-width: 59.984375em)");
      this.toggle.addEventListener("change", () => this.turned());
      this.input.addEventListener("focus", () =>
        setTimeout(() => {
          // the browser is done now: a label that gave the focus turns the switch itself, and only after that
          if (document.activeElement === this.input) this.open(true); // and a quick Tab key has left it again
        }),
      );
      this.input.addEventListener("input", () => this.find());
      one("form").addEventListener("submit", (event) => event.preventDefault());
      one("form").addEventListener("reset", (event) => {
        event.preventDefault(); // the browser would empty it when this is over, and say nothing then
        this.input.value = "";
        this.input.focus();
        this.find();
      });
      this.addEventListener("click", (/** @type {PartEvent} */ { target }) => {
        if (target.closest("a")) this.open(false);
      });
      const button = document.querySelector(".md-header__button[for=__search]");
      // A telephone shows its keys only when the field gets the focus while a finger is on the way.
      button.addEventListener("click", () => this.input.focus({ preventScroll: true })); // the page stays where it was
      for (const way of [button, this.input]) {
        for (const kind of ["pointerenter", "touchstart"])
          way.addEventListener(kind, () => this.ready(), { once: true, passive: true });
      }
      addEventListener("keydown", (event) => this.key(event));
      this.asked(new URLSearchParams(location.search));
    }

    /** The guide's own words in place of the theme's, which stay where a page has none. `one` gives a part by its name.
 @param {(name: string) => Part} one */
    speak(one) {
      const { dataset: said } = document.querySelector("[data-say-search]") || {};
      if (!said) return;
      for (const [name, words] of Object.entries(said)) {
        const own = name.replace("saySearch", "");
        if (own) this.dataset[own[0].toLowerCase() + own.slice(1)] = words;
      }
      this.input.placeholder = said.saySearch;
      this.input.setAttribute("aria-label", said.saySearch);
      one("box").setAttribute("aria-label", said.saySearch);
      one("clear").title = said.saySearchClear;
      one("clear").setAttribute("aria-label", said.saySearchClear);
      this.said.textContent = said.saySearchEmpty;
    }

    /** An address may ask for a search (?q=tea), or say what was searched for (?h=tea), which is then marked.
        @param {URLSearchParams} address */
    asked(address) {
      const [asked, found] = [address.get("q"), address.get("h")];
      if (asked) {
        this.input.value = asked;
        this.input.focus();
      }
      if (found) this.load().then((finder) => finder.mark(document.querySelector(".md-content"), found, true));
    }

    /** What finds, and later what there is to find. @returns {Promise<Finder>} */
    load() {
      return marks.bring("elements/search-results").then(() => marks.finder);
    }

    ready() {
      const index = new URL(this.getAttribute("index"), location.href);
      this.readying =
        this.readying ||
        this.load()
          .then((finder) => finder.read(index))
          .then((finder) => {
            this.finder = finder;
            this.find();
          })
          .catch(() => {
            this.readying = null;
          }); // no network: the next time, perhaps
    }

    /** @param {boolean} on */
    open(on) {
      if (this.toggle.checked !== on) this.toggle.click();
    }

    turned() {
      const open = this.toggle.checked;
      this.list.hidden = !open;
      if (open) this.ready();
      // On a small screen the search lies over the whole page, which then stays where it was.
      const { body } = document;
      clearTimeout(this.locking);
      this.locking = setTimeout(
        () => {
          if (open && this.narrow.matches) {
            body.style.top = `-${scrollY}px`;
            body.setAttribute("data-md-scrolllock", "");
          } else if (body.hasAttribute("data-md-scrolllock")) {
            const back = -parseInt(body.style.top, 10);
            body.removeAttribute("data-md-scrolllock");
            body.style.top = "";
            if (back) scrollTo(0, back);
          }
        },
        open ? 400 : 100,
      );
    }

    find() {
      if (!this.finder || this.input.value === this.found) return;
      this.found = this.input.value;
      this.finder.show(this, this.found);
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (!this.toggle.checked || event.isComposing || event.metaKey || event.ctrlKey) return;
      const activeElement = /** @type {Part} */ (document.activeElement);
      if (event.key === "Escape" || event.key === "Tab") {
        this.open(false);
        // the Tab key goes on by itself: from nowhere, WebKit would begin at the top again, each time
        if (event.key === "Escape") this.input.blur();
      } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
        const stops = [this.input, ...this.list.querySelectorAll(":scope > li > a, summary, details[open] a")];
        const at = Math.max(0, stops.indexOf(activeElement)) + (event.key === "ArrowUp" ? -1 : 1);
        stops[(at + stops.length) % stops.length].focus();
        event.preventDefault();
      } else if (event.key === "Enter" && activeElement === this.input) {
        const best = this.list.querySelector("[data-best]");
        if (best) best.click();
        event.preventDefault();
      } else if (event.key !== "Enter" && activeElement !== this.input && !event.altKey && event.key !== "Shift") {
        this.input.focus(); // whoever types goes on with the words
      }
    }
  },
);
