/* Who keeps what people write, as types. Only `make lint` reads this: no page has it. */

/** Where a project is kept: as long as the tab is open, or on the device. */
type Place = "tab" | "device";

/** How it goes with keeping: store/states.js has the table. */
type StateName = "kept" | "full" | "blocked" | "full_tab" | "blocked_tab" | "gone";

interface StateRow {
  /** Where the newest words lie: in the place that people chose, in the tab, or only on the page. */
  lies: "place" | "tab" | "page";
  /** Why they are not in that place; "" when they are. */
  why: "" | "full" | "blocked" | "gone";
  /** Whether whoever leaves is asked first. */
  asks: boolean;
  /** Whether storage is asked again by itself. */
  waits: boolean;
}

/** store/states.js */
interface States {
  TABLE: { [name in StateName]: StateRow };
  after(failed: "" | "full" | "blocked", isInTab: boolean): StateName;
}

/** Somebody is told that paths have changed. "" stands for all of them; `source` is the element that did it. */
type OnChange = (paths: string[], source?: object) => void;
/** Somebody is told that something else is so: where words are kept, what can be undone, which projects there are. */
type OnStatus = () => void;

/** store/events.js */
interface Events {
  on(kind: "change", listener: OnChange): () => void;
  on(kind: "status", listener: OnStatus): () => void;
  change: OnChange;
  status: OnStatus;
  /** How many want to be told of something. */
  readonly listeners: number;
}

/** store/storage.js */
interface TextStorage {
  /** null for nothing, undefined where a browser does not even let us look. */
  text(where: Place, key: string): string | null | undefined;
  write(where: Place, key: string, words: string): "" | "full" | "blocked";
  remove(where: Place, key: string): void;
  keys(where: Place, start: string): string[];
  isOurs(key: string): boolean;
  isLate(key: string): boolean;
  copy: {
    write(key: string, words: string): void;
    drop(key: string): void;
    remove(key: string, when: number): void;
    all(): Promise<Map<string, string | { cleared: number }>>;
  };
}

/** What the store knows at this moment. */
interface Now {
  record: Project;
  /** Who writes here: a new name for each project that is opened. */
  by: string;
  place: Place;
  state: StateName;
  /** The text that we last saw in storage. */
  stored: string | null | undefined;
  /** The time of the newest answer that was seen. */
  newest: number;
  count: number; // of answers
  /** The id of a project that was open here, and that storage has lost. */
  missing: string | null;
  /** Whether anybody wrote here since the page was opened. */
  isTouched: boolean;
  /** Timers: until words are written down, and until a browser without room is asked again. 0 for none. */
  saving: number;
  retrying: number;
  /** Path -> our own entry there, while somebody writes and what others wrote waits. */
  held: Map<string, Entry | undefined>;
  diary: Map<string, Entry | undefined> | null; // while a step is made: path -> what stood there before it
  /** Key -> what cannot be read and is left as it is. */
  aside: Map<string, Aside>;
}

interface Aside extends Wrong {
  text: string;
}

/** store/names.js */
interface Names {
  /** How all names of this guide begin, and those of this copy of it. */
  family: string;
  base: string;
  key(id: string): string;
  since(id: string): string;
  leaving(id: string): string;
  late(id: string): string;
}

/** store/example.js */
interface Example {
  isOf(guide: string): boolean;
  guideOf(guide: string): string;
  kept(guide: string): string | null;
  open(guide: string, record: Project): boolean;
  leave(guide: string): void;
  clear(guide: string): void;
}

/** store/journal.js */
interface Journal {
  add(path: string): void;
  clear(): void;
  leave(isWanted: boolean): void;
  joined(theirs: Project): { changed: string[]; record: Project } | null;
}

/** store/keeper.js */
interface Keeper extends Names {
  WAIT: number;
  facts: Facts;
  now: Now;
  storage: TextStorage;
  events: Events;
  name(): string;
  look(where: Place, key: string): Project | null;
  hasAnswers(): boolean;
  take(next: Project): void;
  join(text: string): boolean;
  later(path?: string): void;
  isLong(): boolean;
  hear(text: string): void;
  save(): void;
  flush(): void;
  check(there?: string | null): void;
  go(next: Project, where: Place, text: string | null | undefined): void;
  enter(next: Project, where: Place): void;
  arrive(): void;
  absorb(): void;
  depart(): void;
  remove(where: Place, id: string): void;
}

/** store/session.js: what this tab and this device had open. */
interface Session {
  pointer(): { id: string; place: Place } | null;
  before(): string[];
  begin(isFirst?: boolean): void;
}

/** store/writing.js */
interface Writing {
  set(path: string, is: Value, source?: object): string;
  tick(): number;
  put(path: string, entry: Entry, source?: object): void;
  beside(path: string): Written[];
  settle(path: string, is: Value): void;
  become(other: Project): void;
  revert(before: Answers, after: Answers): void;
  hold(path: string): void;
  isHeld(path: string): boolean;
  isApart(path: string): boolean;
  release(path: string): void;
}

/** A step that can be taken back. */
interface Step {
  /** What was done, in words. */
  words: string;
  /** Gives the part of the page to go to after it was taken back. */
  goal?: () => Part | null | undefined;
  back(): boolean | void; // true: whoever shows what was changed was told
}

/** store/undo.js */
interface Undo {
  reverted(
    three: { was?: Entry; did?: Entry; now: Entry },
    stamp: { tick(): number; by: string; name(): string },
  ): Entry;
  readonly last: Step | null;
  add(words: string, goal: Step["goal"], back: Step["back"]): void;
  pop(): Step | undefined;
  clear(): void;
}

/** store/steps.js */
interface Steps {
  undoable(words: string, run: () => string | void, goal?: Step["goal"]): void;
  undo(): void;
  offer(words: string, back: () => void, goal?: Step["goal"]): void;
}

/** One of the projects of this browser. */
interface Listed {
  key: string;
  id: string;
  name: string;
  place: Place;
  isElsewhere: boolean;
  isHere: boolean;
  /** How many answers it has. */
  count: number;
  newest: number;
}

/** store/projects.js */
interface Projects {
  keep(): string;
  again(): void;
  clear(words: string): boolean;
  start(words: string): void;
  open(where: Place, key: string, words: string): void;
  replace(other: Project, words: string): void;
  add(other: Project, words: string): boolean;
  projects(): Listed[];
}

/** store/earlier.js: what lies in this tab from before it was closed. */
interface Earlier {
  readonly before: number | null;
  bring(words: string): void;
  forget(): void;
}

/** store/trying.js: "" when it is done, else why there is no room. */
interface Trying {
  put(path: string, title: string, goal?: string): string;
  take(path: string): string;
  plan(path: string, title: string, goal?: string): string;
  unplan(path: string): string;
  own(title: string, goal: string): string;
}

/** store/store.js: all that an element may ask or do. */
interface Store
  extends Pick<Writing, "set" | "settle" | "beside" | "hold" | "isHeld" | "isApart" | "release">,
    Steps,
    Projects,
    Earlier,
    Pick<Events, "on" | "listeners"> {
  facts: Facts;
  readonly record: Project;
  /** The round that people are in: 1 or more. */
  readonly round: number;
  /** Whether this is the worked example. */
  readonly isExample: boolean;
  readonly place: Place;
  readonly state: StateName;
  readonly undoing: Step | null;
  aside: Map<string, Aside>;
  recovered: Promise<void>;
  hasAnswers(): boolean;
  flush(): void;
  name(): string;
  get(path: string): string | number | boolean;
  entry(path: string): Entry | null;
  paths(): string[];
  apart(): string[];
  show(): void;
}
