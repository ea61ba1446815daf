/* <mk-kept-line>: says in one line of a sheet that the pages are kept for a room without a connection, where that is
   so. It asks `sw.js`. */

customElements.define(
  "mk-kept-line",
  class extends HTMLElement {
    async connectedCallback() {
      const { serviceWorker } = navigator;
      if (!serviceWorker) return;
      serviceWorker.addEventListener("message", ({ data }) => {
        this.textContent = (this.dataset.whole || "").replace("{n}", String(data.n));
        this.hidden = data.is !== "whole";
      });
      serviceWorker.startMessages();
      (await serviceWorker.ready).active?.postMessage("state");
    }
  },
);
