/* What does a stage look like as a game board? Each mark is a row of squares, the agreed score a counter, last round's
   a ghost, the scores of everyone a band; a ladder or a snake where the group wrote one. One picture for the page, for
   paper and for a file. What it says stands in a table below it: nobody needs to see it. */

marks.board = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const WIDE = { width: 760, title: 340, square: 36, row: 58, letters: 32 };
  /** What a drawing in a file says of how it looks, and its words beside that. */
  const LOOKS = ["color", "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity"];
  const LETTERS = ["font-size", "font-weight", "text-anchor"];
  const NARROW = { width: 340, title: 0, square: 28, row: 92, letters: 40 };

  /** @param {string} tag @param {{ [name: string]: string | number }} [is] @param {(Node | string)[]} inside */
  function draw(tag, is = {}, ...inside) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(is)) made.setAttribute(name, String(value));
    made.append(...inside);
    return made;
  }

  /** Words in lines of so many letters; the last takes what is left, with dots. @param {string} words
      @param {number} letters @param {number} most */
  function lines(words, letters, most) {
    /** @type {string[]} */
    const made = [];
    /** A letter may take two units. @param {string} word @param {number} count */
    const cut = (word, count) => `${[...word].slice(0, count).join("")}…`;
    for (const word of marks.docx.plain(words).split(/\s+/)) {
      const last = made.length - 1;
      if (last >= 0 && made[last].length + word.length < letters) made[last] += ` ${word}`;
      else made.push([...word].length > letters ? cut(word, letters - 1) : word);
    }
    if (made.length <= most) return made;
    return [...made.slice(0, most - 1), cut(made[most - 1], letters - 2)];
  }

  /** @type {Board["draw"]} */
  function board(rows, facts, isWide) {
    const at = isWide ? WIDE : NARROW;
    const [lowest, highest] = facts.guide.scores;
    const count = highest - lowest + 1;
    const square = Math.min(at.square, Math.floor((at.width - at.title - 56) / count));
    const left = at.title;
    /** The middle of a square. @param {number} score */
    const middle = (score) => left + (score - lowest + 0.5) * square;
    const numbers = numbered(lowest, count, middle);
    const all = rows.map((row, index) => {
      const top = index * at.row + 4;
      const middleY = top + at.row - square / 2 - 10;
      const titles = lines(row.title, at.letters, 2);
      // beside its squares, or close above them and the sign of an aim
      const first = isWide
        ? middleY + 5 - (titles.length - 1) * 10
        : middleY - square / 2 - 13 - (titles.length - 1) * 18;
      const parts = [
        draw(
          "text",
          { class: "mk-board__title" },
          ...titles.map((line, n) => draw("tspan", { x: 0, y: first + n * (isWide ? 20 : 18) }, line)),
        ),
        draw("path", { class: "mk-board__square", d: squares(count, square, left, middleY) }),
        ...bandOf(row, middle, middleY, square),
        draw("text", { class: "mk-board__number", x: numbers.places, y: middleY + 4 }, numbers.words),
        ...marksOf(row, middle, middleY, square),
      ];
      for (const [name, isThere, n] of /** @type {[string, boolean, number][]} */ ([
        ["ladder", row.hasLadder, 0],
        ["snake", row.hasSnake, 1],
      ])) {
        if (!isThere) continue;
        const x = left + count * square + 4 + n * 26;
        parts.push(
          draw("use", { class: "mk-board__icon", href: `#icon--${name}`, x, y: middleY - 11, width: 22, height: 22 }),
        );
      }
      return draw("g", {}, ...parts);
    });
    const height = rows.length * at.row + 12;
    const made = draw("svg", { class: "mk-board", viewBox: `0 0 ${at.width} ${height}`, role: "img" }, ...all);
    made.setAttribute("aria-hidden", "true"); // the table below says the same
    return made;
  }

  /** A row of squares as one line, since a hundred rows may stand on a page. @param {number} count
      @param {number} square @param {number} left @param {number} middleY */
  function squares(count, square, left, middleY) {
    const [size, round] = [square - 3, 6];
    const side = size - 2 * round;
    const corner = (/** @type {number} */ x, /** @type {number} */ y) => `a${round} ${round} 0 0 1 ${x} ${y}`;
    const one = [
      `h${side}${corner(round, round)}v${side}${corner(-round, round)}`,
      `h${-side}${corner(-round, -round)}v${-side}${corner(round, -round)}z`,
    ].join("");
    const top = middleY - square / 2 + 1.5;
    return Array.from({ length: count }, (_, n) => `M${left + n * square + 1.5 + round} ${top}${one}`).join("");
  }

  /** The numbers in these squares as one text: the place of each sign, one with two signs having one place.
      @param {number} lowest @param {number} count @param {(score: number) => number} middle */
  function numbered(lowest, count, middle) {
    const scores = Array.from({ length: count }, (_, n) => lowest + n);
    // a scale ends at 10: no number but the last has two signs
    return { words: scores.join(""), places: scores.map(middle).join(" ") };
  }

  /** From the lowest score of anyone to the highest. @param {ResultRow} row @param {(score: number) => number} middle
      @param {number} y @param {number} square */
  function bandOf({ spread }, middle, y, square) {
    const { low, high, scored } = spread;
    if (low === null || high === null || scored < 2) return [];
    const x = middle(low) - square / 2 + 1;
    const width = middle(high) - middle(low) + square - 2;
    return [draw("rect", { class: "mk-board__band", x, y: y - square / 2 + 1, width, height: square - 2, rx: 8 })];
  }

  /** Ghost, aim and counters of a row. @param {ResultRow} row @param {(score: number) => number} middle
      @param {number} y @param {number} square */
  function marksOf({ score, last, lastOther, other, aim }, middle, y, square) {
    const made = [];
    const size = square / 2 - 3;
    for (const value of [last, lastOther]) {
      if (typeof value !== "number") continue;
      made.push(draw("circle", { class: "mk-board__ghost", cx: middle(value), cy: y, r: size + 1 }));
    }
    if (typeof aim === "number") {
      const x = middle(aim);
      const points = `${x - 6},${y - square / 2 - 8} ${x + 6},${y - square / 2 - 8} ${x},${y - square / 2 + 1}`;
      made.push(draw("polygon", { class: "mk-board__aim", points }));
    }
    for (const value of [other, score]) {
      if (typeof value !== "number") continue;
      made.push(
        draw("circle", { class: "mk-board__counter", cx: middle(value), cy: y, r: size }),
        draw("text", { class: "mk-board__said", x: middle(value), y: y + 5 }, String(value)),
      );
    }
    return made;
  }

  /** The same as a file: with the colours and the letters that it has on a light page, and the drawings that it uses.
      `about` stands below the title, and `key` below the picture: it may lie alone in a report.
      @type {Board["file"]} */
  function file(board, title, about, key) {
    const { body } = document;
    const scheme = body.getAttribute("data-md-color-scheme");
    body.setAttribute("data-md-color-scheme", "default");
    const whole = /** @type {SVGElement} */ (board.cloneNode(true));
    const there = [...board.querySelectorAll("*")];
    for (const [at, one] of [...whole.querySelectorAll("*")].entries()) {
      const style = getComputedStyle(there[at]);
      const isText = one.tagName === "text";
      // as attributes, since a page of ours applies no style that stands in an element
      for (const name of [...LOOKS, ...(isText ? LETTERS : [])]) one.setAttribute(name, style.getPropertyValue(name));
      if (isText) one.setAttribute("font-family", "sans-serif");
      one.removeAttribute("class");
    }
    const paper = getComputedStyle(body).backgroundColor;
    body.setAttribute("data-md-color-scheme", scheme || "default");
    const [, , width, height] = (whole.getAttribute("viewBox") || "").split(" ").map(Number);
    const ink = getComputedStyle(board).color;
    const [heads, keys] = [lines(about, 100, 3), lines(key, 110, 4)];
    const top = 44 + heads.length * 20;
    const tall = top + height + 24 + keys.length * 18;
    whole.prepend(
      draw("title", {}, marks.docx.plain(title)),
      draw("defs", {}, ...[...document.querySelectorAll("symbol")].map(plainly)),
      draw("rect", { x: -20, y: -top, width: width + 40, height: tall, fill: paper }),
      written([marks.docx.plain(title)], 24 - top, { "font-size": 22, "font-weight": 700, fill: ink }),
      written(heads, 48 - top, { "font-size": 15, fill: ink }),
    );
    whole.append(written(keys, height + 16, { "font-size": 13, fill: ink }));
    whole.setAttribute("viewBox", `-20 ${-top} ${width + 40} ${tall}`);
    whole.setAttribute("xmlns", SVG);
    whole.setAttribute("width", String(width + 40));
    whole.setAttribute("height", String(tall));
    whole.removeAttribute("class");
    whole.removeAttribute("aria-hidden");
    return new XMLSerializer().serializeToString(whole);
  }

  /** Lines of words, the first at this height. @param {string[]} words @param {number} y
      @param {{ [name: string]: string | number }} is */
  function written(words, y, is) {
    const places = words.map((line, n) => draw("tspan", { x: 0, y: y + n * 19 }, line));
    return draw("text", { "font-family": "sans-serif", ...is }, ...places);
  }

  /** A drawing with the colours that it says it has where no style of ours is. @param {Element} symbol */
  function plainly(symbol) {
    const made = /** @type {Element} */ (symbol.cloneNode(true));
    for (const part of made.querySelectorAll("*")) {
      for (const { name, value } of [...part.attributes])
        part.setAttribute(name, value.replace(/var\([^,()]+, ?([^()]+)\)/g, "$1"));
    }
    return made;
  }

  return { draw: board, file };
})();
