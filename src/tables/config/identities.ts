import type { ReadRecord } from '../rows';
import { says } from './messages';
import { type Section, textOf } from './section';

/** Longest id. */
const LONGEST = 100;

/** How ids are compared: width, case and outer blanks do not part two of them. */
export function foldId(id: string): string {
  return id.normalize('NFKC').trim().toLowerCase();
}

/** Ids of a tab as others point at them, by their folded form; null where the tab's headers are not in order, or it has no row. */
export type Identities = ReadonlyMap<string, string> | null;

/** The ids of a tab's key column; an id that stands twice, or that no key may hold, is a fault. */
export function identitiesOf(section: Section, header: string): Identities {
  if (!section.headerOk || section.records.length === 0) return null;
  const ids = new Map<string, string>();
  const places = new Map<string, string>();
  for (const record of section.records) {
    const id = textOf(record, header);
    if (id === '') continue;
    const folded = foldId(id);
    const first = places.get(folded);
    if (first !== undefined) section.fault(record, header, 'id.duplicate', says.duplicate(header, id, first));
    else if (id.length > LONGEST || /[|\r\n]/.test(id)) section.fault(record, header, 'id.marks', says.idMarks(header));
    else if (folded === 'score') section.fault(record, header, 'id.reserved', says.idReserved(header, id));
    else {
      ids.set(folded, id);
      places.set(folded, section.place(record.row, header));
    }
  }
  return ids;
}

/** The id that a cell points at, as its own tab spells it; null, and a fault, where there is none. */
export function resolve(
  section: Section,
  record: ReadRecord,
  header: string,
  ids: Identities,
  parent: string,
): string | null {
  const id = textOf(record, header);
  if (id === '') return null;
  if (ids === null) return id;
  const found = ids.get(foldId(id));
  if (found !== undefined) return found;
  const known = Array.from(ids.values());
  section.fault(record, header, 'id.unknown', says.unknownId(header, id, parent, known));
  return null;
}
