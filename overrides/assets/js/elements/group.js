/* Who is here? The people of a group, and how many there are, for every part of a sheet that asks. */

marks.group = (() => {
  const { store, everyone } = marks;
  const { words } = store.facts;
  const { TOGETHER, OTHER } = marks.paths;
  const PLACE = /^person\/[^/]+\/place$/;
  // what is known until people change
  /** @type {Person[] | null} */
  let known = null;
  /** @type {Person[] | null} */
  let seated = null;

  const SCORED = /\/(?:score|again)\/[^/]+\/([^/]+)$/;
  store.on("change", (paths) => {
    /** Somebody's score says nothing new of who is here, once they are. @param {string} path */
    const isOfPeople = (path) => {
      if (path === "" || path.startsWith("person/")) return true;
      const [, who] = SCORED.exec(path) || [];
      return Boolean(who) && who !== TOGETHER && who !== OTHER && !known?.some(({ id }) => id === who);
    };
    if (paths.some(isOfPeople)) known = seated = null;
    else if (marks.within(paths, "round/")) seated = null;
  });

  /** Those who were written down. */
  function people() {
    known = known || everyone.people(store.record);
    return known;
  }

  /** A number that somebody said of this round; 0 for none. @param {"here" | "home"} name */
  const said = (name) => Number(store.get(`round/${store.round}/${name}`)) || 0;

  /** How many people take part in this round, here or from home, as somebody said; 0 for nothing said.
      @type {Group["expected"]} */
  const expected = () => said("here") + said("home");

  /** How many there are, of whom some are at home. @param {number} count */
  const expect = (count) => store.set(`round/${store.round}/here`, Math.max(0, count - said("home")));

  /** Whether whoever had a number is not here: taken out, or not in this round. @param {number} number */
  function isGone(number) {
    const id = everyone.idOf(number);
    return store.get(`person/${id}/gone`) === true || store.get(away(id)) === true;
  }

  /** The first numbers, as many as these, without those of people who went. @param {number} count */
  function numbers(count) {
    const list = [];
    for (let number = 1; list.length < count; number++) if (!isGone(number)) list.push(number);
    return list;
  }

  /** A place for everybody: those who were written down, and a number for each who takes part.
      @type {Group["seats"]} */
  function seats() {
    if (seated && known) return seated;
    const list = people().filter(({ id }) => store.get(away(id)) !== true);
    const taken = new Set(list.map((one) => one.number));
    const empty = numbers(expected())
      .filter((number) => !taken.has(number))
      .map((number) => ({ id: everyone.idOf(number), number, name: "", side: "" }));
    seated = [...list, ...empty].sort((one, other) => one.number - other.number);
    return seated;
  }

  /** Where it stands that somebody is not here in this round. @param {string} id */
  const away = (id) => `person/${id}/away/${store.round}`;

  /** Of how many people answers are waited for: of those who take part, if somebody said how many.
      @type {Group["total"]} */
  const total = (answered) => Math.min(seats().length, Math.max(expected() || seats().length, answered));

  /** Somebody is not here any more: in this round, if there were others, so that what they said then stays.
      @type {Group["leave"]} */
  function leave(one) {
    seat(one);
    const left = seats().length - 1;
    store.set(store.round > 1 ? away(one.id) : `person/${one.id}/gone`, true);
    if (expected() > left) expect(left);
  }

  /** What a person is called. @type {Group["called"]} */
  const called = (one) => one.name.trim() || words.all_person.replace("{n}", String(one.number));

  /** Somebody is there from now on. @type {Group["seat"]} */
  function seat(one, source) {
    const isNew = !people().some(({ id }) => id === one.id);
    if (store.get(`person/${one.id}/place`) !== one.number) store.set(`person/${one.id}/place`, one.number, source);
    for (const out of [`person/${one.id}/gone`, away(one.id)])
      if (store.get(out) === true) store.set(out, null, source);
    const isNext = expected() > 0 && one.number === numbers(expected() + 1).pop();
    if (isNew && isNext) expect(expected() + 1);
  }

  /** A number that nobody has or had. */
  function free() {
    const used = store
      .paths()
      .map((path) => PLACE.test(path) && Number(store.get(path)))
      .filter(Boolean);
    return Math.max(0, ...numbers(expected()), ...used.map(Number)) + 1;
  }

  return { people, expected, seats, total, called, seat, leave, free };
})();
