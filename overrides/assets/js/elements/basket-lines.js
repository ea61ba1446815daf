/* <mk-basket-lines put="Put it into our basket">: where a mark or a stage lists the ideas that help, a button for each.
   It is light: what keeps a project comes when somebody presses, or when this browser has a project already. */

customElements.define(
  "mk-basket-lines",
  class extends HTMLElement {
    connectedCallback() {
      for (const line of document.querySelectorAll("[data-helps]")) line.append(this.button(line));
      document.addEventListener("mk-basket", () => this.sign());
    }

    /** @param {Part} line */
    named(line) {
      return line.querySelector("a").textContent.trim();
    }

    /** @param {Part} line */
    button(line) {
      const made = document.createElement("button");
      const put = this.getAttribute("put") || "";
      made.type = "button";
      made.className = "mk-helps__put mk-screen";
      made.textContent = put;
      made.setAttribute("aria-label", `${put}: ${this.named(line)}`);
      made.addEventListener("click", () => this.open(line, true));
      return made;
    }

    /** In place of the button comes what it does, and where an idea of the basket goes from there.
        @param {Part} line @param {boolean} isPressed */
    open(line, isPressed) {
      const { helps, goal } = line.dataset;
      marks.ideasHere?.ways(helps, this.named(line)).then(
        (ways) => {
          const button = line.querySelector(".mk-helps__put");
          if (!button) return;
          ways.setAttribute("for", goal);
          button.replaceWith(ways);
          if (!isPressed) return;
          const put = ways.querySelector("button");
          if (put.getAttribute("aria-pressed") === "false") put.click();
          put.focus();
        },
        () => {}, // no network: the ideas are there all the same
      );
    }

    /** The ideas that are in the basket already say so. */
    sign() {
      const { basket, store } = marks;
      const here = new Set(basket.all(store.record));
      for (const line of document.querySelectorAll("[data-helps]")) {
        const button = line.querySelector(".mk-helps__put");
        if (button && here.has(basket.pathOf(line.dataset.helps))) this.open(line, false);
      }
    }
  },
);
