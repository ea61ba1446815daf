/* What did somebody else write at the same time? Their words stand beside the field, each with what to do with them. */

marks.lostWords = (() => {
  const { store } = marks;
  const { words } = store.facts;

  /** What a field is called, for people: "mark/listening/ladders" is "Ladders". @type {LostWords["named"]} */
  const named = (path) => marks.answers.label(store.facts, marks.paths.fieldOf(path));

  /** @param {string} path @param {Value} is */
  function make(path, is) {
    const one = document.getElementById("sheet--lost").content.firstElementChild.cloneNode(true);
    const line = one.querySelector("p");
    line.textContent = words.lost_says.replace("{field}", () => named(path));
    const said = path.includes("/score/") ? marks.scores.words(is) : "";
    one.querySelector("[data-line]").textContent = said || String(is);
    const field = marks.paths.fieldOf(path);
    const hasOne = ["when", "score", "title", "name"].includes(field); // there is room for one
    const mine = one.querySelector("[data-mine]");
    if (hasOne || !store.get(path)) mine.textContent = words.lost_use;
    mine.addEventListener("click", () => {
      store.release(path);
      const there = store.get(path);
      const both = !there || hasOne ? is : `${there}${field === "who" ? ", " : "\n"}${is}`;
      if (store.set(path, both)) line.textContent = words.lost_full;
      else store.settle(path, is);
    });
    const drop = () => store.undoable(words.lost_dropped, () => store.settle(path, is));
    one.querySelector("[data-drop]").addEventListener("click", drop);
    return one;
  }

  /** Show such words at a place, anew only when they are others: a button with the focus would lose it.
      @type {LostWords["show"]} */
  function show(place, paths) {
    const lost = paths.flatMap((path) => store.beside(path).map(({ is }) => make(path, is)));
    /** @param {Element[]} list */
    const said = (list) => list.map((one) => one.textContent).join();
    if (said(lost) !== said([...place.children])) place.replaceChildren(...lost);
  }

  /** The first that stand on the page, or null. @type {LostWords["first"]} */
  const first = () => document.querySelector(".mk-lost");

  return { named, show, first };
})();
