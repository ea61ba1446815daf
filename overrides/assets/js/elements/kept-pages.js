/* <mk-kept-pages>: says which pages the browser keeps for a room without a connection. It asks `sw.js`. */

customElements.define(
  "mk-kept-pages",
  class extends HTMLElement {
    /** @type {Part} */
    said;
    /** @type {Part} */
    keep;
    /** @type {Part} */
    take;

    connectedCallback() {
      [this.said, this.keep, this.take] = ["said", "keep", "take"].map((name) => this.querySelector(`[data-${name}]`));
      const { serviceWorker } = navigator;
      if (!serviceWorker) {
        if (location.protocol === "https:") this.show({ is: "cannot" });
        return;
      }
      serviceWorker.addEventListener("message", ({ data }) => this.show(data));
      serviceWorker.startMessages();
      this.keep.addEventListener("click", () => this.ask("keep"));
      this.take.addEventListener("click", () => this.ask("take"));
      this.ask("state");
    }

    /** @param {string} what */
    async ask(what) {
      const { active } = await navigator.serviceWorker.ready;
      if (active) active.postMessage(what);
    }

    /** Show what the worker said. @param {Kept} kept */
    show({ is, n = 0, total = 0, weight = 0 }) {
      const words = (this.dataset[is] || "").replace("{n}", String(n)).replace("{total}", String(total));
      if (this.said.textContent !== words) this.said.textContent = words;
      const size = Math.max(0.1, weight / 1e6).toLocaleString(document.documentElement.lang, {
        maximumFractionDigits: 1,
      });
      this.keep.textContent = this.keep.dataset.keep.replace("{size}", size);
      const had = document.activeElement;
      this.keep.hidden = is !== "none" && is !== "away";
      this.take.hidden = is !== "whole";
      if (had instanceof HTMLElement && had.hidden) this.said.focus(); // the keyboard goes on from here
      this.hidden = false;
    }
  },
);
