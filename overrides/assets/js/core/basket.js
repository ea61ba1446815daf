/* Which ideas does a group want to try? Those of the Lake that people put into their basket, and ideas of their own.
   One that stands in the plan of a round is a next step by itself: who does it, and by when. Pure: it knows no page and
   no storage. */

marks.basket = (() => {
  const { record: form, paths } = marks;
  const OF = "idea"; // an idea of the guide: idea/<its id>
  const OWN = "own-idea"; // one of people's own: own-idea/<key>

  /** @type {Basket["pathOf"]} */
  const pathOf = (id) => `${OF}/${id}`;

  /** Whether it is of an idea of people's own. @type {Basket["isOwn"]} */
  const isOwn = (path) => path.startsWith(`${OWN}/`);

  /** Whether a path is of an idea. @type {Basket["isIdea"]} */
  const isIdea = (path) => path.startsWith(`${OF}/`) || isOwn(path);

  /** Whether an idea stands in the plan of a round. @type {Basket["isPlanned"]} */
  const isPlanned = (record, path, round) => form.get(record, `${path}/plan/${round}`) === true;

  /** Whether it lies in the basket. What is planned now does. @type {Basket["isIn"]} */
  const isIn = (record, path) =>
    form.get(record, `${path}/basket`) === true || isPlanned(record, path, paths.round(record));

  /** @type {Basket["isDone"]} */
  const isDone = (record, path, round) => form.get(record, paths.field(path, "done", round)) === true;

  /** Every idea that anybody ever chose, the first first: an idea that gets another name stays where it is.
      @param {Project} record */
  function known(record) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const path of paths.few(record)) {
      if (!isIdea(path)) continue;
      const [top, id, name] = path.split("/");
      if (!name) continue;
      const at = name === "basket" ? record.answers[path].at : Number.MAX_SAFE_INTEGER;
      const there = found.get(`${top}/${id}`);
      found.set(`${top}/${id}`, there === undefined ? at : Math.min(there, at));
    }
    return [...found].sort(([one, at], [other, then]) => at - then || (one < other ? -1 : 1)).map(([path]) => path);
  }

  /** What an idea is called. One that somebody's file names by its id alone has that; one of people's own that has no
      name says whose it is. @type {Basket["title"]} */
  const title = (record, facts, path) =>
    marks.answers.line(form.get(record, `${path}/title`)) ||
    (isOwn(path) ? facts.words.basket_own : path.split("/")[1]);

  /** What an idea is for: marks, or stages, by their names. @type {Basket["goals"]} */
  function goals(record, facts, path) {
    const start = `${path}/for/`;
    return paths
      .few(record)
      .filter((one) => one.startsWith(start) && form.get(record, one) === true)
      .map((one) => one.slice(start.length))
      .map((goal) => named(record, facts, goal))
      .filter(Boolean);
  }

  /** @param {Project} record @param {Facts} facts @param {string} goal "mark/listening", "own/a1", "stage/planning" */
  function named(record, facts, goal) {
    const [top, id] = goal.split("/");
    if (top === "stage") return facts.stages.find((one) => one.id === id)?.title || "";
    const mark = facts.stages.flatMap((one) => one.marks).find(([name]) => top === "mark" && name === id);
    return mark ? mark[1] : marks.answers.line(form.get(record, `${goal}/title`));
  }

  /** The ideas of the basket as it is now: their paths. @type {Basket["all"]} */
  const all = (record) => known(record).filter((path) => isIn(record, path));

  /** Those that are planned in a round, each as a next step of its own; and, of the round that people are in, those
      that only lie in the basket. @type {Basket["rows"]} */
  function rows(record, facts, round) {
    const isNow = round === paths.round(record);
    return known(record).flatMap((path) => {
      const isStep = isPlanned(record, path, round);
      if (!isStep && !(isNow && isIn(record, path))) return [];
      const called = title(record, facts, path);
      const about = goals(record, facts, path).join("; ") || facts.words.basket_title;
      const one = marks.answers.answered(record, path, isStep ? about : called, facts, round);
      const fields = isStep ? { ...one.fields, what: called } : empty(one.fields);
      return [{ ...one, named: true, fields }];
    });
  }

  /** Who and when are of a step: an idea that only lies in the basket has none.
      @param {{ [name: string]: string }} fields */
  const empty = (fields) => Object.fromEntries(Object.keys(fields).map((name) => [name, ""]));

  /** The ideas that are steps. @type {Basket["steps"]} */
  const steps = (record, facts, round) => rows(record, facts, round).filter(({ fields }) => fields.what);

  /** Whether an idea is for a mark of this list, by the paths of marks. @type {Basket["isFor"]} */
  const isFor = (record, path, goal) => form.get(record, `${path}/for/${goal}`) === true;

  return { OWN, pathOf, isOwn, isIdea, isPlanned, isIn, isDone, title, goals, all, rows, steps, isFor };
})();
