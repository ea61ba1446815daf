/* <mk-my-scores stage="planning">: one person's own scores, and the code that carries them. The code is all that this
   tab keeps, so that a page that is loaded again still has them; it needs nothing else of a sheet. */

customElements.define(
  "mk-my-scores",
  class extends HTMLElement {
    /** @type {Facts} */
    facts = JSON.parse(document.getElementById("code--facts").textContent || "");
    sheets = marks.scoreCode.sheets(this.facts);
    sheet = this.sheets[0];
    /** The marks, in their order. @type {Part[]} */
    fields = [];
    /** @type {Part} */
    box;
    /** Where this tab keeps the code. */
    name = "";

    connectedCallback() {
      this.sheet = this.sheets.find(({ id }) => id === this.getAttribute("stage")) || this.sheet;
      this.fields = [...document.querySelectorAll("[data-mark]")];
      this.box = document.querySelector("[data-code-box]");
      this.name = `${this.facts.guide.id}:${marks.root}:mine:${this.sheet.id}`;
      for (const one of this.fields) one.addEventListener("change", () => this.show());
      this.does("copy", () => this.give(this.code()));
      this.does("link", (button) =>
        this.give(`${new URL(button.dataset.link, location.href).href}#scores=${this.code()}`),
      );
      this.does("clear", () => this.clear());
      const kept = this.kept();
      if (kept && marks.wasClosed(this.name)) this.ask(kept);
      else {
        marks.sawTo(this.name);
        this.fill(kept);
      }
      this.box.hidden = false;
    }

    /** @param {string} name @param {(button: Part) => void} run */
    does(name, run) {
      const button = this.box.querySelector(`[data-${name}]`);
      button.addEventListener("click", () => run(button));
    }

    /** What is scored, mark by mark. @returns {Value[]} */
    said() {
      return this.fields.map((one) => {
        const [chosen] = [...one.querySelectorAll("input")].filter(({ checked }) => checked);
        if (!chosen) return one.dataset.held ? Number(one.dataset.held) : "";
        return /^\d+$/.test(chosen.value) ? Number(chosen.value) : chosen.value;
      });
    }

    code() {
      return marks.scoreCode.encode(this.said(), this.sheet, this.facts);
    }

    /** What this tab keeps. */
    kept() {
      try {
        return sessionStorage.getItem(this.name) || "";
      } catch {
        return "";
      }
    }

    /** @param {string} code */
    keep(code) {
      try {
        if (code) sessionStorage.setItem(this.name, code);
        else sessionStorage.removeItem(this.name);
      } catch {
        /* a browser that keeps nothing: the scores stay as long as the page is open */
      }
    }

    /** Show the scores of a code. A number that the page has no place for, since it shows three steps, is held.
        @param {string} code */
    fill(code) {
      const found = marks.scoreCode.decode(code, this.sheets, this.facts);
      const said = found.wrong === undefined && found.sheet === this.sheet.id ? found.said : [];
      for (const [at, one] of this.fields.entries()) {
        const value = String(said[at] ?? "");
        let isShown = false;
        for (const radio of one.querySelectorAll("input")) {
          radio.checked = radio.value === value;
          isShown = isShown || radio.checked;
        }
        one.dataset.held = isShown ? "" : value;
      }
      this.show();
    }

    /** The code of what is scored now. */
    show() {
      const said = this.said();
      const count = said.filter((one) => one !== "").length;
      const code = count ? this.code() : "";
      this.box.querySelector("[data-none]").hidden = count > 0;
      this.box.querySelector("[data-made]").hidden = !count;
      const parts = (code.match(/\w+-?/g) || []).map((group) => {
        const part = document.createElement("span");
        part.textContent = group;
        return part;
      });
      this.box.querySelector("[data-code]").replaceChildren(...parts);
      const line = this.box.querySelector("[data-count]");
      line.textContent = line.dataset.say.replace("{n}", String(count)).replace("{total}", String(said.length));
      this.box.querySelector("[data-said]").textContent = "";
      this.keep(code);
    }

    clear() {
      for (const one of this.fields) one.dataset.held = "";
      for (const one of this.fields) for (const radio of one.querySelectorAll("input")) radio.checked = false;
      this.show();
      this.fields[0].querySelector("input").focus();
    }

    /** Give people a text to paste, or to copy by hand. @param {string} text */
    async give(text) {
      const line = this.box.querySelector("[data-said]");
      line.textContent = "";
      try {
        await navigator.clipboard.writeText(text);
        line.textContent = line.dataset.done;
      } catch {
        line.textContent = `${line.dataset.failed} ${text}`;
      }
    }

    /** What lies in a tab that was closed is shown to nobody who did not ask. @param {string} code */
    ask(code) {
      this.append(document.importNode(document.getElementById("mine--before").content, true));
      this.hidden = false;
      /** @param {string} next */
      const answer = (next) => {
        this.replaceChildren();
        this.hidden = true;
        marks.sawTo(this.name);
        this.fill(next);
        this.fields[0].querySelector("input").focus();
      };
      this.querySelector("[data-yes]").addEventListener("click", () => answer(code));
      this.querySelector("[data-no]").addEventListener("click", () => answer(""));
    }
  },
);
