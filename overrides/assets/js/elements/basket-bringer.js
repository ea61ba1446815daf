/* When does the basket come to a page of ideas? When somebody opens it or an idea, and when this browser has a project.
   Until then the page is light, and keeps nothing. */

marks.ideasHere = (() => {
  const fold = document.querySelector("[data-basket-fold]");

  /** What puts an idea into the basket, for a place that has none. @type {NonNullable<Marks["ideasHere"]>["ways"]} */
  async function ways(id, title) {
    await marks.bring("basket");
    const made = document.createElement("mk-idea-ways");
    made.setAttribute("of", marks.basket.pathOf(id));
    made.setAttribute("name", title);
    made.className = "mk-screen";
    return made;
  }

  /** Whether a project is kept in this tab or on this device. */
  function hasProject() {
    try {
      return [sessionStorage, localStorage].some((place) => Object.keys(place).some((key) => /project:/.test(key)));
    } catch {
      return false; // a browser that keeps nothing
    }
  }

  /** The ideas that are in the basket say so where they stand. */
  function sign() {
    const { basket, store, make } = marks;
    const { record, facts } = store;
    const here = new Set(basket.all(record));
    for (const idea of document.querySelectorAll("[data-idea]")) {
      const isIn = here.has(basket.pathOf(idea.dataset.idea));
      if (idea.hasAttribute("data-in-basket") === isIn) continue;
      idea.toggleAttribute("data-in-basket", isIn);
      const said = idea.querySelector("desc, summary .mk-facts");
      if (!isIn) said.lastChild?.remove();
      else if (said.matches("desc")) said.append(` ${facts.words.basket_in}.`);
      else said.append(Object.assign(make("span", facts.words.basket_in), { className: "mk-idea__in" }));
    }
  }

  const fail = () => {}; // no network: the ideas are there all the same
  const bring = () => marks.bring("basket").then(sign, fail);

  if (fold) {
    fold.hidden = false;
    fold.addEventListener("toggle", bring);
    document.addEventListener("mk-basket", sign);
    if (hasProject()) bring();
  }
  /** An idea that is open has ways to try it. @param {Part | null | undefined} idea */
  function open(idea) {
    if (!idea?.querySelector("[open]") || idea.querySelector("mk-idea-ways")) return;
    const title = /** @type {Part} */ (idea.previousElementSibling.cloneNode(true));
    title.querySelector(".headerlink")?.remove();
    ways(idea.dataset.idea, title.textContent.trim()).then((made) => {
      if (!idea.querySelector("mk-idea-ways")) idea.querySelector(".mk-ways").before(made);
    }, fail);
  }

  document.addEventListener(
    "toggle",
    (/** @type {PartEvent} */ { target }) => open(target.closest?.(".mk-idea__body")),
    true,
  );
  document.querySelectorAll(".mk-idea__body").forEach(open); // the one of the address was opened before
  /** The mark for which somebody chose among the ideas of this page, if they chose one; "" for none. */
  function goal() {
    const id = new URLSearchParams(location.hash.slice(1)).get("mark");
    return id && fold ? `mark/${id}` : "";
  }

  return { ways, goal };
})();
