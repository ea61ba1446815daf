/* How does an address become squares that a phone reads? A QR code (ISO/IEC 18004): bytes, with the least of the four
   levels of repair, since it is shown on a screen and not on a crumpled slip. Pure: it knows no page. */

marks.qr = (() => {
  // for each version: how many words of repair a block has, and how many blocks there are
  const REPAIR = [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ];
  const BLOCKS = [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19,
    20, 21, 22, 24, 25,
  ];
  const LEVEL = 1;
  /** Which squares a mask turns over. @type {((x: number, y: number) => boolean)[]} */
  const MASKS = [
    (x, y) => (x + y) % 2 === 0,
    (_, y) => y % 2 === 0,
    (x) => x % 3 === 0,
    (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
    (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
  ];
  /** The field of 256 numbers in which the words of repair are worked out. @type {number[]} */
  const POWER = [];
  /** @type {number[]} */
  const LOG = [];
  for (let n = 0, x = 1; n < 255; n++) {
    POWER[n] = x;
    LOG[x] = n;
    x = (x << 1) ^ ((x >> 7) * 0x11d);
  }
  const times = (/** @type {number} */ one, /** @type {number} */ other) =>
    one && other ? POWER[(LOG[one] + LOG[other]) % 255] : 0;

  /** The words of repair of a block. @param {number[]} words @param {number} count */
  function repair(words, count) {
    let by = [1];
    for (let n = 0; n < count; n++) by = [...by, 0].map((one, at) => one ^ (at ? times(by[at - 1], POWER[n]) : 0));
    const rest = [...words, ...Array(count).fill(0)];
    for (const at of words.keys()) {
      const first = rest[at];
      for (let n = 0; n <= count; n++) rest[at + n] ^= times(by[n], first);
    }
    return rest.slice(words.length);
  }

  /** How many words a version holds, of data and of repair. @param {number} version */
  function room(version) {
    const bits = (16 * version + 128) * version + 64;
    if (version < 2) return bits >> 3;
    const count = Math.floor(version / 7) + 2;
    return (bits - (25 * count - 10) * count + 55 - (version < 7 ? 0 : 36)) >> 3;
  }

  /** Bytes as words of a version, or null where they are too many. @param {number[]} bytes @param {number} version */
  function data(bytes, version) {
    const most = room(version) - REPAIR[version - 1] * BLOCKS[version - 1];
    const size = version < 10 ? 8 : 16;
    if (4 + size + 8 * bytes.length > 8 * most) return null;
    const written = (/** @type {number} */ one, /** @type {number} */ width) => one.toString(2).padStart(width, "0");
    const text = `0100${written(bytes.length, size)}${bytes.map((one) => written(one, 8)).join("")}0000`;
    const words = (text.slice(0, 8 * most).match(/.{1,8}/g) || []).map((one) => Number.parseInt(one.padEnd(8, "0"), 2));
    for (let fill = 0xec; words.length < most; fill ^= 0xec ^ 0x11) words.push(fill);
    return words;
  }

  /** All words in the order in which they are drawn: block by block in turn. @param {number[]} words
      @param {number} version */
  function woven(words, version) {
    const [count, checks, all] = [BLOCKS[version - 1], REPAIR[version - 1], room(version)];
    const short = Math.floor(all / count) - checks;
    const firstLong = count - (all % count);
    let from = 0;
    const blocks = Array.from({ length: count }, (_, at) => {
      const to = from + short + Number(at >= firstLong);
      const block = words.slice(from, to);
      from = to;
      return block;
    });
    const turn = (/** @type {number[][]} */ lists, /** @type {number} */ length) =>
      Array.from({ length }, (_, at) => lists.map((one) => one[at])).flat();
    const isThere = (/** @type {number | undefined} */ one) => one !== undefined;
    return [
      ...turn(blocks, short + 1).filter(isThere),
      ...turn(
        blocks.map((one) => repair(one, checks)),
        checks,
      ),
    ];
  }

  /** Bits that can be read though some are wrong: a number with what is left when it is divided.
      @param {number} number @param {number} by @param {number} width how many bits are added */
  function guarded(number, by, width) {
    let left = number;
    for (let n = 0; n < width; n++) left = (left << 1) ^ ((left >> (width - 1)) * by);
    return (number << width) | left;
  }

  /** The middles of the small squares that help a camera. @param {number} version */
  function helpers(version) {
    if (version < 2) return [];
    const count = Math.floor(version / 7) + 2;
    const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
    return [6, ...Array.from({ length: count - 1 }, (_, at) => 4 * version + 10 - at * step)];
  }

  /** What every code of a version has, and where its words go: undefined. @param {number} version
      @returns {(boolean | undefined)[][]} */
  function frame(version) {
    const size = 4 * version + 17;
    const rows = Array.from({ length: size }, () => Array(size).fill(undefined));
    /** A square in a square, from the middle out. @param {number} x @param {number} y @param {number} far */
    const rings = (x, y, far) => {
      for (let down = -far; down <= far; down++) {
        for (let right = -far; right <= far; right++) {
          const ring = Math.max(Math.abs(down), Math.abs(right));
          if (rows[y + down] && x + right >= 0 && x + right < size)
            rows[y + down][x + right] = far === 2 ? ring !== 1 : ring !== 2 && ring !== 4;
        }
      }
    };
    for (let at = 0; at < size; at++) rows[6][at] = rows[at][6] = at % 2 === 0;
    const places = helpers(version);
    const last = places[1];
    for (const x of places) {
      for (const y of places) {
        const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
        if (!isCorner) rings(x, y, 2);
      }
    }
    for (const [x, y] of [
      [3, 3],
      [size - 4, 3],
      [3, size - 4],
    ])
      rings(x, y, 4);
    told(rows, 0); // its place is taken
    if (version < 7) return rows;
    const bits = guarded(version, 0x1f25, 12);
    for (let n = 0; n < 18; n++) {
      const [far, near] = [size - 11 + (n % 3), Math.floor(n / 3)];
      rows[near][far] = rows[far][near] = ((bits >> n) & 1) === 1;
    }
    return rows;
  }

  /** Say which level and which mask a code has, twice. @param {(boolean | undefined)[][]} rows @param {number} mask */
  function told(rows, mask) {
    const size = rows.length;
    const bits = guarded((LEVEL << 3) | mask, 0x537, 10) ^ 0x5412;
    for (let n = 0; n < 15; n++) {
      const is = ((bits >> n) & 1) === 1;
      const along = n < 8 ? n + Number(n > 5) : 14 - n + Number(n < 9);
      if (n < 8) rows[along][8] = rows[8][size - 1 - n] = is;
      else rows[8][along] = rows[size - 15 + n][8] = is;
    }
    rows[size - 8][8] = true;
  }

  /** Put the words into their places, two columns at a time, up and down from the right.
      @param {(boolean | undefined)[][]} rows @param {number[]} words @param {number} mask @returns {boolean[][]} */
  function filled(rows, words, mask) {
    const size = rows.length;
    const made = rows.map((row) => [...row]);
    let at = 0;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let n = 0; n < size; n++) {
        const y = (right + 1) & 2 ? n : size - 1 - n;
        for (const x of [right, right - 1]) {
          if (rows[y][x] !== undefined) continue;
          const bit = (words[at >> 3] >> (7 - (at & 7))) & 1;
          made[y][x] = (bit === 1) !== MASKS[mask](x, y);
          at += 1;
        }
      }
    }
    told(made, mask);
    return /** @type {boolean[][]} */ (made);
  }

  /** How hard a code is to read: runs and blocks of one colour, what looks like a corner, and too much of one colour.
      @param {boolean[][]} rows */
  function hardness(rows) {
    const size = rows.length;
    let hard = 0;
    for (const lines of [rows, rows.map((_, x) => rows.map((row) => row[x]))]) {
      for (const line of lines) {
        const text = line.map(Number).join("");
        for (const run of text.match(/0{5,}|1{5,}/g) || []) hard += run.length - 2;
        hard += 40 * (text.match(/(?=10111010000)|(?=00001011101)/g) || []).length;
      }
    }
    for (let y = 1; y < size; y++) {
      for (let x = 1; x < size; x++) {
        const four = [rows[y][x], rows[y - 1][x], rows[y][x - 1], rows[y - 1][x - 1]];
        if (new Set(four).size === 1) hard += 3;
      }
    }
    const dark = rows.flat().filter(Boolean).length;
    return hard + 10 * Math.floor(Math.abs((20 * dark) / size ** 2 - 10));
  }

  /** The squares of a text, row by row: true is dark. null for a text that no code holds. @type {Marks["qr"]} */
  return (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    for (let version = 1; version <= BLOCKS.length; version++) {
      const words = data(bytes, version);
      if (!words) continue;
      const [rows, all] = [frame(version), woven(words, version)];
      const ways = MASKS.map((_, mask) => filled(rows, all, mask));
      const hard = ways.map(hardness);
      return ways[hard.indexOf(Math.min(...hard))];
    }
    return null;
  };
})();
