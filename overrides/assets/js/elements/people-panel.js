/* <mk-people-panel sheet="planning">: who is here, when and where, and the codes that they bring. */

customElements.define(
  "mk-people-panel",
  class extends marks.SheetPart {
    /** For how long people want to talk; 0 without a timer. */
    minutes = 0;
    /** Whether it has opened by itself. */
    wasOpened = false;
    /** How many people are here. @type {Part} */
    here;
    /** @type {Part} */
    typed;

    begin() {
      const { store } = marks;
      this.here = this.querySelector("[data-number-of=here]");
      this.typed = this.querySelector("[data-typed]");
      for (const field of this.querySelectorAll("[data-number-of]")) {
        field.addEventListener("input", () => this.count(field));
        field.addEventListener("blur", () => this.show()); // what is no number gives way to the one that counts
      }
      this.addEventListener("input", (/** @type {PartEvent} */ { target }) => this.note(target));
      const hide = this.querySelector("[data-hide]");
      const timed = this.querySelector("[data-timed]");
      const minutes = this.querySelector("[data-minutes]");
      hide.checked = Boolean(this.kept("hide"));
      timed.checked = Boolean(this.kept("timer"));
      if (timed.checked) minutes.querySelector("input").value = this.kept("timer");
      hide.addEventListener("change", () => this.hide(hide));
      for (const one of [timed, minutes]) one.addEventListener("input", () => this.time(timed, minutes));
      customElements.whenDefined("mk-everyone-scores").then(() => {
        if (hide.checked) this.hide(hide);
        if (timed.checked) this.time(timed, minutes);
      });
      this.querySelector("[data-add]").addEventListener("click", () => this.add());
      const scan = this.querySelector("[data-scan]");
      scan.hidden = location.protocol === "file:"; // no phone gets there
      scan.addEventListener("click", () => this.scan(scan));
      this.querySelector("[data-people]").addEventListener("click", (/** @type {PartEvent} */ { target }) => {
        const button = target.closest("[data-out]");
        if (button) this.out(button.closest("li"));
      });
      marks.afterRestore("codes", () => (this.typed.value = ""));
      this.hidden = false;
      const [, code] = /#scores=([\w-]+)/.exec(location.hash) || [];
      if (code) store.recovered.then(() => this.bring(code));
    }

    follow() {
      return [
        marks.store.on("change", (paths, source) => {
          if (source === this) return;
          if (paths.some((path) => path === "" || /^(?:person|chosen)\//.test(path))) this.show();
          else if (marks.within(paths, "round/")) this.showAfter();
        }),
      ];
    }

    /** Where a field of this round stands. @param {string} name */
    of(name) {
      return `round/${marks.store.round}/${name}`;
    }

    show() {
      const { store, fields } = marks;
      for (const field of this.querySelectorAll("[data-number-of]")) {
        if (document.activeElement !== field) field.value = String(store.get(this.of(field.dataset.numberOf)));
      }
      for (const field of this.querySelectorAll("[data-of-round]")) fields.show(field, this.of(field.dataset.ofRound));
      this.people();
      const phones = this.querySelector("[data-phones]");
      if (phones) phones.hash = `marks=${marks.codeEntry.chosen().join()}`;
      if (this.wasOpened || !marks.group.people().length) return;
      this.wasOpened = true;
      this.unfold(this.querySelector("[data-fold]"));
    }

    /** How many people take part, here or from home: whole numbers only. @param {Part} field */
    count(field) {
      const { value, validity } = field;
      if (validity.badInput) return; // half a number is not none
      if (value !== "" && !/^\d{1,2}$/.test(value)) return;
      marks.store.set(this.of(field.dataset.numberOf), value === "" ? null : Number(value), this);
      this.people();
    }

    /** What this tab keeps of how people score: hidden, or with a timer.
        @param {string} name @param {string} [value] */
    kept(name, value) {
      try {
        if (value !== undefined) sessionStorage.setItem(`marks.${name}`, value);
        return sessionStorage.getItem(`marks.${name}`) || "";
      } catch {
        return "";
      }
    }

    /** Scores are hidden until people show them, on every page of this tab. @param {Part} box */
    hide(box) {
      const Scores = /** @type {{ isHidden: boolean }} */ (
        /** @type {unknown} */ (customElements.get("mk-everyone-scores"))
      );
      Scores.isHidden = box.checked;
      this.kept("hide", box.checked ? "yes" : "");
      dispatchEvent(new Event("mk-hide"));
    }

    /** A timer for the talk of each mark, for as many minutes as people say.
        @param {Part} timed @param {Part} minutes */
    time(timed, minutes) {
      minutes.hidden = !timed.checked;
      const count = Math.round(Number(minutes.querySelector("input").value));
      this.minutes = timed.checked ? Math.min(Math.max(count, 1), 99) : 0;
      this.kept("timer", this.minutes ? String(this.minutes) : "");
      const found = () =>
        /** @type {{ minutes: number } | undefined} */ (/** @type {unknown} */ (customElements.get("mk-talk-timer")));
      const turn = () => {
        const Timer = found();
        if (Timer) Timer.minutes = this.minutes;
        dispatchEvent(new Event("mk-timer"));
      };
      if (found() || !this.minutes) turn();
      else
        marks
          .bring("elements/talk-timer")
          .then(turn)
          .catch(() => {}); // no network, no timer: the next time, perhaps
    }

    /** @param {Part} field */
    note(field) {
      const { store, fields, group } = marks;
      if (field.dataset.ofRound) fields.typed(field, this.of(field.dataset.ofRound), this);
      const name = field.dataset.ofPerson;
      if (!name) return;
      const seat = group.seats().find(({ id }) => id === field.closest("li").dataset.id);
      if (!seat) return;
      group.seat(seat, this);
      if (name === "name") fields.typed(field, `person/${seat.id}/name`, this);
      else store.set(`person/${seat.id}/${name}`, field.value || null, this);
    }

    /** A line for each person: made once, and then only filled. */
    people() {
      const { group, fields } = marks;
      const place = this.querySelector("[data-people]");
      const seats = group.seats();
      document.documentElement.toggleAttribute("data-mk-group", seats.length > 0); // a field each makes a sheet long
      this.more(seats.length);
      const there = new Map([...place.children].map((one) => [one.dataset.id, one]));
      const { content } = this.querySelector("template");
      for (const [id, line] of there) if (!seats.some((seat) => seat.id === id)) line.remove();
      for (const [at, seat] of seats.entries()) {
        const line = there.get(seat.id) || document.importNode(content, true).firstElementChild;
        line.dataset.id = seat.id;
        if (place.children[at] !== line) place.insertBefore(line, place.children[at] || null);
        this.name(line, seat.number);
        fields.show(line.querySelector("[data-of-person=name]"), `person/${seat.id}/name`);
        const side = line.querySelector("[data-of-person=side]");
        if (side) side.value = seat.side;
      }
    }

    /** Say in a line whose it is. @param {Part} line @param {number} number */
    name(line, number) {
      const called = marks.store.facts.words.all_person.replace("{n}", String(number));
      const out = line.querySelector("[data-out]");
      out.dataset.out = out.dataset.out || out.textContent;
      const leaves = marks.store.round > 1 ? out.dataset.away : out.dataset.out;
      if (line.dataset.said === `${called} ${leaves}`) return;
      line.dataset.said = `${called} ${leaves}`;
      line.querySelector("[data-number]").textContent = called;
      out.textContent = leaves;
      for (const one of [...line.querySelectorAll("label"), out]) {
        const said = String(one.firstChild?.textContent).trim();
        (one.querySelector("input, select") || out).setAttribute("aria-label", `${said}: ${called}`);
      }
    }

    /** Say that more people have a number than take part: nobody else knows who is not here. @param {number} count */
    more(count) {
      const { words } = marks.store.facts;
      const expected = marks.group.expected();
      const isMore = expected > 0 && count > expected;
      const line = this.querySelector("[data-more]");
      const said = isMore ? words.all_more.replace("{n}", String(count)).replace("{total}", String(expected)) : "";
      line.hidden = !isMore;
      if (line.textContent !== said) line.textContent = said;
    }

    /** Take somebody out, who can be brought back. @param {Part} line */
    out(line) {
      const { store, group } = marks;
      const seat = group.seats().find(({ id }) => id === line.dataset.id);
      if (!seat) return;
      const words = store.facts.words.all_gone.replace("{person}", () => group.called(seat));
      this.here.focus(); // before anything is drawn anew
      store.undoable(words, () => group.leave(seat));
      this.here.value = String(store.get(this.of("here"))); // one fewer
    }

    /** Somebody came with a code in a link. @param {string} code */
    bring(code) {
      this.unfold(this.querySelector("[data-codes]"));
      this.typed.value = code;
      this.querySelector("[data-add]").focus();
      history.replaceState(null, "", location.pathname + location.search); // so that it is not added again
    }

    /** Show the way to people's own scores as a square that phones read, or put it away. @param {Part} button */
    async scan(button) {
      const place = this.querySelector("[data-scanned]");
      const { words } = marks.store.facts;
      const isShown = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(isShown));
      place.hidden = !isShown;
      if (!isShown) return;
      const { href } = this.querySelector("[data-own]");
      try {
        await marks.bring("core/qr");
        await marks.bring("elements/scan-code");
        if (marks.scanCode(place, href, words.code_scanned)) return;
      } catch {
        /* no network: the address is there all the same */
      }
      place.textContent = words.code_not_scanned.replace("{address}", () => href);
    }

    /** Open a fold, and those that it lies in. @param {Part} fold */
    unfold(fold) {
      for (let one = fold; one; one = one.parentElement?.closest("details")) one.open = true;
    }

    add() {
      const said = this.querySelector("[data-added]");
      const asks = this.querySelector("[data-asks]");
      const done = marks.codeEntry.add(this.typed.value, this.getAttribute("sheet"));
      this.typed.value = done.left.join("\n");
      const line = (/** @type {string} */ words) => marks.make("p", words);
      said.replaceChildren(...done.said.map(line));
      asks.replaceChildren();
      for (const ask of done.asks) {
        const { code_other, code_same } = marks.store.facts.words;
        const box = marks.make("div", "", line(ask.words));
        const end = (/** @type {string} */ words) => {
          box.remove();
          if (words) said.append(line(words));
          (asks.querySelector("button") || this.typed).focus();
        };
        box.append(
          marks.button(code_other, () => end(ask.yes())),
          marks.button(code_same, () => end("")),
        );
        asks.append(box);
      }
      (asks.querySelector("button") || this.typed).focus();
    }
  },
);
