/* What people write, and the facts of the guide, as types. Only `make lint` reads this: no page has it. The form of a
   saved file is told in .github/saved-file.md. */

/** What stands at a path. null: it was taken away. */
type Value = string | number | boolean | null;

/** A value with its writer: `at` is later than all that `by` had seen. */
interface Written {
  is: Value;
  at: number;
  by: string;
}

/** What stands at a path, as it is kept: a register that can hold several values. */
interface Entry extends Written {
  /** The version vector: of each other writer, the newest that the writer of this one had seen. */
  seen?: { by: string; at: number }[];
  /** Values that others wrote, and that no later writer had seen. */
  lost?: Written[];
}

type Answers = { [path: string]: Entry };

/** All that people wrote on the sheets of one project. `record` in the scripts. */
interface Project {
  guide: string;
  version: string;
  form: number;
  id: string;
  answers: Answers;
}

/** What is wrong with a file or with what is kept, as the end of a word of marks/words.yml, and where. */
interface Wrong {
  wrong: string;
  what?: string;
  record?: undefined;
  isChanged?: undefined;
}

/** What a text holds that can be read. */
interface Read {
  record: Project;
  /** Something other than this guide wrote in it since it was saved. */
  isChanged?: boolean;
  wrong?: undefined;
  what?: undefined;
}

/** What scripts must know of the guide itself. */
interface GuideFacts {
  /** What score codes know the guide by, where that is not its id. */
  codes?: string;
  id: string;
  version: string;
  name: string;
  language: string;
  /** What stands between two cells of a table. */
  separator: string;
  /** The lowest and the highest. */
  scores: [number, number];
  /** The ids of the questions that are answered in words. */
  fields: string[];
}

interface Band {
  low: number;
  high: number;
  name: string;
  means: string;
}

interface ScoreStep {
  id: string;
  low: number;
  high: number;
  score: number;
  name: string;
}

interface Stage {
  id: string;
  title: string;
  /** Each mark: its id and its title. */
  marks: [id: string, title: string][];
}

/** What macros/render/sheet_data.py writes into each sheet. */
interface Facts {
  guide: GuideFacts;
  stages: Stage[];
  bands: Band[];
  steps: ScoreStep[];
  /** The answers that are no score, by their ids. */
  answers: { [id: string]: string };
  /** The key for each of these, when one person types for everyone. */
  keys: { [id: string]: string };
  /** The sides that people may say they stand on, by their ids. */
  sides: { [id: string]: string };
  /** The questions for somebody who comes once, by their ids. */
  once: { [id: string]: string };
  /** Marks that left the guide: the id of the one that took their place, or nothing. */
  retired: { [id: string]: string };
  questions: { id: string; short: string; answer: string; offers: string }[];
  /** The words of marks/words.yml that scripts say. */
  words: { [name: string]: string };
  /** Which of these nobody has translated, and their language; only in another language than the guide's own. */
  foreign?: { lang: string; words: string[] };
  /** Of the print room alone: how long sessions may be, their parts, the forms, the colours of stages. */
  lengths: Length[];
  less: string[];
  plan: PlanPart[];
  forms: { id: string; copies: string; first: boolean }[];
  colours: { [stage: string]: string };
}

/** core/paths.js */
interface Paths {
  few(record: Project): string[];
  everyone(record: Project): Set<string>;
  whose(path: string): string;
  grew(answers: Answers, path: string): void;
  STEP: string[];
  /** What a mark has whatever the round: its title, and of one of people's own its meaning and its place. */
  LASTING: string[];
  /** What has a next step of a round: how its path begins. */
  STEPPED: string[];
  TOGETHER: string;
  OTHER: string;
  /** Where an answer to a mark stands: ("mark/listening", "ladders", 2) is "mark/listening/ladders/2". */
  field(path: string, name: string, round: number): string;
  /** Where a score stands; of the group without a person. */
  score(path: string, round: number, who?: string): string;
  /** Where somebody's second score stands, after the talk. */
  again(path: string, round: number, who: string): string;
  /** Which field a path is of: "ladders" of "mark/listening/ladders/2", "name", "round_on". */
  fieldOf(path: string): string;
  round(record: { answers: Answers }): number;
}

