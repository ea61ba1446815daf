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

  /** A number, and room for the dots above it. @param {number} score */
  function column(score) {
    const [made, dots] = [document.createElement("span"), document.createElement("span")];
    dots.className = "mk-spread__dots";
    made.append(dots, marks.make("b", String(score)));
    return made;
  }

  /** Made once: then a dot goes, and a dot comes. @type {Spreads["draw"]} */
  function draw(place, { counts }) {
    const [lowest] = marks.store.facts.guide.scores;
    const list = counts.map((count, at) => (count ? `${lowest + at}: ${count}` : "")).filter(Boolean);
    place.setAttribute("aria-label", marks.store.facts.words.all_shape.replace("{list}", list.join("; ")));
    if (place.children.length !== counts.length) place.replaceChildren(...counts.map((_, at) => column(lowest + at)));
    for (const [at, count] of counts.entries()) {
      const dots = place.children[at].firstElementChild;
      while (dots.children.length > count) dots.lastElementChild.remove();
      while (dots.children.length < count) dots.append(document.createElement("i"));
    }
  }

  return { words, short, sides, draw };
})();
