/* Who scored what, on paper? The marks by the numbers of the people, as many beside each other as have room. */

{
  const { folios, store } = marks;
  const { unit } = folios;
  const ROWS = [40, 34, 29, 25, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10]; // how high a box may be, in mm

  /** @type {Marks["tallyOnPaper"]} */
  marks.tallyOnPaper = (wish, look, titled) => {
    /** @type {Part[]} */
    const sides = [];
    for (let first = 1, many = 0; first <= wish.people; first += many) {
      many = columns(wish, look, titled, first);
      sides.push(
        ...folios.table(
          look,
          () => table(wish, titled, [], first, many),
          wish.marks.map((id) =>
            table(wish, titled, [id], first, many).querySelector(isTall(wish) ? "tbody" : "tbody tr"),
          ),
          (n) => [n ? unit("key") : unit("tally-top")],
        ),
      );
    }
    folios.grow(sides, "--mk-row", ROWS);
    for (const side of sides) folios.end(side, unit("room").children[0]); // what is left is for whoever writes
    return sides;
  };

  /** Large letters leave a mark no room beside the boxes: its title stands above them. @param {Wish} wish */
  const isTall = ({ size }) => size !== "12";

  /** How many people there is room for beside each other: a box is 8 mm wide at least. @param {Wish} wish
      @param {Look} look @param {(id: string) => string} titled @param {number} first */
  function columns(wish, look, titled, first) {
    const [made] = folios.flow(look, [table(wish, titled, [], first, 1)]);
    const body = folios.body(made);
    const most = Math.min(wish.people - first + 1, 40);
    const isWide = (/** @type {number} */ fewer) => {
      body.replaceChildren(table(wish, titled, wish.marks.slice(0, 1), first, most - fewer));
      return [...body.querySelectorAll("th")].every((one) => one.clientWidth >= 29);
    };
    const many = most - Math.min(most - 1, folios.firstFit(most, isWide));
    made.parentElement.remove();
    return many;
  }

  /** @param {Wish} wish @param {(id: string) => string} titled @param {string[]} ids @param {number} first
      @param {number} many */
  function table(wish, titled, ids, first, many) {
    const made = unit("tally");
    made.classList.toggle("mk-tally--tall", isTall(wish));
    const people = Array.from({ length: many }, (_, at) => first + at);
    const head = made.querySelector('[data-t="people"]');
    head.children[0].after(...people.map((one) => Object.assign(marks.make("th", String(one)), { scope: "col" })));
    if (isTall(wish)) head.children[0].remove();
    const here = wish.isFilled ? marks.everyone.people(store.record) : [];
    for (const id of ids) {
      const row = document.createElement("tr");
      const title = Object.assign(marks.make("th", titled(id)), { scope: "row" });
      const boxes = made.querySelector("tbody");
      if (isTall(wish)) {
        Object.assign(title, { scope: "rowgroup", colSpan: many + 2 });
        boxes.append(marks.make("tr", "", title));
      } else row.append(title);
      const scores = wish.isFilled ? marks.everyone.scores(store.record, `mark/${id}`, store.round, here) : [];
      const cells = people.map((one) => cell(scores.find(({ person }) => person.number === one)?.now));
      /** @param {string} who */
      const agreed = (who) => (wish.isFilled ? store.get(marks.paths.score(`mark/${id}`, store.round, who)) : "");
      row.append(...cells, cell(agreed(marks.paths.TOGETHER)), cell(agreed(marks.paths.OTHER)));
      boxes.append(row);
    }
    // Firefox prints no line of a table that begins with an empty body.
    if (isTall(wish) && !ids.length) made.querySelector("tbody").remove();
    return made;
  }

  /** @param {Value | undefined} score */
  const cell = (score) => {
    const short = store.facts.keys[String(score)] || score;
    return marks.make("td", short === undefined || short === null ? "" : String(short));
  };
}
