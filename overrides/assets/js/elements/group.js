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
    const list = people();
    const taken = new Set(list.map((one) => one.number));
    const empty = Array.from({ length: here() }, (_, at) => at + 1)
      .filter((number) => !taken.has(number) && !isOut(number))
      .map((number) => ({ id: everyone.idOf(number), number, name: "", side: "" }));
    return [...list, ...empty].sort((one, other) => one.number - other.number);
  }

  /** @param {number} number */
  const isOut = (number) => store.get(`person/${everyone.idOf(number)}/gone`) === true;

  /** What a person is called. @type {Group["called"]} */
  const called = (one) => one.name.trim() || words.all_person.replace("{n}", String(one.number));

  /** Somebody is there from now on. @type {Group["seat"]} */
  function seat(one, source) {
    if (store.get(`person/${one.id}/place`) !== one.number) store.set(`person/${one.id}/place`, one.number, source);
    if (store.get(`person/${one.id}/gone`) === true) store.set(`person/${one.id}/gone`, null, source);
  }

  /** A number that nobody has or had. */
  function free() {
    const used = store
      .paths()
      .map((path) => PLACE.test(path) && Number(store.get(path)))
      .filter(Boolean);
    return Math.max(0, here(), ...used.map(Number)) + 1;
  }

  return { people, here, seats, called, seat, free };
})();
