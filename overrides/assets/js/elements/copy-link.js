/* <mk-copy-link of="listening">: copies the address of a part of this page. */

customElements.define(
  "mk-copy-link",
  class extends HTMLElement {
    connectedCallback() {
      const said = this.querySelector("[role=status]");
      this.querySelector("button").addEventListener("click", async () => {
        const address = new URL(`#${this.getAttribute("of")}`, location.href).href;
        said.textContent = "";
        try {
          await navigator.clipboard.writeText(address);
          said.textContent = said.dataset.done;
        } catch {
          // no leave to copy: the address, to copy by hand
          said.textContent = `${said.dataset.failed} ${address}`;
        }
      });
      this.hidden = location.protocol === "file:"; // where a disk is read, the address is nobody else's
    }
  },
);
