import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/text';
import type { Workspace } from '../local/run/workspace';

/** A page on which a view is shown, and the spreadsheet behind it. */
export interface Stage {
  readonly page: Page;
  readonly workspace: Workspace;
  readonly locale: Locale;
}

/** How to come to a view from a page that was just opened. */
export type Way = (stage: Stage) => Promise<unknown>;

/** Views by the name of their picture. */
export type Views = Readonly<Record<string, Way>>;

const FACES = ['accounts', 'portfolio', 'tuning', 'operation'] as const;

/** Turns to a face of the page. */
export async function turn(page: Page, face: (typeof FACES)[number]): Promise<void> {
  await page.locator('.faces button').nth(FACES.indexOf(face)).click();
}

/** Opens an account of the list in front, and waits until its story is there. */
export async function openAccount(page: Page, at = 0): Promise<void> {
  await page.locator('.account-row').nth(at).click();
  await page.locator('article h1').waitFor();
  await page.locator('.trend-section[aria-busy=false]').waitFor();
}

/** Answers of one function of the server are lost on their way. */
export async function lose(page: Page, name: string): Promise<void> {
  await page.route('**/rpc', (route) =>
    (route.request().postDataJSON() as { name: string }).name === name ? route.abort() : route.continue(),
  );
}
