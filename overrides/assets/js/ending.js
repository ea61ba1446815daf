/* <mk-ending stage="planning">: what was said on this sheet, as a table and as sentences. No grade, no sum. */

marks.SAID = ["meaning", "looks-like", "ladders", "snakes"]; // what stands in the table; next steps have a list of their own
marks.STEP = ["what", "who", "when", "help"];

customElements.define("mk-ending", class extends HTMLElement {
  static MOST = 200; // rows of a table or a list: a file may hold thousands of marks, and a page of them would stand still

  connectedCallback() {
    this.stage = this.getAttribute("stage");
    let timer = 0;
    let isSeen = false;
    const soon = () => { // nobody waits for what they do not see, and typing must not wait for it
      clearTimeout(timer);
      timer = setTimeout(() => this.show(), isSeen ? 400 : 2500);
    };
    marks.keeper.watch((paths) => { if (!paths || paths.length) soon(); });
    new IntersectionObserver(([one]) => {
      isSeen = one.isIntersecting;
      if (isSeen) this.show();
    }).observe(this);
    addEventListener("beforeprint", () => this.show());
    this.hidden = false;
    soon();
  }

  make(tag, text, ...inside) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    made.dir = "auto"; // people's words, in any script
    made.append(...inside);
    return made;
  }

  /** Parts of a table that say what they are: on a narrow screen they stand one above the other, where a browser forgets it. */
  cell(role, text, ...inside) {
    const made = this.make(role === "cell" ? "td" : "th", text, ...inside);
    made.setAttribute("role", role);
    return made;
  }

  row(...cells) {
    const made = this.make("tr", "", ...cells);
    made.setAttribute("role", "row");
    return made;
  }

  near(list) { return list.slice(0, this.constructor.MOST); }

  /** How many are not shown, if any. */
  more(words, list) {
    const n = list.length - this.constructor.MOST;
    return n > 0 ? [this.make("p", words.sum_more.replace("{n}", n))] : [];
  }

  rows() {
    const { keeper, out } = marks;
    if (this.stage !== "chosen") return out.stage(keeper.record, keeper.facts, this.stage);
    return [...keeper.facts.stages.flatMap((one) => out.stage(keeper.record, keeper.facts, one.id)).filter((one) => keeper.get(`chosen/${one.path.split("/")[1]}`) === true),
      ...out.stage(keeper.record, keeper.facts, "chosen")];
  }

  show() {
    const { keeper, out } = marks;
    const { facts, record } = keeper;
    const { words } = facts;
    const rows = this.rows();
    const answered = rows.filter((one) => one.score !== "" || one.named || marks.SAID.some((name) => one.fields[name].trim()));
    const scored = answered.filter((one) => typeof one.score === "number");
    const inside = [];
    if (!answered.length) inside.push(this.make("p", words.sum_none));
    else {
      const head = this.row(...[words.out_mark, words.sum_head].map((label) => this.cell("columnheader", label)));
      const body = this.near(answered).map((one) => this.row(this.cell("rowheader", one.title), this.cell("cell", "", ...this.said(facts, one))));
      const table = this.make("table", "", this.make("caption", words.sum_caption), this.make("thead", "", head), this.make("tbody", "", ...body));
      table.className = "mk-table";
      table.setAttribute("role", "table");
      inside.push(table, ...this.more(words, answered), ...this.sentences(facts, scored, answered));
    }
    const steps = rows.filter((one) => marks.STEP.some((name) => one.fields[name].trim()));
    if (steps.length) inside.push(this.make("h3", words.sum_next), this.make("ul", "", ...this.near(steps).map((one) => this.make("li", this.step(words, one)))), ...this.more(words, steps));
    const left = out.left(record, facts);
    if (left.length) inside.push(this.make("h3", words.sum_left), ...this.near(left).flatMap((one) => this.left(facts, one)), ...this.more(words, left));
    this.toggleAttribute("data-none", !answered.length && !steps.length && !left.length); // paper leaves it out
    this.querySelector("[data-sum]").replaceChildren(...inside);
  }

  /** The score of a mark, and what people wrote of it. */
  said({ words }, one) {
    const lines = marks.SAID.filter((name) => one.fields[name].trim())
      .map((name) => this.make("p", "", this.make("strong", `${marks.named(name)}:`), " ", this.make("bdi", one.fields[name].trim())));
    return [this.make("p", marks.scored(marks.keeper.facts, one.score) || words.sum_unscored), ...lines];
  }

  sentences(facts, scored, answered) {
    const { words } = facts;
    const named = (list) => list.map((one) => one.title).join("; ");
    const made = [];
    const worth = ({ score }) => marks.step(facts, score)?.score ?? score; // one step is as high as itself
    const all = scored.map(worth);
    const [high, low] = [Math.max(...all), Math.min(...all)];
    const say = (text, score, list) => made.push(text.replace("{score}", marks.step(facts, score)?.name ?? score).replace("{marks}", () => named(list)));
    if (scored.length) say(scored.length === 1 ? words.sum_one : high === low ? words.sum_same : words.sum_high, high, scored.filter((one) => worth(one) === high));
    if (high > low) say(words.sum_low, low, scored.filter((one) => worth(one) === low));
    for (const [id, name] of Object.entries(facts.answers)) {
      const list = answered.filter((one) => one.score === id);
      if (list.length) say(words.sum_other, name, list);
    }
    return made.map((text) => this.make("p", text));
  }

  step(words, one) {
    const { what, who, when, help } = one.fields;
    const day = marks.out.day(when, marks.keeper.facts.guide.language);
    return [what.trim(), who.trim() && `${words.out_who}: ${who.trim()}`, day && `${words.out_when}: ${day}`, help.trim() && `${words.out_help}: ${help.trim()}`, `(${one.title})`]
      .filter(Boolean).join(". ").replace(/([.!?])\. /g, "$1 ").replace(/\. \(/, " (");
  }

  /** A mark that left the guide, under its old name, with all that was said of it. */
  left(facts, one) {
    const now = facts.stages.flatMap((stage) => stage.marks).find(([id]) => id === one.now);
    const list = Object.entries(one.fields).filter(([, words]) => words.trim())
      .flatMap(([name, words]) => [this.make("dt", marks.named(name)), this.make("dd", words)]);
    if (one.score !== "") list.unshift(this.make("dt", facts.words.out_score), this.make("dd", String(marks.out.said(facts, one.score))));
    return [this.make("h4", one.title), ...(now ? [this.make("p", facts.words.sum_now.replace("{title}", () => now[1]))] : []), this.make("dl", "", ...list)];
  }
});
