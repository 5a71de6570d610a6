import type { Browser, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import { openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import { parseDay } from '../../src/domain/day';
import type { Locale } from '../../src/domain/text';
import { launchBrowser } from './browser';
import { buildProduct, records } from './product';
import { expectReadable, LOCALES } from './sidebar-checks';

/** The shipped sidebar over the shipped script, from an empty spreadsheet to its removal, as one person uses it. */

const AS_OF = parseDay('2026-03-31') as number;
const LONG = 240_000;

let browser: Browser;
let dist: string;
beforeAll(async () => {
  [browser, dist] = await Promise.all([launchBrowser(), buildProduct()]);
});
afterAll(() => browser.close());

let workspace: Workspace;
let preview: Preview;
let page: Page;

async function open(locale: Locale): Promise<void> {
  workspace = openWorkspace(dist, AS_OF, locale, () => undefined);
  preview = await startPreview({ runtime: workspace.runtime, port: 0, locale, dist });
  const context = await browser.newContext({ viewport: { width: 300, height: 700 }, locale });
  context.setDefaultTimeout(45_000);
  page = await context.newPage();
  await page.goto(`${preview.url}/sidebar`);
}

afterEach(async () => {
  await page.context().close();
  await preview.close();
});

const say = (locale: Locale, en: string, ja: string): string => (locale === 'en' ? en : ja);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const face = (at: number) => page.locator('.faces button').nth(at).click();
const comments = () => records(workspace, 'Config Versions').map(({ Comment }) => Comment);

it.each(LOCALES)(
  'set-up, demo, run, account, pulse, tuning, versions and removal (%s)',
  async (locale) => {
    const t = (en: string, ja: string) => say(locale, en, ja);
    await open(locale);
    await page.getByRole('heading', { name: t('Set up Kenshin here', 'Kenshin をはじめる') }).waitFor();
    await expectReadable(page);
    await press(t('Set up', '初期設定'));

    await page.getByRole('heading', { name: t('First steps: 2 of 5 done', '5 件中 2 件完了') }).waitFor();
    await press(t('Try the demo portfolio', 'デモデータで試す'));
    await page.getByRole('heading', { name: t('3 of 5 done', '5 件中 3 件完了') }).waitFor();
    // Whoever comes back later finds the same step open.
    await page.reload();
    await face(3);
    const run = page.locator('.guide').getByRole('button', { name: t('Run now', '今すぐ実行') });
    await run.click();
    await page.getByRole('heading', { name: t('4 of 5 done', '5 件中 4 件完了') }).waitFor();
    for (const summary of await page.locator('.guide summary').all()) await summary.click();
    await expectReadable(page);

    await face(0);
    await page.locator('.urgent .account-row').first().waitFor();
    await page.locator('section[aria-busy=false]').first().waitFor();
    await expectReadable(page);
    await page.locator('.account-row').first().click();
    await page.locator('.trend-section[aria-busy=false]').waitFor();
    await page.locator('.metrics summary').first().click();
    await page.locator('.curve').first().waitFor();
    await expectReadable(page);
    await press(t('Record a pulse', 'パルスを記録'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    const note = t('Their lead <b>left</b>', '責任者が<b>異動</b>');
    await page.keyboard.type(note);
    await page.keyboard.press('Tab');
    await page.locator('.form button[type=submit]').press('Enter');
    await page.getByText(t('Saved in the Pulses tab', 'Pulses タブに保存しました')).waitFor();
    expect(records(workspace, 'Pulses').map(({ Pulse, Comment }) => [Pulse, Comment])).toEqual([[1, note]]);

    await face(1);
    await page.locator('.figures').waitFor();
    await expectReadable(page);

    await face(2);
    const weight = page.locator('.weight input[type=number]').first();
    await weight.waitFor();
    const before = await weight.inputValue();
    await weight.fill('60');
    await page.keyboard.press('Tab');
    await page.locator('.verdict .link').click();
    await expectReadable(page);
    await page.locator('.save .primary').click();
    await page.keyboard.type(t('A trial', 'ためしに'));
    await page.keyboard.press('Enter');
    await page.locator('.save').waitFor({ state: 'detached' });
    expect(comments().slice(-1)).toEqual([t('A trial', 'ためしに')]);
    await page.locator('summary:visible').last().click();
    await page
      .getByRole('button', { name: t('Restore', 'この版に戻す') })
      .first()
      .click();
    await press(t('Yes, restore', '戻す'));
    await page.waitForFunction(
      (value) => document.querySelector<HTMLInputElement>('.weight input[type=number]')?.value === value,
      before,
    );

    await face(3);
    await page.locator('.guide').waitFor();
    await page.locator('summary:visible').last().click();
    await page.locator('.form input[type=text]:visible').last().fill(t('REMOVE', '削除'));
    await page.locator('.danger').click();
    await page.getByRole('heading', { name: t('Set up Kenshin here', 'Kenshin をはじめる') }).waitFor();
    expect(workspace.runtime.triggers()).toEqual([]);
    expect(workspace.health().sheets.map(({ name }) => name)).toContain('Pulses');
    expect(workspace.health().sheets.map(({ name }) => name)).not.toContain('Accounts');
  },
  LONG,
);
