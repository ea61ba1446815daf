/* What finds a word in a text? It, or the beginning of one: "art" is not looked for in "start". Some scripts have no
   spaces between words, and what begins with no letter is looked for anywhere. */

/** @type {Marks["wordFinder"]} */
marks.wordFinder = (word) => {
  const isApart =
    /^[\p{L}\p{N}]/u.test(word) &&
    !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u.test(word);
  if (!isApart) return (said) => said.includes(word);
  return (said) => {
    for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
      if (!/[\p{L}\p{M}\p{N}]$/u.test(said.slice(Math.max(0, at - 2), at))) return true;
    }
    return false;
  };
};
