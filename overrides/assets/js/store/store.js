/* What may an element ask, and what may it do? The one door to what people write. Behind it: keeper.js keeps,
   writing.js writes, steps.js takes back, projects.js changes projects, recovery.js knows the second copy. */

marks.store = (() => {
  const { record: form, undo } = marks;
  const facts = /** @type {Facts} */ (JSON.parse(document.getElementById("sheet--facts").textContent || ""));
  facts.guide.codes = facts.guide.id; // in the example, people may try out their codes
  facts.guide.id = marks.example.guideOf(facts.guide.id);
  // a page that says the titles already is lighter without them here
  for (const mark of facts.stages.flatMap((one) => one.marks)) {
    mark[1] ??= document.querySelector(`label[for="${mark[0]}"]`).textContent;
  }
  const keeper = marks.keeper(facts);
  const { now, events } = keeper;
  const session = marks.session(keeper);
  const writing = marks.writing(keeper);
  const steps = marks.steps(keeper, writing);
  const projects = marks.projects(keeper, writing, steps, session);
  const earlier = marks.earlier(keeper, session, projects.open);

  session.begin(true);
  const recovered = marks.recover(keeper);

  addEventListener("storage", ({ key, newValue }) => {
    if (now.place !== "device") return;
    if (newValue && key?.startsWith(keeper.leaving(now.record.id))) {
      keeper.absorb();
      events.change([""]);
      return;
    }
    if (newValue && key?.startsWith(keeper.late(now.record.id))) {
      keeper.hear(newValue);
      return;
    }
    if (key !== null && key !== keeper.key(now.record.id)) return;
    if (newValue) keeper.check(newValue); // what its writer had, though a third may have written since
    keeper.check();
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    const there = session.pointer();
    const isHere = !there || (there.id === now.record.id && there.place === now.place);
    if (isHere || marks.states.TABLE[now.state].waits) {
      keeper.check();
      return;
    }
    keeper.enter(form.blank(facts.guide, keeper.name()), "tab"); // this tab went over to another project, elsewhere
    undo.clear();
    session.begin();
    events.change([""]);
    events.status();
  });
  // Another window may have written. WebKit tells a page from a disk of that until the page is loaded again, and then
  // no more.
  const look = () => (document.hidden ? keeper.flush() : keeper.check());
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);
  if (location.protocol === "file:") setInterval(look, 500);
  addEventListener("pagehide", keeper.depart);

  const { set, settle, beside, hold, isHeld, isApart, release } = writing;
  /** @type {Store} */
  const store = {
    facts,
    recovered,
    aside: now.aside,
    on: events.on,
    name: keeper.name,
    flush: keeper.flush,
    hasAnswers: keeper.hasAnswers,
    ...{ set, settle, beside, hold, isHeld, isApart, release },
    ...steps,
    ...projects,
    bring: earlier.bring,
    forget: earlier.forget,
    get before() {
      return earlier.before;
    },
    get listeners() {
      return events.listeners;
    },
    get record() {
      return now.record;
    },
    get round() {
      return marks.paths.round(now.record);
    },
    get isExample() {
      return marks.example.isOf(facts.guide.id);
    },
    get place() {
      return now.place;
    },
    get state() {
      return now.state;
    },
    /** The step that can be taken back, or null. */
    get undoing() {
      return undo.last;
    },
    get: (path) => form.get(now.record, path),
    entry: (path) => form.there(now.record.answers, path) || null,
    paths: () => Object.keys(now.record.answers),
    /** Every field of this project beside which other words stand: its path. */
    apart: () => Object.keys(now.record.answers).filter((path) => beside(path).length),
    /** Let every element show what is so, anew. */
    show: () => events.change([""]),
  };
  return store;
})();
