/* What did this tab, or this device, have open? A tab that was closed can be opened again by whoever sits there next:
   what lies in it from before is shown to nobody who did not ask. */

/** @type {Marks["session"]} */
marks.session = ({ now, storage, base, key, look, take, absorb, save }) => {
  /** What stands under a name of this tab; null for nothing, and for what is damaged. @param {string} name */
  function kept(name) {
    try {
      return JSON.parse(storage.text("tab", base + name) || "null");
    } catch {
      return null;
    }
  }

  /** What this tab has open. @type {Session["pointer"]} */
  const pointer = () => kept("now");

  /** What lies in this tab from before it was closed: the ids of its projects. @type {Session["before"]} */
  const before = () => kept("before") || [];

  /** Open what this tab or this device had open last. `isFirst`: the page has just come. @type {Session["begin"]} */
  function begin(isFirst) {
    const inTab = storage.keys("tab", key("")).map((at) => at.slice(key("").length));
    if (isFirst && marks.wasClosed(base)) {
      if (inTab.length) storage.write("tab", `${base}before`, JSON.stringify(inTab));
      marks.sawTo(base);
    }
    const here = pointer();
    const last = storage.text("device", `${base}last`);
    if (here && open(here.place === "device" ? "device" : "tab", here.id)) return;
    if (last && open("device", last)) return;
    if (storage.write("tab", `${base}now`, "null") === "blocked") now.state = "blocked";
  }

  /** Whether a project of that name is there, and open now. @param {Place} where @param {string} id */
  function open(where, id) {
    const isFromBefore = before().includes(id);
    if (where === "tab" && isFromBefore) return false;
    const found = look(where, key(id));
    const spare = where === "device" && !isFromBefore ? look("tab", key(id)) : null; // what had no room there
    const next = found && spare ? marks.record.merge(found, spare) : found || spare;
    if (!next) {
      if (where === "device") now.missing = now.missing || id;
      return false;
    }
    now.place = where;
    now.stored = found && storage.text(where, key(id));
    take(next);
    absorb();
    if (spare) {
      now.state = "full_tab";
      save();
    }
    storage.write("tab", `${base}now`, JSON.stringify({ id, place: where }));
    return true;
  }

  return { pointer, before, begin };
};
