/* <mk-example-line>: says that the worked example is open, on each page that shows a project, and the way out of it. */

customElements.define(
  "mk-example-line",
  class extends HTMLElement {
    connectedCallback() {
      const { example, store } = marks;
      this.hidden = !store.isExample;
      const guide = this.getAttribute("guide") || "";
      this.querySelector("button").addEventListener("click", () => {
        store.flush();
        example.leave(guide);
        location.reload();
      });
      // a page that comes back as it was may have been left in the other
      addEventListener("pageshow", ({ persisted }) => {
        if (persisted && example.isOf(example.guideOf(guide)) !== store.isExample) location.reload();
      });
    }
  },
);
