import type { DatasetName } from '../domain/datasets';
import type { Problem } from '../domain/problem';
import type { Text } from '../domain/text';
import type { Clock, Files, Http, Store, Workbooks } from '../ports';

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
  /** Says what is wrong with the data without stopping; the source's id is added. */
  report(problem: Omit<Problem, 'source'>): void;
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
  /** Hands out each row with its number until `visit` answers false. Cells stand as in `columns`; the array may be reused. */
  each(visit: (cells: readonly unknown[], row: number) => boolean): void;
}

/** A setting of a kind that stands in the Options column. */
export interface SourceOption {
  readonly name: string;
  /** What it does; a row of the Sources tab that names an unknown option is answered with these. */
  readonly note: Text;
  /** What is wrong with a value, null where it is fine. */
  check(value: string): Text | null;
}

/**
 * One kind of source, declared. A kind is one folder: this value, and what it needs to read. The Sources tab, its checks
 * and the pull derive from it.
 */
export interface SourceDeclaration {
  /** As the Kind column names it. */
  readonly kind: string;
  readonly options: readonly SourceOption[];
  /** Faults of a row of the Sources tab that need no connection to see, each with the column it stands in. */
  check(setting: SourceSetting): readonly { readonly column: string; readonly why: Text }[];
  /** Everything the source has. Throws a KenshinError where nothing can be had. */
  read(context: SourceContext): Pulled;
}
