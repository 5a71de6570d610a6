/** Objects within objects become columns with a dotted name down to this depth; what lies deeper stays JSON text. */
const DEPTH = 4;

/** Rows of records as a table: every name any record has, in the order of their first appearance. */
export interface Flattened {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Places in the list (0 first) of what is no record. */
  readonly refused: readonly number[];
}

/**
 * Flattens records read from JSON. Lists stay lists; a name a record lacks is null. `rows` of refused entries are empty.
 * The columns of `always` come first, whatever the records have.
 */
export function flatten(records: readonly unknown[], always: readonly string[] = []): Flattened {
  const places = new Map<string, number>(always.map((name, at) => [name, at]));
  const refused: number[] = [];
  const rows = records.map((record, index) => {
    const row: unknown[] = [];
    if (isRecord(record)) put(record, '', DEPTH, row, places);
    else refused.push(index);
    return row;
  });
  for (const row of rows) while (row.length < places.size) row.push(null);
  return { columns: [...places.keys()], rows, refused };
}

function put(
  record: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
  row: unknown[],
  places: Map<string, number>,
): void {
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (depth > 1 && isRecord(value)) {
      put(value, `${prefix}${name}.`, depth - 1, row, places);
      continue;
    }
    const column = prefix + name;
    let place = places.get(column);
    if (place === undefined) {
      place = places.size;
      places.set(column, place);
    }
    while (row.length <= place) row.push(null);
    row[place] = value;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
