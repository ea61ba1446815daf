/* Does a page stay where people look when something above grows or shrinks? Most browsers see to that by themselves:
   frame.js asks for this in the others, on the pages where people write. */

(() => {
  /** What people look at, where it stood, and how far they had scrolled.
      @type {{ one: Element | null, top: number, scrolled: number }} */
  let seen = { one: null, top: 0, scrolled: 0 };
  /** @param {Element} one */
  const top = (one) => one.getBoundingClientRect().top;
  const look = () => {
    const here = document.activeElement;
    const isSeen = here && here !== document.body && top(here) >= 0 && top(here) < innerHeight;
    const one = isSeen ? here : document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    seen = { one, top: one ? top(one) : 0, scrolled: scrollY };
  };
  for (const kind of ["scroll", "focusin", "pointerdown", "keydown"])
    addEventListener(kind, () => requestAnimationFrame(look), { passive: true });
  new ResizeObserver(() => {
    const { one, scrolled } = seen;
    const moved = one?.isConnected ? top(one) - seen.top : 0;
    // whoever is at the top, or on the way elsewhere, is not held
    if (moved && scrollY > 0 && scrolled === scrollY) scrollBy({ top: moved, behavior: "instant" });
    look();
  }).observe(document.body);
})();
