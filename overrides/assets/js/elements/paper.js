/* What must be so before a sheet is printed? Paper shows words whole, where a box would cut them. A mark in which
   people wrote much keeps less room for a pen, and one with more than a page may go on over the edge of it. */

addEventListener("beforeprint", () => {
  const { answers, store } = marks;
  const LINE = 75; // letters in a line of A4, in the engine that sets the fewest
  const WIDE = 82; // letters above a page
  const KEPT = "mk-kept-scores:not([data-none], :empty)"; // two scores that were kept, with the reason for each
  const KEPT_LINES = 9; // that much room they take
  const name = answers.line(store.get("name"));
  for (const place of document.querySelectorAll("[data-print-name]")) place.textContent = name; // whose sheet it is
  for (const place of document.querySelectorAll("[data-print-round]")) {
    const said = answers.line(store.get(`round/${store.round}/${place.dataset.printRound}`));
    place.textContent = answers.day(said, store.facts.guide.language);
  }
  for (const place of document.querySelectorAll("[data-print-score]")) {
    const { TOGETHER, OTHER, score } = marks.paths;
    const of = (/** @type {string} */ who) => store.get(score(`mark/${place.dataset.printScore}`, store.round, who));
    const both = [of(TOGETHER), of(OTHER)].filter((one) => one !== "");
    place.textContent = both.map((one) => answers.said(store.facts, one)).join(" / ");
  }
  const { style } = document.documentElement;
  const said = (/** @type {string} */ selector) =>
    ([...document.querySelectorAll(selector)].pop()?.textContent || "").replace(/[\s¶]+/g, " ").trim();
  const title = said("h1");
  const most = Math.max(20, WIDE - title.length);
  const whose = name.length > most ? `${name.slice(0, most - 1)}…` : name;
  const day = answers.day(answers.line(store.get(`round/${store.round}/on`)), store.facts.guide.language);
  /** @param {string[]} parts */
  const line = (...parts) => JSON.stringify(parts.filter(Boolean).join(" - "));
  style.setProperty("--mk-head", line(title, whose));
  style.setProperty("--mk-foot", line(day, said(".mk-paper__from p:last-child")));
  for (const field of document.querySelectorAll(".mk-write")) {
    let said = field.nextElementSibling;
    if (!said?.classList.contains("mk-said")) {
      said = document.createElement("div");
      said.className = "mk-said";
      said.dir = "auto";
      field.after(said);
    }
    said.textContent = field.type === "date" ? answers.day(field.value, store.facts.guide.language) : field.value;
    field.toggleAttribute("data-said", field.value !== "");
    field.toggleAttribute("data-none", field.value === "");
  }
  for (const one of document.querySelectorAll("mk-answer-form")) {
    const lines = [...one.querySelectorAll("[data-field]")]
      .flatMap((field) => field.value.split("\n"))
      .reduce((sum, line) => sum + Math.ceil(line.length / LINE), one.querySelector(KEPT) ? KEPT_LINES : 0);
    for (const part of [one, one.parentElement]) {
      part.toggleAttribute("data-full", lines > 8);
      part.toggleAttribute("data-over", lines > 20);
    }
  }
});
