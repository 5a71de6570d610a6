import { columnOf, contentRows } from '../../scripts/local/gas/spreadsheet/cells';
import { deleteLines } from '../../scripts/local/gas/spreadsheet/structure';
import type { Workspace } from '../../scripts/local/run/workspace';
import { addRow, columnWith, date } from './people';
import { buildProduct, type Named, records, runNow, tab, type } from './product';
import { replaceFiles, SMALL_FILES, smallPortfolio } from './small-portfolio';

/** A past day is what it was, whatever is edited later: in the comparison of a run and in Score History filled backwards. */

const CONTACTS =
  'contact_id,account_id,role,email\nC1,A,champion,ann@a.co\nC2,A,executive,eve@a.co\nC3,B,champion,bob@b.co\n';
const TICKETS =
  'ticket_id,account_id,opened_at,closed_at,priority,csat\nK1,A,2026-03-20,,low,\nK2,B,2026-03-21,2026-03-23,high,\n';

let workspace: Workspace;
/** The scores of 1 April and of Sunday 5 April, as runs published them on the day. */
let lived: { readonly first: Record<string, unknown>; readonly sunday: Record<string, unknown> };

beforeAll(async () => {
  workspace = smallPortfolio(await buildProduct(), {
    files: { ...SMALL_FILES, contacts: CONTACTS, tickets: TICKETS },
  });
  type(workspace, 'Settings', 'Minimum Coverage Percent', 'Value', 1);
  for (const id of ['g2', 'g3']) {
    addRow(workspace, 'Goals', {
      'Goal ID': id,
      Account: 'A',
      Kind: 'roi',
      'Goal Name': 'Faster closing',
      Target: 50,
      Actual: 30,
      'Update Date': date('2026-03-10'),
    });
  }
  until('2026-04-06');
  lived = { first: scores('2026-04-01'), sunday: scores('2026-04-05') };
  // Between the runs of 6 and 7 April sources and people change what stood.
  replaceFiles(workspace, {
    contacts:
      'contact_id,account_id,role,email\nC1,A,user,ann@a.co\nC2,B,executive,eve@a.co\nC3,B,champion,bob@b.co\nC4,B,champion,new@b.co\n',
    tickets:
      'ticket_id,account_id,opened_at,closed_at,priority,csat\nK1,A,2026-03-20,,urgent,\nK2,B,2026-03-21,2026-03-23,high,4\n',
  });
  type(workspace, 'Goals', 'g1', 'Actual', 95);
  type(workspace, 'Goals', 'g2', 'Target', 300);
  type(workspace, 'Pulses', 'p1', 'Pulse', 1);
  const goals = tab(workspace, 'Goals');
  const row = columnOf(goals, 0).indexOf('g3');
  deleteLines(workspace.health(), { action: 'delete', sheet: goals, dimension: 'rows', at: row, count: 1 });
  until('2026-04-08');
});

/** Daily runs up to the morning of a day. */
function until(day: string): void {
  workspace.runtime.fireTriggers(Date.parse(`${day}T12:00:00+09:00`));
  expect(records(workspace, 'Runs').slice(-1)[0]).toMatchObject({ State: 'done', Kind: 'daily' });
}

/** Scores of all accounts on a day, by account. */
function scores(day: string): Record<string, unknown> {
  const rows = records(workspace, 'Score History').filter((row) => row['Score Date'] === day);
  return Object.fromEntries(
    rows.map(({ Account, Score, 'Coverage Percent': coverage }) => [Account, [Score, coverage]]),
  );
}

describe('a day that is past', () => {
  it('is compared with as it was published then, and what was edited since is what moved', () => {
    const accounts = records(workspace, 'Accounts');
    expect(accounts).toHaveLength(3);
    for (const account of accounts) {
      const [then] = lived.first[String(account['Account ID'])] as [number];
      expect(Number(account.Score) - Number(account['Score Change'])).toBeCloseTo(then, 9);
    }
    const moved = (account: string): Named[] =>
      records(workspace, 'Movements').filter((row) => row.Account === account && row.Metric !== null);
    const readings = (account: string) =>
      Object.fromEntries(
        moved(account).map((row) => [row.Metric, [row['Reading Before'], row['Reading After']]] as const),
      );
    expect(readings('A')).toMatchObject({
      champions: [1, 0],
      pulse: [4, 1],
      urgent_tickets: [0, 1],
      // 30 of 50 twice; then 30 of 300 once.
      goal_progress: [60, 10],
    });
    expect(readings('B')).toMatchObject({ champions: [1, 2], goal_progress: [20, 95], support_csat: [null, 4] });
  });

  it('is filled backwards as it was published then', () => {
    expect(Object.keys(lived.sunday)).toEqual(['A', 'B', 'C']);
    for (const name of ['Score History', 'Trend']) {
      const sheet = tab(workspace, name);
      const days = columnOf(sheet, columnWith(sheet, 'Score Date'));
      for (let row = contentRows(sheet) - 1; row > 0; row--) {
        if (days[row] !== date('2026-04-05')) continue;
        deleteLines(workspace.health(), { action: 'delete', sheet, dimension: 'rows', at: row, count: 1 });
      }
    }
    expect(scores('2026-04-05')).toEqual({});
    runNow(workspace);
    expect(scores('2026-04-05')).toEqual(lived.sunday);
    expect(scores('2026-04-08')).not.toEqual(lived.sunday);
  });

  it('needs a row in the Data workbook for each day of edits, and nothing for the others', () => {
    const days = records(workspace, 'Row History').map(({ dataset, date: day }) => [day, dataset].join(' '));
    expect(days.filter((day) => !day.startsWith(' '))).toEqual([
      '2026-04-07 contacts',
      '2026-04-07 goals',
      '2026-04-07 pulses',
      '2026-04-07 tickets',
    ]);
  });

  it('is known anew from the next run on where somebody deleted the tab', () => {
    const sheets = workspace.data()?.sheets ?? [];
    sheets.splice(
      sheets.findIndex(({ name }) => name === 'Row History'),
      1,
    );
    type(workspace, 'Goals', 'g1', 'Actual', 99);
    runNow(workspace);
    expect(records(workspace, 'Runs').slice(-1)[0]).toMatchObject({ State: 'done' });
    expect(records(workspace, 'Row History').map(({ dataset, date: day }) => [dataset, day])).toEqual([
      ['goals', null],
      ['pulses', null],
    ]);
  });
});
