/* <mk-pick of="listening">: a mark that people may choose for a sheet of their own. Its questions open when it is ticked,
   which needs no script; this keeps the choice. */

customElements.define("mk-pick", class extends HTMLElement {
  connectedCallback() {
    const { keeper } = marks;
    const path = `chosen/${this.getAttribute("of")}`;
    const box = this.querySelector("input[type=checkbox]");
    const show = () => { box.checked = keeper.get(path) === true; };
    box.addEventListener("change", () => keeper.set(path, box.checked || null, this));
    keeper.watch((paths) => { if (!paths || paths.includes(path)) show(); });
    show();
  }
});
