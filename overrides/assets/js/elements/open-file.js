/* What happens when people open a file? They are told what it holds, or what is wrong with it, before
   anything changes. */

marks.openFile = (() => {
  const { store, answers, savedFile, lostWords, talk } = marks;
  const { facts } = store;
  const { words } = facts;
  const YEAR = 366 * 24 * 3600 * 1000; // clocks differ, but not by this

  /** A path as people would say it: its field and its mark. @param {string} path */
  function spoken(path) {
    const [top, id, field] = path.split("/");
    const mark = facts.stages.flatMap((one) => one.marks).find(([one]) => top === "mark" && one === id);
    const of = field === undefined && top !== "name" ? "" : lostWords.named(path);
    return [of, mark ? mark[1] : top === "own" ? words.own_name : ""].filter(Boolean).join(", ") || words.wrong_unknown;
  }

  /** What is wrong, in words. @type {OpenFile["wrong"]} */
  function wrong({ wrong: why, what = "" }) {
    const isExample = why === "other-guide" && (store.isExample || marks.example.isOf(what));
    const said = words[`wrong_${isExample ? "example" : why.replace("-", "_")}`] || words.wrong_entry;
    const [low, high] = facts.guide.scores;
    return said
      .replace("{low}", String(low))
      .replace("{high}", String(high))
      .replace("{what}", () => (["entry", "long", "score", "path"].includes(why) ? spoken(what) : what));
  }

  /** The record in a file, or what is wrong with it. `isLater`: a clock was ahead when somebody wrote in it.
      @param {File} file @returns {Promise<(Read & { isLater?: boolean }) | Wrong>} */
  async function read(file) {
    if (file.size > 4 * savedFile.READ.file) return { wrong: "big" }; // a letter takes four bytes at most
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { wrong: "unread" };
    }
    const start = [...bytes.slice(0, 2)].join();
    const letters = { "255,254": "utf-16le", "254,255": "utf-16be" }[start] || "utf-8";
    let text;
    try {
      text = new TextDecoder(letters, { fatal: true }).decode(bytes);
    } catch {
      // letters of another kind, or no text at all
      const found = savedFile.read(new TextDecoder("latin1").decode(bytes), facts.guide);
      return { wrong: found.wrong === undefined ? "letters" : found.wrong, what: found.what };
    }
    const found = savedFile.read(text, facts.guide);
    if (found.wrong !== undefined) return found;
    return marks.record.newest(found.record) > Date.now() + YEAR ? { ...found, isLater: true } : found;
  }

  /** What a file holds, in words. @param {Read & { isLater?: boolean }} found */
  function holds({ record, isChanged, isLater }) {
    const rounds = Array.from({ length: marks.paths.round(record) }, (_, before) => before + 1);
    const all = rounds.flatMap((round) => answers.all(record, facts, round));
    const rows = all.filter(({ path }) => !marks.basket.isIdea(path));
    const ideas = new Set(all.map(({ path }) => path).filter(marks.basket.isIdea)).size;
    const stages = [...new Set(rows.map((one) => one.stage || words.out_others))].join("; ");
    /** @type {{ [name: string]: string }} */
    const slots = {
      name: answers.line(marks.record.get(record, "name")) || words.keep_unnamed,
      marks: String(new Set(rows.map((one) => one.path)).size),
      stages: stages ? ` (${stages})` : "",
      scores: String(rows.filter((one) => typeof one.score === "number").length),
    };
    const odd = savedFile.unshown(record, facts.guide);
    const said = [
      words.file_holds.replace(/\{(\w+)\}/g, (_, name) => slots[name]),
      ideas && words.file_ideas.replace("{n}", String(ideas)),
      isChanged && words.file_changed,
      isLater && words.file_later,
      odd && words.file_unshown.replace("{n}", String(odd)),
      words.file_asks,
    ];
    return said.filter(Boolean).join(" ");
  }

  /** Say that a file is open, and in how many places it says something else than what was here. @type {(say: Say) =>
      void} */
  function opened(say) {
    const count = store.apart().length;
    const first = lostWords.first();
    const said = count ? `${words.file_in} ${words.file_beside.replace("{n}", String(count))}` : words.file_in;
    const look = () => {
      const go = () => lostWords.first()?.querySelector("button").focus();
      const id = first?.closest("mk-answer-form")?.getAttribute("of").split("/")[1];
      if (!id || location.hash === `#${id}`) {
        go();
        return;
      }
      addEventListener("hashchange", go, { once: true }); // where one mark is shown at a time, that one is shown then
      location.hash = id;
    };
    say(said, ...(first ? [/** @type {Way} */ ([words.file_look, look])] : []), talk.close());
  }

  /** The ways to add a file: where a number may mean two people, whether it does; and one person's own sheet as that
      person's scores. @param {Project} record @param {(record: Project) => void} add @returns {Way[]} */
  function adding(record, add) {
    const { everyone, group } = marks;
    const theirs = everyone.people(record).length;
    if (theirs && group.people().length && record.id !== store.record.id) {
      return [
        [words.file_add_same, () => add(record)],
        [words.file_add_other, () => add(everyone.renumbered(record, group.free() - 1))],
      ];
    }
    const isOne = !theirs && answers.all(record, facts).some((one) => one.score !== "");
    const own = () => add(everyone.asPerson(record, group.free()));
    return [[words.file_add, () => add(record)], ...(isOne ? [/** @type {Way} */ ([words.file_add_person, own])] : [])];
  }

  /** Say what a file holds, and ask what to do with it. @type {OpenFile["ask"]} */
  async function ask(file, say) {
    /** @param {Wrong} why */
    const refuse = (why) => say(`${words.file_refused.replace("{name}", () => file.name)} ${wrong(why)}`);
    const found = await read(file);
    if (found.wrong !== undefined) {
      refuse(found);
      return;
    }
    const open = () => {
      store.replace(found.record, words.file_opened);
      opened(say);
    };
    /** @param {Project} record */
    const add = (record) => {
      if (store.add(record, words.file_opened)) opened(say);
      else refuse({ wrong: "too_much" });
    };
    if (store.hasAnswers())
      say(holds(found), ...adding(found.record, add), [words.file_replace, open], [words.file_leave]);
    else say(holds(found), [words.file_here, open], [words.file_leave]); // there is nothing that it could be added to
  }

  return { ask, wrong };
})();
