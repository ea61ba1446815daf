/* <mk-example-opener guide="..." goal="../results/">: opens the worked example in this tab, and leaves it again. */

customElements.define(
  "mk-example-opener",
  class extends HTMLElement {
    guide = "";
    /** @type {Part} */
    said;

    connectedCallback() {
      const { example } = marks;
      this.guide = this.getAttribute("guide") || "";
      this.said = this.querySelector("[data-said]");
      /** @param {string} name @param {() => void} run */
      const does = (name, run) => this.querySelector(`[data-${name}]`).addEventListener("click", run);
      does("open", () => this.open());
      does("anew", () => {
        example.clear(this.guide);
        this.open();
      });
      does("leave", () => {
        example.leave(this.guide);
        this.show();
        this.said.textContent = this.said.dataset.left;
        this.querySelector("[data-open]").focus();
      });
      addEventListener("pageshow", () => this.show());
      this.show();
      this.hidden = false;
    }

    show() {
      const { example } = marks;
      this.querySelector("[data-anew]").hidden = !example.kept(this.guide);
      this.querySelector("[data-leave]").hidden = !example.isOf(example.guideOf(this.guide));
    }

    open() {
      const record = JSON.parse(document.getElementById("example--record").textContent || "");
      if (marks.example.open(this.guide, record)) location.assign(this.getAttribute("goal") || "");
      else this.said.textContent = this.said.dataset.forgets;
    }
  },
);
