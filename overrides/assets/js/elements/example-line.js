/* <mk-example-line>: says that the worked example is open, on each page that shows a project, and the way out of it. */

customElements.define(
  "mk-example-line",
  class extends HTMLElement {
    connectedCallback() {
      const { example, store } = marks;
      this.hidden = !store.isExample;
      this.querySelector("button").addEventListener("click", () => {
        store.flush();
        example.leave(this.getAttribute("guide") || "");
        location.reload();
      });
    }
  },
);
