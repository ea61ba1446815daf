/* Where does the link to the same page in another language lead? To the part that somebody reads, or was busy with. */

{
  /** @param {string} hash */
  const lead = (hash) => {
    for (const one of document.querySelectorAll(".mk-bar [hreflang]")) one.hash = hash;
  };
  const follow = () => lead(location.hash);
  follow();
  addEventListener("hashchange", follow);
  // Whoever was busy with a part of the page comes to that part, though the way there is at the top.
  for (const when of ["focusin", "change"])
    addEventListener(when, ({ target }) => {
      if (!(target instanceof Node)) return;
      const parts = [...document.querySelectorAll("article h2[id]")];
      const at = parts.filter((one) => one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (at.length) lead(`#${at[at.length - 1].id}`);
    });
}
