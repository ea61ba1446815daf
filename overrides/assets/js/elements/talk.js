/* How does a sheet talk to people? Words with buttons, that come where they are and go when they are done. */

marks.talk = (() => {
  /** @type {Set<Element>} */
  const places = new Set(); // where something was said

  /** Say something at a place, with a button for each way on. `home`: where the keyboard goes when the part that had it
      is gone. @type {Talk["say"]} */
  function say(place, home, words, ...ways) {
    const line = document.createElement("p");
    line.textContent = words;
    const near = /** @type {Part | null} */ (document.activeElement); // where people were: they go on from there
    const back = () => (near?.isConnected && near !== document.body ? near : home);
    const row = document.createElement("p");
    row.className = "mk-project-panel__ways";
    const end = () => {
      place.replaceChildren();
      places.delete(place);
    };
    row.append(
      ...(ways.length ? ways : [close()]).map(([label, run]) =>
        marks.button(label, () => {
          end();
          run?.();
          if (document.activeElement === document.body) back().focus();
        }),
      ),
    );
    place.replaceChildren(line, row);
    places.add(place);
    row.firstElementChild.focus();
  }

  /** A button that only ends it. @type {Talk["close"]} */
  const close = () => [marks.store.facts.words.close];

  /** What was said belongs to what was here. */
  function hush() {
    for (const place of places) place.replaceChildren();
    places.clear();
  }

  /** Days of which only a part is typed: a browser tells nobody what it is, so it can be kept nowhere. What to say of
      them, and the way to the first. @type {Talk["unwhole"]} */
  function unwhole() {
    const [first] = marks.fields.half();
    if (!first) return [];
    const { words } = marks.store.facts;
    const mark = first.closest("[role=group]")?.getAttribute("aria-label") || "";
    return [words.when_left.replace("{mark}", () => mark), [words.when_go, () => first.focus()]];
  }

  /** Say what was done, and that a day is not whole, if one is not. @type {Talk["done"]} */
  function done(place, home, said) {
    const [half, way] = unwhole();
    say(place, home, [said, half].filter(Boolean).join(" "), ...(way ? [way] : []), close());
  }

  return { say, close, hush, unwhole, done };
})();
