import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withExtras } from '../../scripts/build/extras';
import { putValue } from '../../scripts/local/gas/spreadsheet/cells';
import { addSheetModel } from '../../scripts/local/gas/spreadsheet/model';
import { pasteTable } from '../../scripts/local/run/paste';
import type { Workspace } from '../../scripts/local/run/workspace';
import { type RunningVendor, startVendor } from '../../scripts/local/vendors/start';
import { type Database, START_LIMIT, startDatabase } from '../local/gas/database';
import { PROJECT, TABLES, USAGE } from '../sources/bigquery/tables';
import { buildProduct, everything, records, runNow, setUpProduct, tab } from './product';

const NOW = Date.UTC(2026, 2, 30, 20);
const DAY = 86400000;
const OWNER = 'ops@example.com';
const CANARIES = ['canary-subject', 'canary-body', 'canary-password', 'stranger.example'];
const ACCOUNTS = 'account_id,name,domains\nA-1,Acme,acme.example\nA-2,Beta,beta.example; gmail.com\nA-3,Gamma,\n';

const vendors: RunningVendor[] = [];
let database: Database;
let plain: string;
let whole: string;
beforeAll(async () => {
  const start = async (name: string, options: object): Promise<void> => {
    vendors.push(await startVendor(resolve(__dirname, `../../scripts/local/vendors/${name}.ts`), { ...options }));
  };
  const at = (ago: number) => ({ dateTime: new Date(NOW - ago).toISOString() });
  const attendees = [
    { email: OWNER, self: true },
    { email: 'jane@acme.example', displayName: 'canary-subject' },
    { email: 'x@stranger.example' },
  ];
  const meeting = { summary: 'canary-subject', description: 'canary-body', attendees };
  await start('google/calendar', {
    calendars: { primary: [{ id: 'e1', start: at(3 * DAY), end: at(3 * DAY - 3600000), ...meeting }] },
  });
  const headers = { From: '"canary-subject" <kei@beta.example>', To: OWNER, Subject: 'canary-subject' };
  await start('google/gmail', { messages: [{ id: 'm1', at: NOW - 2 * DAY, headers, body: 'canary-body' }] });
  await start('bigquery/bigquery', { tables: TABLES });
  database = await startDatabase(
    "CREATE TABLE tickets AS SELECT 'T-1' AS ticket_id, 'A-2' AS account_id, timestamptz '2026-03-20 00:00+09' AS opened_at",
  );
  plain = await buildProduct();
  whole = mkdtempSync(join(tmpdir(), 'kenshin-dist-'));
  cpSync(plain, whole, { recursive: true });
  const manifest = readFileSync(`${plain}/appsscript.json`, 'utf8');
  writeFileSync(`${whole}/appsscript.json`, withExtras(manifest, ['bigquery', 'calendar', 'gmail', 'forms']));
}, START_LIMIT);
afterAll(async () => {
  for (const vendor of vendors) await vendor.stop();
  await database.stop();
});

function open(dist: string): Workspace {
  const [calendar, gmail, bigquery] = vendors.map(({ origin }) => origin) as [string, string, string];
  const hosts = {
    'www.googleapis.com': calendar,
    'gmail.googleapis.com': gmail,
    'bigquery.googleapis.com': bigquery,
  };
  const workspace = setUpProduct(dist, { accounts: ACCOUNTS }, { hosts });
  const { values } = tab(workspace, 'Sources');
  const names = values.map((column) => String(column[0] ?? ''));
  const standing = values.map((column) => String(column[1] ?? ''));
  const rows: Record<string, string>[] = [
    { 'Source ID': 'meetings', Kind: 'calendar', Dataset: 'touches' },
    { 'Source ID': 'mails', Kind: 'gmail', Dataset: 'touches' },
    {
      'Source ID': 'warehouse',
      Kind: 'bigquery',
      Dataset: 'usage',
      Location: PROJECT,
      'Tab Name': 'Queries',
      'Rows Path': 'A2',
    },
    {
      'Source ID': 'db',
      Kind: 'jdbc',
      Dataset: 'tickets',
      Location: database.url,
      'Tab Name': 'Queries',
      'Rows Path': 'A3',
    },
    {
      'Source ID': 'nps',
      Kind: 'forms',
      Dataset: 'surveys',
      Location: 'form-1',
      'Field Map': 'account_id = Company\nscore = NPS',
    },
  ];
  const cells = rows.map((row) => names.map((name) => row[name] ?? ''));
  pasteTable(workspace.health(), 'Sources', [names, standing, ...cells], 2026);
  const queries = [
    `SELECT account_id, day AS date, CAST(logins AS FLOAT64) AS logins FROM \`${USAGE}\` WHERE account_id != 'A-2'`,
    'SELECT ticket_id, account_id, opened_at FROM tickets',
  ];
  const sheet = addSheetModel(workspace.health(), 'Queries');
  queries.forEach((query, at) => {
    putValue(sheet, at + 1, 0, query);
  });
  expect(
    workspace.runtime.execute('keepSecrets', ['db', { user: 'reader', password: 'canary-password' }], { entry: 'rpc' }),
  ).toMatchObject({ ok: true });
  workspace.runtime.addForm({
    id: 'form-1',
    readers: null,
    items: [
      { title: 'Company', type: 'TEXT' },
      { title: 'NPS', type: 'SCALE' },
    ],
    responses: [{ id: 'r1', at: NOW - DAY, email: '', answers: { 0: 'A-1', 1: '9' } }],
  });
  return workspace;
}

