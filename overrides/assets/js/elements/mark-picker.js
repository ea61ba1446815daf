/* <mk-mark-picker>: a mark that people may choose for a sheet of their own. Its questions open when it
   is ticked, which needs no script; this keeps the choice, says that there are other marks now (an event "mk-units"),
   and brings the guide's ladders and snakes and their pictures from the sheet of its stage: this page leaves them out
   to be light. */

customElements.define(
  "mk-mark-picker",
  class MarkPicker extends marks.SheetPart {
    /** Address -> a promise of its page. @type {Map<string, Promise<Document>>} */
    static sheets = new Map();

    /** Where the choice stands: "chosen/listening". */
    path = "";
    /** What people tick, and what opens then. @type {Part} */
    box;
    /** @type {Part} */
    body;
    /** Whether the lines of the guide were asked for. */
    fetched = false;

    begin() {
      this.box = this.querySelector("input[type=checkbox]");
      this.path = `chosen/${this.box.id}`;
      this.body = this.querySelector(".mk-mark-picker__body");
      this.box.addEventListener("change", () => marks.store.set(this.path, this.box.checked || null));
      // the body has a place only while the mark is ticked; long before it is read
      const near = (/** @type {IntersectionObserverEntry[]} */ seen) => {
        if (seen.some((one) => one.isIntersecting)) this.lines();
      };
      new IntersectionObserver(near, { rootMargin: "1500px" }).observe(this.body);
    }

    follow() {
      return [this.heed([this.path])];
    }

    show() {
      const isChosen = marks.store.get(this.path) === true;
      this.box.checked = isChosen;
      if (this.body.hasAttribute("data-mk-unit") === isChosen) return;
      this.body.toggleAttribute("data-mk-unit", isChosen); // it can be shown by itself
      this.dispatchEvent(new CustomEvent("mk-units", { bubbles: true }));
    }

    /** The sheet of its stage, asked for once. */
    sheet() {
      const address = /** @type {Part} */ (this.parentElement).dataset.sheet;
      const sheet = MarkPicker.sheets.get(address) || MarkPicker.ask(address);
      MarkPicker.sheets.set(address, sheet);
      return sheet;
    }

    /** @param {string} address */
    static async ask(address) {
      const page = await fetch(address);
      return new DOMParser().parseFromString(page.ok ? await page.text() : "", "text/html");
    }

    /** The lines of the guide for this mark. Without a network, or from a disk, the link to the mark is still there. */
    async lines() {
      if (this.fetched) return;
      this.fetched = true;
      const answers = this.querySelector("mk-answer-form");
      try {
        const sheet = await this.sheet();
        const there = sheet.querySelector(`mk-answer-form[of="${answers.getAttribute("of")}"]`);
        if (!document.getElementById("sheet--pictures")) {
          document.body.append(document.importNode(sheet.getElementById("sheet--pictures"), true));
        }
        if (there) answers.dispatchEvent(new CustomEvent("mk-lines", { detail: there }));
        else this.fetched = false;
      } catch {
        this.fetched = false;
      }
    }
  },
);
