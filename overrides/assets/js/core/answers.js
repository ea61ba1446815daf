/* What did people answer, mark by mark, in the order of the guide? The answers of a record, as a sheet, a table and a
   letter show them. Pure: it knows no page and no storage. */

marks.answers = (() => {
  const { record: form, paths } = marks;
  /** What people say of a mark, beside its score: what a mark of their own means, and the answers in words.
      @type {AnswerTools["notes"]} */
  const notes = (facts) => ["meaning", ...facts.guide.fields];
  /** The same, what changed since the round before, and their next step. @type {AnswerTools["fields"]} */
  const fields = (facts, round = 1) => [...notes(facts), ...(round > 1 ? ["changed"] : []), ...paths.STEP];

  /** What a field is called, for people. @type {AnswerTools["label"]} */
  const label = (facts, name) => {
    const { words, questions } = facts;
    const question = questions.find((one) => (name === "score" ? one.answer === "score" : one.id === name));
    if (question) return question.short;
    /** @type {{ [name: string]: string }} */
    const own = { name: words.keep_name, title: words.own_name, meaning: words.own_meaning };
    return own[name] || words[`out_${name}`] || "";
  };

  /** Words that have one line wherever they stand, such as a name. @type {AnswerTools["line"]} */
  const line = (words) =>
    String(words)
      .replace(/[\s\u0085]+/gu, " ")
      .trim();

  /** What people answered on one mark in a round. A mark of their own has a meaning as well.
      @type {AnswerTools["answered"]} */
  const answered = (record, path, title, facts, round) => ({
    path,
    title,
    round,
    score: form.get(record, paths.score(path, round)),
    fields: Object.fromEntries(
      fields(facts, round).map((name) => [name, whole(record, paths.field(path, name, round), facts)]),
    ),
  });

  /** The words of a field, and below them what somebody wrote at the same time, as long as nobody looked at it.
      @param {Project} record @param {string} path @param {Facts} facts */
  function whole(record, path, facts) {
    const words = String(form.get(record, path));
    const lost = form.unseen(form.there(record.answers, path));
    return [words, ...lost.map(({ is }) => `(${facts.words.out_also}: ${is})`)].filter(Boolean).join("\n");
  }

  /** Whether people wrote anything of it: a title alone is enough for a mark of their own. @param {Answered} one */
  const isAnswered = (one) =>
    one.score !== "" ||
    Object.values(one.fields).some((words) => words.trim()) ||
    one.named ||
    Object.values(one.more || {}).some((value) => value !== "");

  /** Each mark of people's own, by its path: when somebody last wrote in it, and whether it was deleted after that.
      @type {AnswerTools["customs"]} */
  function customs(record) {
    const found = new Map();
    for (const path of paths.few(record)) {
      if (!path.startsWith("own/")) continue;
      const { at: when } = record.answers[path];
      const [, id, field] = path.split("/");
      if (!id) continue;
      const one = `own/${id}`;
      const last = found.get(one) || 0;
      found.set(one, field === "place" || field === "gone" ? last : Math.max(last, when));
    }
    return [...found].map(([path, last]) => {
      const gone = form.there(record.answers, `${path}/gone`);
      return { path, isGone: gone?.is === true && gone.at >= last };
    });
  }

  /** The marks of people's own in a stage, in their order: their paths. Where their stage is gone, they stand with
      those of no stage. @type {AnswerTools["own"]} */
  function own(record, stage, facts, owned = customs(record)) {
    const known = new Set(facts.stages.map((one) => one.id));
    /** @param {string} path */
    const isHere = (path) => {
      const there = form.get(record, `${path}/stage`);
      return there === stage || (stage === "chosen" && !known.has(String(there)));
    };
    return owned
      .filter(({ path, isGone }) => !isGone && isHere(path))
      .map(({ path }) => ({ path, place: Number(form.get(record, `${path}/place`)) }))
      .sort((one, other) => one.place - other.place || (one.path < other.path ? -1 : 1))
      .map(({ path }) => path);
  }

  /** Marks that were answered and that the guide does not have any more. @type {AnswerTools["left"]} */
  function left(record, facts, round = paths.round(record)) {
    const known = new Set(facts.stages.flatMap((one) => one.marks.map(([id]) => id)));
    /** @type {Set<string>} */
    const there = new Set();
    for (const path of paths.few(record)) if (path.startsWith("mark/")) there.add(path.slice(5, path.indexOf("/", 5)));
    return [...there]
      .filter((id) => !known.has(id))
      .map((id) => ({
        id,
        now: facts.retired[id] || "",
        ...answered(record, `mark/${id}`, line(form.get(record, `mark/${id}/title`)) || id, facts, round),
      }))
      .filter(isAnswered);
  }

  /** The same of marks of people's own, and whether they have a title.
      @param {Project} record @param {string} stage @param {Facts} facts @param {number} round @param {Owned} owned */
  const ours = (record, stage, facts, round, owned) =>
    own(record, stage, facts, owned).map((path) => {
      const title = line(form.get(record, `${path}/title`));
      return { ...answered(record, path, title || facts.words.own_name, facts, round), named: title !== "" };
    });

  /** Every mark of a stage, answered or not, then those of people's own. @type {AnswerTools["stage"]} */
  function stage(record, facts, id, round = paths.round(record), owned = customs(record)) {
    const here = facts.stages.find((one) => one.id === id)?.marks || [];
    return [
      ...here.map(([mark, title]) => answered(record, `mark/${mark}`, title, facts, round)),
      ...ours(record, id, facts, round, owned),
    ];
  }

  /** All that was answered in a project, in the order of the guide, each with the title of its stage.
      @type {AnswerTools["all"]} */
  function all(record, facts, round = paths.round(record)) {
    const owned = customs(record);
    const rows = facts.stages.flatMap((one) =>
      stage(record, facts, one.id, round, owned).map((row) => ({ stage: one.title, ...row })),
    );
    const others = [...ours(record, "chosen", facts, round, owned), ...left(record, facts, round)];
    const people = marks.everyone.people(record);
    const ideas = marks.basket.rows(record, facts, round).map((row) => ({ stage: facts.words.basket_title, ...row }));
    return [...rows, ...others.map((row) => ({ stage: "", ...row })), ...ideas]
      .map((row) => ({ ...row, more: more(record, facts, row, people) }))
      .filter(isAnswered);
  }

  /** What stands beside a score: what everyone scored, a second score and the reasons, and where people want to be. By
      the ends of words that begin with `out_`; "" for nothing.
      @param {Project} record @param {Facts} facts @param {Answered} one @param {Person[]} people */
  function more(record, facts, { path, round }, people) {
    const rows = marks.everyone.scores(record, path, round, people);
    const spread = marks.everyone.spread(
      rows.map(({ now }) => now),
      facts,
    );
    const first = marks.everyone.spread(
      rows.map((one) => one.first),
      facts,
    );
    const { out_one, out_range } = facts.words;
    const isAgain = first.scored && rows.some(({ again }) => again !== "");
    const before = first.low === first.high ? out_one.replace("{score}", String(first.low)) : out_range;
    /** @param {string} end */
    const words = (end) => whole(record, `${path}/${end}`, facts);
    return {
      last: round > 1 ? form.get(record, paths.score(path, round - 1)) : "",
      lowest: spread.low ?? "",
      highest: spread.high ?? "",
      scored: spread.scored || "",
      before: isAgain
        ? before
            .replace("{low}", String(first.low))
            .replace("{high}", String(first.high))
            .replace("{n}", String(first.scored))
        : "",
      other: form.get(record, paths.score(path, round, paths.OTHER)),
      aim: form.get(record, `${path}/aim/${round}`),
      why: words(`why/${round}/${paths.TOGETHER}`),
      why_other: words(`why/${round}/${paths.OTHER}`),
    };
  }

  /** A score as people say it: a number, or the name of another answer. @type {AnswerTools["said"]} */
  const said = (facts, score) => {
    if (typeof score === "number" || score === "") return score;
    return form.has(facts.answers, String(score)) ? facts.answers[String(score)] : String(score);
  };

  /** Whether a calendar has the day, of a year that people mean: 2026-02-31 is none. @type {AnswerTools["isDay"]} */
  const isDay = (words) =>
    /^20\d\d-\d\d-\d\d$/.test(words) &&
    !Number.isNaN(Date.parse(words)) &&
    new Date(words).toISOString().startsWith(words);

  /** A day as people say it, in the language of the guide; any other words as they are. @type {AnswerTools["day"]} */
  const day = (words, language) =>
    isDay(words)
      ? new Date(`${words}T12:00`).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" })
      : words;

  /** When and where a group met in a round, how many took part and who could not: words for what was said of it.
      @type {AnswerTools["meeting"]} */
  function meeting(record, facts, round) {
    const { words, guide } = facts;
    const at = (/** @type {string} */ name) => line(form.get(record, `round/${round}/${name}`));
    const home = Number(at("home")) || 0;
    const all = (Number(at("here")) || 0) + home;
    return [
      day(at("on"), guide.language),
      at("where"),
      all ? words.out_here.replace("{n}", String(all)) : "",
      home ? words.out_home.replace("{n}", String(home)) : "",
      at("absent") && words.out_absent.replace("{who}", () => at("absent")),
    ].filter(Boolean);
  }

  return { notes, fields, label, line, answered, customs, own, left, stage, all, said, isDay, day, meeting };
})();
