/* <mk-project-panel>: where answers are kept and under which name, other projects, files to save and to open, and undo.
 */

/** Give people a file. Nothing is sent: the browser makes it here. */
marks.download = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

customElements.define(
  "mk-project-panel",
  class extends HTMLElement {
    connectedCallback() {
      const { store } = marks;
      this.words = store.facts.words;
      this.top = document.querySelector("[data-kept-top]");
      this.line = document.querySelector("[data-kept-line]");
      this.name = this.querySelector("#kept--name");
      this.name.addEventListener("input", () => marks.fields.typed(this.name, "name", this));
      for (const [name, run] of Object.entries(this.buttons()))
        document.querySelector(`[data-${name}]`).addEventListener("click", () => {
          this.hush();
          run();
        });
      this.line.querySelector("[data-undo]").addEventListener("click", () => {
        const { goal } = store.undoing;
        const { id } = store.record;
        this.hush();
        store.undo();
        (goal?.() || this.name).focus();
        const isLeft = store.record.id !== id && store.projects().some((one) => one.id === id && one.count);
        if (isLeft) this.say(this.words.keep_since); // it is the project that one wrote in meanwhile
      });
      const file = this.querySelector("[data-open]");
      file.addEventListener("change", () => {
        if (file.files[0]) this.open(file.files[0]);
        file.value = "";
      });
      this.querySelector(".mk-project-panel__more").addEventListener("toggle", () => this.projects());
      store.watch((paths, source) => {
        if (source !== this && (!paths?.length || paths.includes("name") || this.others)) this.show();
      });
      addEventListener("beforeprint", () => this.print());
      this.hidden = this.top.hidden = false;
      this.stepAside();
      this.show();
      this.offer();
      store.recovered.then(() => this.offer());
    }

    buttons() {
      const { store, exporter } = marks;
      const { facts } = store;
      const { words } = this;
      const save = () => {
        store.flush();
        const name = this.file("json");
        marks.download(name, "application/json", marks.record.write(store.record));
        this.done(words.file_saved.replace("{name}", () => name));
      };
      const clear = () => {
        if (store.clear(words.keep_cleared)) this.say(words.keep_cleared_until);
        this.name.focus();
      };
      return {
        save,
        "clear-all": clear,
        keep: () => {
          const failed = store.keep();
          if (failed) this.say(words[`keep_no_${failed}`]);
          else if (this.unwhole().length) this.done("");
          this.onward("keep");
        },
        again: () => {
          store.again();
          this.onward("again");
        },
        paper: () => {
          if (this.unwhole().length) this.done("");
          print();
        },
        csv: () => marks.download(this.file("csv"), "text/csv;charset=utf-8", exporter.csv(store.record, facts)),
        text: () => marks.download(this.file("txt"), "text/plain;charset=utf-8", exporter.text(store.record, facts)),
        calendar: () => {
          const made = exporter.calendar(store.record, facts, new Date());
          if (!made.text) {
            this.say(words.out_no_dates);
            return;
          }
          const name = this.file("ics");
          marks.download(name, "text/calendar;charset=utf-8", made.text);
          this.done(
            [
              words.file_saved.replace("{name}", () => name),
              words.out_dated.replace("{n}", made.dated),
              made.undated && words.out_undated.replace("{n}", made.undated),
            ]
              .filter(Boolean)
              .join(" "),
          );
        },
        new: () => {
          store.start(words.keep_left);
          this.name.focus();
        },
      };
    }

    /** Say what was done, and that a day is not whole, if one is not. */
    done(said) {
      const [half, way] = this.unwhole();
      this.say([said, half].filter(Boolean).join(" "), ...(way ? [way] : []), [this.words.close, () => {}]);
    }

    /** A button that has done its work goes: whoever uses the keyboard goes on from the one beside it. */
    onward(name) {
      if (this.querySelector(`[data-${name}]`).hidden) this.querySelector("[data-save]").focus();
    }

    /** The name of a file: that of the project, the reader's own day, and nothing that a disk would refuse. */
    file(kind) {
      const now = new Date();
      const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
        .map((part) => String(part).padStart(2, "0"))
        .join("-");
      // Vowel signs and the joiners of some scripts belong to their letters. A disk counts bytes, and takes 255.
      const letters = String(marks.store.get("name"))
        .normalize("NFC")
        .replace(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/gu, "-")
        .replace(/^[-\p{M}\u200C\u200D]+|[-\u200C\u200D]+$/gu, "");
      const parts = letters.match(/[^\p{M}\u200C\u200D][\p{M}\u200C\u200D]*/gu) || [];
      let name = "";
      for (const part of parts.slice(0, 60)) {
        if (encodeURIComponent(name + part).replace(/%../g, "-").length > 180) break;
        name += part;
      }
      return `${name.replace(/-+$/, "") || marks.store.facts.guide.id}-${day}.${kind}`;
    }

    show() {
      const { store, words } = { store: marks.store, words: this.words };
      marks.fields.show(this.name, "name");
      marks.showLost(this.querySelector("[data-lost-here]"), ["name"]);
      const where = words[store.state === "kept" ? `keep_${store.place}` : `keep_${store.state}`];
      const short = words[store.state === "kept" ? `keep_short_${store.place}` : `keep_${store.state}`];
      const isWell = store.state === "kept";
      if (store.hasAnswers()) this.others = 0; // how many projects there are besides an empty sheet
      const top = isWell && this.others ? words.keep_found.replace("{n}", this.others) : short;
      for (const [place, say] of [
        [this, where],
        [this.top, top],
        [this.line, isWell ? "" : short],
      ]) {
        const said = place.querySelector("[data-where]");
        if (said.textContent !== say) said.textContent = say;
      }
      this.ask();
      for (const place of [this, this.top, this.line]) place.toggleAttribute("data-trouble", !isWell);
      this.querySelector("[data-keep]").hidden = store.place === "device" || store.state === "gone";
      this.querySelector("[data-again]").hidden = store.state !== "gone";
      this.querySelector("[data-clear-all] span").textContent = words[`keep_clear_${store.place}`];
      const undo = this.line.querySelector("[data-undo]");
      undo.hidden = !store.undoing;
      this.line.hidden = isWell && !store.undoing;
      // what comes into view stays clear of it
      document.documentElement.toggleAttribute("data-mk-line", !this.line.hidden);
      if (store.undoing !== this.step) {
        this.step = store.undoing;
        this.line.removeAttribute("data-docked");
      }
      if (store.undoing) undo.textContent = words.keep_undo.replace("{what}", () => store.undoing.words);
      if (this.querySelector(".mk-project-panel__more").open || store.aside.size) this.projects();
    }

    /** Paper says whose sheet it is. */
    print() {
      for (const place of document.querySelectorAll("[data-print-name]"))
        place.textContent = marks.exporter.line(marks.store.get("name"));
    }

    /** Words and buttons that come and go. Typed words are only ever text. */
    say(words, ...buttons) {
      const report = document.activeElement.closest("[data-report]"); // it is said where people are
      const place = report ? report.querySelector("[data-report-said]") : this.querySelector("[data-said]");
      const line = document.createElement("p");
      line.textContent = words;
      const near = document.activeElement; // where people were: they go on from there
      const back = () => {
        if (document.activeElement === document.body)
          (near?.isConnected && near !== document.body ? near : this.querySelector("[data-save]")).focus();
      };
      const ways = buttons.length ? buttons : [[this.words.close, () => {}]];
      const row = document.createElement("p");
      row.className = "mk-project-panel__ways";
      row.append(
        ...ways.map(([label, run]) =>
          this.button(label, () => {
            place.replaceChildren();
            run();
            back();
          }),
        ),
      );
      place.replaceChildren(line, row);
      row.firstElementChild.focus();
    }

    /** What was said belongs to the project that was here. */
    hush() {
      for (const place of document.querySelectorAll("[data-report-said], mk-project-panel [data-said]"))
        place.replaceChildren();
    }

    /** What can be undone is said at the edge of the window; while people write an answer it lies over no word of
        theirs. When they have gone on, with a word or a score, it stays in its own place, below the answers. */
    stepAside() {
      const isAnswer = (field) => field.matches("mk-answer-form .mk-write, .mk-custom-marks__field .mk-write");
      document.addEventListener("focusin", ({ target }) => this.line.toggleAttribute("data-writing", isAnswer(target)));
      document.addEventListener("focusout", () => this.line.removeAttribute("data-writing"));
      document.addEventListener("input", ({ target }) => {
        if (target.closest("mk-answer-form, mk-custom-marks")) this.line.setAttribute("data-docked", "");
      });
    }

    button(label, run) {
      const made = document.createElement("button");
      made.type = "button";
      made.dir = "auto"; // it may say what people typed, in any script
      made.className = "mk-button";
      made.textContent = label;
      made.addEventListener("click", run);
      return made;
    }

    /** What is wrong, in words. A path is said as its field and its mark. */
    wrong({ wrong, what = "" }) {
      const words = this.words[`wrong_${wrong.replace("-", "_")}`] || this.words.wrong_entry;
      return words.replace("{what}", () =>
        ["entry", "long", "score", "path"].includes(wrong) ? this.spoken(what) : what,
      );
    }

    /** A path as people would say it. */
    spoken(path) {
      const [top, id, field] = path.split("/");
      const { stages, words } = marks.store.facts;
      const mark = stages.flatMap((one) => one.marks).find(([one]) => top === "mark" && one === id);
      const parts = [
        field === undefined && top !== "name" ? "" : marks.named(path),
        mark ? mark[1] : top === "own" ? words.own_name : "",
      ];
      return parts.filter(Boolean).join(", ") || words.wrong_unknown;
    }

    /** The record in a file, or what is wrong with it: { record } or { wrong, what }. */
    async read(file) {
      const { READ, read, newest } = marks.record;
      if (file.size > 4 * READ.file) return { wrong: "big" }; // a letter takes four bytes at most
      let bytes;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        return { wrong: "unread" };
      }
      const [first, second] = bytes;
      const letters =
        first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
      let text;
      try {
        text = new TextDecoder(letters, { fatal: true }).decode(bytes);
      } catch {
        text = null;
      }
      if (text === null) {
        // letters of another kind, or no text at all
        const wrong = read(new TextDecoder("latin1").decode(bytes), marks.store.facts.guide);
        return { wrong: wrong.record ? "letters" : wrong.wrong, what: wrong.what };
      }
      const found = read(text, marks.store.facts.guide);
      const YEAR = 366 * 24 * 3600 * 1000; // clocks differ, but not by this
      return found.record && newest(found.record) > Date.now() + YEAR ? { ...found, isLater: true } : found;
    }

    /** Say what a file holds before anything changes. */
    async open(file) {
      const { store, words } = { store: marks.store, words: this.words };
      this.hush();
      this.querySelector("[data-open]").focus();
      const refuse = (why) => this.say(`${words.file_refused.replace("{name}", () => file.name)} ${this.wrong(why)}`);
      const found = await this.read(file);
      if (found.wrong) {
        refuse(found);
        return;
      }
      const rows = marks.exporter.all(found.record, store.facts);
      const stages = [...new Set(rows.map((one) => one.stage || words.out_others))].join("; ");
      const slots = {
        name: marks.exporter.line(marks.record.get(found.record, "name")) || words.keep_unnamed,
        marks: rows.length,
        stages: stages ? ` (${stages})` : "",
        scores: rows.filter((one) => typeof one.score === "number").length,
      };
      const odd = marks.record.unshown(found.record, store.facts.guide);
      const holds = [
        words.file_holds.replace(/\{(\w+)\}/g, (_, name) => slots[name]),
        found.isChanged && words.file_changed,
        found.isLater && words.file_later,
        odd && words.file_unshown.replace("{n}", odd),
        words.file_asks,
      ]
        .filter(Boolean)
        .join(" ");
      const open = () => {
        store.replace(found.record, words.file_opened);
        this.opened();
      };
      if (!store.hasAnswers()) {
        // there is nothing that it could be added to
        this.say(holds, [words.file_here, open], [words.file_leave, () => {}]);
        return;
      }
      this.say(
        holds,
        [
          words.file_add,
          () => {
            if (store.add(found.record, words.file_opened)) this.opened();
            else refuse({ wrong: "too_much" });
          },
        ],
        [words.file_replace, open],
        [words.file_leave, () => {}],
      );
    }

    /** Say that a file is open, and in how many places it says something else than what was here. */
    opened() {
      const { file_in, file_beside, file_look, close } = this.words;
      const n = marks.store.apart().length;
      const first = document.querySelector(".mk-lost");
      const look = () => {
        const id = first.closest("mk-answer-form")?.path.split("/")[1];
        if (id) location.hash = id; // where one mark is shown at a time, that one
        setTimeout(() => document.querySelector(".mk-lost button")?.focus());
      };
      this.say(n ? `${file_in} ${file_beside.replace("{n}", n)}` : file_in, ...(first ? [[file_look, look]] : []), [
        close,
        () => {},
      ]);
    }

    /** Days of which only a part is typed: a browser tells nobody what it is, so it can be kept nowhere. */
    unwhole() {
      const [first] = marks.fields.half();
      if (!first) return [];
      const mark = first.closest("[role=group]");
      return [
        this.words.when_left.replace("{mark}", () => (mark ? mark.getAttribute("aria-label") : "")),
        [this.words.when_go, () => first.focus()],
      ];
    }

    /** Words that lie in this tab from before it was closed are shown to nobody who did not ask. */
    ask() {
      const { store, words } = { store: marks.store, words: this.words };
      const place = document.querySelector("[data-asked]");
      const when = store.before;
      if (when === null) {
        place.replaceChildren();
        return;
      }
      if (place.childElementCount) return;
      const line = document.createElement("p");
      line.textContent = words.before_says.replace("{when}", () => this.day(when));
      const row = document.createElement("p");
      row.className = "mk-project-panel__ways";
      row.append(
        this.button(words.before_show, () => {
          store.bring(words.keep_left);
          this.goOn();
        }),
        this.button(words.before_clear, () => {
          store.forget();
          this.goOn();
        }),
      );
      place.replaceChildren(line, row);
    }

    /** Whoever used the keyboard above the marks goes on from there. */
    goOn() {
      this.top.querySelector("a").focus();
    }

    /** A time as people say it, on the clock of this device. */
    day(when) {
      return new Date(when).toLocaleString(marks.store.facts.guide.language, {
        day: "numeric",
        month: "long",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
      });
    }

    /** Whoever finds an empty sheet sees what is kept: this place may be another than where they wrote. */
    offer() {
      const { store } = marks;
      this.projects();
      const others = store.hasAnswers() ? [] : store.projects().filter((one) => !one.isHere);
      if (!others.length) return;
      this.querySelector(".mk-project-panel__more").open = true;
      this.others = others.length;
      this.show();
    }

    /** The other projects of this browser, and what cannot be read. */
    projects() {
      const { store, words } = { store: marks.store, words: this.words };
      const others = store.projects().filter((one) => !one.isHere);
      const list = document.createElement("ul");
      for (const one of others) {
        const item = document.createElement("li");
        const name = marks.exporter.line(one.name) || words.keep_unnamed;
        const about = words.keep_about
          .replace("{n}", one.count)
          .replace("{when}", () => this.day(one.newest))
          .replace("{where}", () => words[one.isElsewhere ? "keep_elsewhere" : `keep_short_${one.place}`]);
        item.append(
          this.button(
            words.keep_open.replace("{name}", () => name),
            () => {
              this.hush();
              store.open(one.place, one.key, words.keep_left);
              this.name.focus();
            },
          ),
          ` ${about}`,
        );
        list.append(item);
      }
      for (const found of store.aside.values()) {
        const item = document.createElement("li");
        item.append(
          `${words.aside_says} ${this.wrong(found)} `,
          this.button(words.aside_save, () => marks.download(this.file("txt"), "text/plain;charset=utf-8", found.text)),
        );
        list.append(item);
      }
      const title = document.createElement("p");
      title.textContent = words.keep_others;
      const place = this.querySelector("[data-projects]");
      place.replaceChildren(...(list.childElementCount ? [title, list] : []));
      if (store.aside.size) this.querySelector(".mk-project-panel__more").open = true;
    }
  },
);
