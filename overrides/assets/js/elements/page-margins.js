/* What is each page of paper of? Its title above, the guide and its address below. A score sheet says more, and by
   itself (`paper.js`). Where a browser writes nothing into the margin, the page itself says it once. */

addEventListener("beforeprint", () => {
  const said = (/** @type {string} */ selector) =>
    (document.querySelector(selector)?.textContent || "").replace(/[\s¶]+/g, " ").trim();
  const line = (/** @type {string[]} */ ...parts) => JSON.stringify(parts.filter(Boolean).join(" - "));
  const { style } = document.documentElement;
  // what is of a group says of which, and of which day
  const { answers, store } = marks;
  const isOfGroup = document.querySelector(".mk-results") && store;
  const name = isOfGroup ? answers.line(store.get("name")).slice(0, 60) : "";
  const on = isOfGroup ? answers.line(store.get(`round/${store.round}/on`)) : "";
  const day = on ? answers.day(on, store.facts.guide.language) : "";
  style.setProperty("--mk-head", line(said("h1"), name));
  style.setProperty("--mk-foot", line(day, said(".mk-paper__from p:last-child")));
  // a part that an address leads to is printed alone: one browser forgets on the way to paper which that is
  const meant = document.querySelector(".mk-part:target")?.nextElementSibling;
  for (const one of document.querySelectorAll(".mk-sheet")) {
    one.toggleAttribute("data-away", Boolean(meant) && one !== meant);
    one.toggleAttribute("data-meant", one === meant);
  }
});
