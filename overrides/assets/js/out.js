/* How do answers travel? A table for a spreadsheet, words for a letter, dates for a calendar. Pure: text in, text out. */

marks.out = (() => {
  const FIELDS = ["meaning", "looks-like", "ladders", "snakes", "what", "who", "when", "help"];
  /** What a field is called, for people. */
  const label = (words, name) => (name === "meaning" ? words.own_meaning : words[`out_${name.replace("-", "_")}`]);
  const at = (record, path) => marks.record.get(record, path);

  /** What people answered on one mark: { path, title, score, fields }. A mark of their own has a meaning as well. */
  function answers(record, path, title, facts) {
    return { path, title, score: at(record, `${path}/score/1/together`),
      fields: Object.fromEntries(FIELDS.map((name) => [name, whole(record, `${path}/${name}`, facts)])) };
  }

  /** The words of a field, and below them what somebody wrote at the same time, as long as nobody looked at it. */
  function whole(record, path, facts) {
    const words = String(at(record, path));
    const entry = Object.prototype.hasOwnProperty.call(record.answers, path) ? record.answers[path] : {};
    return [words, ...marks.record.unseen(entry).map(({ is }) => `(${facts.words.out_also}: ${is})`)].filter(Boolean).join("\n");
  }

  /** Whether people wrote anything of it: a title alone is enough for a mark of their own. */
  const isAnswered = (one) => one.score !== "" || Object.values(one.fields).some((words) => words.trim()) || one.named;

  /** Whether a mark of people's own was deleted, and nobody wrote in it since. */
  function isGone(record, path) {
    if (at(record, `${path}/gone`) !== true) return false;
    const when = record.answers[`${path}/gone`].at;
    return !Object.entries(record.answers).some(([one, entry]) => one.startsWith(`${path}/`) && !one.endsWith("/place") && entry.at > when);
  }

  /** The marks of people's own in a stage, in their order: their paths. Where their stage is gone, they stand with those
      of no stage. */
  function own(record, stage, facts) {
    const isHere = (path) => {
      const there = at(record, `${path}/stage`);
      return there === stage || (stage === "chosen" && !facts.stages.some((one) => one.id === there));
    };
    const paths = new Set(Object.keys(record.answers).filter((path) => path.startsWith("own/")).map((path) => path.split("/").slice(0, 2).join("/")));
    return [...paths].filter((path) => isHere(path) && !isGone(record, path))
      .sort((one, other) => at(record, `${one}/place`) - at(record, `${other}/place`) || (one < other ? -1 : 1));
  }

  /** Marks that were answered and that the guide does not have any more. */
  function left(record, facts) {
    const known = new Set(facts.stages.flatMap((stage) => stage.marks.map(([id]) => id)));
    const ids = new Set(Object.keys(record.answers).filter((path) => path.startsWith("mark/")).map((path) => path.split("/")[1]));
    return [...ids].filter((id) => !known.has(id)).map((id) => ({ id, now: facts.retired[id] || "", ...answers(record, `mark/${id}`, at(record, `mark/${id}/title`) || id, facts) }))
      .filter(isAnswered);
  }

  /** Their answers: { named, ...answers }, `named` being whether they have a title. */
  const ours = (record, stage, facts) => own(record, stage, facts).map((path) => {
    const title = String(at(record, `${path}/title`)).trim();
    return { ...answers(record, path, title || facts.words.own_name, facts), named: title !== "" };
  });

  /** Every mark of a stage, answered or not, then those of people's own. */
  function stage(record, facts, id) {
    const found = facts.stages.find((one) => one.id === id);
    return [...(found ? found.marks.map(([mark, title]) => answers(record, `mark/${mark}`, title, facts)) : []),
      ...ours(record, id, facts)];
  }

  /** All that was answered in a project, in the order of the guide: { stage, ...answers }. */
  function all(record, facts) {
    const rows = facts.stages.flatMap((one) => stage(record, facts, one.id).map((row) => ({ stage: one.title, ...row })));
    return [...rows, ...[...ours(record, "chosen", facts), ...left(record, facts)].map((row) => ({ stage: "", ...row }))].filter(isAnswered);
  }

  const said = (facts, score) => (typeof score === "number" ? score : score === "" ? "" : Object.keys(facts.answers).includes(score) ? facts.answers[score] : String(score));

  /** A cell: always in quotes. Text that a spreadsheet would take for a formula stays text. */
  function cell(value) {
    if (typeof value === "number") return String(value);
    const text = /^[\s\u0000-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
    return `"${text.replace(/"/g, '""')}"`;
  }

  /** CSV as spreadsheets open it: UTF-8 with its mark, and lines that end as RFC 4180 says. */
  function csv(record, facts) {
    const { words } = facts;
    const head = [words.out_stage, words.out_mark, words.out_score, ...FIELDS.map((name) => label(words, name))];
    const rows = all(record, facts).map((one) => [one.stage, one.title, said(facts, one.score), ...FIELDS.map((name) => one.fields[name])]);
    return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  /** The whole project as words. */
  function text(record, facts) {
    const { words } = facts;
    const lines = [at(record, "name") || words.keep_unnamed, facts.guide.name, ""];
    let stageNow = null;
    for (const one of all(record, facts)) {
      if (one.stage !== stageNow) lines.push(`== ${one.stage || words.out_others} ==`, "");
      stageNow = one.stage;
      lines.push(one.title);
      if (one.score !== "") lines.push(`${words.out_score}: ${said(facts, one.score)}`);
      for (const name of FIELDS) if (one.fields[name].trim()) lines.push(`${label(words, name)}: ${name === "when" ? day(one.fields.when, facts.guide.language) : one.fields[name].trim()}`);
      lines.push("");
    }
    return lines.join("\n");
  }

  /** A day as people say it, in the language of the guide; any other words as they are. */
  const day = (words, language) => (isDay(words) ? new Date(`${words}T12:00`).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" }) : words);

  const octets = (letter) => (letter.codePointAt(0) < 0x80 ? 1 : letter.codePointAt(0) < 0x800 ? 2 : letter.codePointAt(0) < 0x10000 ? 3 : 4);

  /** A line of a calendar, folded at 75 octets and never inside a letter (RFC 5545, 3.1). */
  function fold(line) {
    let made = "", length = 0;
    for (const letter of line) {
      if (length + octets(letter) > 75) { made += "\r\n "; length = 1; }
      made += letter;
      length += octets(letter);
    }
    return made;
  }

  /** Text inside a calendar (RFC 5545, 3.3.11). */
  const plain = (words) => words.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "");

  /** Whether a calendar has the day: 2026-02-31 is none. */
  const isDay = (words) => /^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words)) && new Date(words).toISOString().startsWith(words);

  /** Each next step that has a date, as a whole day. `now`: a Date. Empty when there is none. */
  function calendar(record, facts, now) {
    const { words } = facts;
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const steps = all(record, facts).filter((one) => one.fields.what.trim() && isDay(one.fields.when));
    if (!steps.length) return "";
    const days = steps.flatMap((one) => {
      const about = [one.title, one.fields.who.trim() && `${words.out_who}: ${one.fields.who}`, one.fields.help.trim() && `${words.out_help}: ${one.fields.help}`];
      return ["BEGIN:VEVENT", `UID:${one.path.replace(/[^A-Za-z0-9]+/g, "-")}.${record.id}@${facts.guide.id}`, `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${one.fields.when.replace(/-/g, "")}`, `SUMMARY:${plain(one.fields.what.trim())}`,
        `DESCRIPTION:${plain(about.filter(Boolean).join("\n"))}`, "TRANSP:TRANSPARENT", "END:VEVENT"];
    });
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${plain(facts.guide.id)}//${plain(facts.guide.version)}//EN`, ...days, "END:VCALENDAR"];
    return `${lines.map(fold).join("\r\n")}\r\n`;
  }

  return { all, stage, own, left, said, day, csv, text, calendar };
})();
