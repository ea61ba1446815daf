/* <mk-kept>: where answers are kept and under which name, other projects, files to save and to open, and undo. */

/** Give people a file. Nothing is sent: the browser makes it here. */
marks.download = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

customElements.define("mk-kept", class extends HTMLElement {
  connectedCallback() {
    const { keeper } = marks;
    this.words = keeper.facts.words;
    this.line = document.querySelector("[data-kept-line]");
    this.name = this.querySelector("#kept--name");
    this.name.addEventListener("input", () => keeper.set("name", this.name.value, this));
    for (const [name, run] of Object.entries(this.buttons())) this.querySelector(`[data-${name}]`).addEventListener("click", run);
    this.line.querySelector("[data-undo]").addEventListener("click", () => {
      const { goal } = keeper.undoing;
      keeper.undo();
      ((goal && goal()) || this.name).focus();
    });
    const file = this.querySelector("[data-open]");
    file.addEventListener("change", () => { if (file.files[0]) this.open(file.files[0]); file.value = ""; });
    this.querySelector(".mk-kept__more").addEventListener("toggle", () => this.projects());
    keeper.watch((paths, source) => { if (source !== this && (!paths || !paths.length || paths.includes("name"))) this.show(); });
    addEventListener("beforeprint", () => this.print());
    this.hidden = this.line.hidden = false;
    document.documentElement.toggleAttribute("data-mk-line", true); // what comes into view stays clear of the line
    this.projects();
    this.show();
  }

  buttons() {
    const { keeper, out } = marks;
    const { facts } = keeper;
    const { words } = this;
    return {
      keep: () => { keeper.keep(); this.onward("keep"); },
      again: () => { keeper.again(); this.onward("again"); },
      paper: () => print(),
      save: () => { keeper.flush(); marks.download(this.file("json"), "application/json", marks.record.write(keeper.record)); },
      csv: () => marks.download(this.file("csv"), "text/csv;charset=utf-8", out.csv(keeper.record, facts)),
      text: () => marks.download(this.file("txt"), "text/plain;charset=utf-8", out.text(keeper.record, facts)),
      calendar: () => {
        const made = out.calendar(keeper.record, facts, new Date());
        if (made) marks.download(this.file("ics"), "text/calendar;charset=utf-8", made);
        else this.say(words.out_no_dates);
      },
      new: () => { this.hush(); keeper.start(words.keep_left); this.name.focus(); },
      "clear-all": () => { this.hush(); keeper.clear(words.keep_cleared); this.name.focus(); },
    };
  }

  /** A button that has done its work goes: whoever uses the keyboard goes on from the one beside it. */
  onward(name) { if (this.querySelector(`[data-${name}]`).hidden) this.querySelector("[data-save]").focus(); }

  /** The name of a file: that of the project, the day, and nothing that a disk would refuse. */
  file(kind) {
    const name = String(marks.keeper.get("name")).normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
    return `${name || marks.keeper.facts.guide.id}-${new Date().toISOString().slice(0, 10)}.${kind}`;
  }

  show() {
    const { keeper, words } = { keeper: marks.keeper, words: this.words };
    const name = String(keeper.get("name"));
    if (this.name.value !== name) marks.refill(this.name, name);
    this.querySelector("[data-lost-here]").replaceChildren(...marks.lost("name"));
    const where = words[keeper.state === "kept" ? `keep_${keeper.place}` : `keep_${keeper.state}`];
    const short = words[keeper.state === "kept" ? `keep_short_${keeper.place}` : `keep_${keeper.state}`];
    for (const [place, say] of [[this, where], [this.line, short]]) {
      const said = place.querySelector("[data-where]");
      if (said.textContent !== say) said.textContent = say;
    }
    this.toggleAttribute("data-trouble", keeper.state !== "kept");
    this.line.toggleAttribute("data-trouble", keeper.state !== "kept");
    this.querySelector("[data-keep]").hidden = keeper.place === "device" || keeper.state === "gone";
    this.querySelector("[data-again]").hidden = keeper.state !== "gone";
    this.querySelector("[data-clear-all] span").textContent = words[`keep_clear_${keeper.place}`];
    const undo = this.line.querySelector("[data-undo]");
    undo.hidden = !keeper.undoing;
    this.line.toggleAttribute("data-undoing", Boolean(keeper.undoing));
    if (keeper.undoing) undo.textContent = words.keep_undo.replace("{what}", () => keeper.undoing.words);
    if (this.querySelector(".mk-kept__more").open || keeper.aside.size) this.projects();
  }

  /** Paper says whose sheet it is. */
  print() { for (const place of document.querySelectorAll("[data-print-name]")) place.textContent = marks.keeper.get("name"); }

  /** Words and buttons that come and go. Typed words are only ever text. */
  say(words, ...buttons) {
    const place = this.querySelector("[data-said]");
    const line = document.createElement("p");
    line.textContent = words;
    const close = [this.words.close, () => place.replaceChildren()];
    const row = document.createElement("p");
    row.className = "mk-kept__ways";
    row.append(...[...buttons, ...(buttons.length ? [] : [close])].map(([label, run]) => this.button(label, () => { place.replaceChildren(); run(); })));
    place.replaceChildren(line, row);
    row.firstElementChild.focus();
  }

  /** What was said belongs to the project that was here. */
  hush() { this.querySelector("[data-said]").replaceChildren(); }

  button(label, run) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "mk-button";
    made.textContent = label;
    made.addEventListener("click", run);
    return made;
  }

  wrong(found) { return (this.words[`wrong_${found.wrong.replace("-", "_")}`] || this.words.wrong_entry).replace("{what}", () => found.what || ""); }

  /** The record in a file, or what is wrong with it: { record } or { wrong, what }. */
  async read(file) {
    const { MOST, read, newest } = marks.record;
    if (file.size > 4 * MOST.file) return { wrong: "big" }; // a letter takes four bytes at most
    let bytes;
    try { bytes = new Uint8Array(await file.arrayBuffer()); } catch { return { wrong: "unread" }; }
    const [first, second] = bytes;
    const letters = first === 0xFF && second === 0xFE ? "utf-16le" : first === 0xFE && second === 0xFF ? "utf-16be" : "utf-8";
    let text;
    try { text = new TextDecoder(letters, { fatal: true }).decode(bytes); } catch { text = null; }
    if (text === null) { // letters of another kind, or no text at all
      const wrong = read(new TextDecoder("latin1").decode(bytes), marks.keeper.facts.guide);
      return { wrong: wrong.record ? "letters" : wrong.wrong, what: wrong.what };
    }
    const found = read(text, marks.keeper.facts.guide);
    const YEAR = 366 * 24 * 3600 * 1000; // clocks differ, but not by this
    return found.record && newest(found.record) > Date.now() + YEAR ? { wrong: "later" } : found;
  }

  /** Say what a file holds before anything changes. */
  async open(file) {
    const { keeper, words } = { keeper: marks.keeper, words: this.words };
    this.hush();
    const refuse = (why) => this.say(`${words.file_refused.replace("{name}", () => file.name)} ${this.wrong(why)}`);
    const found = await this.read(file);
    if (found.wrong) { refuse(found); return; }
    const rows = marks.out.all(found.record, keeper.facts);
    const stages = [...new Set(rows.map((one) => one.stage || words.out_others))].join("; ");
    const slots = { name: String(marks.record.get(found.record, "name")) || words.keep_unnamed, marks: rows.length,
      stages: stages ? ` (${stages})` : "", scores: rows.filter((one) => one.score !== "").length };
    const holds = words.file_holds.replace(/\{(\w+)\}/g, (_, name) => slots[name]);
    this.say(holds,
      [words.file_add, () => { if (keeper.add(found.record, words.file_opened)) this.say(words.file_in); else refuse({ wrong: "too_much" }); }],
      [words.file_replace, () => { keeper.replace(found.record, words.file_opened); this.say(words.file_in); }],
      [words.file_leave, () => {}]);
  }

  /** The other projects of this browser, and what cannot be read. */
  projects() {
    const { keeper, words } = { keeper: marks.keeper, words: this.words };
    const others = keeper.projects().filter((one) => !one.here);
    const list = document.createElement("ul");
    for (const one of others) {
      const item = document.createElement("li");
      const name = String(one.name) || words.keep_unnamed;
      item.append(this.button(words.keep_open.replace("{name}", () => name), () => { this.hush(); keeper.open(one.place, one.id, words.keep_left); this.name.focus(); }), ` ${words[`keep_${one.place}`]}`);
      list.append(item);
    }
    for (const found of keeper.aside.values()) {
      const item = document.createElement("li");
      item.append(`${words.aside_says} ${this.wrong(found)} `, this.button(words.aside_save, () => marks.download(this.file("txt"), "text/plain;charset=utf-8", found.text)));
      list.append(item);
    }
    const title = document.createElement("p");
    title.textContent = words.keep_others;
    const place = this.querySelector("[data-projects]");
    place.replaceChildren(...(list.childElementCount ? [title, list] : []));
    if (keeper.aside.size) this.querySelector(".mk-kept__more").open = true;
  }
});
