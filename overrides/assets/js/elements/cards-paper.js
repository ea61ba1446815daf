/* What stands on each card? Those of the marks, of the ladders and snakes, and of the ideas of the Lake: with all on
   one side, or with a front and a back that lie behind each other. */

/** @type {Marks["cardsOnPaper"]} */
marks.cardsOnPaper = ({ data, of, look, titled }) => {
  const { folios, store } = marks;
  const { words } = store.facts;
  const { unit, fill } = folios;
  /** @type {{ [size: string]: number }} */
  const LARGE = { 12: 0, 18: 1, 24: 2 }; // which of the shapes below: (across, down), the best first
  /** @type {[number, number][][]} */
  const CARDS = [
    [
      [2, 3],
      [2, 2],
      [1, 2],
      [1, 1],
    ],
    [
      [2, 2],
      [1, 2],
      [1, 1],
    ],
    [
      [1, 2],
      [1, 1],
    ],
  ]; // prettier-ignore
  /** @type {[number, number][][]} */
  const LINES = [
    [
      [3, 4],
      [2, 4],
      [2, 3],
      [1, 2],
      [1, 1],
    ],
    [
      [2, 3],
      [2, 2],
      [1, 2],
      [1, 1],
    ],
    [
      [1, 3],
      [1, 2],
      [1, 1],
    ],
  ]; // prettier-ignore
  const BLANKS = 6;
  const LEAST = 3; // where more of them would begin a side, or fewer leave one half empty

  /** Cards in even rows, as many on a side as fit all of them. `shapes`: (across, down), the best first. It gives the
      sides, and whether the best did not do. `blanks`: those that follow are for a pen, and fill the last side.
      @param {Look} look @param {(at: number, side: string) => Part} make @param {number} count
      @param {[number, number][]} shapes @param {boolean} isBoth @param {number} [blanks] */
  function grids(look, make, count, shapes, isBoth, blanks = 0) {
    const most = count + blanks;
    const fitting = shapes.find((shape) => fits(look, make, most, shape, isBoth)) || shapes[shapes.length - 1];
    const [across, down] = fitting;
    const size = across * down;
    const all = blanks ? Math.ceil((count + LEAST) / size) * size : count;
    /** @type {Part[]} */
    const sides = [];
    for (let from = 0; from < all; from += size) {
      const some = Array.from({ length: Math.min(size, all - from) }, (_, at) => from + at);
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
    const made = folios.side({ ...look, isMine: false, extra: "mk-grid" });
    folios.body(made).style.setProperty("--mk-across", String(across));
    folios.body(made).style.setProperty("--mk-down", String(down));
    folios.body(made).append(...list);
    return made;
  }

  /** Whether each card keeps within its place, in this shape. @param {Look} look
      @param {(at: number, side: string) => Part} make @param {number} count @param {[number, number]} shape
      @param {boolean} isBoth */
  function fits(look, make, count, shape, isBoth) {
    const probe = grid(look, shape, []);
    const high = folios.body(probe).clientHeight / shape[1];
    let isGood = true;
    for (let at = 0; isGood && at < count; at++) {
      for (const one of isBoth ? ["front", "back"] : ["whole"]) {
        const card = make(at, one);
        card.style.setProperty("align-self", "start");
        folios.body(probe).replaceChildren(card);
        isGood = isGood && card.offsetHeight <= high + 1 && card.scrollWidth <= card.clientWidth + 1;
      }
    }
    probe.parentElement.remove();
    return isGood;
  }

  /** The sides of all cards of a kind. @param {Wish} wish @param {string} kind @param {string} title
      @param {(at: number, side: string) => Part} make @param {number} count @param {[number, number][][]} shapes
      @param {number} [blanks] */
  function laid(wish, kind, title, make, count, shapes, blanks = 0) {
    const ways = shapes[LARGE[wish.size]];
    const { sides, isLess } = grids(look(wish, kind, title), make, count, ways, wish.isBoth, blanks);
    if (isLess) wish.told.isLess = true;
    return [sides];
  }

  /** A card of a ladder or a snake; without a line it is for people's own.
      @param {{ kind: string, id: string, line: Part | null }} one @param {string} side */
  function lineCard({ kind, id, line }, side) {
    if (!line) return unit(side === "front" ? `line-${kind}-front` : `blank-${kind}-${side}`);
    return fill(fill(unit(`line-${kind}-${side}`), "line", line.textContent), "title", titled(id));
  }

  /** What the page has of the ideas of a basket, of a stage, or of those that help these marks; of an idea of people's
      own, its path. @param {Wish} wish @returns {(Part | string)[]} */
  function ideas({ at, marks: ids, ideas: some }) {
    const all = [...document.getElementById("room--lines").content.querySelectorAll("[data-idea]")];
    if (some.length)
      return [
        ...all.filter(({ dataset }) => some.includes(marks.basket.pathOf(dataset.idea))),
        ...some.filter(marks.basket.isOwn),
      ];
    return all.filter(({ dataset }) =>
      at ? dataset.stage === at : dataset.marks.split(" ").some((/** @type {string} */ id) => ids.includes(id)),
    );
  }

  /** A card of an idea of people's own: what it is, and what it is for. @param {string} path @param {string} side */
  function ownCard(path, side) {
    const { record, facts } = store;
    const goals = marks.basket.goals(record, facts, path).join("; ");
    const card = fill(unit(`idea-${side}`), "title", marks.basket.title(record, facts, path));
    fill(card, "what", goals && `${words.basket_helps}: ${goals}`);
    for (const part of card.querySelectorAll("p, .mk-folio__picture")) if (!part.textContent.trim()) part.remove();
    for (const part of card.querySelectorAll("h3, p")) part.dir = "auto";
    return card;
  }

  return {
    cards: (wish) =>
      laid(
        wish,
        "cards",
        words.paper_cards,
        (at, side) => of(unit(`card-${side}`), data(wish.marks[at])),
        wish.marks.length,
        CARDS,
      ),

    lines: (wish) => {
      /** @param {string} kind */
      const said = (kind) =>
        wish.marks.flatMap((id) =>
          [...data(id, "lines").querySelectorAll(`[data-lines="${kind}"] li`)].map((line) => ({ kind, id, line })),
        );
      const blank = { kind: "ladder", id: "", line: null };
      const list = [...said("ladder"), ...Array.from({ length: BLANKS }, () => blank), ...said("snake")];
      /** @param {number} at @param {string} side */
      const card = (at, side) => lineCard(list[at] || { ...blank, kind: "snake" }, side);
      return laid(wish, "lines", words.paper_lines, card, list.length, LINES, BLANKS);
    },

    ideas: (wish) => {
      const list = ideas(wish);
      /** @param {number} at @param {string} side */
      const card = (at, side) => {
        const one = list[at];
        if (!one) return unit(`blank-idea-${side}`);
        return typeof one === "string" ? ownCard(one, side) : of(unit(`idea-${side}`), one);
      };
      const asked = wish.ideas.length ? { ...wish, stage: "", colour: "lake" } : wish; // of any stage
      return laid(asked, "ideas", words.paper_ideas, card, list.length, CARDS, BLANKS);
    },
  };
};
