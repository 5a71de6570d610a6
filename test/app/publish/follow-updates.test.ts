import { followUpdates, isOfUpdates } from '../../../src/app/publish/follow-updates';
import type { Cell, Grid } from '../../../src/domain/cell';
import { ACTION_UPDATES } from '../../../src/tables/health/action-updates';
import { ACTIONS } from '../../../src/tables/health/actions';
import { type TabRecord, toGrid } from '../../../src/tables/rows';
import { memoryWorkbook } from '../ports/memory-workbook';

const action = (id: string, status: string): TabRecord => ({
  'Action ID': id,
  Account: 'A',
  Kind: 'risk',
  'Action Name': `Do ${id}`,
  'Raised Date': '2026-03-01',
  Status: status,
  'Owner Email': 'a@example.com',
});
const said = (action: string, status: Cell, at: Cell): TabRecord => ({
  'Update ID': `${action}-${status}`,
  Action: action,
  Status: status,
  'Author Email': 'a@example.com',
  'Update Timestamp': at,
});
const bookOf = (actions: Grid, updates: readonly TabRecord[]) =>
  memoryWorkbook({ tabs: { Actions: actions, 'Action Updates': toGrid(ACTION_UPDATES, updates) } });
const statusOf = (book: ReturnType<typeof bookOf>): Cell[] => {
  const [header = [], ...rows] = book.read('Actions') as Grid;
  return rows.map((row) => row[header.indexOf('Status')] ?? null);
};

describe('actions follow what people said of them', () => {
  it('takes the status of the newest update and leaves the rest of the row', () => {
    const actions = toGrid(ACTIONS, [action('X1', 'open'), action('X2', 'open'), action('X3', 'doing')]);
    const book = bookOf(actions, [
      said('X1', 'Done', '2026-03-26T12:00:00'),
      said('X1', 'doing', '2026-03-25T12:00:00'),
      said('Ｘ３', 'dismissed', '2026-03-25'),
    ]);
    expect(followUpdates(book, 'en')).toEqual([]);
    expect(book.read('Actions')).toEqual(
      toGrid(ACTIONS, [action('X1', 'done'), action('X2', 'open'), action('X3', 'dismissed')]),
    );
  });

  it('writes nothing where nothing differs', () => {
    const book = bookOf(toGrid(ACTIONS, [action('X1', 'done')]), [said('X1', 'done', '2026-03-26')]);
    followUpdates(book, 'en');
    expect(book.writes).toEqual([]);
  });

  it('names what it cannot follow, by tab and cell, and follows the others', () => {
    const book = bookOf(toGrid(ACTIONS, [action('X1', 'open'), action('X2', 'open')]), [
      said('X9', 'done', '2026-03-26'),
      said('X1', 'finished', '2026-03-26'),
      said('X1', 'done', null),
      said('X2', 'doing', '2026-03-26'),
    ]);
    const problems = followUpdates(book, 'en');
    expect(problems.map(({ source, code, place, column }) => [source, code, place, column])).toEqual([
      ['Action Updates', 'choice.unknown', 'C3', 'Status'],
      ['Action Updates', 'cell.empty', 'F4', 'Update Timestamp'],
      ['Action Updates', 'action.unknown', 'B2', 'Action'],
    ]);
    for (const { why } of problems) expect(why.en).toMatch(/(Choose|Fill it in)/);
    expect(problems.every(isOfUpdates)).toBe(true);
    expect(statusOf(book)).toEqual(['open', 'doing']);
    expect(book.writes).toEqual(['Actions']);
  });

  it('finds the status where somebody moved it, and leaves columns and cells of their own', () => {
    const header = ['Mine', null, ...ACTIONS.columns.map(({ name }) => name), 'Also mine'];
    const cells = toGrid(ACTIONS, [action('X1', 'open')])[1] ?? [];
    const book = bookOf(
      [[], header, [1, 'a', ...cells.map((cell) => cell ?? 'no number'), true]],
      [said('X1', 'done', '2026-03-26')],
    );
    expect(followUpdates(book, 'en')).toEqual([]);
    const row = book.read('Actions')?.[2] ?? [];
    expect(statusOf({ ...book, read: (tab: string) => book.read(tab)?.slice(1) ?? null })).toEqual(['done']);
    expect([row[1], row[7]]).toEqual(['a', 'no number']);
  });

  it('says which tab is missing, and touches nothing', () => {
    const book = memoryWorkbook({
      tabs: { 'Action Updates': toGrid(ACTION_UPDATES, [said('X1', 'done', '2026-03-26')]) },
    });
    expect(followUpdates(book, 'en').map(({ source, code }) => [source, code])).toEqual([['Actions', 'tab.missing']]);
    expect(book.writes).toEqual([]);
  });
});
