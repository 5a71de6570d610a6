import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { type Day, parseDay } from '../src/domain/day';
import type { Locale } from '../src/domain/text';
import { buildDist } from './build/dist';
import { launchBrowser } from './local/browser';
import { writeDemo } from './local/demo/write';
import { selectCell } from './local/gas/spreadsheet/state';
import { startPreview } from './local/preview/start';
import type { Workspace } from './local/run/workspace';
import { startVendor } from './local/vendors/start';
import * as scenes from './screenshots/scenes';
import * as views from './screenshots/sidebar-views';
import type { Views } from './screenshots/stage';

const DEMO_SEED = 20261;
const AS_OF = parseDay('2026-11-20') as Day;
/** Milliseconds after which a view counts as out of reach. */
const LONGEST = 20_000;
const HOUR = 3_600_000;

interface Picture {
  readonly browser: Browser;
  readonly dist: string;
  readonly out: string;
  readonly locale: Locale;
  /** A part of the names of the pictures wanted. */
  readonly only: string;
}

/**
 * `npm run screenshots -- [--out DIR] [--only PART]`: a picture of every view of the sidebar, the cards, the mails and the
 * preview, in both languages, from the shipped files. What cannot be reached ends it with an error. With `--only`, the pictures
 * whose names hold PART.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'out/screenshots' }, only: { type: 'string', default: '' } },
  });
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const dist = join(out, '.dist');
  const demo = join(out, '.demo');
  await buildDist({ root: resolve(__dirname, '..'), outDir: dist });
  writeDemo(demo, { seed: DEMO_SEED, asOf: AS_OF });
  const vendor = await startVendor('hubspot', { asOf: AS_OF });
  const browser = await launchBrowser();
  try {
    for (const locale of ['en', 'ja'] as const) {
      const ground = { dist, asOf: AS_OF, locale, demo, vendor };
      const picture: Picture = { browser, dist, out, locale, only: values.only };
      await sidebar(picture, () => scenes.untouched(ground), views.UNTOUCHED);
      await sidebar(picture, () => scenes.started(ground), views.STARTED);
      await sidebar(picture, () => scenes.halfWay(ground), views.HALF_WAY);
      await sidebar(picture, () => scenes.nobody(ground), views.NOBODY);
      await sidebar(picture, () => scenes.hostile(ground), views.HOSTILE);
      let made: Workspace | null = null;
      const scored = () => {
        made ??= scenes.scored(ground);
        return made;
      };
      await sidebar(picture, scored, views.MANAGERS, scenes.MANAGER);
      await sidebar(picture, scored, views.CSMS, scenes.CSM);
      await sidebar(picture, scored, views.STRANGERS, scenes.STRANGER);
      await preview(picture, scored);
      await mails(picture, 'mail', scored);
      await mails(picture, 'mail-hostile', () => scenes.hostileMailed(ground));
      await sidebar(picture, scored, views.SCORED);
      console.log(`${locale}: pictures in ${out}`);
    }
  } finally {
    await browser.close();
    await vendor.stop();
    for (const folder of [dist, demo]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Pictures of the sidebar at its true width, each from a page opened anew, as the person `user` sees it. */
async function sidebar(picture: Picture, open: () => Workspace, all: Views, user?: string): Promise<void> {
  const wanted = Object.entries(all).filter(([name]) => `sidebar-${name}`.includes(picture.only));
  if (wanted.length === 0) return;
  const workspace = open();
  await withPreview(picture, workspace, user, async (url) => {
    for (const [name, come] of wanted) {
      unselect(workspace);
      const page = await newPage(picture, 300);
      await page.goto(`${url}/sidebar`);
      await page.locator('.faces, .set-up').waitFor();
      await come({ page, workspace, locale: picture.locale }).catch((error: unknown) => {
        throw new Error(`sidebar-${name}-${picture.locale}`, { cause: error });
      });
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: join(picture.out, `sidebar-${name}-${picture.locale}.png`), fullPage: true });
      await page.context().close();
    }
  });
}

