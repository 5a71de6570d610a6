import type { Cell, Grid, Row } from './domain/cell';
import type { Locale, Text } from './domain/text';
import type { AppSheetWords, Words } from './domain/words';

/**
 * What the product needs from the platform, named for the need. `src/google` holds one adapter for each; nothing else
 * knows that Google exists.
 */

/** Milliseconds since 1970; the only clock. */
export interface Clock {
  now(): number;
  /** Milliseconds left before the platform ends this execution. */
  remaining(): number;
  sleep(milliseconds: number): void;
}

/** How a column of a tab is written and shown. */
export type ColumnFormat =
  | 'text'
  | 'integer'
  | 'number'
  | 'plain'
  | 'score'
  | 'change'
  | 'percent'
  | 'money'
  | 'date'
  | 'timestamp'
  | 'flag';

/** One column of a tab as the workbook sees it: everything a layout needs, nothing about meaning. */
export interface ColumnLayout {
  readonly header: string;
  readonly format: ColumnFormat;
  /** The header's note; '' for none. */
  readonly note: string;
  /** Pixels. */
  readonly width: number;
  /** Long texts are shown whole, in as many lines as they take. */
  readonly wrap: boolean;
  /**
   * Allowed values; null for any. `strict` refuses others. Where a tab lists them, `from` says in which of its cells:
   * rows as in the sheet, columns from 0.
   */
  readonly choices: {
    readonly values: readonly string[];
    readonly strict: boolean;
    readonly from: { readonly tab: string; readonly column: number; readonly row: number } | null;
  } | null;
}

/** A chart beside or below a table; people may change it, only its rows follow the table. */
export interface ChartLayout {
  readonly title: string;
  readonly shape: 'column' | 'bar';
  readonly stacked: boolean;
  /** The tab whose columns are drawn. */
  readonly tab: string;
  /** Places among that tab's columns, from 0. */
  readonly labels: number;
  readonly series: readonly { readonly column: number; readonly color: string }[];
  /** Rows below the header that are drawn; null for all there are. */
  readonly rows: number | null;
}

/** How a tab looks: made once by set-up and kept by every publish. */
export interface TabLayout {
  readonly name: string;
  readonly columns: readonly ColumnLayout[];
  readonly frozenColumns: number;
  /** Who may edit: `script` and `ops` tabs are protected, `people` tabs are not. */
  readonly writer: 'script' | 'people' | 'ops';
  /** Position among the tabs, 0 first. */
  readonly position: number;
  readonly tabColor: string | null;
  readonly hidden: boolean;
  readonly charts: readonly ChartLayout[];
  /** Charts stand below the table, side by side; else to its right, one below the other. */
  readonly chartsBelow: boolean;
  /** Whether the table carries a filter. */
  readonly filtered: boolean;
  /** The column, from 0, whose texts lead to other cells of the spreadsheet, and where each row's does; null for nowhere. */
  readonly links?: {
    readonly column: number;
    to(row: Row): { readonly tab: string; readonly range: string } | null;
  };
  /** Places of the columns whose words, bands, colour their cells. */
  readonly bandColumns: readonly number[];
  /** Which scores are shown with all their decimals; none where it is not given. */
  readonly isExact?: (cell: Cell) => boolean;
}

/** A tab as it stands, beyond its cells: what an app that reads it stumbles over. Columns count from 0. */
export interface TabSurvey {
  readonly grid: Grid;
  /** Rows of the grid, blank ones included. */
  readonly maxRows: number;
  /** By column: the header's note and whether it is bold. */
  readonly notes: readonly string[];
  readonly bold: readonly boolean[];
  /** Whether the first row below the header is bold throughout. */
  readonly bodyBold: boolean;
  /** By column: the number formats below the header, each once; of long tabs those of the first rows and the last. */
  readonly formats: readonly (readonly string[])[];
  /** By column: the tab whose range the drop-down of first and last row offers; '' for a typed list, null for none. */
  readonly lists: readonly (string | null)[];
  /** Cells with formulas, rows as in the sheet (the header is 1). */
  readonly formulas: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly merges: number;
  /** Charts, pictures, drawings, slicers and pivot tables. */
  readonly objects: number;
  readonly filtered: boolean;
  /** Protected so that only some may edit. */
  readonly closed: boolean;
}

/**
 * One spreadsheet. Cells cross this line as JSON-safe values: dates as ISO text in the workbook's own wall clock.
 * Whatever is written stays what it was: text never turns into a number, a date or a formula.
 */
