import type { Cell, Grid, Row } from '../../domain/cell';
import { ACCOUNT, RECORDS } from './archive';

/** A cell holds 50,000 characters (Google Drive limits). */
const CHARACTERS = 45000;

/** The records of one account and month, to be packed into a row of an archive. */
export interface Packing {
  readonly month: string;
  readonly accountId: Cell;
  readonly records: readonly Row[];
}

/** Rows of an archive tab; `names` are the headers of the records' cells. */
export function packedRows(names: Row, packings: readonly Packing[]): Grid {
  return packings.flatMap(({ month, accountId, records }) =>
    textsOf(names, records).map((text, part) => {
      const id = `${month}|${accountId}`;
      return [part === 0 ? id : `${id}|${part + 1}`, month, accountId, text];
    }),
  );
}

/** One text for the records, or several where they do not fit one cell. */
function textsOf(names: Row, records: readonly Row[]): string[] {
  const text = JSON.stringify([names, ...records]);
  if (text.length <= CHARACTERS || records.length < 2) return [text];
  const half = records.length >> 1;
  return [...textsOf(names, records.slice(0, half)), ...textsOf(names, records.slice(half))];
}

/** The list in a row of an archive, the headers first; null where somebody typed over it. */
export function recordsOf(row: Row): readonly Row[] | null {
  try {
    const records: unknown = JSON.parse(String(row[RECORDS]));
    return Array.isArray(records) && records.every(Array.isArray) ? (records as Row[]) : null;
  } catch {
    return null;
  }
}

/** Packs rows of a table, ordered by account within their month. */
export function packTable(
  header: readonly string[],
  rows: readonly { readonly month: string; readonly cells: Row }[],
): Grid {
  const accountAt = header.indexOf('account_id');
  const places = header.flatMap((_, at) => (at === accountAt ? [] : [at]));
  const groups = new Map<string, { month: string; accountId: Cell; records: Row[] }>();
  for (const { month, cells } of rows) {
    const accountId = cells[accountAt] ?? null;
    const id = `${month}|${accountId}`;
    const group = groups.get(id) ?? { month, accountId, records: [] };
    group.records.push(places.map((at) => cells[at] ?? null));
    groups.set(id, group);
  }
  return packedRows(
    places.map((at) => header[at] as string),
    [...groups.keys()].sort().map((id) => groups.get(id) as Packing),
  );
}

/** The rows of a table that a row of its archive holds, in the order of `header`, which grows by what it lacks. */
export function unpackTable(row: Row, [names = [], ...records]: readonly Row[], header: string[]): Row[] {
  const places = names.map((name) => placeOf(header, String(name)));
  const accountAt = placeOf(header, 'account_id');
  return records.map((record) => {
    const cells: Cell[] = header.map(() => null);
    places.forEach((place, at) => {
      cells[place] = record[at] ?? null;
    });
    cells[accountAt] = row[ACCOUNT] ?? null;
    return cells;
  });
}

function placeOf(header: string[], name: string): number {
  const at = header.indexOf(name);
  return at >= 0 ? at : header.push(name) - 1;
}
