/* What is every element of a sheet? It is made ready once, and told of changes for as long as it stands on the page.
   One that is moved goes and comes; one that is taken away is told nothing any more. */

marks.SheetPart = class SheetPart extends HTMLElement {
  /** Those out of sight that are still to show what is so. @type {Set<SheetPart>} */
  static late = new Set();
  /** Tells whose place is in sight, or near. @type {IntersectionObserver | null} */
  static watcher = null;

  /** Whether somebody presses now. */
  static isPressed = false;

  isReady = false;
  /** Whether people may be looking at it. */
  isNear = true;
  /** What it is told, while it is: each ends one. @type {(() => void)[]} */
  ears = [];

  connectedCallback() {
    if (!this.isReady) this.begin();
    this.isReady = true;
    this.ears = this.follow();
    this.show();
  }

  disconnectedCallback() {
    for (const forget of this.ears) forget();
    this.ears = [];
    SheetPart.late.delete(this);
  }

  /** Ask to be told whether it is near what people look at. */
  watch() {
    SheetPart.watcher =
      SheetPart.watcher ||
      new IntersectionObserver(
        (list) => {
          for (const { target, isIntersecting } of list) /** @type {SheetPart} */ (target).come(isIntersecting);
        },
        { rootMargin: "50%" },
      );
    SheetPart.watcher.observe(this);
  }

  /** It came near, or went. @param {boolean} isNear */
  come(isNear) {
    this.isNear = isNear;
    if (isNear) this.showLate();
  }

  /** Show what is so, if that is still to do. */
  showLate() {
    if (SheetPart.late.delete(this)) this.show();
  }

  /** Show what is so: out of sight when the page has answered people, one part after the other. */
  showSoon() {
    if (this.isNear || document.hidden || !this.isMuch()) this.show();
    else this.showAfter();
  }

  /** Show what is so when the page has answered people. */
  showAfter() {
    const { late } = SheetPart;
    const next = () => {
      const [one] = late;
      one?.showLate();
      if (late.size) setTimeout(next);
    };
    if (!late.size) requestAnimationFrame(() => setTimeout(next));
    late.add(this);
  }

  /** Make it ready. */
  begin() {}

  /** Show what is so. */
  show() {}

  /** Whether that takes long. */
  isMuch() {
    return true;
  }

  /** Ask to be told. It gives what ends that. @returns {(() => void)[]} */
  follow() {
    return [];
  }

  /** The same for what was written by others below any of these paths. @param {string[]} starts
      @param {() => void} [run] what it does then */
  heed(starts, run = () => this.show()) {
    return marks.store.on("change", (paths, source) => {
      if (source !== this && starts.some((one) => marks.within(paths, one))) run();
    });
  }

  /** The same for an event of the window. @param {string} kind @param {(event: Event) => void} listener */
  hear(kind, listener) {
    addEventListener(kind, listener);
    return () => removeEventListener(kind, listener);
  }
};

for (const kind of ["pointerdown", "pointerup", "pointercancel"])
  addEventListener(
    kind,
    () => {
      marks.SheetPart.isPressed = kind === "pointerdown";
    },
    true,
  );

// paper shows all that is so
addEventListener("beforeprint", () => {
  for (const one of [...marks.SheetPart.late]) one.showLate();
});
