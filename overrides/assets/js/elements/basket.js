/* <mk-basket goal="../lake/">: the ideas that a group wants to try, each with who and by when; and room for ideas of
   their own. `data-keep`: on a page that has no other place to keep them. */

customElements.define(
  "mk-basket",
  class extends marks.SheetPart {
    /** @type {Part} */
    list;
    /** @type {Part} */
    said;
    /** @type {Part} */
    back;
    /** @type {Part} */
    field;
    /** @type {Part} */
    goal;
    /** Said where nothing else on the page says that what is in the basket is not kept. @type {Part} */
    alarm;

    begin() {
      const { make, button, store } = marks;
      const { words } = store.facts;
      this.list = make("ul");
      this.list.className = "mk-basket__list";
      this.said = make("p");
      this.said.setAttribute("role", "status");
      this.back = button("", () => {
        store.undo();
        this.field.focus();
      });
      this.field = Object.assign(document.createElement("input"), { className: "mk-write", dir: "auto" });
      this.field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault(); // the sheet is one form
        this.add();
      });
      this.goal = document.createElement("select");
      this.goal.className = "mk-write";
      const own = make("fieldset", "", make("legend", words.basket_own));
      const ways = make(
        "div",
        "",
        this.labelled(words.basket_name, this.field),
        this.labelled(words.basket_for, this.goal),
      );
      ways.className = "mk-basket__own";
      own.className = "mk-screen";
      own.append(
        ways,
        button(words.basket_add, () => this.add()),
      );
      const back = make("p", "", this.back);
      back.className = "mk-screen";
      this.alarm = make("div");
      this.alarm.className = "mk-basket__alarm mk-screen";
      this.alarm.setAttribute("role", "alert");
      const keep = this.querySelector("[data-keep]");
      this.append(this.alarm, this.list, own, this.said, back);
      if (keep) {
        keep.querySelector("[data-device]").addEventListener("click", () => this.keep());
        keep.querySelector("[data-file]").addEventListener("click", () => this.save());
        this.append(keep);
      }
      this.goals();
      this.hidden = false;
    }

    /** @param {string} label @param {Part} field */
    labelled(label, field) {
      const made = marks.make("label", label, field);
      made.className = "mk-asked";
      return made;
    }

    /** What an idea may be for: no one mark, a stage, or a mark of it. */
    goals() {
      const { make, store } = marks;
      const option = (/** @type {string} */ label, /** @type {string} */ value) =>
        Object.assign(make("option", label), { value });
      const { words, stages } = store.facts;
      this.goal.replaceChildren(
        option(words.basket_any, ""),
        ...stages.map((stage) => {
          const group = make(
            "optgroup",
            "",
            option(
              words.basket_all.replace("{stage}", () => stage.title),
              `stage/${stage.id}`,
            ),
          );
          group.setAttribute("label", stage.title);
          group.append(...stage.marks.map(([id, title]) => option(title, `mark/${id}`)));
          return group;
        }),
      );
    }

    add() {
      const { store, trying, answers } = marks;
      const { words } = store.facts;
      const title = answers.line(this.field.value);
      if (!title) {
        this.field.focus();
        return;
      }
      const why = trying.own(title, this.goal.value);
      if (!why) this.field.value = this.goal.value = "";
      this.said.textContent = why ? words[`full_${why}`] : words.basket_said.replace("{idea}", () => title);
      this.field.focus();
    }

    follow() {
      return [
        this.heed(["idea/", "own-idea/", "round/"], () => {
          this.said.textContent = ""; // it was said of what was there before
          this.show();
        }),
        marks.store.on("status", () => {
          this.undo();
          this.keeping();
        }),
      ];
    }

    show() {
      const { store, basket } = marks;
      const paths = basket.all(store.record);
      const there = new Map([...this.list.children].map((one) => [one.dataset.of, one]));
      const items = paths.map((path) => this.item(path, there.get(path)));
      // what stands there stays where it is: somebody may be writing in it
      for (const [path, one] of there) if (!paths.includes(path)) one.remove();
      items.forEach((one, at) => {
        if (this.list.children[at] !== one) this.list.insertBefore(one, this.list.children[at] || null);
      });
      this.list.hidden = !paths.length;
      const fold = this.closest("[data-basket-fold]");
      fold?.classList.toggle(
        "mk-screen",
        !fold.hasAttribute("data-paper") || !this.list.querySelector("li:not(.mk-screen)"),
      );
      const count = fold?.querySelector("[data-count]");
      if (count) count.textContent = paths.length ? ` (${paths.length})` : "";
      this.dispatchEvent(new CustomEvent("mk-basket", { bubbles: true }));
      this.undo();
      this.keeping();
    }

    /** On a page that says nowhere else where words are kept. */
    keeping() {
      const { make, button, store } = marks;
      const isWell = store.state === "kept" || Boolean(document.querySelector(".mk-project-panel"));
      const keep = this.querySelector("[data-keep]");
      if (keep) {
        keep.hidden = !isWell || store.isExample || !this.list.children.length;
        keep.querySelector("[data-device]").hidden = store.place === "device";
      }
      const said = isWell ? "" : store.facts.words[`keep_${store.state}`];
      if (this.alarm.dataset.said === said) return;
      this.alarm.dataset.said = said;
      this.alarm.replaceChildren(
        ...(isWell ? [] : [make("p", said), button(store.facts.words.file_save, () => this.save())]),
      );
      const fold = this.closest("details");
      if (fold && !isWell) fold.open = true;
    }

    /** Keep the project on this device: a tab is soon closed. */
    keep() {
      const { store } = marks;
      const { words } = store.facts;
      const failed = store.keep();
      this.said.textContent = words[failed ? `keep_no_${failed}` : "keep_device"];
      this.field.focus({ preventScroll: true }); // the button is gone
    }

    /** What cannot be kept here goes into a file. */
    save() {
      const { store, savedFile } = marks;
      const name = `${store.facts.guide.id}.json`;
      store.flush();
      marks.download(name, "application/json", savedFile.write(store.record));
      this.said.textContent = store.facts.words.file_saved.replace("{name}", name);
    }

    /** On a page that shows nowhere else what can be undone. */
    undo() {
      const { undoing, facts } = marks.store;
      this.back.parentElement.hidden = !undoing || Boolean(document.querySelector("[data-kept-line]"));
      if (undoing) this.back.textContent = facts.words.keep_undo.replace("{what}", () => undoing.words);
    }

    /** What people call an idea of their own can be put right where it stands.
        @param {Part} made @param {string} path */
    own(made, path) {
      const { fields, store } = marks;
      let field = made.querySelector("[data-own]");
      if (!field) {
        field = Object.assign(document.createElement("input"), { className: "mk-write", dir: "auto" });
        field.dataset.own = "title";
        field.addEventListener("input", (/** @type {PartEvent} */ { target }) =>
          fields.typed(target, `${path}/title`, target),
        );
        const label = this.labelled(store.facts.words.basket_name, field);
        label.classList.add("mk-screen");
        made.firstElementChild.after(label);
      }
      fields.show(field, `${path}/title`);
    }

    /** An idea of the basket. @param {string} path @param {Part | undefined} old */
    item(path, old) {
      const { make, store, basket } = marks;
      const { record, facts } = store;
      const title = basket.title(record, facts, path);
      const goals = basket.goals(record, facts, path).join("; ");
      const made = old || make("li");
      if (!old) {
        const ways = Object.assign(document.createElement("mk-idea-ways"), { className: "mk-screen" });
        ways.setAttribute("of", path);
        ways.setAttribute("name", title);
        ways.setAttribute("for", ""); // what is chosen on the page says nothing of it
        made.dataset.of = path;
        made.append(make("p"), ways);
      }
      const name = make("strong", basket.isOwn(path) ? title : "");
      if (basket.isOwn(path)) this.own(made, path);
      else {
        const link = make("a", title);
        link.href = `${this.getAttribute("goal") || ""}#${encodeURIComponent(path.split("/")[1])}`;
        name.append(link);
      }
      const [head] = made.children;
      const said = [title, goals].join("\n");
      if (head.dataset.said !== said)
        head.replaceChildren(name, ...(goals ? [`. ${facts.words.basket_helps}: `, make("bdi", goals)] : []));
      head.dataset.said = said;
      made.classList.toggle("mk-screen", basket.isPlanned(record, path, store.round)); // on paper it stands in the plan
      return made;
    }
  },
);
