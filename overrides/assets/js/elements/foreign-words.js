/* Which words that scripts say are in another language than their page? Those that nobody has translated. The part that
   says one tells its language, for whoever listens; a page in its own language never loads this. */

{
  /** @type {Facts} */
  const { words, foreign } = JSON.parse(document.getElementById("sheet--facts")?.textContent || "{}");
  const plain = new Set();
  /** Words with room for others, such as "{n} marks". @type {RegExp[]} */
  const filled = [];
  for (const name of foreign?.words || []) {
    const [first, ...others] = words[name].split(/\{\w+\}/).map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    if (!others.length) plain.add(words[name].trim());
    else if (/\p{L}{3}/u.test(first + others.join(""))) filled.push(new RegExp(`^${[first, ...others].join("[^]*")}$`));
  }

  /** @param {string} text */
  const isForeign = (text) => plain.has(text) || filled.some((one) => one.test(text));

  /** Let a part say its language, as long as such words are all that it says. @param {Element | null} part */
  const tell = (part) => {
    if (!part || part.closest("script, style, option, svg")) return;
    const text = part.textContent.trim() || part.getAttribute("aria-label") || "";
    const isTold = part.hasAttribute("data-mk-foreign");
    if (isForeign(text) && (isTold || !part.hasAttribute("lang"))) {
      part.setAttribute("lang", foreign?.lang || "");
      part.setAttribute("data-mk-foreign", "");
    } else if (isTold) {
      part.removeAttribute("lang");
      part.removeAttribute("data-mk-foreign");
    }
  };

  /** Look at each text in a part. @param {Node} part */
  const look = (part) => {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) if (text.nodeValue?.trim()) tell(text.parentElement);
    const labelled = part instanceof Element ? [part, ...part.querySelectorAll("[aria-label]")] : [];
    for (const one of labelled) if (one.hasAttribute("aria-label")) tell(one);
  };

  if (foreign)
    new MutationObserver((changes) => {
      for (const { target, addedNodes, type } of changes) {
        tell(target instanceof Element ? target : target.parentElement);
        if (type === "childList") for (const one of addedNodes) if (one instanceof Element) look(one);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["aria-label"] });
}
