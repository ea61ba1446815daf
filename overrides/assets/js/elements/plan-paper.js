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
    return sessionPlan.made({ ...wish, plan: store.facts.plan, slow, fixed });
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

  marks.planOnPaper = (wish) => {
    const { make } = marks;
    const plan = marks.planOf(wish);
    const start = String(kept(wish, "start"));
    /** @param {number} from */
    const time = (from) => sessionPlan.time(from, start);
    const rows = plan.rows.map((row) => {
      const said = marks.planWords(wish, row);
      const what = Object.assign(make("th", said.what), { scope: "row" });
      return make(
        "tr",
        "",
        make("td", time(row.from)),
        make("td", String(row.minutes)),
        what,
        make("td", said.who),
        make("td", said.say),
      );
    });
    const ends = [time(plan.total), "", words.plan_end, "", ""];
    rows.push(make("tr", "", ...ends.map((one) => make("td", one))));
    const bring = sessionPlan.bring(plan, store.facts.plan).join("; ");
    const left = plan.left.map((id) => marks.papers.titled(id)).join("; ");
    const steps = store.facts.plan
      .filter(({ when }) => when === "mark")
      .map((one) => one.title)
      .join(" → ");
    /** @param {string} head @param {string} text */
    const line = (head, text) => make("p", "", make("strong", head), ` ${text}`);
    const over = plan.over ? words.plan_over : words.plan_adds;
    const sum = over.replace("{n}", String(plan.total)).replace("{over}", String(plan.over));
    const top = [
      make("p", `${words.plan_for.replace("{n}", String(wish.people))}. ${sum}`),
      ...(bring ? [line(words.plan_bring, bring)] : []),
      ...(plan.rows.some(({ kind }) => kind === "mark") ? [line(words.plan_steps, steps)] : []),
    ];
    const end = left
      ? make(
          "p",
          words.plan_left.replace("{marks}", () => left),
        )
      : "";
    const look = {
      kind: "plan",
      title: words.plan_title.replace("{length}", wish.length.name),
      colour: wish.colour,
      foot: wish.stage,
    };
    const sides = folios.table(
      look,
      () => folios.unit("plan"),
      rows,
      (n) => (n ? [] : top),
    );
    const last = sides[sides.length - 1];
    folios.body(last).append(end);
    if (end && folios.isOver(last)) {
      end.remove();
      sides.push(...folios.flow(look, [end]));
    }
    return sides;
  };
}
