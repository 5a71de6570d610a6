import type { DatasetName } from '../domain/datasets';
import type { Problem } from '../domain/problem';
import type { Text } from '../domain/text';
import type { Clock, Databases, Files, Forms, Http, Store, Workbooks } from '../ports';
import type { WriteBack } from './write-back/write-back';

/** One row of the Sources tab, parsed. What a kind needs beyond the columns all kinds share stands in `options`. */
export interface SourceSetting {
  readonly id: string;
  readonly kind: string;
  readonly dataset: DatasetName;
  readonly location: string;
  readonly tabName: string;
  readonly rowsPath: string;
  readonly paging: 'none' | 'cursor' | 'page' | 'offset' | 'link';
  /** By the names the kind declares. */
  readonly options: Readonly<Record<string, string>>;
  /** Header that carries the secret; '' for none. */
  readonly headerName: string;
  /** Words before the secret, e.g. `Bearer`; '' for none. */
  readonly headerPrefix: string;
  readonly secretName: string;
  /** Our column (or the attribute's name) to theirs. */
  readonly fieldMap: ReadonlyMap<string, string>;
  /** Columns that are measures, for usage with one column a measure; empty means every other column of numbers. */
  readonly measures: readonly string[];
  readonly every: 'daily' | 'hourly';
}

/** What a source may use, and the way to say that something is odd. */
export interface SourceContext {
  readonly setting: SourceSetting;
  readonly clock: Clock;
  readonly http: Http;
  readonly files: Files;
  readonly workbooks: Workbooks;
  readonly secrets: Store;
  readonly databases: Databases;
  readonly forms: Forms;
  /** The current user's OAuth token, for Google's own hosts alone. */
  token(): string;
  /** A text signed as a JSON Web Token (RS256). Throws KenshinError `credential` where the private key is none. */
  webToken(claims: string, privateKey: string): string;
  /** What accounts have for domains, as written: sources that see other people's business keep to these. */
  domains(): readonly string[];
  /** Where the last pull of this source ended, as its `Pulled.cursor` said; null for everything from the start. */
  readonly cursor: string | null;
  /** True where everything is asked for anew though rows are stored: what was deleted since is not to be left out. */
  readonly again?: boolean | undefined;
  /** Says what is wrong with the data without stopping; the source's id is added. */
  report(problem: Omit<Problem, 'source'>): void;
  /** Has the source left alone until then (milliseconds since 1970): its budget of requests is used up. */
  pause(until: number): void;
}

/** Rows as the other side has them, not yet read into a dataset. */
export interface Pulled {
  /** The file, tab or host, as a person knows it. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Row of the header, by which rows are counted; 0 where there is none (records of JSON). */
  readonly headerRow: number;
  /** How a value is found again: by its cell in a sheet, or by its row in a file. */
  readonly addressing: 'cell' | 'row';
  /** Column by whose value a person finds a record at the other side; rows are then named by it. */
  readonly key?: string;
  /**
   * Where the next pull goes on, opaque to everybody else; kept once these rows are stored. Left out by sources that are
   * always read whole.
   */
  readonly cursor?: string;
  /** True where more waits already: the pull goes on at `cursor` at once, or in its next slice. */
  readonly more?: boolean;
  /** Keys, as our key column holds them, of rows that the other side has deleted. */
  readonly removed?: readonly string[];
  /** Hands out each row with its number until `visit` answers false. Cells stand as in `columns`; the array may be reused. */
  each(visit: (cells: readonly unknown[], row: number) => boolean): void;
}

/** Words of a declaration; a function where they are made only when somebody reads them. */
export type Note = Text | (() => Text);

/** A setting of a kind that stands in the Options column. */
export interface SourceOption {
  readonly name: string;
  /** What it does; a row of the Sources tab that names an unknown option is answered with these. */
  readonly note: Note;
  /** What is wrong with a value, null where it is fine. */
  check(value: string): Text | null;
}

/** Something a person enters to sign in; kept among their own properties, never in a cell. */
export interface CredentialField {
  /** Part of the property's name: `secret.<Secret Name>.<name>`, or `secret.<Secret Name>` alone where it is ''. */
  readonly name: string;
  /** As the form asks for it. */
  readonly label: Note;
  /** True where this source, set so, needs it. */
  needed(setting: SourceSetting): boolean;
}

/** Rows of one dataset that a kind brings. */
export interface SourceStream {
  readonly dataset: DatasetName;
  /** What is read, in the vendor's own word: an object, a report, a list. */
  readonly from: string;
  /** Their field that tells rows apart. */
  readonly key: string;
  /** Their field by which only what is new is asked for; null where the stream is read whole every time. */
  readonly cursor: string | null;
}

/**
 * One kind of source, declared. A kind is one folder: this value, and what it needs to read. The Sources tab, its checks,
 * the form of the sidebar, the page of the manual and the pull derive from it.
 */
export interface SourceDeclaration {
  /** As the Kind column names it. */
  readonly kind: string;
  readonly options: readonly SourceOption[];
  readonly credential: readonly CredentialField[];
  /** null for kinds that bring any dataset their rows are mapped to. */
  readonly streams: readonly SourceStream[] | null;
  /** Faults of a row of the Sources tab that need no connection to see, each with the column it stands in. */
  check(setting: SourceSetting): readonly { readonly column: string; readonly why: Text }[];
  /**
   * Asks as little as shows that place and key are right, and says what was found. Throws the KenshinError that a pull
   * would end in.
   */
  test(context: SourceContext): Text;
  /**
   * What decides the rows and stands elsewhere than in the row of the Sources tab, as the SQL in a tab does: where it
   * changes, the source is pulled anew. Throws as `read` does where it cannot be read.
   */
  readonly query?: (context: Pick<SourceContext, 'setting' | 'workbooks'>) => string;
  /** How this kind takes scores back; left out where it does not. */
  readonly writeBack?: WriteBack;
  /**
   * Everything the source has, or since `context.cursor` what is new, one bite at a time. Throws a KenshinError where
   * nothing can be had.
   */
  read(context: SourceContext): Pulled;
}
