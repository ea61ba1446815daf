/* What is a score code? One person's scores for one sheet, short enough to say aloud. It holds answers and which sheet
   they belong to, and nothing about the person. Pure: it knows no page and no storage. Its form is written down in
   .github/score-code.md.

   It is written in Douglas Crockford's base 32 (crockford.com/base32.html). The last two signs are those of a
   Reed-Solomon code over the field of 32 (Reed and Solomon, "Polynomial Codes over Certain Finite Fields", 1960): one
   wrong sign, or two neighbours that changed places, always show. */

marks.scoreCode = (() => {
  const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const HEAD = 3; // signs that say which guide and which sheet
  const CHECK = 2;
  const LINE = /^(?:(.*)[:：])?(.*)$/u; // whose a code is, and the code
  const GROUP = 4; // signs that are said in one breath

  /* The field of 32: the powers of its root, for x^5 + x^2 + 1, and their numbers. */
  const POWERS = [1];
  while (POWERS.length < 31) {
    const next = POWERS[POWERS.length - 1] << 1;
    POWERS.push(next < 32 ? next : next ^ 0b100101);
  }
  /** @type {(one: number, other: number) => number} */
  const times = (one, other) =>
    one && other ? POWERS[(POWERS.indexOf(one) + POWERS.indexOf(other)) % POWERS.length] : 0;
  const ROOTS = [POWERS[1], POWERS[2]];

  /** What is left of a word at each root: nothing of one that is whole. @param {number[]} word */
  const left = (word) => ROOTS.map((root) => word.reduce((sum, sign) => times(sum, root) ^ sign, 0));

  /** The two signs that make a word whole. @param {number[]} word */
  function check(word) {
    const [one, other] = left([...word, 0, 0]);
    // a · root + b = what is left, at both roots
    const sum = ROOTS[0] ^ ROOTS[1];
    const inverse = POWERS[(31 - POWERS.indexOf(sum)) % 31];
    const a = times(one ^ other, inverse);
    return [a, one ^ times(a, ROOTS[0])];
  }

  /** A number that hangs on each letter of a text, also its low bits, which are all that a code has room for.
      @param {string} text */
  function hash(text) {
    const sum = marks.hash(text);
    return (Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0) >>> 4;
  }

  /** Each answer that one may give, nothing first. @param {Facts} facts @returns {Value[]} */
  function answers(facts) {
    const [lowest, highest] = facts.guide.scores;
    const scores = Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at);
    return ["", ...scores, ...Object.keys(facts.answers)];
  }

  /** Digits of one base in another, the first the largest; of `length`, or as few as there can be.
      @type {(digits: number[], from: number, to: number, length?: number) => number[]} */
  function based(digits, from, to, length = 0) {
    /** @type {number[]} */
    let made = []; // the smallest first
    for (const digit of digits) {
      let carry = digit;
      made = made.map((one) => {
        carry += one * from;
        const now = carry % to;
        carry = Math.floor(carry / to);
        return now;
      });
      for (; carry; carry = Math.floor(carry / to)) made.push(carry % to);
    }
    while (made.length < length) made.push(0);
    return made.reverse();
  }

  /** The signs of the answers under a mask, and out again: without it marks that are left out would be a row of zeros,
      which nobody counts right when it is said aloud. @param {number[]} body */
  const masked = (body) => body.map((sign, at) => sign ^ POWERS[(at + 3) % POWERS.length]);

  /** How many signs the answers to so many marks take. @param {number} count @param {Facts} facts */
  function room(count, facts) {
    const base = answers(facts).length;
    return based(Array(count).fill(base - 1), base, 32).length;
  }

  /** The sheets that a code may be for: each stage, and the marks that a group has chosen. Each has signs of its own.
      `chosen`: the ids of these marks, in the order of the guide. @type {ScoreCode["sheets"]} */
  function sheets(facts, chosen = []) {
    const scale = answers(facts).join(",");
    const guide = facts.guide.codes || facts.guide.id;
    const all = facts.stages.map(({ id, marks: list }) => ({ id, marks: list.map(([mark]) => mark) }));
    if (chosen.length) all.push({ id: "chosen", marks: chosen });
    /** @type {Set<number>} */
    const taken = new Set();
    return all.map(({ id, marks: list }) => {
      let salt = 0;
      let name = 0;
      do {
        name = hash(`${guide} ${scale} ${list.join(",")} ${salt}`) % 1024;
        salt += 1;
      } while (taken.has(name));
      taken.add(name);
      return { id, marks: list, head: [hash(guide) % 32, name >> 5, name & 31] };
    });
  }

  /** One person's answers as a code, in groups. `said`: an answer for each mark of the sheet, "" for none.
      @type {ScoreCode["encode"]} */
  function encode(said, sheet, facts) {
    const known = answers(facts);
    const digits = said.map((one) => Math.max(known.indexOf(one), 0)).reverse();
    const body = based(digits, known.length, 32, room(sheet.marks.length, facts));
    const word = [...sheet.head, ...masked(body)];
    return grouped([...word, ...check(word)].map((sign) => SIGNS[sign]).join(""));
  }

  /** Signs in groups that are easy to say. @param {string} signs */
  const grouped = (signs) => (signs.match(new RegExp(`.{1,${GROUP}}`, "g")) || []).join("-");

  /** What somebody typed or pasted, as the signs that they meant: O is 0, I and L are 1; spaces, dashes and how large a
      letter is do not matter. @type {ScoreCode["plain"]} */
  const plain = (text) =>
    text
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/O/g, "0")
      .replace(/[IL]/g, "1");

  /** The answers of a code, or what is wrong with it. `list`: the sheets that it may be for; `here`: the one
      that people have open.
      @type {ScoreCode["decode"]} */
  function decode(text, list, facts, here = list[0].id) {
    const signs = [...plain(text)];
    const odd = signs.find((sign) => !SIGNS.includes(sign));
    if (!signs.length) return { wrong: "empty" };
    if (odd) return { wrong: "sign", what: odd };
    const word = signs.map((sign) => SIGNS.indexOf(sign));
    const fits = signs.length > HEAD + CHECK;
    if (!fits || left(word).some(Boolean)) {
      const mine = list.find(({ id }) => id === here) || list[0];
      const length = HEAD + CHECK + room(mine.marks.length, facts);
      return list.some((one) => HEAD + CHECK + room(one.marks.length, facts) === signs.length)
        ? { wrong: "check" }
        : { wrong: "length", what: String(length), count: signs.length };
    }
    const [guide, ...name] = word.slice(0, HEAD);
    if (guide !== list[0].head[0]) return { wrong: "guide" };
    const sheet = list.find(({ head }) => head[1] === name[0] && head[2] === name[1]);
    const known = answers(facts);
    const body = masked(word.slice(HEAD, -CHECK));
    if (!sheet || body.length !== room(sheet.marks.length, facts)) return { wrong: "edition" };
    const digits = based(body, 32, known.length, sheet.marks.length).reverse();
    if (digits.length > sheet.marks.length) return { wrong: "check" };
    return { sheet: sheet.id, marks: sheet.marks, said: digits.map((digit) => known[digit]) };
  }

  /** Several codes that were pasted together: a line each, or with commas or semicolons between them. What stands
      before a colon is whose it is. A link that holds a code is one, and a line that ends with a dash goes on in the
      next: a code is shown so on a small screen. @type {ScoreCode["split"]} */
  const split = (text) =>
    text
      .replace(/\S*#scores=/g, "")
      .replace(/(\w-)[ \t]*[\r\n]+[ \t]*(?=\w{1,4}(?:-|\s|$))/g, "$1")
      .split(/[\n\r,;]+/)
      .map((line) => LINE.exec(line) || ["", "", ""])
      .map(([, who, code]) => ({ who: (who || "").trim(), code: code.trim() }))
      .filter(({ code }) => plain(code));

  return { sheets, encode, decode, plain, split };
})();
