/* <mk-quiet>: how a sheet is shown: one mark at a time, and three steps in place of ten numbers. Both are remembered. */

customElements.define("mk-quiet", class extends HTMLElement {
  connectedCallback() {
    this.at = 0;
    this.titles = [...document.querySelectorAll(".mk-paper__title")];
    this.way = this.querySelector("[data-way]");
    for (const box of this.querySelectorAll("[data-way-of]")) {
      const name = box.dataset.wayOf;
      box.checked = marks.kept(`sheet-${name}`) === "yes";
      box.addEventListener("change", () => { marks.keep(`sheet-${name}`, box.checked ? "yes" : ""); this.show(); });
    }
    if (this.way) {
      this.way.querySelector("[data-before]").addEventListener("click", () => this.go(this.at - 1));
      this.way.querySelector("[data-after]").addEventListener("click", () => this.go(this.at + 1));
      addEventListener("hashchange", () => this.named());
    }
    this.hidden = false;
    this.named();
    this.show();
  }

  chosen(name) {
    const box = this.querySelector(`[data-way-of=${name}]`);
    return Boolean(box) && box.checked;
  }

  /** The mark that the address names. */
  named() {
    const at = this.titles.findIndex((title) => `#${title.id}` === location.hash);
    if (at < 0) return;
    this.at = at;
    this.show();
    this.titles[at].scrollIntoView();
  }

  go(at) {
    this.at = Math.max(0, Math.min(at, this.titles.length - 1));
    this.show();
    this.titles[this.at].tabIndex = -1;
    this.titles[this.at].focus();
  }

  show() {
    const quiet = this.chosen("quiet");
    document.documentElement.toggleAttribute("data-mk-quiet", quiet);
    document.documentElement.toggleAttribute("data-mk-thirds", this.chosen("thirds"));
    this.titles.forEach((title, index) => {
      for (const part of [title, title.nextElementSibling]) part.classList.toggle("mk-away", quiet && index !== this.at);
    });
    if (!this.way) return; // a sheet where each mark opens by itself
    this.way.hidden = !quiet;
    this.way.querySelector("[data-at]").textContent = marks.keeper.facts.words.ask_at.replace("{n}", this.at + 1).replace("{total}", this.titles.length);
    this.way.querySelector("[data-before]").disabled = this.at === 0;
    this.way.querySelector("[data-after]").disabled = this.at === this.titles.length - 1;
  }
});
