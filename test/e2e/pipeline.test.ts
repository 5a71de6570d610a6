import type { Workspace } from '../../scripts/local/run/workspace';
import type { Reply } from '../../src/domain/reply';
import type { AccountView, RunView, SidebarView } from '../../src/domain/views';
import { AS_OF, buildProduct, everything, type Files, records, runNow, setUpProduct, tab, type } from './product';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

/** Four accounts: one active, one fading, one that usage does not know, one whose CRM row is thin. */
const ACCOUNTS = `account_id,name,owner_email,team,mrr,employees,contract_start,renewal_date,status
A1,株式会社アルファ,aya@example.com,East,500000,800,2024-04-01,2027-03-31,active
A2,Beta Inc.,ben@example.com,West,80000,60,2025-01-01,2026-06-30,active
A3,Gamma K.K.,aya@example.com,East,20000,10,2025-10-01,2026-09-30,active
A4,,,,,,,,
`;

/** Ninety days of two measures: A1 steady, A2 fading to nothing in the last thirty days. */
function usage(): string {
  const lines = ['account_id,date,logins,active_users'];
  for (let back = 89; back >= 0; back--) {
    const date = new Date(Date.parse(`${AS_OF}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
    lines.push(`A1,${date},40,12`);
    if (back >= 30) lines.push(`A2,${date},10,3`);
  }
  return `${lines.join('\n')}\n`;
}

const TOUCHES = `touch_id,account_id,at,kind,participants,roles
T1,A1,2026-03-20T10:00:00+09:00,meeting,a@alpha.example;b@alpha.example,executive
T2,A1,2026-02-10,call,a@alpha.example,champion
T3,A2,2025-12-01,meeting,c@beta.example,user
`;

const FILES: Files = { accounts: ACCOUNTS, usage: usage(), touches: TOUCHES };

const api = <T>(workspace: Workspace, name: string, ...args: unknown[]): T => {
  const reply = workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<T>;
  if (!reply.ok) throw new Error(reply.text.en);
  return reply.data;
};

const lastRun = (workspace: Workspace) => records(workspace, 'Runs').slice(-1)[0];

const account = (workspace: Workspace, id: string) =>
  records(workspace, 'Accounts').find((record) => record['Account ID'] === id) ?? {};

describe('set-up', () => {
  it('makes every tab in its order, Accounts first, with notes on every header', () => {
    const workspace = setUpProduct(dist, {});
    const names = workspace.health().sheets.map(({ name }) => name);
    expect(names[0]).toBe('Accounts');
    expect(names).toEqual(
      expect.arrayContaining(['Breakdown', 'Settings', 'Sources', 'Metrics', 'Bands', 'Runs', 'Problems', 'Lists']),
    );
    expect(names).not.toContain('Sheet1');
    for (const sheet of workspace.health().sheets) {
      const header = sheet.values.map((column) => column[0] ?? null);
      header.forEach((name, column) => {
        expect([sheet.name, name, sheet.notes.at(0, column) ?? '']).toEqual([
          sheet.name,
          name,
          expect.stringMatching(/\S/),
        ]);
      });
      expect([sheet.name, sheet.frozenRows]).toEqual([sheet.name, 1]);
    }
  });

  it('protects what the script and Ops write, and leaves what people write open', () => {
    const workspace = setUpProduct(dist, {});
    const protectedTabs = workspace.health().sheets.filter(({ protections }) => protections.length > 0);
    const names = protectedTabs.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Accounts', 'Metrics', 'Settings']));
    for (const open of ['Pulses', 'Goals', 'Action Updates']) expect(names).not.toContain(open);
  });

  it('books one daily and one hourly trigger', () => {
    const { runtime } = setUpProduct(dist, {});
    expect(
      runtime
        .triggers()
        .map(({ handler }) => handler)
        .sort(),
    ).toEqual(['dailyRun', 'hourlyRun']);
  });

  it('changes no cell and books nothing more when it is done again', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const before = everything(workspace);
    workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
    expect(everything(workspace)).toEqual(before);
    expect(workspace.runtime.triggers()).toHaveLength(2);
  });

  it('brings back a configuration tab that somebody deleted', () => {
    const workspace = setUpProduct(dist, FILES);
    const health = workspace.health();
    health.sheets.splice(health.sheets.indexOf(tab(workspace, 'Bands')), 1);
    workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
    expect(records(workspace, 'Bands').length).toBeGreaterThan(2);
  });

  it('says so, in the menu and in the sidebar, when a run is asked for before it', () => {
    const workspace = setUpProduct(dist, {});
    delete workspace.runtime.snapshot().properties.document['data.spreadsheet'];
    const state = workspace.runtime.snapshot();
    delete state.properties.document['data.spreadsheet'];
    workspace.runtime.restore(state);
    const reply = workspace.runtime.execute('runNow', [], { entry: 'rpc' }) as Reply<RunView>;
    expect(reply).toMatchObject({ ok: false, code: 'input' });
    expect(api<SidebarView>(workspace, 'sidebarView').ready).toBe(false);
  });
});

describe('a run', () => {
  it('publishes every account the CRM knows, scored, with reasons', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const accounts = records(workspace, 'Accounts');
    expect(accounts.map((record) => record['Account ID'])).toEqual(['A1', 'A2', 'A3', 'A4']);
    const alpha = account(workspace, 'A1');
    expect(alpha['Account Name']).toBe('株式会社アルファ');
    expect(alpha.Score).toBeGreaterThan(account(workspace, 'A2').Score as number);
    expect(alpha['Top Reason Note']).toEqual(expect.stringMatching(/\.$/));
    expect(String(alpha['As Of Timestamp']).slice(0, 10)).toBe(AS_OF);
  });

  it('balances: points earned of an account add up to its score, shares of weight to one', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const lines = records(workspace, 'Breakdown');
    for (const { 'Account ID': id, Score: score } of records(workspace, 'Accounts')) {
      const mine = lines.filter(({ Account }) => Account === id);
      const sum = (name: string) => mine.reduce((total, line) => total + ((line[name] as number | null) ?? 0), 0);
      expect(Math.abs(sum('Points Earned') - ((score as number | null) ?? 0))).toBeLessThan(1e-9);
      if (score !== null) expect(Math.abs(sum('Effective Weight') - 1)).toBeLessThan(1e-9);
    }
  });

  it('accounts for every change: points moved add up to the difference of the scores', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const moved = records(workspace, 'Movements');
    expect(moved.length).toBeGreaterThan(0);
    for (const id of new Set(moved.map(({ Account }) => Account))) {
      const mine = moved.filter(({ Account }) => Account === id);
      const sum = mine.reduce((total, line) => total + (line['Points Moved'] as number), 0);
      const { 'Score Before': before, 'Score After': after } = mine[0] as (typeof mine)[number];
      expect(Math.abs(sum - ((after as number) - (before as number)))).toBeLessThan(1e-9);
    }
  });

  it('gives every row of every keyed tab a key that no other row has', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    for (const name of ['Accounts', 'Breakdown', 'Movements', 'Score History', 'Portfolio', 'Team', 'Runs', 'Lists']) {
      const keys = tab(workspace, name).values[0] ?? [];
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
    }
  });

  it('leaves no empty row and no empty column in a tab it writes', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    for (const name of ['Accounts', 'Breakdown', 'Score History', 'Runs']) {
      const sheet = tab(workspace, name);
      expect([name, sheet.maxRows]).toEqual([name, sheet.values[0]?.length]);
      expect([name, sheet.maxColumns]).toEqual([name, sheet.values.length]);
    }
  });

  it('ends in the same tabs when it is done again on the same day, but for its own row and times', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const first = everything(workspace);
    runNow(workspace);
    const second = everything(workspace);
    const timed = (grid: Record<string, unknown[][]>) => {
      const { Runs: _, Accounts, ...rest } = grid;
      const stamp = Accounts?.[0]?.indexOf('As Of Timestamp') ?? -1;
      return { ...rest, Accounts: Accounts?.map((row) => row.filter((__, at) => at !== stamp)) };
    };
    expect(timed(second)).toEqual(timed(first));
    expect(second.Runs).toHaveLength(3);
  });

  it('scores past days from the first run on, none of them with what came later', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const days = records(workspace, 'Score History').filter(({ Account }) => Account === 'A2');
    expect(days.map((record) => record['Score Date'])).toEqual(expect.arrayContaining(['2026-02-28', AS_OF]));
    const early = setUpProduct(dist, FILES, { asOf: '2026-02-28' });
    runNow(early);
    const then = days.find((record) => record['Score Date'] === '2026-02-28');
    expect(then?.Score).toBe(account(early, 'A2').Score);
  });

  it('is what the daily trigger does, at its hour, and the sidebar tells how it went', () => {
    const workspace = setUpProduct(dist, FILES);
    const { runtime } = workspace;
    runtime.fireTriggers(runtime.clock.now() + 3 * 3_600_000);
    expect(records(workspace, 'Accounts')).toHaveLength(4);
    expect(records(workspace, 'Runs')).toEqual(
      expect.arrayContaining([expect.objectContaining({ Kind: 'daily', State: 'done', 'Account Count': 4 })]),
    );
    const view = api<SidebarView>(workspace, 'sidebarView');
    expect(view.run).toMatchObject({ state: 'done', accounts: 4 });
    expect(view.schedule.state).toBe('on');
    expect(view.book?.rows[0]?.[0]).toBe('A2');
  });

  it('leaves no continuation booked when it has ended', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    expect(workspace.runtime.triggers().map(({ handler }) => handler)).not.toContain('resumeRun');
  });
});

describe('modes', () => {
  it('Visibility shows readings and not one score', () => {
    const workspace = setUpProduct(dist, FILES);
    type(workspace, 'Settings', 'Mode', 'Value', 'Visibility');
    runNow(workspace);
    for (const record of records(workspace, 'Accounts')) expect([record.Score, record.Band]).toEqual([null, null]);
    const lines = records(workspace, 'Breakdown').filter(({ Account }) => Account === 'A1');
    expect(lines.some(({ Reading }) => typeof Reading === 'number')).toBe(true);
    for (const line of lines) expect([line['Metric Score'], line['Points Earned']]).toEqual([null, null]);
    expect(records(workspace, 'Score History')).toEqual([]);
  });

  it('Scoring after Visibility fills the same tabs', () => {
    const workspace = setUpProduct(dist, FILES);
    type(workspace, 'Settings', 'Mode', 'Value', 'Visibility');
    runNow(workspace);
    type(workspace, 'Settings', 'Mode', 'Value', 'Scoring');
    runNow(workspace);
    expect(typeof account(workspace, 'A1').Score).toBe('number');
    expect(records(workspace, 'Score History').length).toBeGreaterThan(0);
  });

  it('a pilot team sees its own accounts only, whatever case it is written in', () => {
    const workspace = setUpProduct(dist, FILES);
    type(workspace, 'Settings', 'Pilot Team', 'Value', 'east');
    runNow(workspace);
    expect(records(workspace, 'Accounts').map((record) => record['Account ID'])).toEqual(['A1', 'A3']);
  });

  it('accounts alone are enough to publish, and nothing is made up for what is unknown', () => {
    const workspace = setUpProduct(dist, { accounts: 'account_id,name\nX,Only a name\n' });
    runNow(workspace);
    expect(account(workspace, 'X')).toMatchObject({ 'Account Name': 'Only a name', Score: null, Band: 'Grey' });
    expect(String(account(workspace, 'X')['Top Reason Note'])).toMatch(/not scored/i);
  });
});

describe('the sidebar', () => {
  it('shows the account on the selected row with every metric', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const health = workspace.health();
    const sheetId = tab(workspace, 'Accounts').sheetId;
    workspace.runtime.spreadsheets.selections.set(health.id, {
      sheetId,
      area: { row: 2, column: 1, rows: 1, columns: 1 },
    });
    const view = api<SidebarView>(workspace, 'sidebarView').account;
    expect(view).toMatchObject({ accountId: 'A2', name: 'Beta Inc.', asOf: AS_OF });
    expect(view?.score).toBe(account(workspace, 'A2').Score);
    const earned = view?.metrics.reduce((sum, metric) => sum + metric.earned, 0) ?? 0;
    expect(Math.abs(earned - (view?.score ?? 0))).toBeLessThan(1e-9);
    expect(view?.reasons[0]?.en).toBe(account(workspace, 'A2')['Top Reason Note']);
  });

  it('computes the breakdown of an account that the Breakdown tab has no room for', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const [last] = [...records(workspace, 'Accounts')].sort((a, b) => Number(b.Priority) - Number(a.Priority));
    const id = last?.['Account ID'];
    const full = api<AccountView>(workspace, 'accountView', id);
    type(workspace, 'Settings', 'Breakdown Row Limit', 'Value', 100);
    runNow(workspace);
    expect(records(workspace, 'Breakdown').some(({ Account }) => Account === id)).toBe(false);
    expect(api<AccountView>(workspace, 'accountView', id).metrics).toEqual(full.metrics);
    expect(lastRun(workspace)?.['Left Out Note']).toMatch(/Breakdown/);
  });

  it('refuses an account that is not there, in words', () => {
    const workspace = setUpProduct(dist, FILES);
    runNow(workspace);
    const reply = workspace.runtime.execute('accountView', ['nobody'], { entry: 'rpc' }) as Reply<AccountView>;
    expect(reply).toMatchObject({ ok: false, code: 'input', text: { en: expect.stringContaining('nobody') } });
  });
});

describe('the Portfolio report', () => {
  it('draws its charts beside the table, over the rows of the whole book, whatever mode was before', () => {
    const workspace = setUpProduct(dist, FILES);
    type(workspace, 'Settings', 'Mode', 'Value', 'Visibility');
    runNow(workspace);
    type(workspace, 'Settings', 'Mode', 'Value', 'Scoring');
    runNow(workspace);
    const sheet = tab(workspace, 'Portfolio');
    const headers = sheet.values.map((column) => column[0]);
    expect(sheet.charts.map(({ options }) => options.title)).toEqual(['Accounts by band over time', 'MRR by band']);
    for (const chart of sheet.charts) expect(chart.anchorColumn).toBe(headers.length);
    const ranges = sheet.charts[1]?.ranges ?? [];
    expect(ranges.map(({ area }) => [headers[area?.column ?? -1], area?.row, area?.rows])).toEqual([
      ['Band', 0, 6],
      ['MRR', 0, 6],
    ]);
  });
});
