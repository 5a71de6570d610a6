import type { Cell } from '../../domain/cell';
import type { Curve } from '../../domain/config/config';
import { parseCurve } from '../../domain/config/curve';
import type { Problem, Severity } from '../../domain/problem';
import type { Text } from '../../domain/text';
import { problemAt, type ReadRecord, readTab } from '../rows';
import type { Tab } from '../tab';
import type { ConfigGrids } from './grids';
import { says } from './messages';

/** A configuration tab under examination: its records, and every fault found in it so far. */
export interface Section {
  readonly tab: Tab;
  readonly records: readonly ReadRecord[];
  readonly problems: Problem[];
  readonly headerOk: boolean;
  /** Address of a cell. */
  place(row: number, header: string): string;
  /** Adds a fault of a cell. */
  fault(record: ReadRecord, header: string, code: string, why: Text, severity?: Severity): void;
  /** Adds a fault of the tab as a whole; `header` names the column that is meant, '' for none. */
  faultOfTab(header: string, code: string, why: Text, severity?: Severity): void;
}

/** Reads one tab. */
export function openSection(tab: Tab, grids: ConfigGrids): Section {
  const read = readTab(tab, grids[tab.name] ?? null);
  const problems: Problem[] = [...read.problems];
  for (const { values, row } of read.records) {
    for (const header of Object.keys(values)) {
      if (values[header] !== 'NaN') continue;
      problems.push(problemAt(tab.name, 'error', 'cell.nan', read.place(row, header), header, 'NaN', says.nan(header)));
    }
  }
  return {
    tab,
    records: read.records,
    problems,
    headerOk: read.headerOk,
    place: read.place,
    fault: (record, header, code, why, severity = 'error') => {
      const value = record.values[header] ?? null;
      problems.push(problemAt(tab.name, severity, code, read.place(record.row, header), header, value, why));
    },
    faultOfTab: (header, code, why, severity = 'error') => {
      problems.push(problemAt(tab.name, severity, code, read.place(1, header), header, null, why));
    },
  };
}

/** The text of a cell, '' where it is empty. */
export function textOf(record: ReadRecord, header: string): string {
  const cell = record.values[header] ?? null;
  return cell === null ? '' : String(cell);
}

/** The number of a cell, null where it is empty or was refused. */
export function numberOf(record: ReadRecord, header: string): number | null {
  const cell: Cell = record.values[header] ?? null;
  return typeof cell === 'number' ? cell : null;
}

/** The flag of a cell, null where it is empty or was refused. */
export function flagOf(record: ReadRecord, header: string): boolean | null {
  const cell: Cell = record.values[header] ?? null;
  return typeof cell === 'boolean' ? cell : null;
}

/** Both languages of a text; the Japanese cell may be empty. */
export function bilingual(record: ReadRecord, en: string, ja: string): Text {
  const english = textOf(record, en);
  return { en: english, ja: textOf(record, ja) || english };
}

/** The curve of a cell, null where it is empty or faulty. */
export function curveOf(section: Section, record: ReadRecord, header: string): Curve | null {
  const text = textOf(record, header);
  if (text === '') return null;
  const parsed = parseCurve(text);
  if (parsed.ok) return parsed.curve;
  section.fault(record, header, 'curve.unreadable', says.curve(parsed.why));
  return null;
}
