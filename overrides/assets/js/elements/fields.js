/* What does a field show? What the record holds, and never what a browser put there by itself: after the back button
   one browser empties every field, another brings back what stood there long ago. And nothing new comes into a field
   while somebody writes in it: their words would be torn. */

marks.fields = (() => {
  const { store } = marks;
  const QUIET = 1000; // milliseconds until words of others come into a field in which the cursor stands
  const IDLE = 3000; // and until they come after our own last key
  /** What we showed last in a field, or what people typed since.
      @type {WeakMap<Part, { path: string, words: string }>} */
  const known = new WeakMap();
  /** The field with the cursor, and when somebody typed there. @type {{ field: Part, path: string, typed: number } |
      null} */
  let here = null;
  let timer = 0;
  /** The field in which a letter is being put together. @type {EventTarget | null} */
  let composing = null;

  /** A box grows with its words. Most browsers do so by themselves; for the others it is told how high to be, whenever
      its words or its width change, and when it comes to be seen. @param {Part} field */
  const fit = (field) => {
    if (!field.offsetParent) return; // it is not shown, and nobody can say how high it would be
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  };
  const growsAlone = Boolean(window.CSS) && CSS.supports("field-sizing", "content");
  const widths = new WeakMap();
  const watch = new ResizeObserver((seen) => {
    for (const one of seen) {
      const target = /** @type {Part} */ (one.target);
      if (widths.get(target) === target.offsetWidth) continue; // it is but higher now, by us or by hand
      widths.set(target, target.offsetWidth);
      requestAnimationFrame(() => fit(target)); // what is watched may not change while it is told of
    }
  });
  /** @type {Fields["grow"]} */
  function grow(field) {
    if (growsAlone || !field.matches("textarea")) return;
    watch.observe(field);
    fit(field);
  }

  const all = () => [...document.querySelectorAll(".mk-write")].filter((field) => known.has(field));
  /** @param {Part} field */
  const isHalf = (field) => field.type === "date" && field.validity.badInput;

  /** Where nobody typed, the words of the record stand. @param {Part} field */
  function restore(field) {
    const own = known.get(field);
    if (!own || isHalf(field) || field === composing || field.value === own.words) return;
    field.value = own.words;
  }

  /** New words in a field where the cursor stands: it stays where it was. @type {Fields["refill"]} */
  function refill(field, words) {
    const tail = field.selectionEnd === null ? null : field.value.slice(field.selectionEnd);
    const head = field.selectionStart;
    field.value = words;
    grow(field);
    if (tail === null || document.activeElement !== field) return;
    const at = tail && words.endsWith(tail) ? words.length - tail.length : Math.min(head, words.length);
    field.setSelectionRange(at, at);
  }

  /** Show what the record holds at a path, at once or when nobody writes there any more. @type {Fields["show"]} */
  function show(field, path) {
    const words = String(store.get(path));
    const own = known.get(field);
    const writing = here?.field === field ? here : null;
    if (writing && store.isHeld(path)) {
      if (own?.words !== words) soon(QUIET);
      return;
    }
    const isNew = !own || own.path !== path || own.words !== words;
    known.set(field, { path, words });
    if (writing) {
      writing.path = path;
      store.hold(path);
    }
    if (field === composing || (isHalf(field) && !isNew)) return; // a letter is being put together, or a day
    if (field.value !== words) refill(field, words);
    say(field, wrong(field, path));
  }

  /** In a while, what others wrote comes into the field with the cursor. @param {number} wait */
  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!here) return;
      const left = here.typed + IDLE - Date.now();
      if (left > 0 || here.field === composing) {
        soon(Math.max(left, QUIET));
        return;
      }
      const { field, path } = here;
      if (store.isApart(path)) return; // the words stand beside the field until people leave it
      here = null;
      store.release(path);
      show(field, path);
      if (document.activeElement === field) enter(field);
    }, wait);
  }

  /** @param {Part} field */
  function enter(field) {
    const own = known.get(field);
    if (!own) return;
    if (here && here.field !== field) leave();
    here = { field, path: own.path, typed: 0 };
    store.hold(own.path);
  }

  function leave() {
    if (!here) return;
    const { field, path } = here;
    here = null;
    clearTimeout(timer);
    store.release(path);
    if (known.get(field)?.path === path) show(field, path);
  }

  /** What is wrong with what stands in a field, in words; "" for nothing. @param {Part} field @param {string} path */
  function wrong(field, path) {
    const { words } = store.facts;
    if (field.type !== "date") return "";
    if (isHalf(field)) return words.when_half;
    const there = String(store.get(path));
    if (there && !field.value) return words.when_words.replace("{words}", () => there);
    const { rangeUnderflow, rangeOverflow } = field.validity;
    return rangeUnderflow || rangeOverflow
      ? words.when_year
          .replace("{year}", String(Number(field.value.split("-")[0])))
          .replace("{now}", String(new Date().getFullYear()))
      : "";
  }

  let count = 0; // for the ids of what is said

  /** Say below a field what is wrong with it. It is no part of its label, which would be read out whole each time.
      @param {Part} field @param {string} words */
  function say(field, words) {
    const above = field.closest("label") || field;
    let line = above.nextElementSibling;
    if (!line?.classList.contains("mk-misfit")) {
      if (!words) return;
      line = document.createElement("p");
      line.className = "mk-misfit mk-screen";
      count += 1;
      line.id = `misfit--${count}`;
      line.setAttribute("role", "alert");
      above.after(line);
    }
    if (line.textContent !== words) line.textContent = words;
    for (const [name, value] of [
      ["aria-invalid", "true"],
      ["aria-describedby", line.id],
    ]) {
      if (words) field.setAttribute(name, value);
      else field.removeAttribute(name);
    }
  }

  /** Somebody typed. `source`: the element that shows it already. @type {Fields["typed"]} */
  function typed(field, path, source) {
    let words = field.value;
    if (here && here.field === field) here.typed = Date.now();
    if (isHalf(field)) return; // the day that stands in the record stays until another is whole
    known.set(field, { path, words });
    if (field.type === "date") {
      // a year of two digits is one of this century
      words = words.replace(/^00(\d\d)-/, `${String(new Date().getFullYear()).slice(0, 2)}$1-`);
    }
    const why = store.set(path, words, source);
    if (field.type !== "date" || why) say(field, why ? store.facts.words[`full_${why}`] : "");
    // a year is wrong while its first figures are typed: that is said later
    else if (!wrong(field, path)) say(field, "");
  }

  addEventListener("focusin", (/** @type {PartEvent} */ event) => {
    // in WebKit a day that is picked takes the cursor into its field anew, before anybody is told which day it is
    if (event.target.type !== "date") restore(event.target);
    enter(event.target);
  });
  addEventListener("focusout", (/** @type {PartEvent} */ event) => {
    if (!here || here.field !== event.target) return;
    const { field, path } = here;
    if (field.type === "date") {
      // a day is whole or it is not: the one that stands in the record is shown
      store.release(path);
      if (!isHalf(field)) show(field, path);
      say(field, wrong(field, path));
    }
    setTimeout(() => {
      if (here && here.field === field && document.activeElement !== field) leave();
    }, QUIET / 2); // a button beside it may have been meant
  });
  addEventListener("beforeinput", (/** @type {PartEvent} */ event) => restore(event.target));
  addEventListener("input", (/** @type {PartEvent} */ { target }) => {
    if (!growsAlone && target.matches("textarea.mk-write")) fit(target);
  });
  addEventListener("compositionstart", (event) => {
    composing = event.target;
  });
  addEventListener("compositionend", () => {
    composing = null;
  });
  const anew = (/** @type {PartEvent} */ event) =>
    setTimeout(() => {
      // after the browser has done what it does: it empties a form when this event is over, and tells nobody then
      const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
      for (const field of all()) restore(field);
      if (event.persisted || event.type === "reset" || !way || way.type !== "navigate") store.show();
    });
  addEventListener("reset", anew);
  addEventListener("pageshow", anew);

  return { grow, refill, show, typed, half: () => all().filter(isHalf) };
})();
