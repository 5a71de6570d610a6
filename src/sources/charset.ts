import type { Charset } from '../ports';

const NAMES: ReadonlyMap<string, Charset> = new Map(
  Object.entries({
    utf8: 'UTF-8',
    shiftjis: 'Shift_JIS',
    sjis: 'Shift_JIS',
    xsjis: 'Shift_JIS',
    mskanji: 'Shift_JIS',
    cp932: 'Shift_JIS',
    windows31j: 'Shift_JIS',
    eucjp: 'EUC-JP',
    xeucjp: 'EUC-JP',
    utf16le: 'UTF-16LE',
    utf16be: 'UTF-16BE',
  } as const),
);

/** The charset of a name in any spelling (`sjis`, `Windows-31J`); null for one that is not read here. */
export function charsetNamed(name: string): Charset | null {
  return NAMES.get(name.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? null;
}
