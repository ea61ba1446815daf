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
    /** Whether it is asked whose the scores are that this tab keeps: until then nothing is shown and nothing kept. */
    isAsking = false;
    /** What was kept before it was cleared. */
    cleared = "";

    connectedCallback() {
      this.fields = [...document.querySelectorAll("[data-mark]")];
      this.picks = [...document.querySelectorAll("[data-pick]")];
      this.box = document.querySelector("[data-code-box]");
      this.name = `${this.facts.guide.id}:${marks.home}:mine:${this.getAttribute("sheet")}`;
      for (const one of this.fields) {
        one.addEventListener("change", () => {
          one.dataset.held = "";
          this.show();
        });
      }
      for (const one of this.picks) one.addEventListener("change", () => this.show());
      this.does("copy", () => this.give(this.code()));
      this.does("link", (button) =>
        this.give(`${new URL(button.dataset.link, location.href).href}#scores=${this.code()}`),
      );
      this.box.querySelector("[data-link]").hidden = location.protocol === "file:"; // no other phone gets there
      this.does("clear", () => this.clear());
      this.does("undo", () => {
        this.fill(this.cleared);
        this.box.querySelector("[data-clear]").focus();
      });
      addEventListener("hashchange", () => this.fill(this.kept()));
      // a browser puts back what stood in the squares, some time after this
      addEventListener("pageshow", ({ persisted }) => {
        if (!persisted) setTimeout(() => this.fill(this.isAsking ? "" : this.kept()));
      });
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

    /** What is scored in these fields. @param {Part[]} fields @returns {Value[]} */
    said(fields) {
      return fields.map((one) => {
        if (one.dataset.held) return Number(one.dataset.held);
        const [chosen] = [...one.querySelectorAll("input")].filter(({ checked }) => checked);
        if (!chosen) return "";
        return /^\d+$/.test(chosen.value) ? Number(chosen.value) : chosen.value;
      });
    }

    /** The code of what is scored in these fields. */
    code(fields = this.asked()) {
      const ids = fields.map(({ dataset }) => dataset.mark || "");
      const sheet = this.sheet(this.picks.length ? ids : []);
      return sheet ? marks.scoreCode.encode(this.said(fields), sheet, this.facts) : "";
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

    /** The marks that a link has ticked, which is followed once: what people tick after that is theirs.
        @returns {string[] | null} */
    linked() {
      const [, list] = /^#marks=(.+)$/.exec(location.hash) || [];
      if (!list || !this.picks.length) return null;
      history.replaceState(history.state, "", location.pathname + location.search);
      try {
        return decodeURIComponent(list).split(",");
      } catch {
        return null; // an address may hold anything
      }
    }

    /** Show what was kept: a code, the marks that it is for and those that are ticked, where people tick. A number that
        the page has no place for, since it shows three steps, is held, and its step is shown. @param {string} kept */
    fill(kept) {
      const [code, ids = "", ticks = ""] = kept.split(" ");
      const ticked = this.linked() || ticks.split(",");
      for (const pick of this.picks) pick.checked = ticked.includes(pick.dataset.pick || "");
      const sheets = marks.scoreCode.sheets(this.facts, ids.split(",").filter(Boolean));
      const found = marks.scoreCode.decode(code, sheets, this.facts);
      const isOurs = found.wrong === undefined && found.sheet === this.getAttribute("sheet");
      const said = new Map(isOurs ? found.marks.map((id, at) => [id, found.said[at]]) : []);
      for (const one of this.fields) this.choose(one, said.get(one.dataset.mark || "") ?? "");
      this.show();
    }

    /** Show an answer: its own square, or the step that holds it. @param {Part} one @param {Value} value */
    choose(one, value) {
      const radios = [...one.querySelectorAll("input")];
      const own = radios.find((radio) => radio.value === String(value));
      const isWithin = (/** @type {Part} */ { dataset }) =>
        Number(dataset.low) <= Number(value) && Number(value) <= Number(dataset.high);
      const step = value === "" ? undefined : radios.find(isWithin);
      for (const radio of radios) radio.checked = radio === (own || step);
      one.dataset.held = own ? "" : String(value);
    }

    /** The code of what is scored now. */
    show() {
      const said = this.said(this.asked());
      const count = said.filter((one) => one !== "").length;
      document.documentElement.toggleAttribute("data-mk-picked", this.picks.length > 0 && said.length > 0);
      for (const part of document.querySelectorAll(".mk-mine-picks")) {
        part.previousElementSibling?.toggleAttribute("data-mk-empty", !part.querySelector(":checked"));
      }
      const code = count ? this.code() : "";
      this.box.querySelector("[data-none]").hidden = count > 0;
      this.box.querySelector("[data-made]").hidden = !count;
      this.box.querySelector("[data-undo]").hidden = true;
      const parts = (code.match(/\w+-?/g) || []).map((group) => {
        const part = document.createElement("span");
        part.textContent = group;
        return part;
      });
      this.box.querySelector("[data-code]").replaceChildren(...parts);
      const line = this.box.querySelector("[data-count]");
      line.textContent = line.dataset.say.replace("{n}", String(count)).replace("{total}", String(said.length));
      this.box.querySelector("[data-said]").textContent = "";
      if (!this.isAsking) this.keep(this.whole());
    }

    /** All that there is to keep: of marks that are not ticked too, if they were scored. "" for nothing. */
    whole() {
      const ticked = this.asked();
      const scored = this.fields.filter((one) => this.said([one])[0] !== "");
      if (!this.picks.length) return scored.length ? this.code() : "";
      const fields = this.fields.filter((one) => ticked.includes(one) || scored.includes(one));
      const ids = (/** @type {Part[]} */ list) => list.map(({ dataset }) => dataset.mark).join();
      return fields.length ? `${this.code(fields)} ${ids(fields)} ${ids(ticked)}` : "";
    }

    clear() {
      const before = this.whole();
      const ticked = this.asked().map(({ dataset }) => dataset.mark);
      this.fill("");
      for (const pick of this.picks) pick.checked = ticked.includes(pick.dataset.pick);
      this.show();
      this.cleared = before;
      const undo = this.box.querySelector("[data-undo]");
      undo.hidden = false;
      undo.focus();
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

    /** What lies in a tab that was closed is shown to nobody who did not ask, and nobody scores on top of it.
        @param {string} code */
    ask(code) {
      this.append(document.importNode(document.getElementById("mine--before").content, true));
      this.hidden = false;
      this.pause(true);
      this.fill("");
      /** @param {string} next */
      const answer = (next) => {
        this.replaceChildren();
        this.hidden = true;
        this.pause(false);
        marks.sawTo(this.name);
        const ticked = this.asked().map(({ dataset }) => dataset.mark); // a link may have come meanwhile
        this.fill(next);
        for (const pick of this.picks) pick.checked = pick.checked || ticked.includes(pick.dataset.pick);
        this.show();
        this.begin();
      };
      this.querySelector("[data-yes]").addEventListener("click", () => answer(code));
      this.querySelector("[data-no]").addEventListener("click", () => answer(""));
    }

    /** @param {boolean} isAsking */
    pause(isAsking) {
      this.isAsking = isAsking;
      for (const one of [...this.fields, ...this.picks]) one.toggleAttribute("disabled", isAsking);
    }
  },
);
