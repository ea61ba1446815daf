/* <mk-mark-picker of="listening">: a mark that people may choose for a sheet of their own. Its questions
   open when it is ticked, which needs no script; this keeps the choice, and brings the guide's ladders and snakes and
   their pictures from the sheet of its stage: this page leaves them out to be light. */

customElements.define(
  "mk-mark-picker",
  class extends HTMLElement {
    static sheets = new Map(); // address -> a promise of its page

    connectedCallback() {
      const { store } = marks;
      const path = `chosen/${this.getAttribute("of")}`;
      const box = this.querySelector("input[type=checkbox]");
      const show = () => {
        box.checked = store.get(path) === true;
      };
      box.addEventListener("change", () => store.set(path, box.checked || null));
      store.watch((paths) => {
        if (!paths || paths.includes(path)) show();
      });
      new IntersectionObserver(
        (seen) => {
          if (seen.some((one) => one.isIntersecting)) this.lines();
        },
        { rootMargin: "1500px" },
        // which has a place only while the mark is ticked; long before it is read
      ).observe(this.querySelector(".mk-mark-picker__body"));
      show();
    }

    sheet() {
      const { sheets } = this.constructor;
      const address = this.parentElement.dataset.sheet;
      if (!sheets.has(address)) {
        sheets.set(
          address,
          fetch(address).then(async (page) =>
            new DOMParser().parseFromString(page.ok ? await page.text() : "", "text/html"),
          ),
        );
      }
      return sheets.get(address);
    }

    /** The lines of the guide for this mark. Without a network, or from a disk, the link to the mark is still there. */
    async lines() {
      if (this.fetched) return;
      this.fetched = true;
      const answers = this.querySelector("mk-answer-form");
      try {
        const sheet = await this.sheet();
        const there = sheet.querySelector(`mk-answer-form[of="${answers.getAttribute("of")}"]`);
        if (!document.getElementById("sheet--pictures"))
          document.body.append(document.importNode(sheet.getElementById("sheet--pictures"), true));
        for (const take of there.querySelectorAll(".mk-take")) {
          const field = take.parentElement.querySelector("[data-field]").dataset.field;
          answers.querySelector(`[data-field="${field}"]`).closest(".mk-ask").append(document.importNode(take, true));
        }
        answers.live();
      } catch {
        this.fetched = false;
      }
    }
  },
);
