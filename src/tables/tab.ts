import type { Text } from '../domain/text';
import type { ColumnWords, TabWords } from '../domain/words';

/**
 * What a column holds, from which format, validation, width and the AppSheet type all follow. `ref` names the tab
 * whose key it holds; `choice` one of `choices`.
 */
export type ColumnType =
  | 'id'
  | 'text'
  | 'longText'
  | 'email'
  | 'url'
  | 'integer'
  | 'number'
  | 'score'
  | 'change'
  | 'percent'
  | 'money'
  | 'date'
  | 'timestamp'
  | 'flag'
  | 'choice'
  | 'ref'
  | 'expression'
  | 'curve';

/** One column of a tab. */
export interface Column<Name extends string = string> {
  /** The header: English words chosen so that AppSheet infers the type. */
  readonly name: Name;
  readonly type: ColumnType;
  /** For `choice`. */
  readonly choices?: readonly string[];
  /** For `ref`: the tab whose key this holds. */
  readonly ref?: string;
  /** For configuration: an empty cell is a fault. */
  readonly required?: true;
  /** The header may be missing; every cell then counts as empty. */
  readonly optional?: true;
  /**
   * Where the text leads: to the rows of `tab` that read under the header `at` what this row reads under `by`; with `tab` null to
   * the tab that this row names under `by`, there to the cell under `at`. At most one column of a tab, and not its key.
   */
  readonly jump?: { readonly tab: string | null; readonly by: string; readonly at: string };
  /** Pixels, where those of the type do not do. */
  readonly width?: number;
  /** For numbers: the least and the greatest that is accepted, both inclusive. */
  readonly range?: readonly [number, number];
}

/** A chart of a report: some of a table's columns, drawn beside or below the table. */
export interface TabChart {
  readonly title: Text;
  /** The tab that is drawn, where it is not this one. */
  readonly of?: { readonly name: string; readonly columns: readonly Column[] };
  readonly shape: 'column' | 'bar';
  readonly stacked?: true;
  /** Header of the column that names the bars. */
  readonly labels: string;
  /** Headers of the columns that are drawn, and their colours. */
  readonly series: readonly (readonly [header: string, color: string])[];
  /** Rows of the table that are drawn, from the first; all where it is not given. */
  readonly rows?: number;
}

/**
 * One tab, declared once: layout, validation, parsing, docs and AppSheet columns derive from it. What people read about
 * it stands in the words file beside it (`actions.words.ts` beside `actions.ts`), because only set-up needs it.
 */
export interface Tab {
  readonly name: string;
  readonly workbook: 'health' | 'data';
  readonly writer: 'script' | 'people' | 'ops';
  /** `table` for one row per thing; `report` for a page with charts. */
  readonly kind: 'table' | 'report';
  /** Name of the key column; '' where rows have no key (append-only logs still have one). */
  readonly key: string;
  readonly columns: readonly Column[];
  /** Columns that stay in view when the tab scrolls sideways; 1 where it is not given. */
  readonly frozen?: number;
  /** Only for reports: a table that AppSheet reads holds no chart. */
  readonly charts?: readonly TabChart[];
  /** Where they stand: to the right where it is not given. */
  readonly chartsBelow?: true;
  /** People filter here. Never a tab of the app: a filter hides rows from AppSheet, too. */
  readonly filtered?: true;
}

/** Words of columns by header. A header without words does not compile, nor do words for a header that is not there. */
export type HeaderWords<Columns extends readonly Column[]> = Readonly<Record<Columns[number]['name'], ColumnWords>>;

/** Words of a tab, as its words file declares them. */
export interface WordsOf<Declared extends { readonly columns: readonly Column[] }> extends TabWords {
  readonly columns: HeaderWords<Declared['columns']>;
}
