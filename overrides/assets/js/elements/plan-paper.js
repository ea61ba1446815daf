/* What does the plan of a session say? What follows from the guide, with what people wrote in its place; and the same
   on paper. */

{
  const { store, sessionPlan, folios } = marks;
  const { words } = store.facts;

  /** @param {Wish} wish @param {string} end */
  const kept = ({ length }, end) => store.get(`plan/${length.id}/${end}`);

  marks.planOf = (wish) => {
    /** @type {{ [key: string]: number }} */
    const fixed = {};
    const start = `plan/${wish.length.id}/`;
    for (const path of store.paths()) {
      const [key, name] = path.startsWith(start) ? path.slice(start.length).split("/") : [];
      const is = name === "minutes" ? store.get(path) : "";
      if (key && typeof is === "number") fixed[key] = Math.min(480, Math.max(0, Math.round(is)));
    }
    const slow = kept(wish, "access") === true;
    return sessionPlan.made({ ...wish, marks: wish.asked, plan: store.facts.plan, slow, fixed });
  };

  marks.planWords = (wish, { key, mark, part }) => {
    const given = {
      what: mark ? words.plan_for_mark.replace("{title}", () => marks.papers.titled(mark)) : part.title,
      who: part.who,
      say: part.say,
    };
    /** @param {"what" | "who" | "say"} name */
    const is = (name) => String(kept(wish, `${key}/${name}`)) || given[name];
    return { given, what: is("what"), who: is("who"), say: is("say") };
  };

  /** The parts of a side of paper that say a plan, without some of it. @param {Wish} wish @param {Plan} plan
      @param {string[]} less @param {boolean} isBrief each mark after the first has no words of its own */
  function said(wish, plan, less, isBrief) {
    const { make } = marks;
    const has = (/** @type {string} */ name) => !less.includes(name);
    const start = String(kept(wish, "start"));
    /** @param {number} from */
    const time = (from) => sessionPlan.time(from, start);
    const [first] = plan.rows.filter(({ kind }) => kind === "mark");
    const rows = plan.rows.map((row) => {
      const { given, what, who, say } = marks.planWords(wish, row);
      const minutes = has("minutes") ? [make("td", String(row.minutes))] : [];
      const isSame = who === given.who && say === given.say;
      const more = [...(has("who") ? [who] : []), ...(has("say") ? [say] : [])];
      const isAlone = isBrief && isSame && row.kind === "mark" && row !== first;
      const title = Object.assign(make("th", what), { scope: "row", colSpan: isAlone ? 1 + more.length : 1 });
      if (isAlone) more.length = 0;
      return make("tr", "", make("td", time(row.from)), ...minutes, title, ...more.map((one) => make("td", one)));
    });
    const end = Object.assign(make("td", words.plan_end), { colSpan: 1 + ["who", "say"].filter(has).length });
    const last = make(
      "tr",
      "",
      Object.assign(make("td", time(plan.total)), { className: "mk-plan__time" }),
      ...(has("minutes") ? [make("td", "")] : []),
      end,
    );
    const steps = store.facts.plan.filter(({ when }) => when === "mark").map((one) => one.title);
    /** @param {string} head @param {string} text */
    const line = (head, text) => make("p", "", make("strong", head), ` ${text}`);
    const bring = sessionPlan.bring(plan, store.facts.plan).join("; ");
    const over = plan.over ? words.plan_over : words.plan_adds;
    const sum = over.replace("{n}", String(plan.total)).replace("{over}", String(plan.over));
    const left = plan.left.map((id) => marks.papers.titled(id)).join("; ");
    return {
      rows: [...rows, last],
      top: [
        make("p", `${words.plan_for.replace("{n}", String(wish.people))}. ${sum}`),
        ...(bring && has("bring") ? [line(words.plan_bring, bring)] : []),
        ...(first && has("steps") ? [line(words.plan_steps, steps.join(" → "))] : []),
      ],
      end:
        left && has("left")
          ? [
              make(
                "p",
                words.plan_left.replace("{marks}", () => left),
              ),
            ]
          : [],
    };
  }

  /** Its head, without these columns. @param {string[]} less */
  function table(less) {
    const made = folios.unit("plan");
    for (const name of less) made.querySelector(`thead [data-of="${name}"]`)?.remove();
    return made;
  }

  /** All of it on one side; where letters are too large for that, without what it can do without, as little as will do.
      What takes more than a side whatever it leaves out takes as many as it needs. */
  marks.planOnPaper = (wish) => {
    const plan = marks.planOf(wish);
    const { less } = store.facts;
    const title = words.plan_title.replace("{length}", wish.length.name);
    const look = { kind: "plan", title, colour: wish.colour, foot: wish.stage };
    /** The side that holds a plan without these, if one does. @param {string[]} names @param {boolean} [isBrief] */
    const one = (names, isBrief = true) => {
      const { rows, top, end } = said(wish, plan, names, isBrief);
      const made = folios.side(look);
      const held = table(names);
      held.querySelector("tbody").append(...rows);
      folios.body(made).append(...top, held, ...end);
      if (!folios.isOver(made)) return made;
      made.parentElement.remove();
      return null;
    };
    /** @type {string[]} */
    let without = [];
    let best = one([], false) || one([]);
    while (!best && without.length < less.length) {
      without = less.slice(0, without.length + 1);
      best = one(without);
    }
    for (const name of best ? [...without].reverse() : []) {
      const fewer = without.filter((other) => other !== name);
      const made = one(fewer);
      if (!made) continue;
      best?.parentElement.remove();
      [best, without] = [made, fewer];
    }
    const sides = best ? [best] : laid(look, said(wish, plan, [], true));
    Object.assign(wish.told, { sides: sides.length, without: best ? without : [] });
    return sides;
  };

  /** On as many sides as it needs. @param {Look} look @param {{ rows: Part[], top: Part[], end: Part[] }} parts */
  function laid(look, { rows, top, end }) {
    const sides = folios.table(
      look,
      () => table([]),
      rows,
      (n) => (n ? [] : top),
    );
    const last = sides[sides.length - 1];
    folios.body(last).append(...end);
    if (end.length && folios.isOver(last)) {
      for (const one of end) one.remove();
      sides.push(...folios.flow(look, end));
    }
    return sides;
  }
}
