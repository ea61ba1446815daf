/* How long does each part of a session take? From the parts, the marks and the people: times that add up to the minutes
   there are, to the last one. Pure: it knows no page and no storage. */

marks.sessionPlan = (() => {
  /** The fewest and the most minutes of a part, for so many people. Of a mark it is the sum of its steps; with `slow`,
      half as much again. @param {PlanPart[]} parts @param {number} people @param {boolean} slow */
  function need(parts, people, slow) {
    const least = parts.reduce((sum, one) => sum + one.least + Math.ceil((one.each * people) / 60), 0);
    const most = parts.reduce((sum, one) => sum + one.most, 0);
    const more = slow ? 1.5 : 1;
    return { least: Math.ceil(least * more), most: Math.max(Math.ceil(least * more), Math.ceil(most * more)) };
  }

  /** After which marks the breaks come: in even steps, each after another mark.
      @param {number} count @param {number} breaks */
  function pauses(count, breaks) {
    const held = Math.min(breaks, count);
    /** @type {number[]} */
    const after = [];
    for (let n = 1; n <= held; n++) {
      const wanted = Math.max(1, Math.round((n * count) / (held + 1)));
      after.push(Math.min(count - held + n, Math.max(wanted, (after[n - 2] || 0) + 1)));
    }
    return after;
  }

  /** Share minutes out: each row has its fewest, and the rest goes to all in proportion to the room that they have.
      What is left when all have their most goes to the spare time. @param {PlanRow[]} rows @param {number} spare */
  function share(rows, spare) {
    const open = rows.map((row) => row.most - row.least);
    const room = open.reduce((sum, one) => sum + one, 0);
    const shared = Math.min(spare, room);
    const exact = open.map((one) => (room ? (one * shared) / room : 0));
    const given = exact.map(Math.floor);
    let left = shared - given.reduce((sum, one) => sum + one, 0);
    const order = rows
      .map((_, at) => at)
      .sort((one, other) => exact[other] - given[other] - (exact[one] - given[one]) || one - other);
    for (const at of order) {
      if (left && given[at] < open[at]) {
        given[at] += 1;
        left -= 1;
      }
    }
    const last = rows.findIndex((row) => row.kind === "spare" && !row.isFixed);
    const free = last < 0 ? rows.map((row) => row.isFixed).lastIndexOf(false) : last;
    return rows.map((row, at) => row.least + given[at] + (at === free ? spare - shared : 0));
  }

  /** The rows with so many of the marks. @param {PlanWish} wish @param {string[]} ids @returns {PlanRow[]} */
  function rows({ plan, length, people, slow, fixed }, ids) {
    const here = plan.filter((one) => one.shortest <= length.minutes && length.minutes <= one.longest);
    /** @param {string} when */
    const of = (when) => here.filter((one) => one.when === when);
    /** @param {string} key @param {string} kind @param {PlanPart[]} parts @param {string} [mark] @returns {PlanRow} */
    const row = (key, kind, parts, mark = "") => {
      const minutes = fixed[key];
      const is =
        minutes === undefined ? need(parts, people, slow && kind === "mark") : { least: minutes, most: minutes };
      return { key, kind, mark, part: parts[0], isFixed: minutes !== undefined, minutes: 0, from: 0, ...is };
    };
    /** @param {string} when */
    const each = (when) => of(when).map((one) => row(one.id, when, [one]));
    const steps = of("mark");
    const breaks = of("break");
    const after = breaks.length ? pauses(ids.length, length.breaks) : [];
    const middle = ids.flatMap((id, at) => [
      ...(steps.length ? [row(`mark-${id}`, "mark", steps, id)] : []),
      ...after
        .map((place, n) => ({ place, n }))
        .filter(({ place }) => place === at + 1)
        .map(({ n }) => row(`break-${n + 1}`, "break", [breaks[n % breaks.length]])),
    ]);
    return [...each("start"), ...middle, ...each("spare"), ...each("end")];
  }

  /** The plan for a wish: its rows with their minutes and when they begin, how many minutes that is, how many of these
      are over, and the marks for which there is no time. As many marks as there is time for come, in order.
      @type {SessionPlan["made"]} */
  function made(wish) {
    const most = Math.min(wish.length.marks, wish.marks.length);
    let ids = wish.marks.slice(0, most);
    let list = rows(wish, ids);
    /** @param {PlanRow[]} some */
    const fewest = (some) => some.reduce((sum, row) => sum + row.least, 0);
    while (ids.length > 1 && fewest(list) > wish.length.minutes) {
      ids = ids.slice(0, -1);
      list = rows(wish, ids);
    }
    const spare = Math.max(0, wish.length.minutes - fewest(list));
    const minutes = share(list, list.every((row) => row.isFixed) ? 0 : spare);
    let from = 0;
    for (const [at, row] of list.entries()) {
      row.minutes = minutes[at];
      row.from = from;
      from += minutes[at];
    }
    return {
      rows: list,
      total: from,
      over: Math.max(0, from - wish.length.minutes),
      left: wish.marks.slice(ids.length),
    };
  }

  /** What to bring, each thing once. @type {SessionPlan["bring"]} */
  const bring = ({ rows: list }, plan) => {
    const ids = new Set(list.map(({ part }) => part.id));
    const hasMarks = list.some(({ kind }) => kind === "mark");
    const things = plan
      .filter((one) => ids.has(one.id) || (one.when === "mark" && hasMarks))
      .map(({ bring: words }) => words)
      .filter(Boolean);
    return [...new Set(things)];
  };

  /** A time of the session as people say it: of the clock, when it has a start, or in minutes.
      @type {SessionPlan["time"]} */
  const time = (from, start) => {
    const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(start) || [];
    if (hours === undefined) return String(from);
    const at = Number(hours) * 60 + Number(minutes) + from;
    return `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, "0")}`;
  };

  return { made, bring, time };
})();
