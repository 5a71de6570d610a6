import type { Grid, Row } from '../../domain/cell';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { DATA_TABS } from '../../tables/data';
import { archiveTab } from '../../tables/data/archive';
import { layoutOf } from '../../tables/layout';
import { missingHeader } from './stored-table';
import { writeChanges } from './write-changes';

/** Rows of an archive read in one call: a row may hold a thousand characters and more. */
const ROWS_PER_CALL = 20000;

/** First row below the header. */
const TOP = 2;

/** Beyond every month. */
export const NO_MONTH = '~';

/** Places of the columns. */
export const [MONTH, ACCOUNT, RECORDS] = [1, 2, 3] as const;

/**
 * The packed months of one dataset as its archive tab holds them: rows by month and account, so that months are read and
 * written as blocks, a month is added at the end and leaves at the top. Months are texts, `2026-01`. Nothing is read
 * before it is asked for.
 */
export interface Archive {
  readonly tab: string;
  /** Months that have rows, oldest first. */
  months(): readonly string[];
  /** Hands out the rows of the months from one to another, both included; `most` from the first on. */
  rows(from: string, to: string, most: number | undefined, each: (row: Row, number: number) => void): void;
  /** Puts rows in place of all from a month on. */
  put(from: string, rows: Grid): void;
  /** Takes out the months before one, where its months are known already: they are whenever one is added. */
  dropBefore(month: string): void;
}

/** Rows of one month that stand together. */
interface Block {
  readonly month: string;
  /** Number of the first row. */
  readonly first: number;
  count: number;
}

/** Opens the archive of a dataset's tab; `language` is that of the headers' notes. */
export function openArchive(data: Workbook, datasetTab: string, language: Locale): Archive {
  const tab = archiveTab(datasetTab);
  const header = tab.columns.map(({ name }) => name);
  const layout = layoutOf(
    tab,
    language,
    DATA_TABS.findIndex(({ name }) => name === tab.name),
  );
  let known: Block[] | null = null;
  const read = (first: number, count: number): Grid => (count > 0 ? data.readRows(tab.name, first, count) : []);
  const blocks = (): Block[] => {
    if (known === null) {
      const found = data.readRows(tab.name, 1, 1)[0] ?? [];
      if (found.some((cell) => cell !== null && cell !== '')) {
        header.forEach((name, at) => {
          if (found[at] !== name) throw missingHeader(tab.name, name);
        });
      }
      known = blocksOf(found.length > 0 ? (data.readColumn(tab.name, 'month') ?? []) : []);
      if (!isOrdered(known)) {
        // Somebody sorted or filled it: put right as a whole.
        const { first = TOP, count = 0 } = known[known.length - 1] ?? {};
        const rows = read(TOP, first + count - TOP).filter((row) => String(row[MONTH] ?? '') !== '');
        rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
        data.replace(layout, rows);
        known = blocksOf(rows.map((row) => row[MONTH]));
      }
    }
    return known;
  };
  const end = (): number => blocks().reduce((row, { first, count }) => Math.max(row, first + count), TOP);
  const startOf = (month: string): number => blocks().find((block) => block.month >= month)?.first ?? end();
  return {
    tab: tab.name,
    months: () => blocks().map(({ month }) => month),
    rows(from, to, most, each) {
      const start = startOf(from);
      const past = Math.min(blocks().find(({ month }) => month > to)?.first ?? end(), start + (most ?? end()));
      for (let first = start; first < past; first += ROWS_PER_CALL) {
        read(first, Math.min(ROWS_PER_CALL, past - first)).forEach((row, at) => {
          each(row, first + at);
        });
      }
    },
    put(from, rows) {
      const first = startOf(from);
      const standing: Row[] = [];
      this.rows(from, NO_MONTH, undefined, (row) => standing.push(row));
      writeChanges(data, layout, end() > TOP || first > TOP ? [header, ...standing] : null, rows, first);
      const above = blocks().filter(({ month }) => month < from);
      known = [
        ...above,
        ...blocksOf(
          rows.map((row) => row[MONTH]),
          first,
        ),
      ];
    },
    dropBefore(month) {
      const old = known === null ? 0 : startOf(month) - TOP;
      if (old <= 0) return;
      data.removeRows(tab.name, TOP, old);
      known = null;
    },
  };
}

function blocksOf(months: readonly unknown[], first: number = TOP): Block[] {
  const blocks: Block[] = [];
  months.forEach((cell, at) => {
    const month = String(cell ?? '').slice(0, 7);
    const last = blocks[blocks.length - 1];
    if (last?.month === month) last.count++;
    else blocks.push({ month, first: first + at, count: 1 });
  });
  return blocks;
}

function isOrdered(blocks: readonly Block[]): boolean {
  return blocks.every(({ month }, at) => month > (blocks[at - 1]?.month ?? ''));
}
