import fc from 'fast-check';
import { readAttribute } from '../../../src/domain/parse/attribute';
import { readChoice } from '../../../src/domain/parse/choice';
import { parseContext } from '../../../src/domain/parse/context';
import { readEmail } from '../../../src/domain/parse/email';
import { readFlag } from '../../../src/domain/parse/flag';
import { foldKey, foldName } from '../../../src/domain/parse/fold';
import { readList } from '../../../src/domain/parse/list';
import type { Parsed } from '../../../src/domain/parse/parsed';
import { readText } from '../../../src/domain/parse/text';

const ja = parseContext('Asia/Tokyo', 'ja-JP');
const de = parseContext('Europe/Berlin', 'de-DE');

function outcome<T>(read: Parsed<T>): T | string {
  return read.ok ? read.value : read.code;
}

describe('text', () => {
  it.each([
    ['=IMPORTXML("http://x")', '=IMPORTXML("http://x")'],
    ['+1', '+1'],
    ['@x', '@x'],
    ['007', '007'],
    ['  Acme\u3000', 'Acme'],
    ['ＡＢＣ', 'ＡＢＣ'],
    ['N/A', 'N/A'],
    [7, '7'],
    [0.1, '0.1'],
    [true, 'true'],
  ])('%p is stored as %p', (written, expected) => expect(outcome(readText(written))).toBe(expected));

  it('is nothing where it is blank', () => {
    expect([readText(''), readText(' \u3000 '), readText(null)].map(outcome)).toEqual([null, null, null]);
  });

  it('that no cell can hold is refused, to the character', () => {
    expect(outcome(readText('x'.repeat(50000)))).toHaveLength(50000);
    expect(outcome(readText('x'.repeat(50001)))).toBe('text.tooLong');
  });

  it('refuses an id that lost its digits on the way', () => {
    expect(outcome(readText(2 ** 53))).toBe('text.digitsLost');
    expect(outcome(readText(2 ** 53 - 1))).toBe('9007199254740991');
  });

  it('refuses the error of a formula', () => expect(outcome(readText('#REF!'))).toBe('text.formulaError'));
});

describe('yes and no', () => {
  it.each([true, 'TRUE', 'yes', '1', 1, 'はい', 'あり', '○', 'Ｙ'])('%p is yes', (written) =>
    expect(outcome(readFlag(written))).toBe(true),
  );
  it.each([false, 'false', 'No', '0', 0, 'いいえ', 'なし', '×'])('%p is no', (written) =>
    expect(outcome(readFlag(written))).toBe(false),
  );
  it('tells no from nothing and from nonsense', () => {
    expect([readFlag(''), readFlag('N/A'), readFlag('maybe'), readFlag(2)].map(outcome)).toEqual([
      null,
      null,
      'flag.unreadable',
      'flag.unreadable',
    ]);
  });
});

describe('mail addresses', () => {
  it.each([
    ['Ann@Example.com', 'ann@example.com'],
    ['Ann <ann@example.com>', 'ann@example.com'],
    ['mailto:ann@example.com', 'ann@example.com'],
    ['ａｎｎ＠example.com', 'ann@example.com'],
    ['N/A', null],
    ['山田', 'email.unreadable'],
    ['a@b@c.com', 'email.unreadable'],
    ['a@b', 'email.unreadable'],
    ['a@b.com, c@d.com', 'email.unreadable'],
    [`${'a'.repeat(250)}@b.com`, 'email.unreadable'],
  ])('%p is %p', (written, expected) => expect(outcome(readEmail(written))).toBe(expected));
});

describe('lists', () => {
  it.each([
    ['a;b', 'a;b'],
    ['a, b、 c\nd', 'a;b;c;d'],
    [['a', 1, null, ' b '], 'a;1;b'],
    [[], null],
    [' ; ', null],
    ['N/A', null],
  ])('%p is %p', (written, expected) => expect(outcome(readList(written))).toBe(expected));
});

describe('choices', () => {
  it.each(['help_view', 'Help View', 'HELP-VIEW', 'ｈｅｌｐ＿ｖｉｅｗ', 'helpView'])('%p is help_view', (written) => {
    expect(readChoice(written, ['help_view', 'call'])).toEqual({ ok: true, value: 'help_view' });
  });
  it('keeps an unknown word as it stands, with a doubt', () => {
    const read = readChoice('Webinar ', ['help_view', 'call']);
    expect(read).toMatchObject({ ok: true, value: 'Webinar', doubt: { code: 'choice.unknown' } });
  });
});

describe('a cell of a column nobody declared', () => {
  it.each([
    ['12', 12],
    ['12,345', 12345],
    ['50%', 0.5],
    ['¥1,200', 1200],
    ['-5', -5],
    ['true', true],
    ['N/A', null],
    ['007', '007'],
    ['+81', '+81'],
    ['12345678901234567', '12345678901234567'],
    ['03-1234-5678', '03-1234-5678'],
    ['2026/1/5', '2026/1/5'],
    ['5 stars', '5 stars'],
    ['=1+1', '=1+1'],
    ['1e400', 'number.overflow'],
    [{ a: 1 }, '{"a":1}'],
  ])('%p is %p', (written, expected) => expect(outcome(readAttribute(written, ja))).toEqual(expected));

  it('reads the same again from what it wrote as text, in any locale, so that a second pull changes nothing', () => {
    const plain = { ...de, decimalComma: false };
    const numeric = fc.stringMatching(/^[-+(¥]?[0-9]{1,4}([.,][0-9]{1,4}){0,2}(e[0-9]{1,2})?[%)]?$/);
    fc.assert(
      fc.property(fc.oneof(numeric, fc.string(), fc.double({ noNaN: true })), (written) => {
        for (const context of [ja, de]) {
          const first = readAttribute(written, context);
          if (!first.ok || first.value === null) continue;
          expect(outcome(readAttribute(String(first.value), plain))).toBe(first.value);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('how names and keys are compared', () => {
  it.each(['account_id', 'Account ID', 'account-id', 'accountId', 'ACCOUNT_ID', 'Ａｃｃｏｕｎｔ　ＩＤ'])(
    '%p is the column account_id',
    (name) => expect(foldName(name)).toBe('account_id'),
  );
  it('does not part keys by width, but by case', () => {
    expect(foldKey(' １２３ ')).toBe('123');
    expect(foldKey('001aB')).not.toBe(foldKey('001AB'));
  });
});
