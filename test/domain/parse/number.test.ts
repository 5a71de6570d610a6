import fc from 'fast-check';
import { parseContext } from '../../../src/domain/parse/context';
import { readNumber } from '../../../src/domain/parse/number';

const ja = parseContext('Asia/Tokyo', 'ja-JP');
const de = parseContext('Europe/Berlin', 'de-DE');

function numberIn(value: unknown, context = ja): number | null | string {
  const read = readNumber(value, context);
  return read.ok ? read.value : read.code;
}

describe('a number as people and programs write it', () => {
  it.each([
    ['12,345', 12345],
    ['1,234,567.5', 1234567.5],
    ['1,23,456', 123456],
    ['１２３', 123],
    ['１２，３４５', 12345],
    ['¥1,200', 1200],
    ['￥１，２００', 1200],
    ['1,200円', 1200],
    ['$ -3', -3],
    ['50%', 0.5],
    ['12.3%', 0.123],
    ['１２．３％', 0.123],
    ['▲1,200', -1200],
    ['△5', -5],
    ['(5)', -5],
    ['−5', -5],
    ['+5', 5],
    [' 7 ', 7],
    ['.5', 0.5],
    ['1e5', 100000],
    ["1'234", 1234],
    ['1 234,5', 1234.5],
    [0.1, 0.1],
  ])('%p is %p', (written, expected) => expect(numberIn(written)).toBe(expected));

  it.each([
    '',
    '  ',
    '-',
    '－',
    'N/A',
    'n/a',
    '#N/A',
    'null',
    'NULL',
    'None',
    'NaN',
    '未回答',
    'なし',
    null,
    undefined,
  ])('%p says nothing, which is not zero', (written) => expect(numberIn(written)).toBeNull());

  it.each([
    'abc',
    '0x10',
    '1,5',
    '12,34',
    '5 stars',
    '1-2',
    '2026-01-05',
    '=1+1',
    '#REF!',
    '٣',
    true,
    {},
    [],
    '1'.repeat(61),
  ])('%p is no number', (written) => expect(numberIn(written)).toBe('number.unreadable'));

  it.each(['1e400', '-1e400', Number.POSITIVE_INFINITY])('%p is too large to hold', (written) =>
    expect(numberIn(written)).toBe('number.overflow'),
  );

  it('has no negative zero, which a cell cannot hold', () => {
    expect(Object.is(numberIn('-0'), 0)).toBe(true);
    expect(Object.is(numberIn(-0), 0)).toBe(true);
  });

  it('reads what a program wrote, exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(numberIn(String(number))).toBe(number + 0);
      }),
    );
  });

  it('reads grouped digits as the digits without groups', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (number) => {
        expect(numberIn(number.toLocaleString('en-US'))).toBe(number);
      }),
    );
  });
});

describe('in a workbook with decimal commas', () => {
  it.each([
    ['1,5', 1.5],
    ['12,345', 12.345],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['0.125', 0.125],
    ['1.5', 1.5],
    ['1 234,5', 1234.5],
  ])('%p is %p', (written, expected) => expect(numberIn(written, de)).toBe(expected));

  it('refuses to guess whether 1.234 is a thousand', () => expect(numberIn('1.234', de)).toBe('number.ambiguous'));
});
