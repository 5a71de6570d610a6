import { addSheetModel } from '../../scripts/local/gas/spreadsheet/model';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { Reply } from '../../src/domain/reply';
import type { SidebarView } from '../../src/domain/views';
import { addRow } from './people';
import { buildProduct, records, runNow, tab } from './product';
import { smallPortfolio } from './small-portfolio';

/** What the shipped sidebar opens on, wherever the cursor stands. */
let workspace: Workspace;
let ids: readonly unknown[];
beforeAll(async () => {
  workspace = smallPortfolio(await buildProduct());
  runNow(workspace);
  ids = records(workspace, 'Accounts').map((row) => row['Account ID']);
});

function at(name: string, row: number, rows = 1) {
  workspace.runtime.spreadsheets.selections.set(workspace.health().id, {
    sheetId: tab(workspace, name).sheetId,
    area: { row: row - 1, column: 1, rows, columns: 1 },
  });
  const reply = workspace.runtime.execute('sidebarView', [null], { entry: 'rpc' }) as Reply<SidebarView>;
  if (!reply.ok) throw new Error(reply.text.en);
  const { account, gone, book } = reply.data;
  return { account: account?.accountId ?? null, gone, book: book !== null };
}

it('shows the account of the first of several rows, where the active cell is', () => {
  expect(at('Accounts', 3, 2)).toEqual({ account: ids[1], gone: '', book: false });
});

it.each([
  ['a tab that names no account', 'Settings', 2],
  ['the headers', 'Accounts', 1],
  ['a row that nobody filled', 'Pulses', 15],
])('shows the day on %s', (_, name, row) => {
  expect(at(name, row)).toEqual({ account: null, gone: '', book: true });
});

it("shows an account that somebody's own tab names, and says nothing of a name that is none", () => {
  const notes = addSheetModel(workspace.health(), 'Our notes');
  notes.values[0] = ['Account', ids[0] as string, 'who knows'];
  expect(at('Our notes', 2)).toEqual({ account: ids[0], gone: '', book: false });
  expect(at('Our notes', 3)).toEqual({ account: null, gone: '', book: true });
});

it('says that an account is gone which a tab of ours still names', () => {
  addRow(workspace, 'Pulses', {
    'Pulse ID': 'p9',
    Account: 'A99',
    Pulse: 2,
    Comment: 'Left',
    'Author Email': 'a@example.com',
  });
  const row = records(workspace, 'Pulses').findIndex((record) => record.Account === 'A99') + 2;
  expect(at('Pulses', row)).toEqual({ account: null, gone: 'A99', book: true });
});
