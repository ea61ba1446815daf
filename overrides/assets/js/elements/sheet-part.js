/* What is every element of a sheet? It is made ready once, and told of changes for as long as it stands on the page.
   One that is moved goes and comes; one that is taken away is told nothing any more. */

marks.SheetPart = class extends HTMLElement {
  isReady = false;
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
  }

  /** Make it ready. */
  begin() {}

  /** Show what is so. */
  show() {}

  /** Ask to be told. It gives what ends that. @returns {(() => void)[]} */
  follow() {
    return [];
  }

  /** The same for an event of the window. @param {string} kind @param {(event: Event) => void} listener */
  hear(kind, listener) {
    addEventListener(kind, listener);
    return () => removeEventListener(kind, listener);
  }
};
