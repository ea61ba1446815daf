/* Who is here? The people of a group, and how many there are, for every part of a sheet that asks. */

marks.group = (() => {
  const { store, everyone } = marks;
  const { words } = store.facts;
  const { TOGETHER, OTHER } = marks.paths;
  const PLACE = /^person\/[^/]+\/place$/;
  /** @type {Person[] | null} */
  let known = null; // asked anew when people changed

  const SCORED = /\/(?:score|again)\/[^/]+\/([^/]+)$/;
  store.on("change", (paths) => {
    /** Somebody's score says nothing new of who is here, once they are. @param {string} path */
    const isOfPeople = (path) => {
      if (path === "" || path.startsWith("person/")) return true;
      const [, who] = SCORED.exec(path) || [];
      return Boolean(who) && who !== TOGETHER && who !== OTHER && !known?.some(({ id }) => id === who);
    };
    if (paths.some(isOfPeople)) known = null;
  });

  /** Those who were written down. */
  function people() {
    known = known || everyone.people(store.record);
    return known;
  }

  /** How many people are here in this round, as somebody said; 0 for nothing said. */
  const here = () => Number(store.get(`round/${store.round}/here`)) || 0;

  /** A place for everybody: those who were written down, and the numbers up to how many are here.
      @type {Group["seats"]} */
  function seats() {
    const list = people().filter(({ id }) => store.get(away(id)) !== true);
    const taken = new Set(list.map((one) => one.number));
    const empty = Array.from({ length: here() }, (_, at) => at + 1)
      .filter((number) => !taken.has(number) && !isOut(number) && store.get(away(everyone.idOf(number))) !== true)
      .map((number) => ({ id: everyone.idOf(number), number, name: "", side: "" }));
    return [...list, ...empty].sort((one, other) => one.number - other.number);
  }

  /** Where it stands that somebody is not here in this round. @param {string} id */
  const away = (id) => `person/${id}/away/${store.round}`;

  /** Of how many people answers are waited for: of those who are here, if somebody said how many.
      @type {Group["total"]} */
  const total = (answered) => Math.min(seats().length, Math.max(here() || seats().length, answered));

  /** Somebody is not here any more: in this round, if there were others, so that what they said then stays.
      @type {Group["leave"]} */
  function leave(one) {
    seat(one);
    store.set(store.round > 1 ? away(one.id) : `person/${one.id}/gone`, true);
  }

  /** @param {number} number */
  const isOut = (number) => store.get(`person/${everyone.idOf(number)}/gone`) === true;

  /** What a person is called. @type {Group["called"]} */
  const called = (one) => one.name.trim() || words.all_person.replace("{n}", String(one.number));

  /** Somebody is there from now on. @type {Group["seat"]} */
  function seat(one, source) {
    const isNew = !people().some(({ id }) => id === one.id);
    if (store.get(`person/${one.id}/place`) !== one.number) store.set(`person/${one.id}/place`, one.number, source);
    for (const out of [`person/${one.id}/gone`, away(one.id)])
      if (store.get(out) === true) store.set(out, null, source);
    if (isNew && here() && one.number === here() + 1) store.set(`round/${store.round}/here`, one.number);
  }

  /** A number that nobody has or had. */
  function free() {
    const used = store
      .paths()
      .map((path) => PLACE.test(path) && Number(store.get(path)))
      .filter(Boolean);
    return Math.max(0, here(), ...used.map(Number)) + 1;
  }

  return { people, here, seats, total, called, seat, leave, free };
})();
