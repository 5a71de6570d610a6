import { parseA1 } from '../../scripts/local/gas/spreadsheet/a1';
import { valueAt } from '../../scripts/local/gas/spreadsheet/cells';
import type { Workspace } from '../../scripts/local/run/workspace';
import { addRow, columnWith } from './people';
import { buildProduct, records, runNow, setUpProduct, tab, type } from './product';
import { smallPortfolio } from './small-portfolio';

const ACCOUNTS = [
  'account_id,name,owner_email,mrr',
  'A,Alpha,a@example.com,1000',
  'B,=1+1,b@example.com,50',
  'C,ガンマ商事,a@example.com,700',
  'D,007,a@example.com,10',
].join('\n');
const TOUCHES = ['touch_id,account_id,at,kind', 'T1,A,2026-03-20,meeting', 'T2,C,2026-03-29,call'].join('\n');

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const open = (): Workspace => {
  const workspace = setUpProduct(dist, { accounts: ACCOUNTS, touches: TOUCHES });
  runNow(workspace);
  return workspace;
};

/** By text of the linked cell: the tab its link leads to, and the first and last text under a header of the rows there. */
function leads(workspace: Workspace, from: string, header: string, under: string): Record<string, unknown> {
  const sheet = tab(workspace, from);
  const column = columnWith(sheet, header);
  const found: Record<string, unknown> = {};
  for (let row = 1; row < sheet.maxRows; row++) {
    const [, gid, range = ''] = /^#gid=(\d+)&range=(.*)$/.exec(sheet.links.at(row, column) ?? '') ?? [];
    const target = workspace.health().sheets.find(({ sheetId }) => String(sheetId) === gid);
    const area = parseA1(range, { maxRows: 1, maxColumns: 1 })?.area;
    const at = target && columnWith(target, under);
    const text = String(valueAt(sheet, row, column) ?? '');
    if (text === '') continue;
    found[text] =
      target && area && at !== undefined
        ? [target.name, valueAt(target, area.row, at), valueAt(target, area.row + area.rows - 1, at), range.slice(0, 1)]
        : null;
  }
  return found;
}

describe('links of the tabs', () => {
  it('lead from a name in Accounts to all rows of the account in Breakdown, and back from every one of them', () => {
    const workspace = open();
    expect(leads(workspace, 'Accounts', 'Account Name', 'Account')).toEqual({
      Alpha: ['Breakdown', 'A', 'A', 'A'],
      // A text that looks like a formula is entered by an apostrophe, which rich texts may not swallow.
      '=1+1': null,
      ガンマ商事: ['Breakdown', 'C', 'C', 'A'],
      '007': ['Breakdown', 'D', 'D', 'A'],
    });
    const links = tab(workspace, 'Accounts').links.runs(1);
    const breakdown = tab(workspace, 'Breakdown');
    const rows = links.map(
      ({ value }) => parseA1(value.replace(/^.*range=/, ''), { maxRows: 1, maxColumns: 1 })?.area.rows,
    );
    const metrics = Array.from({ length: breakdown.maxRows }, (_, row) => valueAt(breakdown, row, 1)).filter(
      (id) => id === 'A',
    );
    expect(rows[0]).toBe(metrics.length);
    const back = leads(workspace, 'Breakdown', 'Account', 'Account ID');
    expect(back).toEqual(Object.fromEntries(['A', 'B', 'C', 'D'].map((id) => [id, ['Accounts', id, id, 'A']])));
  });

  it('lead on after rows have come and gone', () => {
    const workspace = open();
    type(workspace, 'Settings', 'Pilot Owner', 'Value', 'a@example.com');
    runNow(workspace);
    expect(Object.keys(leads(workspace, 'Accounts', 'Account Name', 'Account'))).toEqual([
      'Alpha',
      'ガンマ商事',
      '007',
    ]);
    expect(leads(workspace, 'Breakdown', 'Account', 'Account ID')).toEqual(
      Object.fromEntries(['A', 'C', 'D'].map((id) => [id, ['Accounts', id, id, 'A']])),
    );
  });

  it('lead from a movement to its account', () => {
    const workspace = smallPortfolio(dist);
    type(workspace, 'Settings', 'Minimum Coverage Percent', 'Value', '0');
    runNow(workspace);
    const moved = leads(workspace, 'Movements', 'Account', 'Account ID');
    for (const [id, target] of Object.entries(moved)) expect(target).toEqual(['Accounts', id, id, 'A']);
    expect(Object.keys(moved)).toContain('A');
  });

  it('lead from a problem to its cell, where the tab is here', () => {
    const workspace = open();
    const metrics = tab(workspace, 'Metrics');
    type(workspace, 'Metrics', String(valueAt(metrics, 1, 0)), 'Weight', 'much');
    addRow(workspace, 'Sources', {
      'Source ID': 'gone',
      Enabled: true,
      Kind: 'tab',
      Dataset: 'touches',
      'Tab Name': 'No such',
    });
    runNow(workspace);
    const problems = tab(workspace, 'Problems');
    const at = (header: string, row: number) => valueAt(problems, row, columnWith(problems, header));
    const links = Array.from({ length: problems.maxRows }, (_, row) => row).flatMap((row) =>
      row > 0 && at('Source', row) ? [[at('Source', row), at('Place', row), problems.links.at(row, 2)]] : [],
    );
    const weight = links.find(([source]) => source === 'Metrics');
    expect(weight?.[2]).toBe(`#gid=${metrics.sheetId}&range=${String(weight?.[1])}`);
    expect(links.find(([source]) => source === 'gone')).toEqual(['gone', null, undefined]);
  });

  it('cost one call a tab', () => {
    const calls: string[] = [];
    const workspace = setUpProduct(
      dist,
      { accounts: ACCOUNTS.replace('=1+1', 'Beta') },
      {
        beforeCall: (_, name) => {
          if (name.endsWith('RichTextValues')) calls.push(name);
          return undefined;
        },
      },
    );
    runNow(workspace);
    const linked = ['Accounts', 'Breakdown', 'Movements', 'Problems'].filter(
      (name) => records(workspace, name).length > 0,
    );
    expect(calls).toHaveLength(linked.length);
    expect(linked).toEqual(expect.arrayContaining(['Accounts', 'Breakdown']));
  });
});
