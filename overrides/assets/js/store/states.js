/* Where are the words that somebody has just written, and may they leave? Every state that keeping can be in. */

marks.states = (() => {
  /* `lies`: where the newest words are: in the place that people chose (this tab or this device), in this tab though
     they chose the device, or only on this page. `why`: what keeps them from that place. `asks`: whether whoever leaves
     is asked first, because the words would be lost. `waits`: storage has not taken them, and is asked again. */
  /** @type {States["TABLE"]} */
  const TABLE = {
    kept: { lies: "place", why: "", asks: false, waits: false },
    full: { lies: "page", why: "full", asks: true, waits: true }, // no room, not even in the tab
    blocked: { lies: "page", why: "blocked", asks: true, waits: true }, // a browser that keeps nothing
    full_tab: { lies: "tab", why: "full", asks: false, waits: true },
    blocked_tab: { lies: "tab", why: "blocked", asks: false, waits: true },
    gone: { lies: "page", why: "gone", asks: true, waits: false }, // cleared behind our back: people say what is next
  };

  /** The state after storage was asked to take words. `failed`: why it did not. @type {States["after"]} */
  const after = (failed, isInTab) => {
    const lies = failed ? (isInTab ? "tab" : "page") : "place";
    const names = /** @type {StateName[]} */ (Object.keys(TABLE));
    const found = names.find((name) => TABLE[name].why === failed && TABLE[name].lies === lies);
    return found || "kept";
  };

  return { TABLE, after };
})();
