/* How does somebody find a part of a page by what it is and what it is called? The same rules in every browser: a small
   part of "Accessible Name and Description Computation" (W3C). A test asks each engine whether it says the same. */
window.met = (() => {
  /** @type {Record<Role, string>} */
  const ROLES = {
    button: "button, [role=button]",
    link: "a[href]",
    radio: "input[type=radio]",
    checkbox: "input[type=checkbox]",
    textbox: "textarea, input:not([type]), input[type=text]",
    combobox: "select",
    date: "input[type=date]",
    number: "input[type=number]",
    file: "input[type=file]",
    fold: "summary",
    heading: "h1, h2, h3, h4",
    group: "[role=group], fieldset",
    region: "[role=region]",
    dialog: "[role=dialog]",
    status: "[role=status]",
    row: "tr",
  };
  /** @param {Part} one */
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true });
  /** @type {Met["tidy"]} */
  const tidy = (text) => text.replace(/\s+/g, " ").trim();

  /** The words of a part, without those that nobody is told. @type {Met["words"]} */
  function words(part) {
    if (part instanceof Text) return part.data;
    if (!(part instanceof Element)) return "";
    if (part.matches("svg, [hidden], [aria-hidden=true], input, textarea, select, template, .headerlink")) return "";
    const inner = [...part.childNodes].map(words).join("");
    return part.matches("p, li, div, td, th, dt, dd, br, h3") ? ` ${inner} ` : inner;
  }

  /** What it is called. @type {Met["name"]} */
  function name(one) {
    const others = (one.getAttribute("aria-labelledby") || "")
      .split(/\s+/)
      .map((id) => document.getElementById(id))
      .filter(Boolean);
    if (others.length) return tidy(others.map(words).join(" "));
    if (one.getAttribute("aria-label")) return tidy(one.getAttribute("aria-label"));
    if (one.labels?.length) return tidy([...one.labels].map(words).join(" "));
    if (one.matches("fieldset")) return tidy([...one.querySelectorAll(":scope > legend")].map(words).join(" "));
    if (one.matches("input")) return tidy(one.placeholder);
    return tidy(words(one));
  }

  /** @type {(role: Role, called: string, within: Part | Document) => Part[]} */
  const named = (role, called, within) =>
    [...within.querySelectorAll(ROLES[role])].filter((one) => name(one) === called);

  /** What is shown of a role, in the order of the page. `where`: the [role, name] of the part that it stands in.
      @type {Met["all"]} */
  const all = (role, where) => {
    const within = where ? find(...where) : document;
    return within ? [...within.querySelectorAll(ROLES[role])].filter(isShown) : [];
  };

  /** @type {Met["find"]} */
  const find = (role, called, where) => all(role, where).find((one) => name(one) === called) || null;

  /** The outermost fold that hides it and that can be pressed: what to open first. @type {Met["fold"]} */
  function fold(role, called, where) {
    const within = where ? find(...where) : document;
    for (const one of within ? named(role, called, within) : []) {
      let outer = null;
      for (let up = one.closest("details"); up; up = up.parentElement.closest("details")) if (!up.open) outer = up;
      if (outer && isShown(outer)) return outer.querySelector("summary");
    }
    return null;
  }

  /** Where to press it: its middle, brought into view; and what lies on top of it there, if anything does.
      `met.wasMissed` then says whether a press went elsewhere. @type {Met["place"]} */
  function place(one) {
    window.met.pressed = false;
    window.met.goal = one;
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const box = one.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const label = top?.closest("label");
    const isFree = top && (one.contains(top) || (label && label.control === one));
    return { x, y, over: isFree ? "" : top ? top.outerHTML.slice(0, 160) : "the edge of the window" };
  }

  addEventListener(
    "click",
    (event) => {
      if (window.met.goal?.contains(/** @type {Node} */ (event.target))) window.met.pressed = true;
    },
    true,
  );
  const wasMissed = () => Boolean(window.met.goal) && !window.met.pressed; // another page has no goal
  return { all, find, fold, name, place, tidy, wasMissed, words };
})();
