/* <mk-my-scores sheet="planning">: one person's own scores, and the code that carries them. The code is all that this
   tab keeps, and which marks are ticked where people choose them, so that a page that is loaded again still has them;
   it needs nothing else of a sheet. A link may say which marks a group has chosen: #marks=listening,fair-payment. */

customElements.define(
  "mk-my-scores",
  class extends HTMLElement {
    /** @type {Facts} */
    facts = JSON.parse(document.getElementById("code--facts").textContent || "");
    /** The marks, in their order. @type {Part[]} */
    fields = [];
    /** What ticks each of them, where people do. @type {Part[]} */
    picks = [];
    /** @type {Part} */
    box;
    /** Where this tab keeps the code. */
    name = "";

    connectedCallback() {
      this.fields = [...document.querySelectorAll("[data-mark]")];
      this.picks = [...document.querySelectorAll("[data-pick]")];
      this.box = document.querySelector("[data-code-box]");
      this.name = `${this.facts.guide.id}:${marks.root}:mine:${this.getAttribute("sheet")}`;
      for (const one of [...this.fields, ...this.picks]) one.addEventListener("change", () => this.show());
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

    /** The fields that are scored: all, or those that are ticked. */
    asked() {
      if (!this.picks.length) return this.fields;
      const ticked = this.picks.filter(({ checked }) => checked).map(({ dataset }) => dataset.pick);
      return this.fields.filter(({ dataset }) => ticked.includes(dataset.mark));
    }

    /** The sheet of a code: this stage, or the marks that a group has chosen. @param {string[]} chosen */
    sheet(chosen) {
      const sheets = marks.scoreCode.sheets(this.facts, chosen);
      return sheets.find(({ id }) => id === this.getAttribute("sheet"));
    }

    /** Which marks are ticked, or none where people do not tick. */
    chosen() {
      return this.picks.length ? this.asked().map(({ dataset }) => dataset.mark || "") : [];
    }

    /** @param {string} name @param {(button: Part) => void} run */
    does(name, run) {
      const button = this.box.querySelector(`[data-${name}]`);
      button.addEventListener("click", () => run(button));
    }

    /** What is scored, mark by mark. @returns {Value[]} */
    said() {
      return this.asked().map((one) => {
        const [chosen] = [...one.querySelectorAll("input")].filter(({ checked }) => checked);
        if (!chosen) return one.dataset.held ? Number(one.dataset.held) : "";
        return /^\d+$/.test(chosen.value) ? Number(chosen.value) : chosen.value;
      });
    }

    code() {
      const sheet = this.sheet(this.chosen());
      return sheet ? marks.scoreCode.encode(this.said(), sheet, this.facts) : "";
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

    /** Show what was kept: the ids of ticked marks, and a code. A number that the page has no place for, since it shows
        three steps, is held. A link that says which marks are ticked knows it better. @param {string} kept */
    fill(kept) {
      const [code, ids = ""] = kept.split(" ");
      const [, linked = ids] = /^#marks=([\w,-]+)$/.exec(location.hash) || [];
      for (const pick of this.picks) pick.checked = linked.split(",").includes(pick.dataset.pick);
      const sheets = marks.scoreCode.sheets(this.facts, ids.split(",").filter(Boolean));
      const found = marks.scoreCode.decode(code, sheets, this.facts);
      const isOurs = found.wrong === undefined && found.sheet === this.getAttribute("sheet");
      const said = new Map(isOurs ? found.marks.map((id, at) => [id, found.said[at]]) : []);
      for (const one of this.fields) {
        const value = String(said.get(one.dataset.mark || "") ?? "");
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
      const chosen = this.chosen();
      this.keep(chosen.length ? `${code} ${chosen.join()}` : code);
    }

    clear() {
      for (const one of this.fields) one.dataset.held = "";
      for (const one of this.fields) for (const radio of one.querySelectorAll("input")) radio.checked = false;
      this.show();
      this.begin();
    }

    /** Where the keyboard begins. */
    begin() {
      (this.picks[0] || this.fields[0].querySelector("input")).focus();
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
        this.begin();
      };
      this.querySelector("[data-yes]").addEventListener("click", () => answer(code));
      this.querySelector("[data-no]").addEventListener("click", () => answer(""));
    }
  },
);