export interface Workbook {
  readonly id: string;
  readonly url: string;
  /** IANA name. */
  readonly zone: string;
  /** BCP 47, e.g. `ja-JP`. */
  readonly locale: string;
  /** The spreadsheet's own name. */
  name(): string;
  rename(name: string): void;
  tabs(): readonly string[];
  /** Cells of all tabs, empty ones included. */
  cells(): number;
  /**
   * The whole tab, header row first; null where there is no such tab; `[]` where it is empty. As `entered`, a cell with a
   * formula reads as the formula and not as its value.
   */
  read(tab: string, entered?: true): Grid | null;
  /** The header and the rows whose cell in the column `header` reads `value`; cheap where such rows stand together. */
  readWhere(tab: string, header: string, value: string): Grid | null;
  /**
   * Makes the tab if it is missing and brings header, notes, formats, validation and protection to the layout. Rows
   * stay as they are. `editors` may edit a protected tab; with none named, the protection only warns.
   */
  shape(layout: TabLayout, editors: readonly string[]): void;
  /** Replaces everything below the header by `rows`, in the layout's column order. Makes the tab if it is missing. */
  replace(layout: TabLayout, rows: Grid): void;
  /** Adds rows below the last one. */
  append(layout: TabLayout, rows: Grid): void;
  /** Everything about a tab that an app which reads it depends on; null where there is no such tab. Reads a lot. */
  survey(tab: string): TabSurvey | null;
  /** Number of the last row that holds anything, the header being 1; 0 where there is none. */
  lastRow(tab: string): number;
  /** Rows by their numbers in the sheet (the header is 1), `count` from `first` on, as far as there are any. */
  readRows(tab: string, first: number, count: number): Grid;
  /** The cells below the header `header`, to the last row; null where there is no such tab or column. */
  readColumn(tab: string, header: string): readonly Cell[] | null;
  /** Writes rows over those that stand from row `first` (2 or more) on; those that stand below stay. */
  overwrite(layout: TabLayout, first: number, rows: Grid): void;
  /** Like `replace`, but rows above row `first` (2 or more) stay untouched: for tabs that only change at their end. */
  replaceFrom(layout: TabLayout, first: number, rows: Grid): void;
  /** Takes out `count` rows from row `first` (2 or more) on; those below move up. */
  removeRows(tab: string, first: number, count: number): void;
  /** Brings the charts of a tab to the rows that there are to draw; nothing where there is no such tab. */
  fitCharts(layout: TabLayout): void;
  /** Address of a tab; `&range=A5` behind it leads to a cell. The workbook's own where there is no such tab. */
  addressOf(tab: string): string;
  /** Gives a tab another name. */
  renameTab(tab: string, name: string): void;
  /** Removes a tab; nothing where there is none. */
  remove(tab: string): void;
  /** Commits pending writes. */
  flush(): void;
}

export interface Workbooks {
  /** The spreadsheet the script is bound to. */
  health(): Workbook;
  /** Gives that spreadsheet a language (its locale) and a time zone. Throws for a zone that is none. */
  settle(locale: Locale, zone: string): void;
  /** Any spreadsheet by id or url. Throws KenshinError `credential` or `input` when it cannot be opened. */
  open(idOrUrl: string): Workbook;
  /**
   * The spreadsheet of this name, with another's zone and locale; made where there is none. The name must be one that
   * nobody else would choose.
   */
  obtain(name: string, like: Workbook): Workbook;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutSeconds: number;
}

export type Charset = 'UTF-8' | 'Shift_JIS' | 'EUC-JP' | 'UTF-16LE' | 'UTF-16BE';

/** Bytes that came from outside, decoded only when the charset is known. */
export interface Content {
  readonly size: number;
  /** The first bytes, 0 to 255. */
  head(count: number): readonly number[];
  text(charset: Charset): string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Content;
}

/** Never throws for a status; a request that got no answer yields a KenshinError `network` in its place. */
export interface Http {
  fetchAll(requests: readonly HttpRequest[]): readonly (HttpResponse | Error)[];
}

/** Files people keep beside the workbook (Google Drive). */
export interface Files {
  /** Throws KenshinError `input` for an unknown id, `credential` where it is not shared with the user. */
  read(idOrUrl: string): { readonly name: string; readonly content: Content };
}

/** A question to a database over JDBC. */
export interface DatabaseQuestion {
  /** `jdbc:postgresql://host:port/name`, without user and password. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly sql: string;
  /** What stands for each `?`, in order. */
  readonly values: readonly string[];
  /** Most rows. */
  readonly most: number;
  readonly seconds: number;
}

