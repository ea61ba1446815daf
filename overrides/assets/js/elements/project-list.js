/* Which projects does this browser have beside the one that is here? Each with the way to it, and with when it was
   changed last; and what cannot be read, to be saved. */

marks.projectList = (() => {
  const { store, button, openFile } = marks;
  const { facts } = store;
  const { words } = facts;

  /** A time as people say it, on the clock of this device. @param {number} when */
  const time = (when) =>
    new Date(when).toLocaleString(facts.guide.language, {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    });

  /** Those that are not here. @type {ProjectList["others"]} */
  const others = () => store.projects().filter((one) => !one.isHere);

  /** Each of them as a line of a list, with the way to it. @type {ProjectList["items"]} */
  const items = (open) =>
    others().map((one) => {
      const name = marks.answers.line(one.name) || words.keep_unnamed;
      const about = words.keep_about
        .replace("{n}", String(one.count))
        .replace("{when}", () => time(one.newest))
        .replace("{where}", () => words[one.isElsewhere ? "keep_elsewhere" : `keep_short_${one.place}`]);
      const go = button(
        words.keep_open.replace("{name}", () => name),
        () => open(one),
      );
      const item = document.createElement("li");
      item.append(go, ` ${about}`);
      return item;
    });

  /** Show the list at a place. `open`: what to do with one; `save`: with what cannot be read.
      @type {ProjectList["show"]} */
  function show(place, open, save) {
    const list = document.createElement("ul");
    list.append(...items(open));
    /** @param {(string | Node)[]} inside */
    const add = (...inside) => {
      const item = document.createElement("li");
      item.append(...inside);
      list.append(item);
    };
    for (const found of store.aside.values()) {
      add(
        `${words.aside_says} ${openFile.wrong(found)} `,
        button(words.aside_save, () => save(found.text)),
      );
    }
    const title = document.createElement("p");
    title.textContent = words.keep_others;
    place.replaceChildren(...(list.childElementCount ? [title, list] : []));
  }

  /** Words that lie in this tab from before it was closed are shown to nobody who did not ask. `goOn`: what to do when
      somebody said whether to see them. @type {ProjectList["ask"]} */
  function ask(place, goOn) {
    const when = store.before;
    if (when === null) {
      place.replaceChildren();
      return;
    }
    if (place.childElementCount) return;
    const line = document.createElement("p");
    line.textContent = words.before_says.replace("{when}", () => time(when));
    const row = document.createElement("p");
    row.className = "mk-project-panel__ways";
    /** @type {(label: string, run: () => void) => HTMLElement} */
    const way = (label, run) =>
      button(label, () => {
        run();
        goOn();
      });
    row.append(
      way(words.before_show, () => store.bring(words.keep_left)),
      way(words.before_clear, () => store.forget()),
    );
    place.replaceChildren(line, row);
  }

  return { others, items, show, ask };
})();
