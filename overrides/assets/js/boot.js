/* Before anything is drawn: what this reader chose before, and the way to Easy Read for those who chose it.
   The only script that a page waits for, so that no page shows itself in one size and then in another. */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const way = (/** @type {string} */ path) => new URL(path, script.src).pathname;
const marks = /** @type {Marks} */ (
  /** @type {Partial<Marks>} */ ({
    /** The path of the site, which may be one of several on its host, or a folder on a disk. */
    root: way("../../"),
    /** The same of the whole site: pages in another language stand in a folder of it, and keep what it keeps. */
    home: way(script.dataset.home || "../../"),

    /** Whether no page of this guide was open in this tab for so long that it was closed, or somebody was elsewhere:
        the next person may sit here now. It is so on every page until `who` has seen to it. */
    wasClosed(who) {
      const when = sessionStorage.getItem("marks.back");
      return Boolean(when) && sessionStorage.getItem(`marks.back.${who}`) !== when;
    },

    /** `who` has seen to it that the next person sees nothing unasked. */
    sawTo(who) {
      const when = sessionStorage.getItem("marks.back");
      try {
        if (when) sessionStorage.setItem(`marks.back.${who}`, when);
      } catch {
        /* a full tab: it is asked once more */
      }
    },

    /** A browser puts back what somebody typed, some time after the scripts have begun. Where the tab was closed, what
        is nobody's any more goes: `run` does that, for `who`. */
    afterRestore(who, run) {
      addEventListener("pageshow", ({ persisted }) => {
        if (persisted) return;
        setTimeout(() => {
          if (marks.wasClosed(who)) run();
          marks.sawTo(who);
        });
      });
    },

    /** Whether this browser lets no page keep anything. Then what is kept is forgotten with the page. */
    forgets: false,

    /** What a reader chose, kept on this device. A browser may refuse to keep anything. */
    prefs: {
      /** A choice, or null. */
      get(name) {
        try {
          return localStorage.getItem(`marks.${name}`);
        } catch {
          return null;
        }
      },

      /** Keep a choice; an empty one is forgotten. Says whether the browser let us. */
      set(name, value) {
        try {
          if (value) localStorage.setItem(`marks.${name}`, value);
          else localStorage.removeItem(`marks.${name}`);
          return true;
        } catch {
          return false;
        }
      },
    },

    /** The reader's choices: what each may be, the first being how it is anyway. */
    choices: {
      size: ["normal", "large", "larger", "largest"],
      space: ["normal", "wide"],
      contrast: ["normal", "high"],
    },

    /** Show a choice on the page. */
    show(name, value) {
      const root = document.documentElement;
      if (value && marks.choices[name].indexOf(value) > 0) root.setAttribute(`data-mk-${name}`, value);
      else root.removeAttribute(`data-mk-${name}`);
    },
  })
);

/* Where a browser refuses even to be asked, scripts would stop. They get a memory that works and forgets. */
for (const name of /** @type {("localStorage" | "sessionStorage")[]} */ (["localStorage", "sessionStorage"])) {
  try {
    window[name].getItem("");
  } catch {
    const memory = new Map();
    marks.forgets = true;
    Object.defineProperty(window, name, {
      value: {
        /** @param {string} key */
        getItem: (key) => (memory.has(String(key)) ? memory.get(String(key)) : null),
        /** @param {string} key @param {string} value */
        setItem: (key, value) => {
          memory.set(String(key), String(value));
        },
        /** @param {string} key */
        removeItem: (key) => {
          memory.delete(String(key));
        },
        clear: () => memory.clear(),
        /** @param {number} at */
        key: (at) => [...memory.keys()][at] || null,
        get length() {
          return memory.size;
        },
      },
    });
  }
}

/* A tab that was closed can be opened again, with all that was typed there, by whoever sits there next. A page that
   leaves says when. A browser that ends a page by itself, to save room, does not let it. */
{
  const reserve = () => {
    try {
      if (sessionStorage.length) sessionStorage.setItem("marks.left", "0000000000000");
    } catch {
      /* a full tab */
    }
  };
  const left = Number(sessionStorage.getItem("marks.left"));
  sessionStorage.removeItem("marks.left");
  // a link is followed before its page is left, however long the next one takes to come
  if (left && performance.timeOrigin - left > 5000) sessionStorage.setItem("marks.back", String(Date.now()));
  // room for what is noted when this page is left, though the tab may be full by then
  reserve();
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) reserve();
  });
}
addEventListener("pagehide", () => {
  try {
    if (sessionStorage.length) sessionStorage.setItem("marks.left", String(Date.now()));
  } catch {
    /* a full tab */
  }
});

