import fc from 'fast-check';
import type { Cell } from '../../src/domain/cell';
import type { Problem } from '../../src/domain/problem';
import type { Text } from '../../src/domain/text';

/** Pieces on which readers stumble: marks, quotes, notations of numbers and days, names of Object's own members. */
const PIECES: readonly string[] = [
  ...['', ' ', '\u3000', '\u00a0', '\t', '\r', '\n', '\r\n', '\0', '\ufeff', '\ufffd', '\u200b', '\ud83d', '😀', 'é'],
  ...[
    '"',
    '""',
    "'",
    "''",
    '`',
    '\\',
    '/',
    '//',
    '|',
    ',',
    ';',
    ':',
    '.',
    '=',
    '＝',
    '==',
    '<',
    '>',
    '&',
    '%',
    '#',
    '@',
  ],
  ...['(', ')', '[', ']', '{', '}', '$', '¥', '€', '+', '-', '−', '▲', '△', '*', '?', '!', '~', '_', '^'],
  ...[
    '0',
    '1',
    '-1',
    '007',
    '1.5',
    '1,5',
    '1,234',
    '1.234,5',
    '１２３',
    '1e400',
    '1e-7',
    'NaN',
    'Infinity',
    '9007199254740993',
  ],
  ...[
    '2026-01-31',
    '31/12/2026',
    '1/5/26',
    '2026年1月31日',
    '令和8年1月31日',
    '46053',
    '2026-02-30',
    '12:30',
    '9999-12-31',
    '0000-00-00',
  ],
  ...[
    'true',
    'FALSE',
    'はい',
    'null',
    'N/A',
    '#REF!',
    '#N/A',
    '=IMPORTXML("x")',
    '+81',
    '@x',
    'a@b.co',
    '株式会社',
    'ﾊﾝｶｸ',
  ],
  ...['and', 'or', 'not', 'in', 'has', 'as_of', 'mrr', 'plan', 'account_id', 'date', 'score', 'x'.repeat(300)],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length'],
];

/** Text of any kind, mostly made of such pieces. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** A value as JSON may hold it. */
export const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** A value as a cell of a sheet may hold it. */
export const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

/** Words in both languages. */
export function expectText({ en, ja }: Text): void {
  expect([typeof en, typeof ja]).toEqual(['string', 'string']);
  expect([en.trim(), ja.trim()]).not.toContain('');
}

/** Every part of a problem is there, and none is too long to be shown. */
export function expectProblems(problems: readonly Omit<Problem, 'source'>[]): void {
  for (const { severity, code, place, column, value, why } of problems) {
    expect(['error', 'warning']).toContain(severity);
    expect(code).toMatch(/^[a-z]+\.[A-Za-z]+$/);
    expect([typeof place, typeof column, typeof value]).toEqual(['string', 'string', 'string']);
    expect(value.length).toBeLessThanOrEqual(200);
    expectText(why);
  }
}

/** A cell as the Data workbook may be given. */
export function expectCell(value: unknown): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else {
    expect(typeof value).toBe('string');
    expect((value as string).length).toBeLessThanOrEqual(50_000);
  }
}
