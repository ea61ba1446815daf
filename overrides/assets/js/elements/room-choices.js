/* What is chosen in the print room? It stands at the end of the address, after the #: so it is there after a reload,
   can be sent to somebody, and the back button takes it back. What is as it was at first is not said. */

/** @type {Marks["roomChoices"]} */
marks.roomChoices = (form) => {
  /** The boxes of one name. @param {string} name */
  const all = (name) =>
    /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (
      /** @type {unknown} */ ([...form.querySelectorAll(`[name="${name}"]`)])
    );
  const names = new Set([...form.querySelectorAll("[name]")].map((one) => one.getAttribute("name") || ""));
  /** @param {HTMLInputElement | HTMLSelectElement} one @returns {one is HTMLSelectElement} */
  const isList = (one) => one.tagName === "SELECT";
  /** @param {HTMLInputElement} one */
  const isBox = (one) => one.type === "radio" || one.type === "checkbox";

  /** What is chosen in them, or was at first. @param {string} name @param {boolean} [isFirst] @returns {string[]} */
  function values(name, isFirst = false) {
    return all(name).flatMap((one) => {
      if (isList(one)) {
        return isFirst ? [...one.options].filter((way) => way.defaultSelected).map(({ value }) => value) : one.value;
      }
      if (isBox(one)) return (isFirst ? one.defaultChecked : one.checked) ? one.value : [];
      return isFirst ? one.defaultValue : one.value;
    });
  }

  /** @param {string} name @param {string[]} wanted */
  function choose(name, wanted) {
    const list = all(name);
    const [is] = wanted;
    for (const one of list) {
      if (isList(one)) {
        if ([...one.options].some(({ value }) => value === is)) one.value = is;
      } else if (isBox(one)) {
        const isKnown = one.type === "checkbox" || list.some(({ value }) => wanted.includes(value));
        if (isKnown) one.checked = wanted.includes(one.value);
      } else if (/^\d+$/.test(is)) one.value = is;
    }
  }

  /** What the address would say. */
  function said() {
    const found = new URLSearchParams();
    for (const name of names) {
      const now = values(name).join(".");
      if (now !== values(name, true).join(".")) found.set(name, now);
    }
    return found.toString();
  }

  /** Choose what the address says: all of it, or a stage by its id. Gives whether it said anything of that. */
  function read() {
    const asked = location.hash.slice(1);
    const isWhich = all("which").some(({ value }) => value === asked);
    const given = new URLSearchParams(isWhich ? { which: asked } : asked);
    const isSaid = [...given.keys()].some((name) => names.has(name) && given.get(name) !== null);
    if (asked && !(isSaid && (isWhich || asked.includes("=")))) return false; // it leads to a part of the page
    for (const name of names) {
      choose(name, values(name, true));
      if (given.has(name)) choose(name, String(given.get(name)).split("."));
    }
    return isWhich;
  }

  /** Say in the address what is chosen. What is typed is no step of its own. @param {boolean} isTyped */
  function write(isTyped) {
    const now = said();
    if (now === location.hash.slice(1)) return;
    try {
      history[isTyped ? "replaceState" : "pushState"]({}, "", now ? `#${now}` : location.pathname + location.search);
    } catch {
      // a browser that lets nobody change the address of a page on a disk, or not so often
    }
  }

  return { values, choose, said, read, write };
};
