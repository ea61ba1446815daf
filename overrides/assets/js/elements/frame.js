/* The frame of a page: the header, the menus and the contents beside the page, as far as their styles alone cannot move
   them. It reads the markup of the theme, and takes the place of the theme's own script, which is ten times as long. */

(() => {
  /** @type {{ [name: string]: Promise<unknown> }} */
  const brought = {};

  /** Bring a script that few need, once. Without a network it is asked for anew the next time.
      @type {Marks["bring"]} */
  marks.bring = (name) => {
    brought[name] =
      brought[name] ||
      new Promise((onload, fail) => {
        const onerror = () => {
          delete brought[name];
          fail(new Error(name));
        };
        const src = `${marks.root}assets/js/${name}.js`;
        document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
      });
    return brought[name];
  };
})();

(() => {
  const header = document.querySelector(".md-header");
  const main = document.querySelector(".md-main");
  const grid = main.firstElementChild;
  const heading = document.querySelector(".md-content h1");
  const all = (/** @type {string} */ selector, /** @type {ParentNode} */ inside = document) => [
    ...inside.querySelectorAll(selector),
  ];

  /* A ring is shown to those who came by keyboard: the theme asks for a class, which says the same as :focus-visible
     and is there in older browsers. */
  let byKeys = true;
  /** @param {boolean} on */
  const ring = (on) => {
    if (document.activeElement) document.activeElement.classList.toggle("focus-visible", on);
  };
  addEventListener(
    "pointerdown",
    () => {
      byKeys = false;
    },
    true,
  );
  addEventListener(
    "keydown",
    (event) => {
      if (event.metaKey || event.altKey || event.ctrlKey) return;
      byKeys = true;
      ring(true);
    },
    true,
  );
  addEventListener("focusin", () => {
    if (byKeys) ring(true);
  });
  addEventListener("focusout", (/** @type {PartEvent} */ event) => event.target.classList.remove("focus-visible"));

  /* The contents beside the page: what was read, and what is read now. Where each part begins is asked only when the
     page has another height. */
  /** @type {{ link: Part, top: number }[][]} */
  let lists = [];
  const measure = () => {
    lists = all("[data-md-component=toc]").map((list) =>
      all(".md-nav__link", list)
        .map((link) => {
          let part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
          // it is folded away, or not chosen
          while (part && (part.closest("[data-mk-out]") || !part.getClientRects().length))
            part = part.parentElement.closest("details");
          if (!part) link.classList.remove("md-nav__link--passed", "md-nav__link--active"); // it is not shown at all
          return part && { link, top: part.getBoundingClientRect().top + scrollY };
        })
        .filter(Boolean)
        .sort((one, other) => one.top - other.top),
    );
  };

  const sides = all("[data-md-component=sidebar]").map((side) => {
    const inner = side.querySelector(".md-sidebar__scrollwrap");
    return {
      side,
      inner,
      gap: inner.offsetTop,
      wide: matchMedia(side.dataset.mdType === "toc" ? "(min-width: 60em)" : "(min-width: 76.25em)"),
    };
  });

  const draw = () => {
    const y = Math.max(0, scrollY);
    const tall = header.offsetHeight;
    const top = main.offsetTop;
    const bottom = top + main.offsetHeight;
    const edge = grid.offsetTop - top;
    header.classList.toggle("md-header--shadow", top - tall <= y);
    if (heading) {
      const { offsetTop, offsetHeight } = heading;
      document
        .querySelector(".md-header__title")
        .classList.toggle("md-header__title--active", offsetHeight > 0 && y + tall - offsetTop >= offsetHeight);
    }
    const seen = Math.max(0, innerHeight - Math.max(0, top - y, tall) - Math.max(0, innerHeight + y - bottom));
    for (const { side, inner, gap, wide } of sides) {
      inner.style.height = wide.matches
        ? `${seen + Math.min(edge, Math.max(0, y - top + tall)) - edge - 2 * gap}px`
        : "";
      side.style.top = wide.matches ? `${tall}px` : "";
    }
    const end = y + innerHeight >= Math.floor(document.body.offsetHeight);
    for (const list of lists) {
      const read = list.filter((part) => end || part.top - tall - 0.8 * edge < y).length;
      list.forEach(({ link }, at) => {
        link.classList.toggle("md-nav__link--passed", at < read);
        link.classList.toggle("md-nav__link--active", at === read - 1);
      });
    }
  };

  let waiting = 0;
  const soon = () => {
    waiting =
      waiting ||
      requestAnimationFrame(() => {
        waiting = 0;
        draw();
      });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  let measuring = 0;
  const watch = new ResizeObserver(() => {
    soon();
    clearTimeout(measuring);
    measuring = setTimeout(() => {
      measure();
      soon();
    }, 60); // after the page is drawn: somebody waits for that
  });
  watch.observe(document.body);
  watch.observe(header);
  measure();
  draw();
  for (const { inner } of sides) {
    // the page that is shown is in the middle of a long menu
    const here = all(".md-nav__link--active[href]", inner).find((link) => link.clientHeight);
    if (here) inner.scrollTo({ top: here.offsetTop - inner.offsetTop - inner.offsetHeight / 2 });
  }

  /* A label is no button, so the Enter key does nothing by itself; and the theme tells with the list what is open. In
     the menu of a narrow window the page that is read opens its contents, by a label that the theme gave no place among
     what the Tab key comes to. */
  for (const label of all("label.md-nav__link:not([tabindex])")) label.tabIndex = 0;
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && document.activeElement instanceof HTMLLabelElement) document.activeElement.click();
  });
  for (const toggle of all(".md-nav__toggle")) {
    toggle.addEventListener("change", () => {
      const list = document.querySelector(`[aria-labelledby="${toggle.id}_label"]`);
      if (list) list.setAttribute("aria-expanded", String(toggle.checked));
    });
  }

  /* Where a link leads is open, and the menu that held the link is closed. */
  const arrive = () => {
    let goal = null;
    try {
      goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      /* an address may hold anything */
    }
    if (!goal) return;
    const fold = goal.closest("details:not([open])");
    if (fold) {
      fold.open = true;
      goal.scrollIntoView();
    }
  };
  addEventListener("hashchange", () => {
    arrive();
    setTimeout(() => {
      for (const toggle of all("[data-md-toggle]:checked")) toggle.click();
    }, 125);
  });
  arrive();

  if (!CSS.supports("overflow-anchor", "auto") && document.querySelector(".md-content form"))
    marks.bring("elements/still-page").catch(() => {}); // without a network the page moves

  /* Paper shows what is folded on the screen. */
  /** @type {Part[]} */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all(".md-content details:not([open])");
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
})();
