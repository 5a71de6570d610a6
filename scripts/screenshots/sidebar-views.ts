import type { Page } from 'playwright-core';
import { selectCell } from '../local/gas/spreadsheet/state';
import { fill, OPS, saveWeight } from './scenes';
import { lose, openAccount, type Stage, turn, type Views } from './stage';

const tuned = (page: Page) => page.locator('.weight input[type=range]').first().waitFor({ timeout: 120_000 });
const unsaved = async (page: Page, weight = '45') => {
  await turn(page, 'tuning');
  await tuned(page);
  await page.locator('.weight input[type=number]').first().fill(weight);
  await page.keyboard.press('Tab');
  await page.locator('.save').waitFor();
};
const writeNote = async ({ page, locale }: Stage) => {
  await page.locator('.save .primary').click();
  await page.keyboard.type(locale === 'ja' ? '導入の遅れが解約に先行したため' : 'Late deployments came before churn');
};
const openGuide = async (page: Page) => {
  await turn(page, 'operation');
  await page.locator('.guide').waitFor();
};
const openConnect = async (page: Page, kind: string) => {
  await openGuide(page);
  const data = page.locator('.guide > li').nth(1);
  if ((await data.locator('details[open]').count()) === 0) await data.locator('summary').click();
  await data.locator('button[aria-expanded]').click();
  await data.locator('.form select').first().selectOption(kind);
  return data;
};

/** A spreadsheet that is not set up. */
export const UNTOUCHED: Views = {
  'set-up': ({ page }) => page.locator('.set-up').waitFor(),
  'set-up-lost': async ({ page }) => {
    await lose(page, 'setUpProduct');
    await page.locator('.set-up .primary').click();
    await page.locator('.refused').waitFor();
  },
};

/** Set up, and taken up again in the middle of the first steps. */
export const STARTED: Views = {
  'started-my-day': ({ page }) => turn(page, 'accounts'),
  'started-portfolio': ({ page }) => turn(page, 'portfolio'),
  'started-tuning': async ({ page }) => {
    await turn(page, 'tuning');
    await page.locator('main .refused, main .note').first().waitFor();
  },
  'steps-data': ({ page }) => openGuide(page),
  'steps-connect': async ({ page }) => {
    const step = await openConnect(page, 'json');
    await step.locator('.form input').nth(1).fill('not an address');
    await step.locator('.form .primary').click();
    await step.locator('.form .problems').first().waitFor();
  },
  'steps-run': async ({ page }) => {
    await openGuide(page);
    await page.locator('.guide details[open] .step button').first().click();
    await page.locator('.guide > li').nth(2).locator('details[open]').waitFor({ timeout: 60_000 });
  },
  'steps-keys': async ({ page }) => {
    const step = await openConnect(page, 'hubspot');
    await step.locator('.form .primary').click();
    await step.locator('.check input[type=password]').first().fill('pat-wrong-0123456789');
    await step.locator('.check form button[type=submit]').click();
    await step.locator('.check .note').waitFor();
  },
  'steps-map': async ({ page }) => {
    await openGuide(page);
    const row = page.locator('.moves > li', { hasText: 'demo_accounts' });
    await row.locator('.link').first().click();
    await row.locator('.check button').first().click();
    await row.locator('.check .note').waitFor({ timeout: 60_000 });
    await row.locator('.check button[aria-expanded]').click();
    await row.locator('.mapped').first().waitFor();
    await row.locator('form summary').click();
  },
};

