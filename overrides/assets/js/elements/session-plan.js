/* <mk-session-plan>: the plan of a session, as it follows from the marks, the people and the minutes; and as people
   changed it. What they write is kept with their project, as everything else is. */

customElements.define(
  "mk-session-plan",
  class extends marks.SheetPart {
    /** @type {Wish | null} */
    wish = null;
    /** @type {Part} */
    list;
    /** Which rows are shown: anew only when they are others, so that nobody loses their place. */
    shown = "";

    begin() {
      const { store } = marks;
      this.list = this.querySelector("[data-list]");
      const { words } = store.facts;
      this.querySelector("[data-reset]").addEventListener("click", () =>
        store.undoable(words.plan_reset_done, () => {
          for (const path of store.paths()) if (path.startsWith(this.path(""))) store.set(path, null);
        }),
      );
      this.querySelector("[data-undo]").addEventListener("click", () => store.undo());
      const start = this.querySelector("[data-start]");
      start.addEventListener("input", () => {
        if (!start.validity.badInput) store.set(this.path("start"), start.value || null); // half a time is not none
      });
      start.addEventListener("blur", () => this.show());
      const access = this.querySelector("[data-access]");
      access.addEventListener("change", () => store.set(this.path("access"), access.checked || null));
      this.hidden = false;
    }

    /** Where something of this plan stands. @param {string} end */
    path = (end) => `plan/${this.wish?.length.id}/${end}`;

    follow() {
      return [
        marks.store.on("change", (paths) => {
          if (paths.some((path) => path === "" || path.startsWith("plan/"))) this.show();
        }),
        marks.store.on("status", () => this.undoable()),
      ];
    }

    undoable() {
      const { store } = marks;
      const way = this.querySelector("[data-undo]");
      way.hidden = !store.undoing;
      way.textContent = store.facts.words.keep_undo.replace("{what}", () => store.undoing?.words || "");
    }

    show() {
      if (!this.wish) return;
      const { store } = marks;
      const { words } = store.facts;
      const plan = marks.planOf(this.wish);
      const rows = plan.rows.map(({ key }) => this.path(key)).join();
      if (rows !== this.shown) this.list.replaceChildren(...plan.rows.map((row) => this.row(row)));
      this.shown = rows;
      for (const [at, row] of plan.rows.entries()) this.fill(this.list.children[at], row);
      const over = plan.over ? words.plan_over : words.plan_adds;
      const left = plan.left.map((id) => marks.papers.titled(id)).join("; ");
      this.querySelector("[data-adds]").textContent = [
        over.replace("{n}", String(plan.total)).replace("{over}", String(plan.over)),
        left && words.plan_left.replace("{marks}", left),
      ].join(" ");
      const start = this.querySelector("[data-start]");
      if (document.activeElement !== start) start.value = String(store.get(this.path("start")));
      this.querySelector("[data-access]").checked = store.get(this.path("access")) === true;
      this.beside(plan.rows);
      this.undoable();
    }

    /** Boxes for one part of the plan. @param {PlanRow} row */
    row(row) {
      const { store } = marks;
      const made = this.querySelector("template").content.firstElementChild.cloneNode(true);
      for (const field of made.querySelectorAll("[data-of]")) {
        const path = this.path(`${row.key}/${field.dataset.of}`);
        field.addEventListener("focus", () => store.hold(path));
        field.addEventListener("blur", () => {
          store.release(path);
          this.show();
        });
        field.addEventListener("input", () => {
          if (field.validity.badInput) return; // half a number is not none
          const words = field.value;
          const minutes = words === "" ? null : Math.min(480, Math.max(0, Math.round(Number(words))));
          const is = field.type === "number" ? minutes : words;
          const why = store.set(path, is === field.dataset.given ? null : is);
          if (why) this.querySelector("[data-adds]").textContent = store.facts.words[`full_${why}`];
        });
      }
      return made;
    }

    /** @param {Part} made @param {PlanRow} row */
    fill(made, row) {
      const { words } = marks.store.facts;
      const said = marks.planWords(/** @type {Wish} */ (this.wish), row);
      const start = String(marks.store.get(this.path("start")));
      made.querySelector("[data-time]").textContent =
        `${marks.sessionPlan.time(row.from, start)} – ${marks.sessionPlan.time(row.from + row.minutes, start)}`;
      made.setAttribute("aria-label", said.what);
      for (const field of made.querySelectorAll("[data-of]")) {
        const name = /** @type {"minutes" | "what" | "who" | "say"} */ (field.dataset.of);
        field.setAttribute(
          "aria-label",
          words.plan_cell.replace("{what}", words[`plan_${name}`]).replace("{part}", () => said.what),
        );
        field.dataset.given = name === "minutes" ? "" : said.given[name];
        if (document.activeElement !== field) field.value = name === "minutes" ? String(row.minutes) : said[name];
      }
    }

    /** What others wrote at the same time stands below, until somebody is done with it. @param {PlanRow[]} rows */
    beside(rows) {
      const { store, make, button } = marks;
      const { words } = store.facts;
      const paths = rows.flatMap(({ key }) =>
        ["minutes", "what", "who", "say"].map((name) => this.path(`${key}/${name}`)),
      );
      this.querySelector("[data-lost-here]").replaceChildren(
        ...paths.flatMap((path) =>
          store.beside(path).map(({ is }) => {
            const field = words[`plan_${path.split("/")[3]}`];
            const use = () => {
              store.release(path);
              store.set(path, is);
              store.settle(path, is);
            };
            const drop = () => store.undoable(words.lost_dropped, () => store.settle(path, is));
            return make(
              "div",
              words.lost_says.replace("{field}", () => field),
              make("blockquote", String(is)),
              button(words.lost_use, use),
              button(words.lost_drop, drop),
            );
          }),
        ),
      );
    }
  },
);
