/* Everyone's scores, and the codes that carry them, as types. Only `make lint` reads this: no page has it. */

/** Somebody in the group: a number, and a name and a side if they like. */
interface Person {
  id: string;
  number: number;
  name: string;
  /** The id of a side, or "". */
  side: string;
}

/** What one person scored of a mark: alone, again after the talk, and the one that counts. "" for none. */
interface PersonScore {
  person: Person;
  first: Value;
  again: Value;
  now: Value;
}

/** Many scores in short. */
interface Spread {
  answered: number;
  /** How many of these are numbers. */
  scored: number;
  low: number | null;
  high: number | null;
  /** How many chose each number, from the lowest of the scale. */
  counts: number[];
  /** How many gave each answer that is no number, by its id. */
  others: { [id: string]: number };
}

/** What people on one side scored. */
interface Side extends Spread {
  id: string;
  name: string;
}

/** core/everyone.js */
interface Everyone {
  people(record: Project): Person[];
  idOf(number: number): string;
  asPerson(record: Project, number: number): Project;
  renumbered(record: Project, after: number): Project;
  scores(record: Project, path: string, round: number, list: Person[]): PersonScore[];
  spread(values: Value[], facts: Facts): Spread;
  sides(rows: PersonScore[], facts: Facts, which?: "first" | "now"): Side[];
  sidesBefore(rows: PersonScore[], facts: Facts): Side[];
  apart(spread: Spread): number;
}

/** A sheet that a score code may be for. */
interface CodeSheet {
  /** The id of a stage, or "chosen". */
  id: string;
  /** The ids of its marks. */
  marks: string[];
  /** The signs that stand for it, as numbers. */
  head: number[];
}

/** One person's answers. */
interface Coded {
  sheet: string;
  marks: string[];
  /** An answer for each of these marks; "" for none. */
  said: Value[];
  wrong?: undefined;
}

/** What is wrong with a code, as the end of a word of marks/words.yml that begins with `code_`. */
interface WrongCode {
  wrong: "empty" | "sign" | "length" | "check" | "guide" | "edition";
  /** The sign that is none, or how many signs there should be. */
  what?: string;
  /** How many there are. */
  count?: number;
}

/** core/score-code.js */
interface ScoreCode {
  sheets(facts: Facts, chosen?: string[]): CodeSheet[];
  encode(said: Value[], sheet: CodeSheet, facts: Facts): string;
  decode(text: string, list: CodeSheet[], facts: Facts, here?: string): Coded | WrongCode;
  plain(text: string): string;
  split(text: string): { who: string; code: string }[];
}

/** A mark with what a group scored, for a picture, a table and sentences. */
interface ResultRow extends Answered {
  /** The agreed score of the round before; "" for none. */
  last: Value;
  lastOther: Value;
  /** The second score, where the group keeps two, and where it wants to be. */
  other: Value;
  aim: Value;
  spread: Spread;
  /** What everyone scored before they talked; null where nobody scored again. */
  first: Spread | null;
  /** Why some say the score, and some the other. */
  why: string;
  whyOther: string;
  sides: Side[];
  /** The same before the talk, where both can be told. */
  sidesBefore: Side[];
  /** How far people stand apart; -1 where that cannot be said. */
  apart: number;
  /** How far the score went up or down since the round before; null where that cannot be said. */
  moved: number | null;
  hasLadder: boolean;
  hasSnake: boolean;
}

interface StandsOut {
  rows: ResultRow[];
  value: number;
}

/** What is the same for all stages. */
interface Known {
  people: Person[];
  owned: Owned;
}

/** core/results.js */
interface Results {
  rows(record: Project, facts: Facts, stage: string, round: number, known?: Known): ResultRow[];
  knownOf(record: Project): Known;
  secret(row: ResultRow, facts: Facts): ResultRow;
  ordered(list: ResultRow[], order: string): ResultRow[];
  standOut(list: ResultRow[], facts: Facts): { [name in "strongest" | "hardest" | "apart" | "up" | "down"]: StandsOut };
  hardest(list: ResultRow[], facts: Facts, count?: number): ResultRow[];
}

/** elements/board.js */
interface Board {
  draw(rows: ResultRow[], facts: Facts, isWide: boolean): SVGElement;
  file(board: SVGElement, title: string, about: string, key: string): string;
}

/** A part of a document. */
type Block =
  | { kind: "title" | "heading" | "minor" | "item" | "text"; text: string }
  | { kind: "table"; rows: string[][] };

/** core/docx.js */
interface Docx {
  TYPE: string;
  plain(text: string): string;
  document(blocks: Block[], language: string): Uint8Array<ArrayBuffer>;
}

/** elements/result-words.js */
/** elements/summary-words.js */
interface SummaryWords {
  other(one: Answered): Value;
  beside(one: Answered): string[][];
  sentences(answered: Answered[], most: number): Part[];
}

interface ResultWords {
  sentences(rows: ResultRow[]): string[];
  table(rows: ResultRow[], isLater: boolean): HTMLElement[];
  wrote(rows: ResultRow[]): HTMLElement[];
  planned(round: number): HTMLElement[];
}

/** elements/result-files.js */
interface ResultFiles {
  picture(home: Part, rows: ResultRow[], title: string, kind: string, said: string[]): void;
  word(page: HTMLElement, about: string): void;
}
