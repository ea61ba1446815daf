/* What do people want to do next? Their next steps as lists: the soonest first, and by who will do them. One that is
   done says so. */

marks.nextSteps = (() => {
  const { make, store, answers, basket, paths } = marks;
  const { words, guide } = store.facts;

  /** What stands in a field itself, without the words that stand beside it.
      @param {Answered} one @param {string} field */
  const own = (one, field) => String(store.get(paths.field(one.path, field, one.round))).trim();

  /** One next step. `known`: what its heading says already. @param {Answered} one @param {string} known */
  function step(one, known) {
    /** @type {Answered["fields"]} */
    const fields = { ...one.fields, [known]: one.fields[known].replace(own(one, known), "") };
    const { what, who, when, help } = fields;
    const about = [
      ["", what.trim() && one.title],
      [words.out_who, who.trim()],
      [words.out_when, answers.day(when.trim(), guide.language)],
      [words.out_help, help.trim()],
      ["", basket.isDone(store.record, one.path, one.round) ? words.round_done : ""],
    ].filter(([, said]) => said);
    const line = about.flatMap(([label, said], at) => [at ? ". " : "", label && `${label}: `, make("bdi", said)]);
    return make("li", "", make("p", what.trim() || one.title), ...(line.length ? [make("p", "", ...line)] : []));
  }

  /** One next step in a line: what, then who, when and for which mark. @type {NextSteps["line"]} */
  function line({ fields, title }) {
    const about = [fields.who.trim(), answers.day(fields.when.trim(), guide.language), title].filter(Boolean);
    return [make("bdi", fields.what.trim().replace(/\n+/g, "; ")), ` (${about.join("; ")})`];
  }

  /** The soonest first; those without a date come last. @type {NextSteps["byDate"]} */
  function byDate(steps) {
    /** @param {Answered} one */
    const day = (one) => own(one, "when");
    const dates = [...new Set(steps.map(day))];
    dates.sort((one, other) => Number(!one) - Number(!other) || (one < other ? -1 : 1));
    return dates.flatMap((date) => [
      make("h4", answers.day(date, guide.language) || words.sum_undated),
      make("ul", "", ...steps.filter((one) => day(one) === date).map((one) => step(one, "when"))),
    ]);
  }

  /** In the order of names, a group each. Several people stand with commas between them.
      @type {NextSteps["byPerson"]} */
  function byPerson(steps) {
    /** @type {Map<string, [string, Answered[]]>} */
    const groups = new Map(); // name in small letters -> its name, its steps
    for (const one of steps) {
      const names = own(one, "who")
        .split(/[,;\n،、]/)
        .map((name) => name.trim())
        .filter(Boolean);
      for (const name of names.length ? names : [""]) {
        const key = name.toLocaleLowerCase();
        const group = groups.get(key) || [name, []];
        groups.set(key, group);
        if (!group[1].includes(one)) group[1].push(one);
      }
    }
    return [...groups.values()]
      .sort(([one], [other]) => Number(!one) - Number(!other) || one.localeCompare(other))
      .map(([name, list]) => [
        make("h4", name || words.sum_nobody),
        make("ul", "", ...list.map((one) => step(one, "who"))),
      ]);
  }

  return { line, byDate, byPerson };
})();
