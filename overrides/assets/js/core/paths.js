/* Where does each answer stand in a record? By its mark, its field, its round and whose it is. Pure: it knows no page
   and no storage. .github/saved-file.md lists every path. */

marks.paths = (() => {
  const STEP = ["what", "who", "when", "help"]; // the fields of a next step: one thing, in four parts
  const LASTING = ["title", "meaning", "stage", "place", "gone"]; // of a mark itself, whatever the round
  const STEPPED = ["mark", "own", "idea", "own-idea"]; // what has a next step of a round: where its path begins
  const TOGETHER = "together"; // whose score it is when a group agrees one
  const OTHER = "other"; // and the second, where a group keeps two

  /** @type {Paths["field"]} */
  const field = (path, name, round) => (LASTING.includes(name) ? `${path}/${name}` : `${path}/${name}/${round}`);

  /** @type {Paths["score"]} */
  const score = (path, round, who = TOGETHER) => `${path}/score/${round}/${who}`;

  /** @type {Paths["again"]} */
  const again = (path, round, who) => `${path}/again/${round}/${who}`;

  /** @type {Paths["fieldOf"]} */
  const fieldOf = (path) => {
    const [top, id, name] = path.split("/");
    if (STEPPED.includes(top)) return name || "";
    return id === undefined ? top : `${top}_${name}`;
  };

  /** The round that a project is in: the last that was begun, one after the other. @type {Paths["round"]} */
  function round({ answers }) {
    let last = 1;
    while (answers[`round/${last + 1}/begun`]?.is === true) last += 1;
    return last;
  }

  /** Whose a path is, of the people of a group; "" for nobody's. @type {Paths["whose"]} */
  function whose(path) {
    if (path.startsWith("person/")) return path.split("/")[1];
    if (!path.includes("/score/") && !path.includes("/again/")) return "";
    const who = path.slice(path.lastIndexOf("/") + 1);
    return who === TOGETHER || who === OTHER ? "" : who;
  }

  /** What is known of a list of answers. A large group has tens of thousands: they are looked through once.
      @typedef {{ few: string[], people: Set<string>, scored: Set<string> }} Listed */
  /** @type {WeakMap<Answers, Listed>} */
  const lists = new WeakMap();

  /** @param {Listed} list @param {string} path */
  function note({ few: rest, people, scored }, path) {
    const who = whose(path);
    if (who) people.add(who);
    if (who && !path.startsWith("person/")) {
      const mark = path.slice(0, path.indexOf("/", path.indexOf("/") + 1));
      if (scored.has(mark)) return;
      scored.add(mark);
    }
    rest.push(path);
  }

  /** @param {Project} record */
  function listed({ answers }) {
    const there = lists.get(answers);
    if (there) return there;
    /** @type {Listed} */
    const list = { few: [], people: new Set(), scored: new Set() };
    for (const path of Object.keys(answers)) note(list, path);
    lists.set(answers, list);
    return list;
  }

  /** A path is new in these answers. @type {Paths["grew"]} */
  function grew(answers, path) {
    const list = lists.get(answers);
    if (list) note(list, path);
  }

  /** The paths of a record; of what each person scored only the first of each mark. @type {Paths["few"]} */
  const few = (record) => listed(record).few;

  /** Whoever has any path in a record. @type {Paths["everyone"]} */
  const everyone = (record) => listed(record).people;

  return { few, grew, everyone, whose, STEP, LASTING, STEPPED, TOGETHER, OTHER, field, score, again, fieldOf, round };
})();
