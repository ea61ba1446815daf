/* How far do people stand apart, in words and as a picture? A dot for each person above each number. */

marks.spreads = (() => {
  /** How many answered, and from where to where they scored. `isSecret`: only how many.
      @type {Spreads["words"]} */
  function words({ answered, scored, low, high, others }, total, isSecret) {
    const { words: ui, answers } = marks.store.facts;
    const said = [ui.all_count.replace("{n}", String(answered)).replace("{total}", String(total))];
    if (isSecret) return said[0];
    if (scored > 1) said.push(range(low === high ? ui.all_same : ui.all_range, low, high));
    for (const [id, count] of Object.entries(others)) said.push(`${answers[id] || id}: ${count}.`);
    return said.join(" ");
  }

  /** @param {string} text @param {number | null} low @param {number | null} high */
  const range = (text, low, high) =>
    text.replace("{score}", String(low)).replace("{low}", String(low)).replace("{high}", String(high));

  /** The same in a cell of a table: from where to where, and how many. @type {Spreads["short"]} */
  function short({ answered, scored, low, high }) {
    const { words: ui } = marks.store.facts;
    if (!answered) return "";
    const text = (scored ? (low === high ? ui.out_one : ui.out_range) : ui.out_answered).replace(
      "{n}",
      String(scored || answered),
    );
    return range(text, low, high);
  }

  /** How sides differ, and how they did before the talk. @type {Spreads["sides"]} */
  function sides(list, before = []) {
    const { words: ui } = marks.store.facts;
    const said = (/** @type {Side} */ { name, scored, low, high }) => {
      const text = ui[low === high ? "all_side_same" : "all_side_range"]
        .replace("{side}", () => name)
        .replace("{n}", String(scored));
      return range(text, low, high);
    };
    const [now, then] = [list, before].map((one) => one.map(said).join(" "));
    return [now, then && ui.res_talk.replace("{range}", () => then)].filter(Boolean).join("\n");
  }

  /** @type {Spreads["draw"]} */
  function draw(place, { counts }) {
    const [lowest] = marks.store.facts.guide.scores;
    const list = counts.map((count, at) => (count ? `${lowest + at}: ${count}` : "")).filter(Boolean);
    place.setAttribute("aria-label", marks.store.facts.words.all_shape.replace("{list}", list.join("; ")));
    const columns = counts.map((count, at) => {
      const column = document.createElement("span");
      const dots = document.createElement("span");
      dots.className = "mk-spread__dots";
      dots.append(...Array.from({ length: count }, () => document.createElement("i")));
      const name = document.createElement("b");
      name.textContent = String(lowest + at);
      column.append(dots, name);
      return column;
    });
    place.replaceChildren(...columns);
  }

  return { words, short, sides, draw };
})();
