/* <mk-lake-chart>: says in words what somebody looks at in the picture of the Lake, puts it into their basket, and
   prints the picture as a poster. The Tab key goes to the picture, the arrow keys from idea to idea in it. */

customElements.define(
  "mk-lake-chart",
  class LakeChart extends HTMLElement {
    static REST = 150; // milliseconds that a pointer rests on an idea that is looked at: it crosses others on its way
    /** @type {{ [key: string]: [number, number] }} */
    static WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

    /** The ideas of the picture, each with its place. @type {{ link: Part, at: number[] }[]} */
    ideas = [];
    /** @type {Part | null} */
    seen = null;
    rest = 0;
    /** Where the pointer was last, in the window. */
    spot = "";
    /** What was looked at when a finger came down, if one did. @type {Part | null | undefined} */
    touched;

    /** @param {Event} event */
    static spotOf(event) {
      const { clientX, clientY } = /** @type {PointerEvent} */ (event);
      return `${clientX} ${clientY}`;
    }

    connectedCallback() {
      const chart = document.querySelector(".mk-chart");
      this.ideas = [...chart.querySelectorAll(".mk-float")].map((link) => ({
        link,
        at: (link.getAttribute("transform").match(/-?[\d.]+/g) || []).map(Number),
      }));
      const idea = (/** @type {Event} */ { target }) => /** @type {Part} */ (target).closest(".mk-float");
      // an idea that slides under a pointer while the page moves is not looked at: the pointer has to move
      for (const moved of ["pointermove", "pointerdown"])
        document.addEventListener(moved, (event) => (this.spot = LakeChart.spotOf(event)));
      chart.addEventListener("pointerover", (event) => {
        const isStill = this.spot === LakeChart.spotOf(event);
        chart.toggleAttribute("data-still", isStill);
        if (isStill) return;
        clearTimeout(this.rest);
        const link = idea(event);
        if (link) this.rest = setTimeout(() => this.look(link), LakeChart.REST);
      });
      chart.addEventListener("focusin", (event) => this.stand(idea(event)));
      chart.addEventListener("keydown", (/** @type {PartEvent} */ event) => this.step(event));
      chart.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
        this.touched = event.pointerType === "touch" ? this.seen : undefined;
      });
      chart.addEventListener("click", (event) => this.press(event, idea(event)));
      document.addEventListener("mk-ideas", () => {
        this.stand();
        for (const button of this.querySelectorAll("[data-paper]")) button.disabled = !this.shown().length;
      });
      this.begin(chart);
      this.stand(this.back());
      this.seen?.focus();
      const larger = this.querySelector("[data-larger]");
      larger.addEventListener("click", () => {
        const isLarge = chart.classList.toggle("mk-chart--large");
        larger.setAttribute("aria-pressed", String(isLarge));
      });
      const poster = document.documentElement.dataset;
      let isAsked = false;
      for (const button of this.querySelectorAll("[data-paper]")) {
        button.addEventListener("click", () => {
          poster.mkPoster = button.dataset.paper;
          isAsked = true;
          print();
        });
      }
      addEventListener("beforeprint", () => {
        if (!isAsked) delete poster.mkPoster; // printed again, by the browser's own menu
        isAsked = false;
      });
      this.hidden = false;
    }

    /** A telephone has no room for all shores: it begins at the first one. @param {Element} chart */
    begin(chart) {
      const frame = /** @type {Part} */ (chart.parentElement);
      const middle = (/** @type {Element | null} */ one) => {
        const { left = 0, width = 0 } = one?.getBoundingClientRect() || {};
        return left + width / 2;
      };
      frame.scrollLeft += middle(chart.querySelector(".mk-chart__shore")) - middle(frame);
    }

    /** A finger cannot rest on an idea as a pointer does: its first touch looks, and the next one goes there.
        @param {Event} event @param {Part | null} link */
    press(event, link) {
      if (!link || this.touched === undefined || this.touched === link) {
        this.leave(link);
        return;
      }
      event.preventDefault();
      this.querySelector("[data-told]").setAttribute("aria-live", "polite");
      this.stand(link);
      link.querySelector("circle").scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    /** Whoever goes to read an idea comes back to it. @param {Part | null} link */
    leave(link) {
      try {
        if (link) history.replaceState({ idea: link.dataset.idea }, "");
      } catch {
        // a browser that lets nobody note anything of a page on a disk
      }
    }

    /** The idea from which somebody left the picture, when they come back. */
    back() {
      const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
      if (way?.type !== "back_forward") return null;
      return this.ideas.find(({ link }) => link.dataset.idea === history.state?.idea)?.link || null;
    }

    /** The ideas that are shown. */
    shown() {
      return this.ideas.filter(({ link }) => !link.hasAttribute("data-mk-out"));
    }

    /** One idea is where the Tab key comes to: the one that had it last, or the first that is shown.
        @param {Part | null} [link] */
    stand(link = null) {
      const shown = this.shown();
      const last = shown.find((one) => one.link.getAttribute("tabindex") === "0");
      const here = link || last?.link || shown[0]?.link;
      for (const one of this.ideas) {
        const stop = one.link === here ? "0" : "-1";
        if (one.link.getAttribute("tabindex") !== stop) one.link.setAttribute("tabindex", stop);
      }
      if (link) this.look(link);
    }

    /** From an idea to the one beside it. @param {PartEvent & { altKey?: boolean, ctrlKey?: boolean }} event */
    step(event) {
      const here = this.ideas.find(({ link }) => link === document.activeElement);
      if (!here || event.altKey || event.ctrlKey) return;
      const shown = this.shown();
      const [first, last] = [shown[0], shown[shown.length - 1]];
      const next = event.key === "Home" ? first : event.key === "End" ? last : this.beside(here.at, event.key);
      if (!next) return;
      event.preventDefault();
      next.link.focus();
    }

    /** The nearest in the way of an arrow: what lies aside counts as further away.
        @param {number[]} from @param {string} key */
    beside([left, top], key) {
      const way = LakeChart.WAYS[key];
      if (!way) return null;
      let [found, least] = [/** @type {LakeChart["ideas"][number] | null} */ (null), Number.POSITIVE_INFINITY];
      for (const one of this.shown()) {
        const [across, down] = [one.at[0] - left, one.at[1] - top];
        const ahead = across * way[0] + down * way[1];
        const aside = Math.abs(across * way[1]) + Math.abs(down * way[0]);
        if (ahead <= 0 || aside > 2 * ahead || ahead + 2 * aside >= least) continue;
        [found, least] = [one, ahead + 2 * aside];
      }
      return found;
    }

    /** @param {Part} link */
    look(link) {
      clearTimeout(this.rest);
      if (this.seen === link) return;
      this.seen = link;
      const title = link.querySelector("title").textContent;
      const way = Object.assign(document.createElement("a"), { href: link.getAttribute("href"), textContent: title });
      way.addEventListener("click", () => this.leave(link));
      this.querySelector("[data-title]").replaceChildren(way);
      this.toggleAttribute("data-looks", true);
      this.querySelector("[data-says]").textContent = link.querySelector("desc").textContent;
      const place = this.querySelector("[data-ways]");
      marks.ideasHere?.ways(link.dataset.idea, title).then(
        (made) => {
          if (this.seen === link) place.replaceChildren(made);
        },
        () => {}, // no network: what it says is there all the same
      );
    }
  },
);
