/* What happens when people type score codes? Each goes to a person, or is told of in words. A code that is there
   already may be another person's, who scored the same: that is asked. */

marks.codeEntry = (() => {
  const { store, group, paths, scoreCode } = marks;
  const { facts } = store;
  const { words } = facts;

  /** The marks that the group has chosen, in the order of the guide. */
  const chosen = () =>
    facts.stages.flatMap((one) => one.marks.map(([id]) => id)).filter((id) => store.get(`chosen/${id}`) === true);

  /** The marks that were chosen at some time before, the latest first: a code may be older than the last tick.
      Each tick says when it was made, so they are taken back one after the other. @returns {string[][]} */
  function before() {
    const order = facts.stages.flatMap((one) => one.marks.map(([id]) => id));
    const there = new Set(chosen());
    const ticks = order.flatMap((id) => {
      const entry = store.entry(`chosen/${id}`);
      return entry ? [{ id, at: entry.at }] : [];
    });
    return ticks
      .sort((one, other) => other.at - one.at)
      .map(({ id }) => {
        if (!there.delete(id)) there.add(id);
        return order.filter((one) => there.has(one));
      })
      .filter((list) => list.length);
  }

  /** The answers of a code, for the marks that are chosen now or were chosen when it was made. @param {string} code
      @param {CodeSheet[]} list @param {string} sheet @returns {Coded | WrongCode} */
  function decoded(code, list, sheet) {
    const found = scoreCode.decode(code, list, facts, sheet);
    if (found.wrong !== "edition") return found;
    for (const ids of before()) {
      const older = scoreCode.decode(code, scoreCode.sheets(facts, ids), facts, sheet);
      if (older.wrong === undefined && older.sheet === "chosen") return older;
    }
    return found;
  }

  /** What is wrong with a code, in words. @param {WrongCode} found @param {string} code */
  const wrong = (found, code) =>
    words[`code_${found.wrong}`]
      .replace("{code}", () => code)
      .replace("{what}", () => found.what || "")
      .replace("{count}", String(found.count));

  /** Where somebody's code for a sheet stands. @param {Person} person @param {string} sheet */
  const codeAt = (person, sheet) => `person/${person.id}/code/${store.round}/${sheet}`;

  /** Whose scores these are: the person with that number or name; without one the first who has scored nothing on this
      sheet and has no name and no side, or somebody new. @param {string} who @param {Coded} found @returns {Person} */
  function person(who, found) {
    const { everyone } = marks;
    const number = /^\d{1,2}$/.test(who) ? Number(who) : 0;
    const seats = group.seats();
    const known = seats.find((one) =>
      number ? one.number === number : who && one.name.trim().toLocaleLowerCase() === who.toLocaleLowerCase(),
    );
    if (known) return known;
    if (number) return { id: everyone.idOf(number), number, name: "", side: "" };
    const hasScored = (/** @type {Person} */ one) => found.marks.some((id) => scoreOf(id, one) !== "");
    const empty = who ? null : seats.find((one) => !one.name && !one.side && !hasScored(one));
    const next = group.free();
    return empty || { id: everyone.idOf(next), number: next, name: who, side: "" };
  }

  /** @param {string} mark @param {Person} one */
  const scoreOf = (mark, one) => store.get(paths.score(`mark/${mark}`, store.round, one.id));

  /** Write somebody's scores down. Gives what to say of it. @param {Person} one @param {Coded} found
      @param {string} code */
  function put(one, found, code) {
    const had = found.marks.some((id) => scoreOf(id, one) !== "");
    group.seat(one);
    if (one.name && !store.get(`person/${one.id}/name`)) store.set(`person/${one.id}/name`, one.name);
    const titles = new Map(facts.stages.flatMap((stage) => stage.marks));
    for (const [at, id] of found.marks.entries()) {
      const is = found.said[at];
      if (is === "" && !had) continue;
      store.set(paths.score(`mark/${id}`, store.round, one.id), is === "" ? null : is);
      if (!store.get(`mark/${id}/title`)) store.set(`mark/${id}/title`, titles.get(id) || id);
    }
    store.set(codeAt(one, found.sheet), scoreCode.plain(code));
    const stage = facts.stages.find(({ id }) => id === found.sheet);
    return (had ? words.code_instead : words.code_added)
      .replace("{person}", () => group.called(one))
      .replace("{n}", String(found.said.filter((is) => is !== "").length))
      .replace("{stage}", () => (stage ? stage.title : words.mine_chosen));
  }

  /** Add what somebody typed: what there is to say, what cannot be taken and stays to be mended, and what is to be
      asked. `sheet`: the one that they have open. @type {CodeEntry["add"]} */
  function add(text, sheet) {
    /** @type {Added} */
    const done = { said: [], left: [], asks: [] };
    const list = scoreCode.sheets(facts, chosen());
    const lines = scoreCode.split(text);
    if (!lines.length) done.said.push(words.code_empty);
    store.undoable(words.code_undo, () => {
      for (const { who, code } of lines) {
        const found = decoded(code, list, sheet);
        const line = who ? `${who}: ${code}` : code;
        if (found.wrong !== undefined) {
          done.said.push(wrong(found, code));
          done.left.push(line);
          continue;
        }
        const plain = scoreCode.plain(code);
        const twin = group.people().find((one) => store.get(codeAt(one, found.sheet)) === plain);
        const named = who ? person(who, found) : null;
        if (!twin || (named && named.id !== twin.id)) {
          done.said.push(put(named || person("", found), found, code));
          continue;
        }
        done.asks.push({
          words: words.code_again.replace("{code}", () => code).replace("{person}", () => group.called(twin)),
          yes: () => {
            let said = "";
            store.undoable(words.code_undo, () => {
              said = put(person("", found), found, code);
            });
            return said;
          },
        });
      }
    });
    return done;
  }

  return { add, chosen };
})();
