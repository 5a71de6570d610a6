import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import { connectFiles, openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import { dayOf, formatDay } from '../../src/domain/day';
import type { Locale } from '../../src/domain/text';
import { launchBrowser } from './browser';
import { cellAt, rowAt } from './preview-grid';
import { buildProduct } from './product';
import { soon } from './soon';

/** The build that ships, in the local Apps Script, used by a person at a real browser from the empty sheet on. */

const AS_OF = dayOf(2026, 1, 31) as number;

const ACCOUNTS = `account_id,name,owner_email,segment,status,renewal_date,onboarding_percent,integrations,goal_percent
A1,株式会社あおば,ken@example.com,,active,2026-12-01,100,4,110
A2,"Harbour, Lane & Sons",mei@example.com,,active,2026-03-01,60,0,20
A3,みどり工業,ken@example.com,,active,2026-09-30,,,
`;

/** A1 is used every day, A2 stopped in the middle of January, A3 has no usage at all and too few data for a score. */
const USAGE = [
  'account_id,date,active_users,seats_used,logins,key_feature_uses',
  ...Array.from({ length: 120 }, (_, back) => formatDay(AS_OF - back)).flatMap((day, back) => [
    `A1,${day},12,15,20,40`,
    ...(back >= 16 ? [`A2,${day},3,4,5,2`] : []),
  ]),
].join('\n');

let browser: Browser;
let dist: string;
let workspace: Workspace;
let preview: Preview;
let page: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  [browser, dist] = await Promise.all([launchBrowser(), buildProduct()]);
});

afterAll(() => browser.close());

afterEach(async () => {
  await page.context().close();
  await preview.close();
});

async function open(locale: Locale): Promise<void> {
  workspace = openWorkspace(dist, AS_OF, locale, () => undefined);
  preview = await startPreview({ runtime: workspace.runtime, port: 0, locale, dist });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale })).newPage();
  await page.goto(preview.url);
  sidebar = page.frameLocator('iframe');
}

function connect(): void {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  connectFiles(
    workspace,
    [
      { dataset: 'accounts', name: 'accounts.csv', bytes: bytes(ACCOUNTS) },
      { dataset: 'usage', name: 'usage.csv', bytes: bytes(USAGE) },
    ],
    AS_OF,
  );
}

/** Text of the Accounts tab as it is shown, by row and header. */
async function shownAccount(row: number): Promise<Record<string, string>> {
  const textsOf = (at: number) => rowAt(page, at).getByRole('gridcell').allInnerTexts();
  const [headers, cells] = [await textsOf(0), await textsOf(row)];
  return Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? '']));
}

describe('from an empty spreadsheet to scores', () => {
  it('sets up, runs and shows what the tab shows', async () => {
    await open('en');
    await sidebar.getByRole('button', { name: 'Set up' }).click();
    await sidebar.getByRole('heading', { name: 'First steps: 2 of 5 done' }).waitFor();
    await page.locator('.tabs').getByText('Sources', { exact: true }).waitFor();
    await soon(() => page.locator('.tabs button').first().innerText()).toBe('Accounts');

    connect();
    await sidebar.getByRole('button', { name: 'Accounts' }).click();
    await sidebar.getByRole('heading', { name: 'No data yet' }).waitFor();
    await sidebar.getByRole('button', { name: 'Run now' }).click();
    await sidebar.getByText('Scored 2 of 3 accounts.').waitFor();
    await page.locator('.tabs').getByText('Accounts', { exact: true }).click();
    await cellAt(page, 3, 0).getByText('A3').waitFor();

    // The name beside it is a link to the account's rows in Breakdown.
    await cellAt(page, 2, 0).click();
    await sidebar.getByRole('heading', { name: 'Harbour, Lane & Sons' }).waitFor();
    const account = await shownAccount(2);
    expect(account['Account Name']).toBe('Harbour, Lane & Sons');
    await soon(() => sidebar.locator('.number span').first().innerText()).toBe(account.Score);
    await soon(() => sidebar.locator('.score .band').innerText()).toBe(account.Band);
    expect((await sidebar.locator('.reasons li').allInnerTexts()).join(' ')).not.toBe('');
    expect(await sidebar.locator('summary').count()).toBeGreaterThan(3);
  });

  it('lets the daily trigger run in the night, in Japanese', async () => {
    await open('ja');
    await page.locator('.menus summary').click();
    await page.getByRole('button', { name: '初期設定' }).click();
    await page.locator('.tabs').getByText('Sources', { exact: true }).waitFor();
    connect();
    await page.getByRole('button', { name: '翌日へ' }).click();
    await sidebar.getByText('3 社のうち 2 社のスコアを計算しました。').waitFor();
    await page.getByText('2026-02-01').waitFor();
    await cellAt(page, 1, 0).getByText('A1').waitFor();
    expect(workspace.runtime.executions.filter(({ functionName }) => functionName === 'dailyRun')).not.toEqual([]);

    await sidebar.getByRole('switch', { name: '定期実行' }).click();
    await sidebar.getByText('定期実行はオフです').waitFor();
    expect(workspace.runtime.triggers()).toEqual([]);
  });
});
