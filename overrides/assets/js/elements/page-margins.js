/* What is each page of paper of? Its title above, the guide and its address below. A score sheet says more, and by
   itself (`paper.js`). Where a browser writes nothing into the margin, the page itself says it once. */

addEventListener("beforeprint", () => {
  const said = (/** @type {string} */ selector) =>
    JSON.stringify((document.querySelector(selector)?.textContent || "").replace(/[\s¶]+/g, " ").trim());
  const { style } = document.documentElement;
  style.setProperty("--mk-head", said("h1"));
  style.setProperty("--mk-foot", said(".mk-paper__from p:last-child"));
  // a part that an address leads to is printed alone: one browser forgets on the way to paper which that is
  const meant = document.querySelector(".mk-part:target")?.nextElementSibling;
  for (const one of document.querySelectorAll(".mk-sheet")) {
    one.toggleAttribute("data-away", Boolean(meant) && one !== meant);
    one.toggleAttribute("data-meant", one === meant);
  }
});
