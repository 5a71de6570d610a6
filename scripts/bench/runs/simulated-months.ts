import Papa from 'papaparse';
import { ageOn } from '../../../src/app/store/age';
import { type DataStore, openDataStore, type TableName } from '../../../src/app/store/data-store';
import { upsert } from '../../../src/app/store/stored-table';
import { measuresOf, setValue, type UsageBook } from '../../../src/app/store/usage-book';
import type { Cell } from '../../../src/domain/cell';
import { DATASETS } from '../../../src/domain/datasets';
import { civil, type Day, dayOf, parseDay } from '../../../src/domain/day';
import type { Workbook } from '../../../src/ports';
import type { Scaled } from './portfolio';

/** Writes a portfolio's days into a Data workbook, month by month as runs do it, but with nothing scored. */
export function simulateMonths(
  data: Workbook,
  portfolio: Scaled,
  from: Day,
  to: Day,
  options: { readonly today: (end: Day) => Day; readonly retentionMonths: number; readonly after?: (end: Day) => void },
): void {
  for (let first = from; first <= to; ) {
    const { year, month } = civil(first);
    const next = dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) as Day;
    const end = Math.min(to, next - 1);
    const store = openDataStore(data, 'en', ageOn(options.today(end), options.retentionMonths));
    for (const { name } of DATASETS) {
      const { data: rows } = Papa.parse<string[]>(portfolio.csv(name, first, end), { skipEmptyLines: true });
      const [columns = [], ...cells] = rows;
      if (name === 'usage') bringUsage(store, columns, cells);
      else bringTable(store, name, columns, cells, first);
    }
    store.commit();
    options.after?.(end);
    first = next;
  }
}

function bringUsage(store: DataStore, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const book: UsageBook = new Map();
  const [account, date] = [columns.indexOf('account_id'), columns.indexOf('date')];
  for (const row of rows) {
    const measures = measuresOf(book, row[account] as string, '');
    const day = parseDay(row[date] as string) as Day;
    columns.forEach((name, at) => {
      if (at !== account && at !== date && row[at] !== '') setValue(measures, name, day, Number(row[at]));
    });
  }
  store.mergeUsage(book);
}

/** Days become Day numbers, as pulling makes them; other cells stay text, which takes as much room. */
function bringTable(
  store: DataStore,
  name: TableName,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  from: Day,
): void {
  const days = DATASETS.find((declaration) => declaration.name === name)?.fields.map(({ name: field, type }) =>
    type === 'day' || type === 'moment' ? field : '',
  );
  const isDay = columns.map((column) => days?.includes(column) ?? false);
  upsert(
    store.table(name, from),
    columns,
    rows.map((row) => row.map((text, at): Cell => (text === '' ? null : isDay[at] ? parseDay(text) : text))),
  );
}