describe("Google's own services and databases as sources of the shipped script", () => {
  it('bring their rows to accounts, and nothing that was said in meetings and mails', () => {
    const workspace = open(whole);
    runNow(workspace);
    const ids = ['meetings', 'mails', 'warehouse', 'db', 'nps'];
    expect(records(workspace, 'Problems').filter(({ Source }) => ids.includes(String(Source)))).toEqual([]);
    const touches = records(workspace, 'Touches').map((row) => [row.touch_id, row.account_id, row.kind]);
    expect(touches).toEqual([
      ['e1', 'acme.example', 'meeting'],
      ['m1', 'beta.example', 'email'],
    ]);
    // Whose domain it is, identity knows.
    expect(JSON.stringify(records(workspace, 'Problems'))).not.toMatch(/acme\.example|beta\.example/);
    expect(records(workspace, 'Usage').map((row) => [row.account_id, row.measure])).toEqual([['A-1', 'logins']]);
    expect(records(workspace, 'Tickets').map((row) => [row.ticket_id, row.account_id])).toEqual([['T-1', 'A-2']]);
    expect(records(workspace, 'Surveys').map((row) => [row.response_id, row.account_id, row.score])).toEqual([
      ['r1', 'A-1', 9],
    ]);
    const { runtime } = workspace;
    const { properties, ...account } = runtime.snapshot();
    const kept = JSON.stringify([
      everything(workspace),
      runtime.logs,
      runtime.spreadsheets.ui,
      account,
      properties.document,
    ]);
    for (const canary of CANARIES) expect(kept).not.toContain(canary);
    expect(kept).not.toMatch(/ya29|jane@|kei@/);
  });

  it('are pulled anew where somebody edits the SQL', () => {
    const workspace = open(whole);
    const { values } = tab(workspace, 'Sources');
    const at = values.findIndex(([header]) => header === 'Options');
    putValue(tab(workspace, 'Sources'), 4, at, 'since_column = updated_at');
    const ask = (columns: string) =>
      putValue(
        tab(workspace, 'Queries'),
        1,
        0,
        `SELECT account_id, day AS date, ${columns}, updated_at FROM \`${USAGE}\` WHERE updated_at >= @since AND account_id != 'A-2'`,
      );
    const measures = () => records(workspace, 'Usage').map(({ account_id, measure }) => `${account_id} ${measure}`);
    ask('CAST(logins AS FLOAT64) AS logins');
    runNow(workspace);
    runNow(workspace);
    expect(measures()).toEqual(['A-1 logins']);
    ask('CAST(logins AS FLOAT64) AS logins, CAST(logins * 2 AS FLOAT64) AS clicks');
    runNow(workspace);
    expect(measures()).toEqual(['A-1 clicks', 'A-1 logins']);
    expect(records(workspace, 'Problems').filter(({ Source }) => Source === 'warehouse')).toEqual([]);
  });

  it('say how to get what the script was built without, and the rest goes on', () => {
    const workspace = open(plain);
    runNow(workspace);
    const why = (id: string) =>
      String(records(workspace, 'Problems').find(({ Source }) => Source === id)?.['Mend Note']);
    for (const [id, extra] of [
      ['meetings', 'calendar'],
      ['mails', 'gmail'],
      ['warehouse', 'bigquery'],
      ['nps', 'forms'],
    ] as const)
      expect(why(id)).toContain(`--with ${extra}`);
    expect(records(workspace, 'Tickets')).toHaveLength(1);
    expect(records(workspace, 'Accounts')).toHaveLength(3);
  });
});
