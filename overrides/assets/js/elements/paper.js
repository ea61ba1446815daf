/* What must be so before a sheet is printed? Paper shows words whole, where a box would cut them. A mark in which
   people wrote much keeps less room for a pen, and one with more than a page may go on over the edge of it. */

addEventListener("beforeprint", () => {
  const { answers, store } = marks;
  const LINE = 75; // letters in a line of A4, in the engine that sets the fewest
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
  const head = [document.title, name.slice(0, 40)].filter(Boolean).join(" - ");
  document.documentElement.style.setProperty("--mk-head", JSON.stringify(head));
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
      .reduce((sum, line) => sum + Math.ceil(line.length / LINE), 0);
    for (const part of [one, one.parentElement]) {
      part.toggleAttribute("data-full", lines > 8);
      part.toggleAttribute("data-over", lines > 20);
    }
  }
});
