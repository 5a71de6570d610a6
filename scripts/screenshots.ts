import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type Day, parseDay } from '../src/domain/day';
import type { Locale } from '../src/domain/text';
import { buildDist } from './build/dist';
import { launchBrowser } from './local/browser';
import { writeDemo } from './local/demo/write';
import { startPreview } from './local/preview/start';
import { readDataFolder } from './local/run/data-folder';
import { connectFiles, openWorkspace, type Workspace } from './local/run/workspace';

const DEMO_SEED = 20261;
const AS_OF = parseDay('2026-11-20') as Day;
const FACES = { accounts: 0, portfolio: 1, tuning: 2, operation: 3 } as const;

/** Views of the sidebar over the demo portfolio, by the name of the picture, and how to come to each. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'my-day': (page) => page.locator('.urgent li').first().waitFor(),
  account: async (page) => {
    await page.locator('.account-row').first().click();
    await page.locator('.trend').waitFor();
    await page.locator('summary').first().click();
  },
  pulse: async (page) => {
    await page.locator('.account-row').nth(1).click();
    await page.locator('.trend').waitFor();
    await page.locator('article .buttons button').first().click();
  },
  portfolio: async (page) => {
    await turn(page, 'portfolio');
    await page.locator('.figures').waitFor();
  },
  tuning: async (page) => {
    await turn(page, 'tuning');
    await page.locator('.weight input').first().fill('60', { timeout: 120_000 });
    await page.locator('.tuned .link').first().click();
    await page.locator('.verdict .link').click();
  },
  operation: async (page) => {
    await turn(page, 'operation');
    await page.locator('.guide').waitFor();
    for (const summary of await page.locator('.guide summary').all()) await summary.click();
  },
};

async function turn(page: Page, face: keyof typeof FACES): Promise<void> {
  await page.locator('.faces button').nth(FACES[face]).click();
}

/**
 * `npm run screenshots -- [--out DIR]`: a picture of every view of the sidebar and of the preview, in both languages, from
 * the shipped files over the demo portfolio.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/screenshots' } } });
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const root = resolve(__dirname, '..');
  const dist = join(out, '.dist');
  await buildDist({ root, outDir: dist });
  writeDemo(join(out, '.demo'), { seed: DEMO_SEED, asOf: AS_OF });
  const browser = await launchBrowser();
  for (const locale of ['en', 'ja'] as const) {
    const empty = openWorkspace(dist, AS_OF, locale, () => undefined);
    await withPreview(empty, dist, locale, async (url) => {
      const page = await newPage(locale, 300);
      await page.goto(`${url}/sidebar`);
      await page.locator('.set-up').waitFor();
      await page.screenshot({ path: join(out, `sidebar-set-up-${locale}.png`), fullPage: true });
    });
    await withPreview(scored(dist, join(out, '.demo'), locale), dist, locale, async (url) => {
      const page = await newPage(locale, 300);
      for (const [name, come] of Object.entries(VIEWS)) {
        await page.goto(`${url}/sidebar`);
        await page.locator('.faces').waitFor();
        await come(page);
        await page.evaluate(() => window.scrollTo(0, 0));
        await page.screenshot({ path: join(out, `sidebar-${name}-${locale}.png`), fullPage: true });
      }
      const whole = await newPage(locale, 1440);
      await whole.goto(url);
      // It asks its server again and again, so that there is no moment of silence to wait for.
      await whole.waitForTimeout(4000);
      await whole.screenshot({ path: join(out, `preview-${locale}.png`) });
    });
    console.log(`${locale}: pictures in ${out}`);
  }
  await browser.close();

  async function newPage(locale: Locale, width: number): Promise<Page> {
    const viewport = { width, height: 860 };
    return (await browser.newContext({ viewport, locale, deviceScaleFactor: 2 })).newPage();
  }
}

function scored(dist: string, folder: string, locale: Locale): Workspace {
  const workspace = openWorkspace(dist, AS_OF, locale, () => undefined);
  workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
  connectFiles(workspace, readDataFolder(folder).files, AS_OF);
  workspace.runtime.execute('menuRunNow', [], { entry: 'menu' });
  // What an execution left over goes on by its own trigger.
  workspace.runtime.fireTriggers(workspace.runtime.clock.now() + 30 * 60_000);
  return workspace;
}

async function withPreview(
  { runtime }: Workspace,
  dist: string,
  locale: Locale,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const preview = await startPreview({ runtime, port: 0, locale, dist });
  try {
    await work(preview.url);
  } finally {
    await preview.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
