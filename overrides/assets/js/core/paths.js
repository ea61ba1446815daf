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

  return { STEP, LASTING, STEPPED, TOGETHER, OTHER, field, score, again, fieldOf, round };
})();
