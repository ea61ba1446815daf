/* How do parts fall onto sides of paper? Each side is a box of the size of its paper, so that what is counted here is
   what comes out of the printer, in every browser. Nothing is cut: what does not fit goes over to the next side. */

marks.folios = (() => {
  /** @type {Part} */
  let units;
  /** Where sides are made. @type {Part} */
  let place;
  /** What stands on every side. @type {{ group: string, date: string }} */
  let facts = { group: "", date: "" };

  /** A copy of a part that is drawn once. @type {Folios["unit"]} */
  const unit = (name) => units.content.querySelector(`[data-unit="${name}"]`).cloneNode(true);

  /** Fill in a place of a part; there may be none. @type {Folios["fill"]} */
  function fill(part, name, words) {
    for (const one of [part, ...part.querySelectorAll(`[data-t="${name}"]`)]) {
      if (one.dataset.t === name) one.textContent = words;
    }
    return part;
  }

  /** Begin anew. @type {Folios["begin"]} */
  function begin(into, from, said) {
    units = from;
    place = into;
    facts = said;
    place.replaceChildren();
  }

  /** A new side. @type {Folios["side"]} */
  function side({ kind, title, colour, foot, isMine = true, extra = "" }) {
    const made = units.content.querySelector(".mk-folio").cloneNode(true);
    made.dataset.kind = kind;
    made.classList.remove("mk-lake");
    made.classList.add(`mk-${colour}`);
    fill(made, "head", title);
    fill(made, "group", facts.group);
    fill(made, "date", facts.date);
    if (!isMine) made.querySelector(".mk-folio__facts").remove();
    const end = made.querySelector('[data-t="foot"]');
    if (foot) end.prepend(`${foot}. `);
    const body = made.querySelector('[data-t="body"]');
    if (extra) body.className += ` ${extra}`;
    show(made);
    return made;
  }

  /** Put a side where it is measured and seen. @param {Part} made */
  function show(made) {
    const frame = document.createElement("div");
    frame.className = "mk-frame";
    frame.append(made);
    place.append(frame);
  }

  /** The body of a side. @type {Folios["body"]} */
  const body = (made) => made.querySelector('[data-t="body"]');

  /** Whether a side is fuller than its paper. It grows with what stands on it. @type {Folios["isOver"]} */
  const isOver = (made) => {
    const high = Number.parseFloat(getComputedStyle(made).minBlockSize);
    return made.offsetHeight > high + 1 || made.scrollHeight > made.offsetHeight + 1;
  };

  /** Parts one after the other, on as many sides as they need. `top` stands on each: the key to the numbers does.
      @type {Folios["flow"]} */
  function flow(look, parts, top = () => []) {
    /** @type {Part[]} */
    const sides = [];
    const next = () => {
      const made = side(look);
      body(made).append(...top(sides.length));
      sides.push(made);
      return made;
    };
    let here = next();
    let count = 0;
    for (const part of parts) {
      body(here).append(part);
      if (isOver(here) && count) {
        part.remove();
        here = next();
        body(here).append(part);
        count = 0;
      }
      count += 1;
      let long = /** @type {Part | null} */ (part.querySelector("[data-filled]"));
      while (long && isOver(here)) {
        const rest = cut(here, long);
        here = rest ? next() : here;
        if (rest) body(here).append(...headOf(part), rest);
        long = rest;
      }
    }
    return sides;
  }

  /** What heads the words of a part, once more. @param {Part} part */
  const headOf = (part) => [...part.querySelectorAll("h4")].map((one) => one.cloneNode(true));

  /** Take the end of long words off a side that they do not fit: what is left of them, for the next side, or null when
      not even the first word fits. @param {Part} made @param {Part} long @returns {Part | null} */
  function cut(made, long) {
    const all = long.textContent.match(/\s*\S+|\s+$/g) || [];
    let [fits, over] = [0, all.length];
    while (over - fits > 1) {
      const middle = (fits + over) >> 1;
      long.textContent = all.slice(0, middle).join("");
      if (isOver(made)) over = middle;
      else fits = middle;
    }
    if (!fits) {
      long.textContent = all.join("");
      return null;
    }
    long.textContent = all.slice(0, fits).join("");
    const rest = long.cloneNode(true);
    rest.textContent = all.slice(fits).join("");
    return rest;
  }

  /** Cards in even rows, as many on a side as fit all of them. `shapes`: (across, down), the best first. It gives the
      sides, and whether the best did not do. @type {Folios["cards"]} */
  function cards(look, make, count, shapes, isBoth) {
    const fitting = shapes.find((shape) => fits(look, make, count, shape, isBoth)) || shapes[shapes.length - 1];
    const [across, down] = fitting;
    const size = across * down;
    /** @type {Part[]} */
    const sides = [];
    for (let from = 0; from < count; from += size) {
      const some = Array.from({ length: Math.min(size, count - from) }, (_, at) => from + at);
      sides.push(
        grid(
          look,
          fitting,
          some.map((at) => make(at, isBoth ? "front" : "whole")),
        ),
      );
      if (!isBoth) continue;
      // a sheet is turned like the page of a book: what is on the left comes to the right
      /** @type {(Part | null)[]} */
      const backs = Array.from({ length: size }, () => null);
      for (const [n, at] of some.entries()) {
        const row = Math.floor(n / across);
        backs[row * across + (across - 1 - (n % across))] = make(at, "back");
      }
      const empty = () => marks.make("div", "");
      sides.push(
        grid(
          look,
          fitting,
          backs.map((one) => one || empty()),
        ),
      );
    }
    return { sides, isLess: fitting !== shapes[0] };
  }

  /** @param {Look} look @param {[number, number]} shape @param {Part[]} list */
  function grid(look, [across, down], list) {
    const made = side({ ...look, isMine: false, extra: "mk-grid" });
    body(made).style.setProperty("--mk-across", String(across));
    body(made).style.setProperty("--mk-down", String(down));
    body(made).append(...list);
    return made;
  }

  /** Whether each card keeps within its place, in this shape. @param {Look} look
      @param {(at: number, side: string) => Part} make @param {number} count @param {[number, number]} shape
      @param {boolean} isBoth */
  function fits(look, make, count, shape, isBoth) {
    const probe = grid(look, shape, []);
    const high = body(probe).clientHeight / shape[1];
    let isGood = true;
    for (let at = 0; isGood && at < count; at++) {
      for (const one of isBoth ? ["front", "back"] : ["whole"]) {
        const card = make(at, one);
        card.style.setProperty("align-self", "start");
        body(probe).replaceChildren(card);
        isGood = isGood && card.offsetHeight <= high + 1 && card.scrollWidth <= card.clientWidth + 1;
      }
    }
    probe.parentElement.remove();
    return isGood;
  }

  /** Number the sides of one thing. @type {Folios["number"]} */
  function number(sides, words) {
    for (const [at, made] of sides.entries()) {
      fill(made, "side", words.replace("{n}", String(at + 1)).replace("{total}", String(sides.length)));
    }
    return sides;
  }

  /** A table, on as many sides as its rows need: its head stands on each. @type {Folios["table"]} */
  function table(look, make, rows, top = () => []) {
    /** @type {Part[]} */
    const sides = [];
    for (const row of rows) {
      const here = sides[sides.length - 1];
      here?.querySelector("tbody").append(row);
      if (here && !isOver(here)) continue;
      const made = side(look);
      body(made).append(...top(sides.length), make());
      made.querySelector("tbody").append(row);
      sides.push(made);
    }
    return sides;
  }

  /** One more of the same sides. @type {Folios["again"]} */
  function again(sides) {
    return sides.map((one) => {
      const copy = one.cloneNode(true);
      show(copy);
      return copy;
    });
  }

  /** An empty side after another, so that what comes next begins a sheet of its own. @type {Folios["empty"]} */
  function empty(after) {
    const frame = document.createElement("div");
    frame.className = "mk-frame";
    const made = document.createElement("div");
    made.className = "mk-folio mk-folio--empty";
    frame.append(made);
    after.parentElement.after(frame);
  }

  return { unit, fill, begin, side, body, isOver, flow, table, cards, number, again, empty, show };
})();
