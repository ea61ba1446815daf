/* How a test finds a part of a page in any browser: tests/drive/person.js. Only `make lint` reads this. */

type Role =
  | "button"
  | "link"
  | "radio"
  | "checkbox"
  | "textbox"
  | "combobox"
  | "date"
  | "number"
  | "file"
  | "fold"
  | "heading"
  | "group"
  | "region"
  | "dialog"
  | "status"
  | "row";
/** The role and the name of the part that something stands in. */
type Where = [role: Role, called: string];

interface Met {
  all(role: Role, where?: Where | null): Part[];
  find(role: Role, called: string, where?: Where | null): Part | null;
  fold(role: Role, called: string, where?: Where | null): Part | null;
  name(one: Part): string;
  place(one: Part): { x: number; y: number; over: string };
  tidy(text: string): string;
  wasMissed(): boolean;
  words(part: Node): string;
  /** What was to be pressed last, and whether it was. */
  goal?: Part;
  pressed?: boolean;
}

interface Part {
  readonly labels?: NodeListOf<HTMLLabelElement> | null;
  /** What a label is of. */
  readonly control?: HTMLElement | null;
}

interface Window {
  met: Met;
}
