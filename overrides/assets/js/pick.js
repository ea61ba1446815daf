/* <mk-pick of="listening">: a mark that people may choose for a sheet of their own. Its questions
   open when it is ticked, which needs no script; this keeps the choice, and brings the guide's ladders and snakes and
   their pictures from the sheet of its stage: this page leaves them out to be light. */

customElements.define("mk-pick", class extends HTMLElement {
  static sheets = new Map(); // address -> a promise of its page

  connectedCallback() {
    const { keeper } = marks;
    const path = `chosen/${this.getAttribute("of")}`;
    const box = this.querySelector("input[type=checkbox]");
    const show = () => { box.checked = keeper.get(path) === true; };
    box.addEventListener("change", () => keeper.set(path, box.checked || null));
    keeper.watch((paths) => { if (!paths || paths.includes(path)) show(); });
    new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) this.lines(); }, { rootMargin: "1500px" })
      .observe(this.querySelector(".mk-pick__body")); // which has a place only while the mark is ticked; long before it is read
    show();
  }

  async sheet() {
    const { sheets } = this.constructor;
    const address = this.parentElement.dataset.sheet;
    if (!sheets.has(address)) {
      sheets.set(address, fetch(address).then(async (page) => new DOMParser().parseFromString(page.ok ? await page.text() : "", "text/html")));
    }
    return sheets.get(address);
  }

  /** The lines of the guide for this mark. Without a network, or from a disk, the link to the mark is still there. */
  async lines() {
    if (this.fetched) return;
    this.fetched = true;
    const answers = this.querySelector("mk-answers");
    try {
      const sheet = await this.sheet();
      const there = sheet.querySelector(`mk-answers[of="${answers.getAttribute("of")}"]`);
      if (!document.getElementById("sheet--pictures")) document.body.append(document.importNode(sheet.getElementById("sheet--pictures"), true));
      for (const take of there.querySelectorAll(".mk-take")) {
        const field = take.parentElement.querySelector("[data-field]").dataset.field;
        answers.querySelector(`[data-field="${field}"]`).closest(".mk-ask").append(document.importNode(take, true));
      }
      answers.live();
    } catch {
      this.fetched = false;
    }
  }
});