/** The demo portfolio, as Ops see it. */
export const SCORED: Views = {
  'my-day': async ({ page }) => {
    await turn(page, 'accounts');
    await page.locator('section[aria-busy=false]').first().waitFor();
  },
  account: async ({ page }) => {
    await turn(page, 'accounts');
    await openAccount(page);
  },
  metric: async ({ page }) => {
    await turn(page, 'accounts');
    await openAccount(page);
    await page.locator('.metrics summary').first().click();
    await page.locator('.button.all').click();
    await page.locator('.moves + .link').first().click();
  },
  pulse: async ({ page }) => {
    await turn(page, 'accounts');
    await openAccount(page, 1);
    await page.locator('article .buttons button').first().click();
    await page.locator('.form button[type=submit]').click();
    await page.locator('.form .problems').waitFor();
  },
  disagree: async ({ page, locale }) => {
    await turn(page, 'accounts');
    await openAccount(page, 1);
    await page.locator('article .buttons button').nth(1).click();
    await page.locator('.form .choice').first().click();
    await page
      .locator('.form textarea')
      .fill(locale === 'ja' ? '先週、更新の内諾をいただいた' : 'They agreed to renew last week');
  },
  'pulse-saved': async ({ page, locale }) => {
    await turn(page, 'accounts');
    await openAccount(page, 1);
    await page.locator('article .buttons button').first().click();
    await page.locator('.form .choice').nth(1).click();
    await page
      .locator('.form textarea')
      .fill(locale === 'ja' ? '後任の責任者が乗り気ではない' : 'The new lead is not keen');
    await page.locator('.form button[type=submit]').click();
    await page.locator('.form').waitFor({ state: 'detached' });
  },
  'on-a-row': async ({ page, workspace }) => {
    selectCell(workspace.runtime.spreadsheets, workspace.health(), 'Accounts', 3, 0);
    await page.reload();
    await page.locator('.selected').waitFor();
    await turn(page, 'accounts');
    await page.locator('.trend-section[aria-busy=false]').waitFor();
  },
  'on-a-deleted-account': async ({ page, workspace }) => {
    fill(workspace, 'Pulses', [['p-gone', 'A-0999', '2', 'They left']]);
    const pulses = workspace.health().sheets.find(({ name }) => name === 'Pulses');
    selectCell(workspace.runtime.spreadsheets, workspace.health(), 'Pulses', (pulses?.values[0]?.length ?? 2) - 1, 0);
    await page.reload();
    await page.locator('.faces').waitFor();
    await turn(page, 'accounts');
    await page.locator('.note').first().waitFor();
  },
  'my-day-lost': async ({ page }) => {
    await lose(page, 'weekView');
    await lose(page, 'sidebarView');
    await turn(page, 'accounts');
    await page.mouse.move(100, 300);
    await page.locator('.refused').first().waitFor({ timeout: 60_000 });
  },
  portfolio: async ({ page }) => {
    await turn(page, 'portfolio');
    await page.locator('section[aria-busy=false]').first().waitFor();
  },
  'portfolio-group': async ({ page }) => {
    await turn(page, 'portfolio');
    await page.locator('.field select:visible').selectOption('team');
    await page.locator('ul.rows:visible').last().locator('button').first().click();
    await page.locator('section .back').waitFor();
  },
  tuning: async ({ page }) => {
    await turn(page, 'tuning');
    await tuned(page);
  },
  'tuning-drag': async ({ page }) => {
    await turn(page, 'tuning');
    await tuned(page);
    await page.locator('.tuned .link').first().click();
    const handle = page.locator('.handle').nth(1);
    await handle.evaluate((point) => point.scrollIntoView({ block: 'center' }));
    const box = await handle.boundingBox();
    if (!box) throw new Error('the curve has no second point');
    await page.mouse.move(box.x + 6, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 40, { steps: 6 });
    await page.mouse.up();
    await page.locator('.verdict .link').click();
  },
  'tuning-segment': async ({ page }) => {
    await turn(page, 'tuning');
    await tuned(page);
    await page.locator('.field select:visible').first().selectOption({ index: 1 });
    await page.locator('.tuned .weight input[type=number]').first().fill('9');
    await page.keyboard.press('Tab');
  },
  'tuning-save': async (stage) => {
    await unsaved(stage.page);
    await writeNote(stage);
  },
  'tuning-conflict': async (stage) => {
    await unsaved(stage.page);
    await writeNote(stage);
    saveWeight(stage.workspace, 'Engagement', 27, 'Talks count less');
    await stage.page.locator('.save button[type=submit]').click();
    await stage.page.locator('.save .refused').waitFor();
  },
  'tuning-saved': async (stage) => {
    await unsaved(stage.page);
    await writeNote(stage);
    await stage.page.locator('.save button[type=submit]').click();
    await stage.page.locator('.save').waitFor({ state: 'detached' });
    await stage.page.locator('main > div details summary').last().click();
    await stage.page.locator('.lines').first().waitFor();
    await stage.page.locator('.moves .link').first().click();
  },
  operation: async ({ page }) => {
    await openGuide(page);
    for (const summary of await page.locator('.guide summary').all()) await summary.click();
  },
  remove: async ({ page, locale }) => {
    await openGuide(page);
    await page.locator('main details summary').last().click();
    await page.locator('.form input[type=text]').fill(locale === 'ja' ? '削除' : 'REMOVE');
  },
  'right-lost': async ({ page, workspace, locale }) => {
    await unsaved(page, '44');
    await writeNote({ page, workspace, locale });
    const members = workspace.health().sheets.find(({ name }) => name === 'Members');
    const row = members?.values[0]?.indexOf(OPS) ?? -1;
    const roles = members?.values[2] as unknown[];
    roles[row] = 'csm';
    fill(workspace, 'Members', [['someone.else@example.com', '', 'ops', '']]);
    await page.locator('.save button[type=submit]').click();
    await page.locator('.save .refused').waitFor();
    roles[row] = 'ops';
  },
};

/** A run that is under way. */
export const HALF_WAY: Views = {
  'run-under-way': async ({ page }) => {
    await turn(page, 'operation');
    await page.locator('progress').waitFor();
    await page.locator('.guide').waitFor();
  },
};

export const MANAGERS: Views = {
  'role-manager': ({ page }) => page.locator('section[aria-busy=false]').first().waitFor(),
};
export const CSMS: Views = {
  'role-csm': ({ page }) => page.locator('section[aria-busy=false]').first().waitFor(),
};
export const STRANGERS: Views = {
  'role-none': ({ page }) => page.locator('section[aria-busy=false]').first().waitFor(),
  'role-none-account': async ({ page }) => {
    await openAccount(page);
  },
};

const plainViews = (name: string): Views => ({
  [`${name}-my-day`]: async ({ page }) => {
    await turn(page, 'accounts');
    await page.locator('main h1').waitFor();
    await page.locator('section[aria-busy=true]').waitFor({ state: 'detached' });
  },
  [`${name}-portfolio`]: async ({ page }) => {
    await turn(page, 'portfolio');
    await page.locator('main h1').waitFor();
    await page.locator('section[aria-busy=true]').waitFor({ state: 'detached' });
  },
  [`${name}-tuning`]: async ({ page }) => {
    await turn(page, 'tuning');
    await page.locator('.verdict, main .note, main .refused').first().waitFor();
  },
});

/** No account at all. */
export const NOBODY: Views = plainViews('nobody');

/** Names and ids that nobody hoped for. */
export const HOSTILE: Views = {
  ...plainViews('hostile'),
  'hostile-account': async ({ page }) => {
    await turn(page, 'accounts');
    await openAccount(page);
  },
  'hostile-long': async ({ page }) => {
    await turn(page, 'accounts');
    await page.locator('.account-row', { hasText: '株式会社エンター' }).first().click();
    await page.locator('.trend-section[aria-busy=false]').waitFor();
  },
  'hostile-operation': async ({ page }) => {
    await openGuide(page);
  },
};