/** core/record.js */
interface RecordTools {
  isAnswer(record: Project, path: string): boolean;
  FORM: number;
  MOST: { text: number; path: number; lost: number; seen: number; depth: number };
  has(map: object, name: PropertyKey): boolean;
  blank(guide: { id: string; version: string }, id: string): Project;
  get(record: { answers: Answers }, path: string): string | number | boolean;
  there(answers: Answers, path: string): Entry | undefined;
  newest(record: Project): number;
  isSame(one: Written | undefined, other: Written | undefined): boolean;
  entry(old: Entry | undefined, is: Value, at: number, by: string): Entry;
  over(old: Entry, is: Value, at: number, by: string): Entry;
  settle(old: Entry, is: Value): Entry;
  unseen(entry: { is: Value; lost?: Written[] } | undefined): Written[];
  rest(entry: Entry | undefined): object;
  later(one: Entry, other: Entry): Entry;
  merge(one: Project, other: Project): Project;
  mixed(one: Project, other: Project, both: Project): string[];
}

/** core/saved-file.js */
interface SavedFile {
  WRITE: { file: number; answers: number };
  READ: { file: number; answers: number };
  read(text: unknown, guide: GuideFacts): Read | Wrong;
  write(record: Project): string;
  wrongEntry(path: string, one: unknown, guide: GuideFacts): string;
  fits(record: Project): boolean;
  unshown(record: Project, guide: GuideFacts): number;
  upgrade(record: Project): Project;
}

/** What people answered on one mark. */
interface Answered {
  path: string;
  /** In which round: 1 or more. */
  round: number;
  title: string;
  /** "" for none; the id of an answer that is no score. */
  score: string | number | boolean;
  /** What they wrote, by the ids of the fields. */
  fields: { [name: string]: string };
  /** What stands beside the score, by the ends of words that begin with `out_`; "" for nothing. */
  more?: { [name: string]: Value };
  /** Of a mark of their own: whether it has a title. */
  named?: boolean;
}

/** Each mark of people's own: where it stands, and whether it was deleted. */
type Owned = { path: string; isGone: boolean }[];

/** core/answers.js */
interface AnswerTools {
  answered(record: Project, path: string, title: string, facts: Facts, round: number): Answered;
  notes(facts: Facts): string[];
  fields(facts: Facts, round?: number): string[];
  label(facts: Facts, name: string): string;
  line(words: Value): string;
  customs(record: Project): Owned;
  own(record: Project, stage: string, facts: Facts, owned?: Owned): string[];
  left(record: Project, facts: Facts, round?: number): (Answered & { id: string; now: string })[];
  stage(record: Project, facts: Facts, id: string, round?: number, owned?: Owned): Answered[];
  all(record: Project, facts: Facts, round?: number): (Answered & { stage: string; more: { [name: string]: Value } })[];
  said(facts: Facts, score: Value): string | number;
  isDay(words: string): boolean;
  day(words: string, language: string): string;
  meeting(record: Project, facts: Facts, round: number): string[];
}

/** core/basket.js: the ideas that a group wants to try, each at a path: "idea/<its id>", "own-idea/<key>". */
interface Basket {
  OWN: string;
  pathOf(id: string): string;
  isOwn(path: string): boolean;
  isIdea(path: string): boolean;
  isPlanned(record: Project, path: string, round: number): boolean;
  isIn(record: Project, path: string): boolean;
  isDone(record: Project, path: string, round: number): boolean;
  title(record: Project, facts: Facts, path: string): string;
  /** What it is for, by name. */
  goals(record: Project, facts: Facts, path: string): string[];
  all(record: Project): string[];
  rows(record: Project, facts: Facts, round: number): Answered[];
  steps(record: Project, facts: Facts, round: number): Answered[];
  /** Whether it is for "mark/listening", "stage/planning". */
  isFor(record: Project, path: string, goal: string): boolean;
}

/** core/export.js */
interface Exporter {
  csv(record: Project, facts: Facts): string;
  /** `lake`: the address of the Lake, where ideas can be read. */
  text(record: Project, facts: Facts, lake?: string): string;
  calendar(record: Project, facts: Facts, now: Date, lake?: string): { text: string; dated: number; undated: number };
  /** The name of a file: that of the project, the reader's own day, and nothing that a disk would refuse. */
  fileName(project: string, guide: string, kind: string, now: Date): string;
}
