import type { Text } from '../domain/text';

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
export interface Column {
  /** The header: English words chosen so that AppSheet infers the type. */
  readonly name: string;
  readonly ja: string;
  readonly type: ColumnType;
  /** Explains the column; stands in the header's note in both languages. */
  readonly note: Text;
  /** For `choice`. */
  readonly choices?: readonly string[];
  /** For `ref`: the tab whose key this holds. */
  readonly ref?: string;
  /** For configuration: an empty cell is a fault. */
  readonly required?: true;
  /** The header may be missing; every cell then counts as empty. */
  readonly optional?: true;
  /** For numbers: the least and the greatest that is accepted, both inclusive. */
  readonly range?: readonly [number, number];
}

/** One tab, declared once: layout, validation, parsing, docs and AppSheet columns derive from it. */
export interface Tab {
  readonly name: string;
  readonly title: Text;
  readonly note: Text;
  readonly workbook: 'health' | 'data';
  readonly writer: 'script' | 'people' | 'ops';
  /** `table` for one row per thing; `report` for a page with charts. */
  readonly kind: 'table' | 'report';
  /** Name of the key column; '' where rows have no key (append-only logs still have one). */
  readonly key: string;
  readonly columns: readonly Column[];
  /** Columns that stay in view when the tab scrolls sideways; 1 where it is not given. */
  readonly frozen?: number;
}
