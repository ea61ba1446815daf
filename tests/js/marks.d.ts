/* The one name that all scripts share, as types. Only `make lint` reads this: no page has it. `boot.js` makes `marks`,
   and each script adds its own part: a type of that part stands here, or in core.d.ts and store.d.ts. */

/** A button that comes with words: what it says, and what it does; without that it only ends them. */
type Way = [label: string, run?: () => void];
type Say = (words: string, ...ways: Way[]) => void;

interface Talk {
  say(place: Part, home: Part, words: string, ...ways: Way[]): void;
  close(): Way;
  hush(): void;
  unwhole(): [] | [said: string, way: Way];
  done(place: Part, home: Part, said: string): void;
}

interface Scores {
  step(score: Value): ScoreStep | undefined;
  stepOf(score: Value): ScoreStep | undefined;
  band(score: Value): Band | undefined;
  words(score: Value): string;
  strip(score: Value): (Node | string)[];
  offerSteps(part: Element, name?: string): void;
  sign(score: Value, isSecret: boolean): string;
  read(typed: string): Value | undefined;
}

interface LostWords {
  named(path: string): string;
  show(place: Part, paths: string[]): void;
  first(): Part | null;
}

interface NextSteps {
  line(one: Answered): (HTMLElement | string)[];
  byDate(steps: Answered[]): HTMLElement[];
  byPerson(steps: Answered[]): HTMLElement[][];
}

interface OpenFile {
  ask(file: File, say: Say): Promise<void>;
  wrong(found: Wrong): string;
}

interface ProjectList {
  others(): Listed[];
  items(open: (one: Listed) => void): HTMLElement[];
  show(place: Part, open: (one: Listed) => void, save: (text: string) => void): void;
  ask(place: Part, goOn: () => void): void;
}

interface Group {
  people(): Person[];
  expected(): number;
  seats(): Person[];
  total(answered: number): number;
  leave(one: Person): void;
  called(one: Person): string;
  seat(one: Person, source?: object): void;
  free(): number;
}

interface Spreads {
  words(spread: Spread, total: number, isSecret?: boolean): string;
  short(spread: Spread): string;
  sides(list: Side[], before?: Side[]): string;
  draw(place: Part, spread: Spread): void;
}

/** What became of codes that somebody typed. */
interface Added {
  said: string[];
  /** The lines that could not be taken. */
  left: string[];
  /** What is to be asked, and what a yes does; it gives what to say then. */
  asks: { words: string; yes(): string }[];
}

interface CodeEntry {
  add(text: string, sheet: string): Added;
  /** The ids of the marks that the group has chosen, in the order of the guide. */
  chosen(): string[];
}

interface Fields {
  grow(field: Part): void;
  refill(field: Part, words: string): void;
  show(field: Part, path: string): void;
  typed(field: Part, path: string, source: object): void;
  half(): Part[];
}

/** assets/js/ideas.js, which `make build` writes: the ideas, and those that help each mark. */
interface Ideas {
  lake: string;
  said: { [name: string]: string };
  stages: { [id: string]: string };
  home: { [mark: string]: string };
  ideas: { [id: string]: { title: string; what: string; home: string; also: { [stage: string]: string } } };
  marks: { [mark: string]: string[] };
}

interface Finder {
  read(address: URL): Promise<Finder>;
  find(query: string): { asked: string[]; pages: { part: { place: string }; score: number }[][] };
  mark(top: Node, query: string, isPage?: boolean): boolean;
  show(search: HTMLElement & { said: Part; list: Part; frame: Part }, query: string): void;
}

/** elements/sheet-part.js: what every element of a sheet is. */
interface SheetPart extends HTMLElement {
  isReady?: boolean;
  ears: (() => void)[];
  connectedCallback(): void;
  disconnectedCallback(): void;
  begin(): void;
  show(): void;
  isMuch(): boolean;
  watch(): void;
  come(isNear: boolean): void;
  showAfter(): void;
  showLate(): void;
  showSoon(): void;
  follow(): (() => void)[];
  heed(starts: string[], run?: () => void): () => void;
  hear(kind: string, listener: (event: Event) => void): () => void;
}

interface Marks {
  // boot.js
  root: string;
  home: string;
  counted(forms: { [form: string]: string | undefined }, count: number, name?: string): string;
  bring(name: string): Promise<unknown>;
  // brought when somebody asks for a square code
  qr(text: string): boolean[][] | null;
  scanCode(place: Part, address: string, name: string): boolean;
  wasClosed(who: string): boolean;
  sawTo(who: string): void;
  afterRestore(who: string, run: () => void): void;
  forgets: boolean;
  prefs: { get(name: string): string | null; set(name: string, value: string): boolean };
  choices: { [name: string]: string[] };
  show(name: string, value: string | null): void;
  // core/
  hash(text: string): number;
  paths: Paths;
  record: RecordTools;
  savedFile: SavedFile;
  answers: AnswerTools;
  basket: Basket;
  exporter: Exporter;
  scoreCode: ScoreCode;
  everyone: Everyone;
  results: Results;
  sessionPlan: SessionPlan;
  docx: Docx;
  // store/
  states: States;
  within(paths: string[], start: string): boolean;
  events(): Events;
  storage(family: string, join: (old: string, text: string) => string): TextStorage;
  undo: Undo;
  names(guide: string): Names;
  example: Example;
  journal(now: Now, storage: TextStorage, names: Pick<Names, "key" | "late">, save: () => void): Journal;
  keeper(facts: Facts): Keeper;
  session(keeper: Keeper): Session;
  recover(keeper: Keeper): Promise<void>;
  writing(keeper: Keeper): Writing;
  steps(keeper: Keeper, writing: Writing): Steps;
  projects(keeper: Keeper, writing: Writing, steps: Steps, session: Session): Projects;
  earlier(keeper: Keeper, session: Session, open: Projects["open"]): Earlier;
  store: Store;
  trying: Trying;
  // elements/
  make(tag: string, text?: string, ...inside: (Node | string)[]): Part;
  button(label: string, run: () => void): Part;
  ideas?: Ideas;
  sheetIdeas?: { show(place: Part, path: string, score: Value): void };
  ideasHere?: { ways(id: string, title: string): Promise<HTMLElement>; goal(): string };
  download(name: string, type: string, text: string): void;
  save(name: string, file: Blob): void;
  board: Board;
  resultWords: ResultWords;
  summaryWords: SummaryWords;
  resultFiles: ResultFiles;
  SheetPart: { new (): SheetPart; late: Set<SheetPart>; isPressed: boolean };
  fields: Fields;
  scores: Scores;
  lostWords: LostWords;
  talk: Talk;
  group: Group;
  spreads: Spreads;
  codeEntry: CodeEntry;
  openFile: OpenFile;
  projectList: ProjectList;
  nextSteps: NextSteps;
  // the print room
  folios: Folios;
  papers: Papers;
  later: string;
  planOf(wish: Wish): Plan;
  planWords(wish: Wish, row: PlanRow): { [field in PlanField]: string } & { given: { [field in PlanField]: string } };
  planOnPaper(wish: Wish): Part[];
  /** core/word-finder.js */
  wordFinder(word: string): (said: string) => boolean;
  firstPack: FirstPack;
  roomChoices(form: Part): RoomChoices;
  cardsOnPaper(tools: CardTools): { [kind: string]: (wish: Wish) => Part[][] };
  tallyOnPaper(wish: Wish, look: Look, titled: (id: string) => string): Part[];
  // the search, which is fetched when somebody turns to it
  finder: Finder;
  index?: [place: string, title: string, text: string, asked?: [words: string, rank: number][]][];
}
