/* How do answers travel? A table for a spreadsheet, words for a letter, dates for a calendar. Pure: text in, text out.
 */

marks.exporter = (() => {
  /** What people say of a mark, beside its score: what a mark of their own means, and the answers in words. */
  const notes = (facts) => ["meaning", ...facts.guide.fields];
  /** The same, and their next step. */
  const fieldsOf = (facts) => [...notes(facts), ...marks.record.STEP];
  /** What a field is called, for people. */
  const label = (facts, name) => {
    const { words, questions } = facts;
    const question = questions.find((one) => (name === "score" ? one.answer === "score" : one.id === name));
    if (question) return question.short;
    return (
      { name: words.keep_name, title: words.own_name, meaning: words.own_meaning }[name] || words[`out_${name}`] || ""
    );
  };
  const at = (record, path) => marks.record.get(record, path);
  /** Words that have one line wherever they stand, such as a name. */
  const line = (words) =>
    String(words)
      .replace(/[\s\u0085]+/gu, " ")
      .trim();

  /** What people answered on one mark: { path, title, score, fields }. A mark of their own has a meaning as well. */
  function answers(record, path, title, facts) {
    return {
      path,
      title,
      score: at(record, `${path}/score/1/together`),
      fields: Object.fromEntries(fieldsOf(facts).map((name) => [name, whole(record, `${path}/${name}`, facts)])),
    };
  }

  /** The words of a field, and below them what somebody wrote at the same time, as long as nobody looked at it. */
  function whole(record, path, facts) {
    const words = String(at(record, path));
    const entry = marks.record.has(record.answers, path) ? record.answers[path] : {};
    return [words, ...marks.record.unseen(entry).map(({ is }) => `(${facts.words.out_also}: ${is})`)]
      .filter(Boolean)
      .join("\n");
  }

  /** Whether people wrote anything of it: a title alone is enough for a mark of their own. */
  const isAnswered = (one) => one.score !== "" || Object.values(one.fields).some((words) => words.trim()) || one.named;

  /** Each mark of people's own, by its path: when somebody last wrote in it, and whether it was deleted after that. */
  function customs(record) {
    const found = new Map();
    for (const [path, { at: when }] of Object.entries(record.answers)) {
      const [top, id, field] = path.split("/");
      if (top !== "own" || !id) continue;
      const one = `own/${id}`;
      const last = found.get(one) || 0;
      found.set(one, field === "place" || field === "gone" ? last : Math.max(last, when));
    }
    return new Map(
      [...found].map(([one, last]) => [
        one,
        at(record, `${one}/gone`) === true && record.answers[`${one}/gone`].at >= last,
      ]),
    );
  }

  /** The marks of people's own in a stage, in their order: their paths. Where their stage is gone, they stand with
      those of no stage. */
  function own(record, stage, facts) {
    const known = new Set(facts.stages.map((one) => one.id));
    const isHere = (path) => {
      const there = at(record, `${path}/stage`);
      return there === stage || (stage === "chosen" && !known.has(there));
    };
    return [...customs(record)]
      .filter(([path, isGone]) => !isGone && isHere(path))
      .map(([path]) => [path, at(record, `${path}/place`)])
      .sort(([one, place], [other, there]) => place - there || (one < other ? -1 : 1))
      .map(([path]) => path);
  }

  /** Marks that were answered and that the guide does not have any more. */
  function left(record, facts) {
    const known = new Set(facts.stages.flatMap((stage) => stage.marks.map(([id]) => id)));
    const ids = new Set(
      Object.keys(record.answers)
        .filter((path) => path.startsWith("mark/"))
        .map((path) => path.split("/")[1]),
    );
    return [...ids]
      .filter((id) => !known.has(id))
      .map((id) => ({
        id,
        now: facts.retired[id] || "",
        ...answers(record, `mark/${id}`, line(at(record, `mark/${id}/title`)) || id, facts),
      }))
      .filter(isAnswered);
  }

  /** Their answers: { named, ...answers }, `named` being whether they have a title. */
  const ours = (record, stage, facts) =>
    own(record, stage, facts).map((path) => {
      const title = line(at(record, `${path}/title`));
      return { ...answers(record, path, title || facts.words.own_name, facts), named: title !== "" };
    });

  /** Every mark of a stage, answered or not, then those of people's own. */
  function stage(record, facts, id) {
    const found = facts.stages.find((one) => one.id === id);
    return [
      ...(found ? found.marks.map(([mark, title]) => answers(record, `mark/${mark}`, title, facts)) : []),
      ...ours(record, id, facts),
    ];
  }

  /** All that was answered in a project, in the order of the guide: { stage, ...answers }. */
  function all(record, facts) {
    const rows = facts.stages.flatMap((one) =>
      stage(record, facts, one.id).map((row) => ({ stage: one.title, ...row })),
    );
    return [
      ...rows,
      ...[...ours(record, "chosen", facts), ...left(record, facts)].map((row) => ({ stage: "", ...row })),
    ].filter(isAnswered);
  }

  const said = (facts, score) =>
    typeof score === "number"
      ? score
      : score === ""
        ? ""
        : marks.record.has(facts.answers, score)
          ? facts.answers[score]
          : String(score);

  // What nobody sees at the beginning of a text, and then a sign that begins a formula, or one that looks like it.
  const HIDDEN = /^[\s\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*/u;
  const LOOKS_LIKE = { "−": "-", "➖": "-", "˗": "-", "➕": "+", "꞊": "=" };
  const NUMBER = /^[-−]\d+(?:[., ]\d+)*$/;
  // A telephone number: a space between digits makes it no sum. The codes of countries have one to three digits.
  const SPACED = /^\+\d{1,3} \d[\d ]*(?:[^\d=|!:<>&*^%#@{}\n+/-][^=|!:<>&*^%#@{}\n+/-]*)?$/;
  const UNSPACED = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{6,12})$/;

  /** Text that no spreadsheet takes for a formula. A list and a telephone number can still be read, without an
      apostrophe. */
  function harmless(text) {
    const [hidden] = HIDDEN.exec(text);
    const words = text.slice(hidden.length);
    const first = words ? String.fromCodePoint(words.codePointAt(0)) : "";
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

  /** A cell. Words are always in quotes. */
  const cell = (value) => (typeof value === "number" ? String(value) : `"${harmless(value).replace(/"/g, '""')}"`);

  /** CSV as spreadsheets open it: UTF-8 with its mark, lines that end as RFC 4180 says, and the separator of the guide.
   */
  function csv(record, facts) {
    const { words } = facts;
    const head = [
      words.out_stage,
      words.out_mark,
      label(facts, "score"),
      ...fieldsOf(facts).map((name) => label(facts, name)),
    ];
    const rows = all(record, facts).map((one) => [
      one.stage,
      one.title,
      said(facts, one.score),
      ...fieldsOf(facts).map((name) => one.fields[name]),
    ]);
    return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(facts.guide.separator)).join("\r\n")}\r\n`;
  }

  /** The whole project as words. */
  function text(record, facts) {
    const { words } = facts;
    const lines = [line(at(record, "name")) || words.keep_unnamed, facts.guide.name, ""];
    let stageNow = null;
    for (const one of all(record, facts)) {
      if (one.stage !== stageNow) lines.push(`== ${one.stage || words.out_others} ==`, "");
      stageNow = one.stage;
      lines.push(one.title);
      if (one.score !== "") lines.push(`${label(facts, "score")}: ${said(facts, one.score)}`);
      for (const name of fieldsOf(facts)) {
        const words = one.fields[name].trim();
        const shown = name === "when" ? day(one.fields.when, facts.guide.language) : words;
        if (words) lines.push(`${label(facts, name)}: ${shown}`);
      }
      lines.push("");
    }
    return lines.join("\n");
  }

  /** A day as people say it, in the language of the guide; any other words as they are. */
  const day = (words, language) =>
    isDay(words)
      ? new Date(`${words}T12:00`).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" })
      : words;

  const octets = (letter) =>
    letter.codePointAt(0) < 0x80 ? 1 : letter.codePointAt(0) < 0x800 ? 2 : letter.codePointAt(0) < 0x10000 ? 3 : 4;

  /** A line of a calendar, folded at 75 octets and never inside a letter (RFC 5545, 3.1). */
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

  /** Text inside a calendar (RFC 5545, 3.3.11): one line, whatever a program takes for the end of one. */
  const plain = (words) =>
    words
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\r\n|[\n-\r\u0085\u2028\u2029]/g, "\\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that a calendar may not hold
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, "");

  /** Whether a calendar has the day, of a year that people mean: 2026-02-31 is none. */
  const isDay = (words) =>
    /^20\d\d-\d\d-\d\d$/.test(words) &&
    !Number.isNaN(Date.parse(words)) &&
    new Date(words).toISOString().startsWith(words);

  /** Each next step that has a date, as a whole day: { text, dated: how many, undated }. `now`: a Date. The text is
      empty when there is none. */
  function calendar(record, facts, now) {
    const { words } = facts;
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const planned = all(record, facts).filter((one) => one.fields.what.trim());
    const steps = planned.filter((one) => isDay(one.fields.when));
    const counts = { dated: steps.length, undated: planned.length - steps.length };
    if (!steps.length) return { text: "", ...counts };
    const days = steps.flatMap((one) => {
      const about = [
        one.title,
        one.fields.who.trim() && `${words.out_who}: ${one.fields.who}`,
        one.fields.help.trim() && `${words.out_help}: ${one.fields.help}`,
      ];
      return [
        "BEGIN:VEVENT",
        `UID:${one.path.replace(/[^A-Za-z0-9]+/g, "-")}.${record.id}@${facts.guide.id}`,
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

  return { notes, label, all, stage, own, left, said, day, line, csv, text, calendar };
})();
