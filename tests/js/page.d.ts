/* A page, as a script of the guide sees it. Only `make lint` reads this: no page has it.

   TypeScript cannot read templates, so it does not know what a selector finds. Whoever writes a selector does: it
   stands beside the template of the same name, and the tests of a sheet go through every one in browsers. So what a
   page is asked for is a Part: it is there, and it has what a part of ours may have. A name that no part has is still
   found out. */

interface Part extends HTMLElement {
  // what people type into, tick and press
  value: string;
  name: string;
  type: string;
  checked: boolean;
  disabled: boolean;
  files: FileList;
  placeholder: string;
  validity: ValidityState;
  selectionStart: number;
  selectionEnd: number | null;
  autocomplete: AutoFill;
  select(): void;
  setSelectionRange(start: number, end: number): void;
  readonly dataset: { [name: string]: string };
  // folds, links, templates, heads of columns
  open: boolean;
  href: string;
  hash: string;
  content: DocumentFragment;
  scope: string;
  download: string;
  // the way from one to another
  readonly children: HTMLCollectionOf<Part>;
  readonly firstElementChild: Part;
  readonly lastElementChild: Part;
  readonly nextElementSibling: Part;
  readonly previousElementSibling: Part;
  readonly parentElement: Part;
  readonly previousSibling: Part;
  textContent: string;
  cloneNode(deep?: boolean): Part;
}

interface ParentNode {
  querySelector(selector: string): Part;
  querySelectorAll(selector: string): NodeListOf<Part>;
}

interface Element {
  closest(selector: string): Part;
  getAttribute(name: string): string;
}

interface DocumentFragment {
  readonly firstElementChild: Part;
}

interface Document {
  createElement(tag: string): Part;
  getElementById(id: string): Part;
}

/** What happens on a part of ours. */
interface PartEvent extends Event {
  readonly target: Part;
  readonly key: string;
  readonly persisted: boolean;
  readonly detail: Part;
}

/** How it is with the pages that the browser keeps: what `sw.js` says to a page. */
interface Kept {
  is: "whole" | "coming" | "none" | "away" | "cannot";
  n?: number;
  total?: number;
  weight?: number;
}
