/* A page whose parts are drawn as they come near has no sure height, so a browser that counts it would bring people
   back to another place. This brings them back to the part that they were at, after a refresh and with the back
   button. */

(() => {
  const parts = [...document.querySelectorAll(".mk-idea__title, .mk-mark-picker__title")];
  /** @param {Part} part */
  const top = (part) => part.getBoundingClientRect().top;

  addEventListener("beforeunload", () => {
    // later, a browser has done with its history
    const at = parts.findIndex((part) => top(part) > 0);
    if (!scrollY || at < 0) return;
    history.scrollRestoration = "manual";
    history.replaceState({ ...history.state, place: [at, top(parts[at])] }, "");
  });

  history.scrollRestoration = "auto"; // for links within the page
  const { place } = history.state || {};
  if (!place || !parts[place[0]]) return;
  let hasMoved = false; // whoever is on their way already is not called back
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"])
    addEventListener(
      kind,
      () => {
        hasMoved = true;
      },
      { once: true, passive: true },
    );
  const back = () => {
    if (!hasMoved) scrollBy({ top: top(parts[place[0]]) - place[1], behavior: "instant" });
  };
  back();
  /** @param {number} frames */
  const settle = (frames) => {
    back();
    if (frames) requestAnimationFrame(() => settle(frames - 1));
  }; // what comes near is drawn, and moves the rest
  addEventListener("load", () => settle(9), { once: true });
})();
