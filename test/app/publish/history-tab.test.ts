import { openHistoryTab } from '../../../src/app/publish/history-tab';
import type { Day } from '../../../src/domain/day';
import { parseDay } from '../../../src/domain/day';
import { SCORE_HISTORY } from '../../../src/tables/health/score-history';
import { layoutOf } from '../../../src/tables/layout';
import { readTab, type TabRecord, toGrid } from '../../../src/tables/rows';
import { memoryWorkbook } from '../ports/memory-workbook';

const LAYOUT = layoutOf(SCORE_HISTORY, 'en', 0);
const day = (text: string) => parseDay(text) as Day;

const row = (account: string, date: string, version = 'c-1'): TabRecord => ({
  'History ID': `${account}|${date}`,
  Account: account,
  'Score Date': date,
  Score: 50,
  'Config Version': version,
  'Has New Version': false,
});

const holding = (records: readonly TabRecord[]) =>
  memoryWorkbook({ tabs: { [SCORE_HISTORY.name]: toGrid(SCORE_HISTORY, records) } });

const shown = (book: ReturnType<typeof holding>): string[] =>
  readTab(SCORE_HISTORY, book.read(SCORE_HISTORY.name)).records.map(
    ({ values }) => `${values['History ID']}${values['Has New Version'] === true ? ' new' : ''}`,
  );

describe('the Score History tab', () => {
  it('takes a new day at its end and leaves the rows above as they are', () => {
    const book = holding([row('A', '2026-03-01'), row('A', '2026-03-02'), row('B', '2026-03-02')]);
    const before = book.readRows(SCORE_HISTORY.name, 1, 4);
    openHistoryTab(book, LAYOUT).put([row('B', '2026-03-03', 'c-2'), row('A', '2026-03-03')]);
    expect(shown(book)).toEqual(['A|2026-03-01', 'A|2026-03-02', 'B|2026-03-02', 'A|2026-03-03', 'B|2026-03-03 new']);
    expect(book.readRows(SCORE_HISTORY.name, 1, 4)).toEqual(before);
  });

  it('takes past days in their place', () => {
    const book = holding([row('A', '2026-01-31'), row('A', '2026-03-02')]);
    const tab = openHistoryTab(book, LAYOUT);
    tab.put([row('A', '2026-02-28'), row('A', '2026-03-02')]);
    expect(shown(book)).toEqual(['A|2026-01-31', 'A|2026-02-28', 'A|2026-03-02']);
    expect(tab.days()).toEqual(new Set(['2026-01-31', '2026-02-28', '2026-03-02'].map(day)));
  });

  it('ends the same when a day is put twice', () => {
    const once = holding([row('A', '2026-03-01')]);
    const twice = holding([row('A', '2026-03-01')]);
    openHistoryTab(once, LAYOUT).put([row('A', '2026-03-02', 'c-2')]);
    openHistoryTab(twice, LAYOUT).put([row('A', '2026-03-02', 'c-2')]);
    openHistoryTab(twice, LAYOUT).put([row('A', '2026-03-02', 'c-2')]);
    expect(shown(twice)).toEqual(shown(once));
  });

  it('takes out days that do not stay, wherever they stand', () => {
    const dates = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
    const book = holding(dates.flatMap((date) => [row('A', date), row('B', date)]));
    const tab = openHistoryTab(book, LAYOUT);
    const gone = new Set(['2026-03-01', '2026-03-02', '2026-03-04'].map(day));
    tab.thin((each) => !gone.has(each));
    expect(shown(book)).toEqual(['A|2026-02-28', 'B|2026-02-28', 'A|2026-03-03', 'B|2026-03-03']);
    expect(tab.days()).toEqual(new Set(['2026-02-28', '2026-03-03'].map(day)));
  });

  it('moves the mark of a new configuration on when its day goes', () => {
    const book = holding([]);
    const tab = openHistoryTab(book, LAYOUT);
    tab.put([
      row('A', '2026-03-01'),
      row('B', '2026-03-01'),
      row('A', '2026-03-02', 'c-2'),
      row('B', '2026-03-02'),
      row('A', '2026-03-03', 'c-2'),
      row('B', '2026-03-03'),
    ]);
    expect(shown(book)[2]).toBe('A|2026-03-02 new');
    tab.thin((each) => each !== day('2026-03-02'));
    expect(shown(book)).toEqual(['A|2026-03-01', 'B|2026-03-01', 'A|2026-03-03 new', 'B|2026-03-03']);
  });

  it('puts right what somebody sorted, emptied or moved, and loses no row', () => {
    const sorted = holding([row('A', '2026-03-02'), row('A', '2026-03-01')]);
    openHistoryTab(sorted, LAYOUT);
    expect(shown(sorted)).toEqual(['A|2026-03-01', 'A|2026-03-02']);
    const gap = holding([row('A', '2026-03-01')]);
    gap.append(LAYOUT, [[], LAYOUT.columns.map((_, at) => (at === 2 ? '2026-03-02' : `x${at}`))]);
    openHistoryTab(gap, LAYOUT);
    expect(shown(gap)).toHaveLength(2);
    const moved = memoryWorkbook({
      tabs: {
        [SCORE_HISTORY.name]: toGrid(SCORE_HISTORY, [row('A', '2026-03-01')]).map((cells) => [...cells].reverse()),
      },
    });
    openHistoryTab(moved, LAYOUT).put([row('A', '2026-03-02')]);
    expect(shown(moved)).toEqual(['A|2026-03-01', 'A|2026-03-02']);
  });
});