/** Pictures of the whole preview, and of the cards in it. */
async function preview(picture: Picture, open: () => Workspace): Promise<void> {
  const { out, locale, only } = picture;
  if (!['preview', 'card-sheets', 'card-gmail', 'card-calendar', 'card-unknown'].some((name) => name.includes(only)))
    return;
  await withPreview(picture, open(), undefined, async (url) => {
    const page = await newPage(picture, 1440);
    await page.goto(url);
    const face = page.frameLocator('iframe').locator('.faces button').first();
    await face.click({ timeout: 4 * LONGEST });
    // It asks its server again and again, so that there is no moment of silence to wait for.
    await page.waitForTimeout(4000);
    await page.screenshot({ path: join(out, `preview-${locale}.png`) });
    await page.setViewportSize({ width: 1440, height: 3000 });
    await page.locator('[data-view=cards]').click();
    const cards = page.locator('.card-place .card');
    await cards.nth(2).waitFor();
    for (const [at, name] of ['sheets', 'gmail', 'calendar'].entries()) {
      await cards.nth(at).screenshot({ path: join(out, `card-${name}-${locale}.png`) });
    }
    await page.locator('form.asked input').fill('someone@unknown.example, friend@gmail.com');
    await page.locator('form.asked input').press('Enter');
    await page.locator('.card', { hasText: 'unknown.example' }).first().waitFor();
    await cards.nth(1).screenshot({ path: join(out, `card-unknown-${locale}.png`) });
    await page.context().close();
  });
}

/** Pictures of the mails of the last day, as wide as a phone and as wide as a window; and of the preview with them. */
async function mails(picture: Picture, name: string, open: () => Workspace): Promise<void> {
  const { out, locale, only } = picture;
  if (!name.includes(only)) return;
  const workspace = open();
  const outbox = workspace.runtime.outbox();
  const last = outbox.filter(({ at }) => at > (outbox[outbox.length - 1]?.at ?? 0) - HOUR);
  if (last.length < 2) throw new Error(`${name}-${locale}: nobody was mailed`);
  await withPreview(picture, workspace, undefined, async (url) => {
    for (const mail of last) {
      for (const width of [360, 700]) {
        const page = await newPage(picture, width);
        await page.goto(`${url}/mail?number=${outbox.indexOf(mail)}`);
        const whom = mail.to[0]?.split('@')[0];
        await page.screenshot({ path: join(out, `${name}-${whom}-${width}-${locale}.png`), fullPage: true });
        await page.context().close();
      }
    }
    const page = await newPage(picture, 1440);
    await page.goto(url);
    await page.locator('[data-view=sent]').click({ timeout: 4 * LONGEST });
    await page.locator('.mail iframe').first().contentFrame().locator('h1').waitFor();
    await page.screenshot({ path: join(out, `${name}-preview-${locale}.png`) });
    await page.context().close();
  });
}

/** Puts the cursor where no account stands. */
function unselect(workspace: Workspace): void {
  const health = workspace.health();
  if (health.sheets.some(({ name }) => name === 'Settings'))
    selectCell(workspace.runtime.spreadsheets, health, 'Settings', 0, 0);
}

async function newPage({ browser, locale }: Picture, width: number): Promise<Page> {
  const viewport = { width, height: 860 };
  const context = await browser.newContext({ viewport, locale, deviceScaleFactor: 2 });
  context.setDefaultTimeout(LONGEST);
  return context.newPage();
}

async function withPreview(
  { dist, locale }: Picture,
  { runtime }: Workspace,
  user: string | undefined,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const execute: typeof runtime.execute = (name, args, options) =>
    runtime.execute(name, args, { ...options, ...(user ? { user } : {}) });
  const shown = await startPreview({ runtime: { ...runtime, execute }, port: 0, locale, dist });
  try {
    await work(shown.url);
  } finally {
    await shown.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
