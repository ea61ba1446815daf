/* <mk-idea-filter>: shows the ideas of a page that are what somebody chose, and hides the others. What was chosen
   stands at the end of the address, so that it can be shared, and the back button takes it back. It stands after the #:
   that part is sent to no server, and a browser does not look through all links anew when it changes. */

/** An idea of the page: its parts, all that holds them, what it is, and whether it is out of what was chosen. `group`:
    what it lies in with others that are hidden as one.
    @typedef {{ parts: Part[], whole: Part[], is: { [name: string]: string[] }, title: string, words?: string,
      isOut: boolean, group: Part | null }} Idea */

customElements.define(
  "mk-idea-filter",
  class IdeaFilter extends HTMLElement {
    static OUT = "data-mk-out"; // what is not chosen
    static SOME = 40; // ideas of which words are read, or that are drawn anew, at a time: nobody's press waits

    /** Each way to choose, by its name in the address. @type {{ [name: string]: Part }} */
    choices = {};
    /** The ideas of the page: what to show or hide of each, what it is, and its words once somebody asks for words.
        @type {Idea[]} */
    ideas = [];
    /** A stage and what introduces its ideas: shown when one of them is. @type {{ parts: Part[], id: string }[]} */
    homes = [];
    /** @type {Part} */
    said;
    /** @type {Part} */
    clear;
    /** What is shown a little later. @type {Set<Part>} */
    late = new Set();
    later = 0;
    /** The idea that was fished out last, as far as that opened it. @type {Part | null} */
    fished = null;

    connectedCallback() {
      this.said = this.querySelector("[data-said]");
      this.said.textContent = " ";
      this.clear = this.querySelector("[data-clear]");
      for (const one of this.querySelectorAll("[data-choose]")) this.choices[one.dataset.choose] = one;
      this.find();
      this.addEventListener("input", () => this.chosen());
      this.addEventListener("change", () => this.chosen());
      this.clear.addEventListener("click", () => {
        for (const one of Object.values(this.choices)) one.value = "";
        this.chosen();
        this.choices.words.focus();
      });
      this.querySelector("[data-fish]").addEventListener("click", () => this.fish());
      addEventListener("popstate", () => this.read());
      addEventListener("hashchange", () => this.read());
      addEventListener("pageshow", () => this.read()); // a browser that comes back fills the fields in by itself
      addEventListener("beforeprint", () => this.draw());
      if (!this.isWide()) this.querySelector("details").open = false;
      this.hidden = false;
      this.read();
      this.arrive();
      setTimeout(() => this.learn());
    }

    /** Whoever comes by an address that chooses is shown what it chose, and not the top of the page. */
    arrive() {
      const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
      const isAsked = Object.values(this.choices).some(({ value }) => value);
      if (isAsked && way?.type === "navigate") this.scrollIntoView();
    }

    /** Whether there is room for all that one can choose from, beside the ideas. */
    isWide() {
      return matchMedia("(min-width: 45em)").matches;
    }

    /** What each idea says is ready before somebody asks for words. */
    learn() {
      const left = this.ideas.filter(({ words }) => words === undefined);
      for (const idea of left.slice(0, IdeaFilter.SOME)) this.wordsOf(idea);
      if (left.length > IdeaFilter.SOME) setTimeout(() => this.learn());
    }

    /** Every idea of the page. */
    find() {
      for (const part of document.querySelectorAll("[data-idea]")) {
        const { stage, also, marks: mark, cost, effort, format } = part.dataset;
        const head = part.previousElementSibling;
        const title = head?.matches(".mk-idea__title") ? head : null;
        const listed = Object.entries({ stage, also, mark, cost, effort, format });
        const parts = title ? [title, part] : [part];
        const whole = part.closest(".mk-idea"); // a builder that shows the guide while it is written makes none
        this.ideas.push({
          parts,
          whole: whole ? [whole] : parts,
          is: Object.fromEntries(listed.map(([name, words]) => [name, words.split(" ")])),
          title: (title
            ? [...title.childNodes].filter((one) => !(/** @type {Part} */ (one).matches?.(".headerlink")))
            : [part.firstChild]
          )
            .map((one) => one?.textContent || "")
            .join("")
            .trim(),
          isOut: false,
          group: part.closest(".mk-ideas"),
        });
      }
      for (const head of document.querySelectorAll(".mk-idea__stage")) {
        this.homes.push({ parts: [head, head.nextElementSibling], id: head.id });
      }
    }

    /** What the address says; where it names an idea, all are shown. */
    read() {
      const asked = new URLSearchParams(location.hash.slice(1));
      for (const [name, choice] of Object.entries(this.choices)) {
        choice.value = asked.get(name) || "";
        if (choice.value && name !== "words" && this.isWide()) this.querySelector("details").open = true;
      }
      this.show();
    }

    /** Somebody chose: the address says so. The letters of a word are one step, not a step each. */
    chosen() {
      this.show();
      const before = location.hash.slice(1);
      const now = new URLSearchParams();
      for (const [name, { value }] of Object.entries(this.choices)) if (value.trim()) now.set(name, value.trim());
      if (now.toString() === before) return;
      const words = new URLSearchParams(before).get("words");
      const isTyping = words && now.get("words") && words !== now.get("words");
      try {
        history[isTyping ? "replaceState" : "pushState"]({}, "", `#${now}`);
      } catch {
        // a browser that lets nobody change the address of a page on a disk, or not so often
      }
    }

    /** All that an idea says, in small letters. @param {Idea} idea */
    wordsOf(idea) {
      idea.words ??= idea.parts
        .flatMap((part) =>
          part.matches("h3") ? part : [...part.querySelectorAll("p, dd:not(.mk-screen), title, desc")],
        )
        .map(({ textContent }) => textContent)
        // of the picture, which shows no more than a title; and other words that people ask with
        .concat(idea.parts.map(({ dataset }) => `${dataset.words || ""} ${dataset.asked || ""}`))
        .join(" ")
        .toLowerCase();
      return idea.words;
    }

    /** Whether an idea is what was chosen: of each choice the value, and the words.
        @param {Idea} idea @param {[string, string][]} chosen @param {((said: string) => boolean)[]} words */
    isChosen(idea, chosen, words) {
      if (!chosen.every(([name, value]) => idea.is[name].includes(value))) return false;
      if (!words.length) return true;
      const said = this.wordsOf(idea);
      return words.every((isIn) => isIn(said));
    }

    show() {
      const { words: asked, ...others } = this.choices;
      const words = asked.value.toLowerCase().split(/\s+/).filter(Boolean).map(marks.wordFinder);
      /** @type {[string, string][]} */
      const chosen = Object.entries(others).flatMap(([name, { value }]) => (value ? [[name, value]] : []));
      const [there, used] = [new Set(), new Set()];
      let count = 0;
      for (const idea of this.ideas) {
        idea.isOut = !this.isChosen(idea, chosen, words);
        if (idea.isOut) continue;
        count += 1;
        there.add(idea.is.stage[0]);
        used.add(idea.group);
      }
      this.late = new Set();
      let shown = 0;
      for (const { whole, group, isOut } of this.ideas) {
        const isUsed = !group || used.has(group);
        shown += Number(!isOut);
        this.turn(group, !isUsed, shown);
        // in a group that is hidden each stays as it is
        if (isUsed) for (const part of whole) this.turn(part, isOut, shown);
      }
      for (const { parts, id } of this.homes) {
        for (const part of parts) this.turn(part, !there.has(id) && count < this.ideas.length);
      }
      const line = String(count ? this.dataset.shown : this.dataset.none);
      this.say(line.replace("{n}", String(count)).replace("{total}", String(this.ideas.length)));
      this.clear.hidden = !chosen.length && !words.length;
      document.documentElement.toggleAttribute("data-mk-chosen", !this.clear.hidden); // paper has these ideas alone
      this.tell();
      this.wait();
    }

    /** What was chosen, in a line: on a phone what people choose from is folded, and paper has none of it. */
    tell() {
      const said = Object.values(this.choices).flatMap((choice) => {
        const value = choice.matches("select") ? choice.selectedOptions[0]?.text : choice.value.trim();
        const label = choice.labels?.[0].firstChild?.textContent?.trim() || "";
        return choice.value.trim() ? `${label}${/[\p{L}\p{N}]$/u.test(label) ? ":" : ""} ${value}.` : [];
      });
      for (const place of document.querySelectorAll("[data-is]")) {
        place.textContent = said.join(" ");
        place.hidden = !said.length;
      }
    }

    /** What is further down than a screen comes after that is drawn: whoever chose sees the first ideas by now. */
    wait() {
      clearTimeout(this.later);
      if (!this.late.size) this.dispatchEvent(new CustomEvent("mk-ideas", { bubbles: true }));
      else requestAnimationFrame(() => (this.later = setTimeout(() => this.draw(IdeaFilter.SOME))));
    }

    /** Show so many ideas of those that wait, or all. */
    draw(count = Number.POSITIVE_INFINITY) {
      let drawn = 0;
      for (const part of this.late) {
        if (drawn >= count) break;
        part.removeAttribute(IdeaFilter.OUT);
        this.late.delete(part);
        drawn += part.querySelectorAll("[data-idea]").length || 1;
      }
      this.wait();
    }

    /** Hide a part, or show it: a little later when so many are shown before it.
        @param {Part | null} part @param {boolean} isOut @param {number} [shown] */
    turn(part, isOut, shown = 0) {
      if (!part || part.hasAttribute(IdeaFilter.OUT) === isOut) return;
      if (isOut || shown <= IdeaFilter.SOME) part.toggleAttribute(IdeaFilter.OUT, isOut);
      else this.late.add(part);
    }

    /** Other words in the same text: a new one would let a browser look through the styles of the whole page.
        @param {string} words */
    say(words) {
      /** @type {Text} */ (this.said.firstChild).data = words;
    }

    /** One of the ideas that are shown, by chance, and another than the last time. */
    fish() {
      this.draw();
      const before = document.querySelector(".mk-fished");
      const shown = this.ideas.filter(({ isOut }) => !isOut);
      const fresh = shown.filter(({ parts }) => parts[0] !== before);
      const [one] = fresh.length ? [fresh[Math.floor(Math.random() * fresh.length)]] : shown;
      if (!one) return;
      before?.classList.remove("mk-fished");
      const [head] = one.parts;
      if (this.fished) this.fished.open = false;
      const fold = one.parts[one.parts.length - 1].querySelector("details");
      this.fished = fold?.open ? null : fold;
      if (fold) fold.open = true;
      head.classList.add("mk-fished");
      if (!head.matches("a")) head.tabIndex = -1;
      head.focus({ preventScroll: true });
      (head.querySelector("circle") || head).scrollIntoView({ block: "center", inline: "center" });
      this.say(String(this.dataset.fished).replace("{idea}", () => one.title));
    }
  },
);
