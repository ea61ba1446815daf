/* The plan of a session and the sides of paper, as types. Only `make lint` reads this: no page has it. */

/** One part of a session, as macros/render/paper_pages.py tells it. */
interface PlanPart {
  id: string;
  title: string;
  when: string;
  least: number;
  most: number;
  each: number;
  longest: number;
  shortest: number;
  who: string;
  bring: string;
  say: string;
}

interface Length {
  id: string;
  name: string;
  minutes: number;
  marks: number;
  breaks: number;
}

/** One row of a plan: a part, or a mark with all its steps. */
interface PlanRow {
  key: string;
  kind: string;
  /** The id of a mark, or "". */
  mark: string;
  part: PlanPart;
  least: number;
  most: number;
  isFixed: boolean;
  minutes: number;
  from: number;
}

interface PlanWish {
  plan: PlanPart[];
  length: Length;
  marks: string[];
  people: number;
  /** Whether each mark gets more time. */
  slow: boolean;
  /** Minutes that people chose, by the key of a row. */
  fixed: { [key: string]: number };
}

interface Plan {
  rows: PlanRow[];
  total: number;
  over: number;
  left: string[];
}

/** core/session-plan.js */
interface SessionPlan {
  made(wish: PlanWish): Plan;
  bring(plan: Plan, parts: PlanPart[]): string[];
  time(from: number, start: string): string;
}

/** What people want to print. */
interface Wish {
  /** The ids of the marks, in order; and of all that were asked for, when the session has no time for all. */
  marks: string[];
  asked: string[];
  /** The id of their stage, or "". */
  at: string;
  /** The title of their stage, or "" when they are of several; and what they are called. */
  stage: string;
  name: string;
  colour: string;
  people: number;
  length: Length;
  /** Of the letters, in points. */
  size: string;
  isFilled: boolean;
  isBoth: boolean;
  /** The paths of the ideas that cards are asked for, or none: then those of the stage or of the marks. */
  ideas: string[];
  /** What is found out on the way: that words were too long for their usual place. */
  told: Told;
}

/** `isLess`: words were too long for their usual place. Of the plan: how many sides it takes, what it leaves out. */
interface Told {
  isLess: boolean;
  sides: number;
  without: string[];
}

/** How a side looks. `isMine`: it has room for a group and a day. */
interface Look {
  kind: string;
  title: string;
  colour: string;
  foot: string;
  isMine?: boolean;
  extra?: string;
}

/** elements/folios.js */
interface Folios {
  unit(name: string): Part;
  fill(part: Part, name: string, words: string): Part;
  begin(into: Part, from: Part, said: { group: string; date: string }): void;
  side(look: Look): Part;
  body(side: Part): Part;
  isOver(side: Part): boolean;
  flow(look: Look, parts: Part[], top?: (n: number) => Part[]): Part[];
  table(look: Look, make: () => Part, rows: Part[], top?: (n: number) => Part[]): Part[];
  number(sides: Part[], words: string): Part[];
  even(sides: Part[], rows: Part[], into?: (side: Part, row: Part) => void): Part[];
  firstFit(count: number, goesWell: (at: number) => boolean): number;
  grow(sides: Part[], name: string, sizes: number[]): void;
  /** What a side ends with, where there is room for it. */
  end(side: Part, part: Part): void;
  again(sides: Part[]): Part[];
  empty(after: Part): void;
}

/** elements/papers.js */
interface Papers {
  /** The sides of each copy of a thing to print. */
  make(kind: string, wish: Wish): Part[][];
  titled(id: string): string;
  /** Bring what the page does not have at first; whether it is there, or not needed for these kinds. */
  whole(): Promise<void>;
  isWhole(kinds: string[]): boolean;
}

/** What elements/papers.js lends to elements/cards-paper.js. */
interface CardTools {
  data(id: string, where?: string): Part;
  of(part: Part, kept: Part): Part;
  look(wish: Wish, kind: string, title: string): Look;
  titled(id: string): string;
}

/** elements/first-pack.js */
interface FirstPack {
  kinds(): string[];
  count(wish: Wish): { sides: number; sheets: number };
}

/** elements/room-choices.js */
interface RoomChoices {
  values(name: string): string[];
  choose(name: string, wanted: string[]): void;
  said(): string;
  read(): boolean;
  write(isTyped: boolean): void;
}

type PlanField = "what" | "who" | "say";
