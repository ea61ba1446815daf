/* <mk-lake-chart>: says in words what somebody looks at in the picture of the Lake, and prints it as a poster. */

customElements.define(
  "mk-lake-chart",
  class extends HTMLElement {
    connectedCallback() {
      const [title, says] = ["[data-title]", "[data-says]"].map((part) => this.querySelector(part));
      const first = [title.textContent, says.textContent];
      /** @param {Event} event */
      const look = ({ target }) => {
        const idea = /** @type {Part} */ (target).closest(".mk-float");
        title.textContent = idea ? idea.querySelector("title").textContent : first[0];
        says.textContent = idea ? idea.querySelector("desc").textContent : first[1];
      };
      const chart = document.querySelector(".mk-chart");
      for (const kind of ["pointerover", "focusin"]) chart.addEventListener(kind, look);
      const larger = this.querySelector("[data-larger]");
      larger.addEventListener("click", () => {
        const isLarge = chart.classList.toggle("mk-chart--large");
        larger.setAttribute("aria-pressed", String(isLarge));
      });
      for (const button of this.querySelectorAll("[data-paper]")) {
        button.addEventListener("click", () => {
          document.documentElement.dataset.mkPoster = button.dataset.paper;
          print();
        });
      }
      this.hidden = false;
    }
  },
);