document.documentElement.classList.replace("no-js", "js");
for (const name of Object.keys(marks.choices)) marks.show(name, marks.prefs.get(name));

/** <mk-easy-link view="easy" twin>: a link to the same page in Easy Read, followed at once by those who chose it. */
customElements.define(
  "mk-easy-link",
  class extends HTMLElement {
    connectedCallback() {
      if (this.querySelector("a")) this.begin();
      else
        new MutationObserver((_, watch) => {
          if (!this.querySelector("a")) return;
          watch.disconnect();
          this.begin();
        }).observe(this, { childList: true });
    }

    begin() {
      const link = this.querySelector("a");
      const easy = this.getAttribute("view") === "easy";
      if (easy && this.hasAttribute("twin") && marks.prefs.get("view") === "easy") {
        location.replace(link.href + location.hash);
        return;
      }
      const follow = () => {
        if (!easy || this.hasAttribute("twin")) link.hash = location.hash;
      };
      follow();
      for (const when of ["DOMContentLoaded", "hashchange"]) addEventListener(when, follow);
      link.addEventListener("click", () => marks.prefs.set("view", easy ? "easy" : ""));
    }
  },
);

/** <mk-color-scheme>, behind the theme's switch: light or dark, as this reader chose, or else as the device is. */
customElements.define(
  "mk-color-scheme",
  class extends HTMLElement {
    /** The buttons of the switch. @type {Part[]} */
    ways = [];
    /** Where the theme keeps what was chosen. */
    key = `${marks.home}.__palette`;

    connectedCallback() {
      this.ways = [...document.querySelectorAll("[name=__palette]")];
      if (!this.ways.length) return;
      for (const way of this.ways) {
        way.addEventListener("change", () => this.choose(way));
        // Of two radio buttons one is shown at a time, so the arrow keys have nowhere to go.
        way.addEventListener("keydown", (event) => {
          if (event.key !== "Enter") return;
          const next = this.ways[(this.ways.indexOf(way) + 1) % this.ways.length];
          next.click();
          next.focus();
        });
      }
      const device = () => this.ways.find((way) => matchMedia(way.dataset.mdColorMedia || "not all").matches);
      this.show(this.kept() || device() || this.ways[0]);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
        this.show(this.kept() || device() || this.ways[0]),
      );
    }

    kept() {
      try {
        return this.ways[JSON.parse(localStorage.getItem(this.key) || "").index];
      } catch {
        return undefined;
      }
    }

    /** @param {Part} way */
    choose(way) {
      try {
        localStorage.setItem(this.key, JSON.stringify({ index: this.ways.indexOf(way), color: this.color(way) }));
      } catch {
        /* it is shown, and not kept */
      }
      this.show(way);
    }

    /** @param {Part} way */
    color(way) {
      const {
        mdColorMedia: media,
        mdColorScheme: scheme,
        mdColorPrimary: primary,
        mdColorAccent: accent,
      } = way.dataset;
      return { media, scheme, primary, accent };
    }

    /** @param {Part} way */
    show(way) {
      const { body, head } = document;
      body.setAttribute("data-md-color-switching", ""); // nothing fades from light to dark
      for (const [name, value] of Object.entries(this.color(way))) body.setAttribute(`data-md-color-${name}`, value);
      for (const other of this.ways) if (other.nextElementSibling) other.nextElementSibling.hidden = other !== way;
      // The bar of the browser goes with the page.
      const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
      for (const [name, content] of [
        ["theme-color", backgroundColor],
        ["color-scheme", colorScheme],
      ]) {
        const meta = head.querySelector(`meta[name=${name}]`) || head.appendChild(document.createElement("meta"));
        Object.assign(meta, { name, content });
      }
      setTimeout(() => body.removeAttribute("data-md-color-switching"));
    }
  },
);
