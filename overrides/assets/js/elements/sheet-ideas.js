/* Which ideas stand below a low score? It comes when somebody first scores low: answer-form.js asks for it. One press
   puts an idea into the plan, as a step of its own. */

marks.sheetIdeas = (() => {
  const MOST = 3;

  /** The ideas that stand there: at least one of another stage, where there is one.
      @param {Ideas} all @param {string} mark */
  function chosen(all, mark) {
    const found = (all.marks[mark] || []).map((id) => ({ id, ...all.ideas[id] }));
    const [near, far] = [true, false].map((isNear) => found.filter(({ home }) => (home === all.home[mark]) === isNear));
    const few = near.slice(0, MOST - Math.min(far.length, 1));
    return [...few, ...far.slice(0, MOST - few.length)];
  }

  /** @param {Ideas} all @param {ReturnType<typeof chosen>[number]} idea @param {string} stage @param {string} path */
  function line(all, { id, title, what, home, also }, stage, path) {
    const { make, basket } = marks;
    const link = Object.assign(make("a", title), { href: `${marks.root}${all.lake}#${id}` });
    const from = all.said.shores_from.replace("{stage}", () => all.stages[home]);
    const why = home === stage ? [] : [` ${from} ${also[stage] || ""}`];
    const ways = document.createElement("mk-idea-ways");
    for (const [name, said] of Object.entries({ of: basket.pathOf(id), name: title, for: path })) {
      ways.setAttribute(name, said);
    }
    return make("li", "", make("p", "", make("strong", "", link), ...why), make("p", what), ways);
  }

  /** Below the score of a mark, or nothing where it is not low. @type {NonNullable<Marks["sheetIdeas"]>["show"]} */
  function show(place, path, score) {
    const [low, high] = marks.store.facts.guide.scores;
    const isLow = typeof score === "number" && 2 * score <= low + high;
    const there = place.querySelector(".mk-sheet-ideas");
    if (!isLow || there) {
      if (!isLow) there?.remove();
      return;
    }
    const mark = path.startsWith("mark/") ? path.slice(5) : "";
    const come = () => {
      const all = marks.ideas;
      if (!all?.marks[mark]?.length || place.querySelector(".mk-sheet-ideas")) return;
      const { make } = marks;
      const lines = chosen(all, mark).map((idea) => line(all, idea, all.home[mark], path));
      const more = Object.assign(make("a", all.said.help_more), { href: `${marks.root}${all.lake}#mark=${mark}` });
      const box = make("div", "", make("strong", all.said.ideas_title), make("ul", "", ...lines), more);
      box.className = "mk-sheet-ideas mk-screen";
      place.append(box);
    };
    marks.bring("ideas").then(come, () => {}); // no network: the guide has the same ideas below its mark
  }

  const styles = { rel: "stylesheet", href: `${marks.root}assets/css/elements/sheet-ideas.css` };
  document.head.append(Object.assign(document.createElement("link"), styles));
  return { show };
})();
