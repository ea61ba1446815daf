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
    body(here).append(...parts);
    if (!isOver(here)) return sides;
    for (const part of parts) part.remove();
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

  /** Number the sides of one thing. @type {Folios["number"]} */
  function number(sides, words) {
    for (const [at, made] of sides.entries()) {
      fill(made, "side", words.replace("{n}", String(at + 1)).replace("{total}", String(sides.length)));
    }
    return sides;
  }

  /** A table, on as many sides as its rows need: its head stands on each. A row may be a body of several.
      @type {Folios["table"]} */
  function table(look, make, rows, top = () => []) {
    /** @type {Part[]} */
    const sides = [];
    /** @param {Part} made @param {Part} row */
    const into = (made, row) => made.querySelector(row.tagName === "TBODY" ? "table" : "tbody").append(row);
    const next = () => {
      const made = side(look);
      body(made).append(...top(sides.length), make());
      sides.push(made);
      return made;
    };
    let here = next();
    for (const row of rows) into(here, row);
    if (!isOver(here)) return sides;
    for (const row of rows) row.remove();
    for (const [at, row] of rows.entries()) {
      into(here, row);
      if (!at || !isOver(here)) continue;
      here = next();
      into(here, row);
    }
    return even(sides, rows, into);
  }

  /** @param {Part} made @param {Part} row */
  const inBody = (made, row) => body(made).append(row);

  /** Share rows out over the sides that they need, so that the last is as full as the first, or as the second where the
      first has more at its head. Rows that this would leave no room stay where they are. @type {Folios["even"]} */
  function even(sides, rows, into = inBody) {
    const homes = rows.map((row) => row.parentElement);
    const first = rows.filter((row) => sides[0].contains(row)).length;
    for (const [from, at] of [
      [0, 0],
      [first, 1],
    ]) {
      const some = rows.slice(from);
      for (const [n, row] of some.entries()) into(sides[at + Math.floor((n * (sides.length - at)) / some.length)], row);
      if (!sides.some(isOver)) return sides;
      for (const [n, row] of rows.entries()) homes[n].append(row);
    }
    return sides;
  }

  /** The first of so many tries that goes well, where all after it do. Each is drawn and measured, so few are made.
      As many as there are when none does. @type {Folios["firstFit"]} */
  function firstFit(count, goesWell) {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (goesWell(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Let what a pen fills in be as large as its sides have room for: the first of these sizes, in mm, that needs no
      more room than there is, and that keeps squares beside each other. @type {Folios["grow"]} */
  function grow(sides, name, sizes) {
    const isRow = (/** @type {Part} */ one) => one.offsetHeight < 1.5 * one.children[0].offsetHeight;
    const isGood = (/** @type {Part} */ made) =>
      !isOver(made) && [...made.querySelectorAll(".mk-scores__squares")].every(isRow);
    const fits = firstFit(sizes.length, (at) => {
      for (const made of sides) made.style.setProperty(name, `${sizes[at]}mm`);
      return sides.every(isGood);
    });
    for (const made of sides) {
      if (fits < sizes.length) made.style.setProperty(name, `${sizes[fits]}mm`);
      else made.style.removeProperty(name);
    }
  }

  /** What a side ends with, where there is room for it. @type {Folios["end"]} */
  function end(made, part) {
    body(made).append(part);
    if (isOver(made)) part.remove();
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

  return { unit, fill, begin, side, body, isOver, flow, table, even, number, firstFit, grow, end, again, empty, show };
})();
