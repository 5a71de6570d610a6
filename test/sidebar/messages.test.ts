import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as common from '../../src/sidebar/messages';

const FOLDER = join(__dirname, '../../src/sidebar/messages');
const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/;

/** Every catalogue of the page, by its name. */
const CATALOGUES: readonly (readonly [string, Record<string, unknown>])[] = [
  ['messages', common as Record<string, unknown>],
  ...readdirSync(FOLDER).map(
    (file) => [file, jest.requireActual<Record<string, unknown>>(join(FOLDER, file))] as const,
  ),
];

/** Arguments that any message takes one way or another: words of a list, numbers, names, pairs. */
const ARGUMENTS: readonly (readonly unknown[])[] = [
  [1, 1, '1', 1],
  [7, 3, '2', 0],
  ['owner', 'x', 'y', 'z'],
  ['bySegment', '', ''],
  [{ en: 'Green', ja: 'グリーン' }, 1],
  ['38.2', { en: 'Red', ja: 'レッド' }, 'why'],
  ['Red', 'accounts'],
  [
    ['Nov 3', '72'],
    ['Jan 29', '40'],
  ],
  ['NPS', [['0', '0']], ['4', '60']],
  ['accounts', 1],
];

function texts(value: unknown): readonly { en: string; ja: string }[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const { en, ja } = value as Record<string, unknown>;
  if (typeof en === 'string' && typeof ja === 'string') return [{ en, ja }];
  return Object.values(value).flatMap(texts);
}

function said(message: (...args: readonly unknown[]) => unknown): readonly { en: string; ja: string }[] {
  return ARGUMENTS.flatMap((args) => {
    try {
      return texts(message(...args));
    } catch {
      return [];
    }
  });
}

describe.each(CATALOGUES)('%s', (_, catalogue) => {
  const messages = Object.entries(catalogue).filter(([, message]) => typeof message === 'function') as [
    string,
    (...args: readonly unknown[]) => unknown,
  ][];

  it.each(messages)('%s says something in both languages, each in its own words', (name, message) => {
    const all = said(message);
    expect([name, all.length]).not.toEqual([name, 0]);
    for (const { en, ja } of all) {
      expect(en.trim()).not.toBe('');
      expect(ja.trim()).not.toBe('');
    }
    // A language names itself in itself, wherever it stands.
    if (name !== 'languageWord') {
      expect(all.filter(({ en }) => JAPANESE.test(en.replace(/グリーン|レッド/g, '')))).toEqual([]);
    }
  });
});
