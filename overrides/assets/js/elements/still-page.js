/* Does a page stay where people look when something above grows or shrinks? Most browsers see to that by themselves:
   frame.js asks for this in the others, on the pages where people write. */

(() => {
  /** What people look at, where it stands in the page, and how tall that is.
      @type {{ one: Element | null, place: number, tall: number }} */
  let seen = { one: null, place: 0, tall: 0 };
  /** @param {Element} one */
  const top = (one) => one.getBoundingClientRect().top;
  /** @param {number} y */
  const isInView = (y) => y >= 0 && y < innerHeight;
  const hold = () => {
    const { one, place, tall } = seen;
    // what lies over the page (a bar) goes along when people scroll: that is no growing
    const moved = one?.isConnected && tall !== document.body.offsetHeight ? top(one) + scrollY - place : 0;
    // whoever is at the top, or has gone elsewhere since, is not held
    if (moved && scrollY > 0 && isInView(place - scrollY)) scrollBy({ top: moved, behavior: "instant" });
  };
  // a frame in which people scroll can be the one in which the page grows: first hold, then look anew
  const look = () => {
    hold();
    const here = document.activeElement;
    const isSeen = here && here !== document.body && isInView(top(here));
    const one = isSeen ? here : document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    seen = { one, place: one ? top(one) + scrollY : 0, tall: document.body.offsetHeight };
  };
  for (const kind of ["scroll", "focusin", "pointerdown", "keydown"])
    addEventListener(kind, () => requestAnimationFrame(look), { passive: true });
  new ResizeObserver(look).observe(document.body);
})();