/** Rows of a database, each value as text; null for none. */
export interface DatabaseRows {
  /** `flag` for columns of yes and no. */
  readonly columns: readonly { readonly name: string; readonly flag: boolean }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Databases that are only read. */
export interface Databases {
  /**
   * Signs in, asks and leaves, in a number of calls that does not grow with the rows. Throws KenshinError `credential`
   * where nobody lets it in, `limit` where the day's connections are used up, `config` in the database's own words otherwise.
   */
  ask(question: DatabaseQuestion): DatabaseRows;
}

/** What somebody filled in. */
export interface FormResponse {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** '' where the form collects none. */
  readonly email: string;
  /** By title of the question; several choices are a list. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

export interface Forms {
  /**
   * Titles of the questions, and what came in after `since`. Throws KenshinError `credential` where the form cannot be
   * opened or the script was built without Forms.
   */
  read(
    idOrUrl: string,
    since: number,
  ): { readonly titles: readonly string[]; readonly responses: readonly FormResponse[] };
}

/** Small text values that outlive an execution; at most 9 KB each. */
export interface Store {
  get(key: string): string | null;
  getAll(): Readonly<Record<string, string>>;
  set(values: Readonly<Record<string, string>>): void;
  remove(key: string): void;
}

/** Values that may vanish at any time. */
export interface Cache {
  get(key: string): string | null;
  put(key: string, value: string, seconds: number): void;
}

/** Keeps two runs apart. */
export interface Lock {
  /** Runs `work` holding the document's lock; null when another execution holds it. */
  hold<T>(waitMilliseconds: number, work: () => T): { readonly value: T } | null;
}

export interface TriggerState {
  readonly id: string;
  readonly handler: string;
}

/** Time triggers of the current user in this project. */
export interface Triggers {
  list(): readonly TriggerState[];
  everyHours(handler: string, hours: number): TriggerState;
  daily(handler: string, hour: number, zone: string): TriggerState;
  after(handler: string, milliseconds: number): TriggerState;
  remove(id: string): void;
}

/** Who runs this; '' where the platform does not say. */
export interface Person {
  email(): string;
}

export interface Mail {
  /** Sends one message; `html` is what is shown in place of `body` wherever HTML can be. Throws for a bad address. */
  send(to: string, subject: string, body: string, html?: string): void;
  /** Messages that may still be sent on this day. */
  remaining(): number;
}

/** Messages to the person at the screen; silent where there is no screen (time triggers). */
export interface Screen {
  toast(text: Text): void;
  alert(text: Text): void;
  /** Account on the row the person selected: tab, header and row of the active cell; null without a selection. */
  selection(): { readonly tab: string; readonly header: readonly Cell[]; readonly row: readonly Cell[] } | null;
  /** Puts the cursor on a cell (`P7`); false where there is no such tab or cell. */
  show(tab: string, cell: string): boolean;
}

/** Lines for whoever keeps the product running. Never secrets, never rows of customers. */
export interface Log {
  line(text: string): void;
}

/** Everything, handed to a use case as one value. */
export interface Platform {
  readonly clock: Clock;
  readonly workbooks: Workbooks;
  readonly http: Http;
  readonly files: Files;
  /** Shared by everyone who uses the document. */
  readonly store: Store;
  /** The script's own, reached without a document: what cards beside Gmail and Calendar need to find it. */
  readonly installation: Store;
  /** The current user's own: credentials. */
  readonly secrets: Store;
  /** The current user's OAuth token for Google's own hosts, good for what the manifest asks for. */
  token(): string;
  readonly databases: Databases;
  readonly forms: Forms;
  readonly cache: Cache;
  readonly lock: Lock;
  readonly triggers: Triggers;
  readonly person: Person;
  readonly mail: Mail;
  readonly screen: Screen;
  readonly log: Log;
  /** The configuration that a new installation starts with: header and rows of every configuration tab, by name. */
  defaults(locale: Locale): Readonly<Record<string, Grid>>;
  /** What people read about each tab and its columns: the notes of headers. */
  words(): Words;
  /** A small portfolio to try the product with: header and rows by dataset, as of one day. */
  demo(): { readonly asOf: string; readonly tables: Readonly<Record<string, Grid>> };
  /** Why each rule of AppSheet stands, and the words in headers that it takes for types. */
  appSheetWords(): AppSheetWords;
  /** Civil time of an instant in a zone: `2026-01-31T09:30:00`. */
  wallClock(instant: number, zone: string): string;
  /**
   * A text signed as a JSON Web Token (RFC 7519, RS256) with a private key in PEM. Throws KenshinError `credential` where
   * the key is none.
   */
  webToken(claims: string, privateKey: string): string;
  /** Lower-case hex SHA-256 of the text's UTF-8 bytes. */
  digest(text: string): string;
  /** Lower-case hex HMAC-SHA256 of a text under a key, both as UTF-8. */
  hmac(text: string, key: string): string;
}
