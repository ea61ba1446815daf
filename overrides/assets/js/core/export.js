/* How do answers travel? A table for a spreadsheet, words for a letter, dates for a calendar, each a file with a name.
   Pure: text in, text out. */

marks.exporter = (() => {
  const { all, fields, isDay, day, label, line, said } = marks.answers;
  // What nobody sees at the beginning of a text, and then a sign that begins a formula, or one that looks like it.
  const HIDDEN = /^[\s\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*/u;
  /** @type {{ [sign: string]: string }} */
  const LOOKS_LIKE = { "−": "-", "➖": "-", "˗": "-", "➕": "+", "꞊": "=" };
  const NUMBER = /^[-−]\d+(?:[., ]\d+)*$/;
  // A telephone number: a space between digits makes it no sum. The codes of countries have one to three digits.
  const SPACED = /^\+\d{1,3} \d[\d ]*(?:[^\d=|!:<>&*^%#@{}\n+/-][^=|!:<>&*^%#@{}\n+/-]*)?$/;
  const UNSPACED = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{6,12})$/;

  /** Text that no spreadsheet takes for a formula. A list and a telephone number can still be read, without an
      apostrophe. @param {string} text */
  function harmless(text) {
    const [hidden] = HIDDEN.exec(text) || [""];
    const words = text.slice(hidden.length);
    const first = words ? String.fromCodePoint(Number(words.codePointAt(0))) : "";
    const plain = first.normalize("NFKC").slice(0, 1);
    const sign = LOOKS_LIKE[plain] || plain;
    if (/[\t\r]/.test(hidden)) return `'${text}`;
    if (!sign || !"=+-@".includes(sign)) return text;
    if (/^[ \n]*$/.test(hidden)) {
      const rest = words.slice(first.length);
      // Excel takes `- tea` for a sum of names, and shows #NAME? in its place. An en dash is no minus to any of them.
      if (sign === "-" && !/^\d/.test(rest)) return `${hidden}–${rest}`.replace(/^-(?= )/gm, "–");
      if (NUMBER.test(words) || SPACED.test(words)) return text;
      if (UNSPACED.test(words)) return text.replace(UNSPACED, "+$1 $2");
    }
    return `'${text}`;
  }

  /** A cell. Words are always in quotes. @param {string | number} value */
  const cell = (value) => (typeof value === "number" ? String(value) : `"${harmless(value).replace(/"/g, '""')}"`);

  /** CSV as spreadsheets open it: UTF-8 with its mark, lines that end as RFC 4180 says, and the separator of the guide.
      @type {Exporter["csv"]} */
  function csv(record, facts) {
    const { words } = facts;
    const round = marks.paths.round(record);
    const found = all(record, facts);
    const more = Object.keys(found[0]?.more || {}).filter((name) => found.some((one) => one.more[name] !== ""));
    const head = [
      words.out_stage,
      words.out_mark,
      label(facts, "score"),
      ...more.map((name) => words[`out_${name}`]),
      ...fields(facts, round).map((name) => label(facts, name)),
    ];
    const rows = found.map((one) => [
      one.stage,
      one.title,
      said(facts, one.score),
      ...more.map((name) => said(facts, one.more[name])),
      ...fields(facts, round).map((name) => one.fields[name]),
    ]);
    return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(facts.guide.separator)).join("\r\n")}\r\n`;
  }

  /** Where an idea of the guide can be read, as far as it is known where the Lake is; "" for a mark.
      @param {Answered} one @param {string} lake */
  const where = ({ path }, lake) => (lake && path.startsWith("idea/") ? `${lake}#${path.slice(5)}` : "");

  /** Whether a next step is done. @param {Project} record @param {Answered} one */
  const isDone = (record, one) => marks.basket.isDone(record, one.path, one.round);

  /** The whole project as words. @type {Exporter["text"]} */
  function text(record, facts, lake = "") {
    const { words } = facts;
    const round = marks.paths.round(record);
    const lines = [line(marks.record.get(record, "name")) || words.keep_unnamed, facts.guide.name, ""];
    const now = round > 1 ? [words.round_now.replace(/[.]?$/, "").replace("{n}", String(round))] : [];
    const of = [...now, ...marks.answers.meeting(record, facts, round)];
    if (of.length) lines.push(of.join(". "), "");
    const planned = round > 1 ? all(record, facts, round - 1).filter((one) => one.fields.what.trim()) : [];
    if (planned.length) lines.push(`== ${words.round_steps} ==`, "");
    for (const one of planned)
      lines.push(`${line(one.fields.what)} (${one.title}). ${words[isDone(record, one) ? "round_done" : "res_open"]}`);
    if (planned.length) lines.push("");
    let stageNow = null;
    for (const one of all(record, facts)) {
      if (one.stage !== stageNow) lines.push(`== ${one.stage || words.out_others} ==`, "");
      stageNow = one.stage;
      lines.push(one.title);
      if (one.score !== "") lines.push(`${label(facts, "score")}: ${said(facts, one.score)}`);
      for (const [name, value] of Object.entries(one.more)) {
        if (value !== "") lines.push(`${words[`out_${name}`]}: ${said(facts, value)}`);
      }
      for (const name of fields(facts, round)) {
        const words = one.fields[name].trim();
        const shown = name === "when" ? day(one.fields.when, facts.guide.language) : words;
        if (words) lines.push(`${label(facts, name)}: ${shown}`);
      }
      if (isDone(record, one)) lines.push(words.round_done);
      if (where(one, lake)) lines.push(where(one, lake));
      lines.push("");
    }
    return lines.join("\n");
  }

  /** How many a letter takes in a file. @param {string} letter */
  function octets(letter) {
    const code = Number(letter.codePointAt(0));
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  /** A line of a calendar, folded at 75 octets and never inside a letter (RFC 5545, 3.1). @param {string} line */
  function fold(line) {
    let made = "",
      length = 0;
    for (const letter of line) {
      if (length + octets(letter) > 75) {
        made += "\r\n ";
        length = 1;
      }
      made += letter;
      length += octets(letter);
    }
    return made;
  }

  /** Text inside a calendar (RFC 5545, 3.3.11): one line, whatever a program takes for the end of one.
      @param {string} words */
  const plain = (words) =>
    words
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\r\n|[\n-\r\u0085\u2028\u2029]/g, "\\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that a calendar may not hold
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, "");

  /** What a calendar calls a next step: the same whenever it is saved again. @param {Answered} one */
  const name = ({ path, round }) => (round > 1 ? `${path}/${round}` : path).replace(/[^A-Za-z0-9]+/g, "-");

  /** Each next step that has a date, as a whole day: { text, dated: how many, undated }. `now`: a Date. The text is
      empty when there is none. @type {Exporter["calendar"]} */
  function calendar(record, facts, now, lake = "") {
    const { words } = facts;
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const round = marks.paths.round(record);
    const last = round > 1 ? all(record, facts, round - 1) : [];
    const planned = [...last, ...all(record, facts)].filter((one) => one.fields.what.trim() && !isDone(record, one));
    const steps = planned.filter((one) => isDay(one.fields.when));
    const counts = { dated: steps.length, undated: planned.length - steps.length };
    if (!steps.length) return { text: "", ...counts };
    const days = steps.flatMap((one) => {
      const about = [
        one.title,
        one.fields.who.trim() && `${words.out_who}: ${one.fields.who}`,
        one.fields.help.trim() && `${words.out_help}: ${one.fields.help}`,
        where(one, lake),
      ];
      return [
        "BEGIN:VEVENT",
        `UID:${name(one)}.${record.id}@${facts.guide.id}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${one.fields.when.replace(/-/g, "")}`,
        `SUMMARY:${plain(one.fields.what.trim())}`,
        `DESCRIPTION:${plain(about.filter(Boolean).join("\n"))}`,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ];
    });
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//${plain(facts.guide.id)}//${plain(facts.guide.version)}//EN`,
      ...days,
      "END:VCALENDAR",
    ];
    return { text: `${lines.map(fold).join("\r\n")}\r\n`, ...counts };
  }

  /** The name of a file for a project, which may have no name. @type {Exporter["fileName"]} */
  function fileName(project, guide, kind, now) {
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    // Vowel signs and the joiners of some scripts belong to their letters. A disk counts bytes, and takes 255 of them.
    const letters = project
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/gu, "-")
      .replace(/^[-\p{M}\u200C\u200D]+|[-\u200C\u200D]+$/gu, "");
    const parts = letters.match(/[^\p{M}\u200C\u200D][\p{M}\u200C\u200D]*/gu) || [];
    let name = "";
    for (const part of parts.slice(0, 60)) {
      if (encodeURIComponent(name + part).replace(/%../g, "-").length > 180) break;
      name += part;
    }
    return `${name.replace(/-+$/, "") || guide}-${day.join("-")}.${kind}`;
  }

  return { csv, text, calendar, fileName };
})();
