/* What stands on each thing to print? Each is made for a wish: the marks, the people, the size of the letters,
   filled in or blank. Each gives its hand-outs: the sides of one copy each. */

marks.later = "";
marks.papers = (() => {
  const { folios, store, answers } = marks;
  const { words } = store.facts;
  const { unit, fill } = folios;
  const BOXES = [11, 10, 9, 8]; // how large a square of a slip may be, in mm
  const LATER = ["lines", "ideas", "easy"]; // what needs more than is on the page at first

  /** What is kept of a mark on the page. @param {string} id @param {string} [where] @returns {Part} */
  const data = (id, where = "marks") =>
    document.getElementById(`room--${where}`).content.querySelector(`[data-mark="${id}"]`);

  /** Fill in what a part says of a mark or an idea: words, pictures, Easy Read. @param {Part} part
      @param {Part} kept */
  function of(part, kept) {
    for (const from of kept.querySelectorAll("[data-t]")) {
      const to = part.querySelector(`[data-t="${from.dataset.t}"]`);
      if (to) to.replaceChildren(...from.cloneNode(true).childNodes);
    }
    return part;
  }

  /** The title of a mark. @param {string} id */
  const titled = (id) => data(id).querySelector('[data-t="title"]').textContent;

  /** How a side looks that belongs to these marks. @param {Wish} wish @param {string} kind @param {string} title
      @returns {Look} */
  const look = (wish, kind, title) => ({ kind, title, colour: wish.colour, foot: wish.stage });

  /** Marks what was chosen. @param {Part} part @param {Value} score */
  function pick(part, score) {
    for (const one of part.querySelectorAll("[data-score]"))
      one.toggleAttribute("data-picked", score !== "" && one.dataset.score === String(score));
  }

  /** @param {Part} part @param {string} said */
  function filled(part, said) {
    const room = part.querySelector('[data-t="room"]') || part.querySelector('[data-t="said"]');
    if (!said || !room) return;
    room.textContent = said;
    if (room.dataset.t === "room") room.toggleAttribute("data-filled", true);
    else part.toggleAttribute("data-said", true);
    room.dir = "auto";
  }

  /** What stands in a field of a mark. @param {string} id @param {string} field */
  const said = (id, field) => {
    const is = store.get(marks.paths.field(`mark/${id}`, field, store.round));
    return field === "when" ? answers.day(String(is || ""), store.facts.guide.language) : String(is || "");
  };

  /** The four questions of a mark, as the parts of its side. @param {Wish} wish @param {string} id */
  function questions(wish, id) {
    const part = of(unit("worksheet"), data(id));
    if (!wish.isFilled) return [...part.children];
    for (const one of part.querySelectorAll("[data-field]")) {
      const { field } = one.dataset;
      if (field === "score") {
        const score = store.get(marks.paths.score(`mark/${id}`, store.round));
        pick(one, score);
        const agreed = answers.said(store.facts, score);
        if (agreed !== "" && agreed !== null)
          fill(one, "agreed", words.paper_agreed_is.replace("{score}", String(agreed)));
      } else filled(one, said(id, field));
    }
    return [...part.children];
  }

  /** @type {{ [kind: string]: (wish: Wish) => Part[][] }} */
  const make = {
    ...marks.cardsOnPaper({ data, of, look, titled }),

    plan: (wish) => [marks.planOnPaper(wish)],

    worksheet: (wish) => {
      const sides = wish.marks.flatMap((id) =>
        folios.flow(look(wish, "worksheet", wish.stage || words.paper_worksheet), questions(wish, id), (n) =>
          n ? [marks.make("h3", titled(id))] : [],
        ),
      );
      for (const one of sides) {
        const next = one.querySelector('.mk-work__next > [data-field="what"]');
        if (next && !one.querySelector('[data-t="room"]')) next.after(...unit("room").children); // all that is left
      }
      return [sides];
    },

    results: (wish) => [
      evenly(
        look(wish, "results", words.paper_results),
        [...wish.marks.map((id) => result(wish, id)), ...planned(wish)],
        () => [unit("key")],
      ),
    ],

    slip: (wish) => {
      const title = words.mine_title.replace("{stage}", wish.name);
      const top = (/** @type {number} */ n) => [...(n ? [] : [unit("slip-top")]), unit("key")];
      const sides = evenly(look(wish, "slip", title), rows(wish, "slip"), top);
      folios.grow(sides, "--mk-box", BOXES);
      return numbered(wish, sides);
    },

    "easy-slip": (wish) =>
      numbered(
        wish,
        evenly(look(wish, "easy-slip", words.paper_easy_slip), rows(wish, "easy-slip"), (n) =>
          n ? [] : [unit("easy-top")],
        ),
      ),

    tally: (wish) => [marks.tallyOnPaper(wish, look(wish, "tally", words.paper_tally), titled)],

    easy: (wish) => {
      const marksOf = wish.marks.map((id) => of(of(unit("easy"), data(id)), data(id, "lines")));
      const sides = evenly(look(wish, "easy", words.paper_easy), marksOf, () => []);
      for (const side of sides) folios.end(side, unit("easy-say"));
      return [sides];
    },
  };

  /** What a group agreed of a mark, and its next step. @param {Wish} wish @param {string} id */
  function result(wish, id) {
    const part = of(unit("result"), data(id));
    if (!wish.isFilled) return part;
    /** @param {string} [who] */
    const score = (who) => answers.said(store.facts, store.get(marks.paths.score(`mark/${id}`, store.round, who)));
    for (const one of part.querySelectorAll("[data-field]")) {
      const { field } = one.dataset;
      const is = field === "agreed" ? score() : field === "also" ? score(marks.paths.OTHER) : said(id, field);
      filled(one, String(is ?? ""));
    }
    return part;
  }

  /** @param {Answered} one */
  const isDone = ({ path, round }) => marks.basket.isDone(store.record, path, round);

  /** The ideas in the plan: each is a next step by itself. @param {Wish} wish */
  const planned = ({ isFilled }) =>
    (isFilled ? marks.basket.steps(store.record, store.facts, store.round) : []).map((one) => {
      const { title, fields } = one;
      const part = fill(unit("result"), "title", isDone(one) ? `${title}. ${words.round_done}` : title);
      for (const one of part.querySelectorAll("[data-field]")) {
        const is = fields[one.dataset.field];
        if (is === undefined) one.remove();
        else filled(one, one.dataset.field === "when" ? answers.day(is, store.facts.guide.language) : is);
      }
      return part;
    });

  /** Rows on as many sides as they need, as many on each. @type {Folios["flow"]} */
  const evenly = (look, parts, top) => {
    const sides = folios.flow(look, parts, top);
    return parts.every((part) => part.isConnected && !part.querySelector("[data-filled]"))
      ? folios.even(sides, parts)
      : sides;
  };

  /** A row for each mark. @param {Wish} wish @param {string} kind */
  const rows = (wish, kind) => wish.marks.map((id) => of(unit(kind), data(id)));

  /** A copy for each person, with their number. @param {Wish} wish @param {Part[]} sides */
  function numbered({ people }, sides) {
    const all = [sides, ...Array.from({ length: people - 1 }, () => folios.again(sides))];
    for (const [at, one] of all.entries()) for (const made of one) fill(made, "number", String(at + 1));
    return all;
  }

  /** What stands ready on the page, in another size. @param {Wish} wish @param {string} kind */
  function ready(wish, kind) {
    const from = document.getElementById(kind).nextElementSibling;
    const [form] = store.facts.forms.filter(({ id }) => `form--${id}` === kind);
    const sides = [...from.children].flatMap((one) => {
      const { kind: is } = one.dataset;
      const parts = [...folios.body(one.cloneNode(true)).children];
      const title = one.querySelector('[data-t="head"]').textContent;
      const key = parts.filter((part) => part.matches(".mk-folio__key")); // it stands on each side
      if (is !== "test")
        return folios.flow(
          { kind: is, title, colour: "lake", foot: "", isMine: is !== "board" },
          parts.filter((part) => !key.includes(part)),
          () => key.map((part) => part.cloneNode(true)),
        );
      return folios.again([one]);
    });
    const copies = form?.copies === "each" ? wish.people : 1;
    return [sides, ...Array.from({ length: copies - 1 }, () => folios.again(sides))];
  }

  /** Bring what the page does not have at first, once. A finished site has it in a script, which works from a disk too.
      @type {Promise<void> | null} */
  let coming = null;
  /** @type {Papers["whole"]} */
  function whole() {
    coming = coming || bring();
    return coming;
  }

  async function bring() {
    const kept = document.getElementById("room--lines");
    if (kept.dataset.later) {
      await new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement("script"), { src: kept.dataset.later });
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => {
          coming = null; // the next time may go better
          reject(new Error(script.src));
        });
        document.head.append(script);
      });
      kept.content.replaceChildren(...new DOMParser().parseFromString(marks.later, "text/html").body.children);
    }
    const drawn = document.importNode(kept.content.querySelector("svg"), true);
    drawn.id = "room--later";
    document.body.append(drawn);
  }

  /** @type {Papers["isWhole"]} */
  const isWhole = (kinds) =>
    Boolean(document.getElementById("room--later")) || !kinds.some((kind) => LATER.includes(kind));

  return {
    /** @type {Papers["make"]} */
    make: (kind, wish) => (make[kind] ? make[kind](wish) : ready(wish, kind)),
    titled,
    whole,
    isWhole,
  };
})();
