/* How does a report become a Word document? Headings, paragraphs, lists and tables in WordprocessingML (ECMA-376), in a
   ZIP archive without compression. Pure: parts in, bytes out. */

marks.docx = (() => {
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const NS = "http://schemas.openxmlformats.org";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  /** The style of each kind of paragraph. @type {{ [kind: string]: string }} */
  const STYLES = { title: "Title", heading: "Heading1", minor: "Heading2", item: "ListBullet", text: "Normal" };

  /** Text without the signs that XML may not hold. @type {Docx["plain"]} */
  const plain = (text) =>
    [...text]
      .map((letter) => (/^[\uD800-\uDFFF]$/.test(letter) ? "\uFFFD" : letter)) // half of a letter
      .join("")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML may not hold
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");

  /** The same as XML writes it. @param {string} text */
  const safe = (text) => plain(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  /** @param {string} text */
  const run = (text) =>
    `<w:r>${safe(text)
      .split(/\r\n|[\n\r]/)
      .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
      .join("<w:br/>")}</w:r>`;

  /** @param {string} text @param {string} style */
  const paragraph = (text, style) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

  /** A table whose first row is its head, said again on each page. @param {string[][]} rows */
  function table(rows) {
    const edge = ["top", "left", "bottom", "right", "insideH", "insideV"]
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
      .join("");
    const body = rows.map((cells, at) => {
      const head = at ? "" : "<w:trPr><w:tblHeader/></w:trPr>";
      const made = cells.map((cell) => `<w:tc>${paragraph(cell, at ? "Normal" : "Strong")}</w:tc>`);
      return `<w:tr>${head}${made.join("")}</w:tr>`;
    });
    const grid = (rows[0] || []).map(() => "<w:gridCol/>").join("");
    const look = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edge}</w:tblBorders></w:tblPr>`;
    return `<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${body.join("")}</w:tbl><w:p/>`;
  }

  /** @param {Block[]} blocks */
  const body = (blocks) =>
    blocks.map((one) => (one.kind === "table" ? table(one.rows) : paragraph(one.text, STYLES[one.kind]))).join("");

  /** The styles that the paragraphs name. @param {string} language */
  function styles(language) {
    /** @type {[string, string, number, boolean, string][]} */
    const all = [
      ["Normal", "Normal", 24, false, ""],
      ["Title", "Title", 44, true, ""],
      ["Heading1", "heading 1", 32, true, '<w:keepNext/><w:outlineLvl w:val="0"/>'],
      ["Heading2", "heading 2", 26, true, '<w:keepNext/><w:outlineLvl w:val="1"/>'],
      ["ListBullet", "List Bullet", 24, false, '<w:ind w:left="360"/>'],
      ["Strong", "Table Head", 24, true, ""],
    ];
    const list = all.map(
      ([id, name, size, isBold, more]) =>
        `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}>` +
        `<w:name w:val="${name}"/>` +
        `<w:pPr>${more}<w:spacing w:after="120"/></w:pPr>` +
        `<w:rPr>${isBold ? "<w:b/>" : ""}<w:sz w:val="${size}"/><w:lang w:val="${safe(language)}"/></w:rPr></w:style>`,
    );
    return `${HEAD}<w:styles xmlns:w="${NS}/wordprocessingml/2006/main">${list.join("")}</w:styles>`;
  }

  const TABLE = Array.from({ length: 256 }, (_, at) => {
    let value = at;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });

  /** The checksum of ZIP: CRC-32. @param {Uint8Array} bytes */
  function crc(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  }

  /** Numbers of two and of four bytes, the smallest byte first.
      @type {(...parts: [size: 2 | 4, value: number][]) => number[]} */
  const bytes = (...parts) =>
    parts.flatMap(([size, value]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255));

  /** A ZIP archive of texts, stored as they are. @param {{ [name: string]: string }} files */
  function zip(files) {
    /** @type {number[]} */
    const made = [];
    /** @type {number[]} */
    const list = [];
    const letters = new TextEncoder();
    for (const [name, text] of Object.entries(files)) {
      const [called, data] = [letters.encode(name), letters.encode(text)];
      const at = made.length;
      // version, names in UTF-8, no compression, midnight on the first day that ZIP knows; then sizes and the checksum
      const about = bytes(
        [2, 20],
        [2, 0x800],
        [2, 0],
        [2, 0],
        [2, 0x21],
        [4, crc(data)],
        [4, data.length],
        [4, data.length],
      );
      made.push(...bytes([4, 0x04034b50]), ...about, ...bytes([2, called.length], [2, 0]), ...called);
      for (const byte of data) made.push(byte);
      const rest = bytes([2, called.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
      list.push(...bytes([4, 0x02014b50], [2, 20]), ...about, ...rest, ...called);
    }
    const count = Object.keys(files).length;
    const end = bytes(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, list.length],
      [4, made.length],
      [2, 0],
    );
    return new Uint8Array([...made, ...list, ...end]);
  }

  /** A document of these parts, in this language. @type {Docx["document"]} */
  function document(blocks, language) {
    const main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    const types = [
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      `<Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>`,
      `<Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/>`,
    ];
    const relation = (/** @type {string} */ kind, /** @type {string} */ target) =>
      `${HEAD}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="r1" ` +
      `Type="${NS}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
    return zip({
      "[Content_Types].xml": `${HEAD}<Types xmlns="${NS}/package/2006/content-types">${types.join("")}</Types>`,
      "_rels/.rels": relation("officeDocument", "word/document.xml"),
      "word/_rels/document.xml.rels": relation("styles", "styles.xml"),
      "word/document.xml":
        `${HEAD}<w:document xmlns:w="${NS}/wordprocessingml/2006/main"><w:body>` +
        `${body(blocks)}</w:body></w:document>`,
      "word/styles.xml": styles(language),
    });
  }

  return { TYPE, document, plain };
})();
