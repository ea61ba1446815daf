/* Which number hangs on every letter of a text? FNV-1a over its units, 32 bits. Pure. */

/** @type {Marks["hash"]} */
marks.hash = (text) => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
};
