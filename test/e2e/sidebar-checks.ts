import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Locale, Text } from '../../src/domain/text';

export const LOCALES: readonly Locale[] = ['en', 'ja'];

/** Who the page speaks with, as the server says it of somebody who may change everything. */
export const OPS = { email: 'ops@example.com', role: 'ops', mayTune: true } as const;

/** Words that are the same in both languages. */
export const same = (words: string): Text => ({ en: words, ja: words });

/** Nothing that axe finds, and nothing wider than the sidebar. */
export async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
}
