import fc from 'fast-check';
import { parse, unparse } from 'papaparse';
import { guessDelimiter } from '../../../src/sources/csv/delimiter';
import { eachRecord } from '../../../src/sources/csv/records';

function records(text: string, delimiter = ','): string[][] {
  const all: string[][] = [];
  eachRecord(text, delimiter, (fields) => {
    all.push(fields);
    return true;
  });
  return all;
}

/** Fields that hold what is hard: quotes, delimiters, line ends, blanks. */
const field = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', ';', '\t', '\n', '\r\n', ' ', '会', '=') });
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe('records of a CSV text', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a\nb",c', [['a\nb', 'c']]],
    ['"say ""hi""",2', [['say "hi"', '2']]],
    ['a,,', [['a', '', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"",x', [['', 'x']]],
    ['5" pipe,x', [['5" pipe', 'x']]],
    ['"a" ,b', [['a', 'b']]],
    ['', []],
  ])('%j holds %j', (text, expected) => expect(records(text)).toEqual(expected));

  it('come back from what was written, whatever the fields hold', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
        expect(records(unparse(rows, { delimiter, newline, quotes: true }), delimiter)).toEqual(rows);
      }),
    );
  });

  it('are those an independent reader finds in well-formed text', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = unparse(rows, { newline });
        expect(records(`${text}${newline}`)).toEqual(parse<string[]>(text, { delimiter: ',', newline }).data);
      }),
    );
  });

  it('go on after a quote that is never closed, and tell its record', () => {
    const found: string[][] = [];
    const { strayQuotes } = eachRecord('a,b\n1,"2\n3,4\n', ',', (fields) => found.push(fields) > 0);
    expect(found).toEqual([
      ['a', 'b'],
      ['1', '"2'],
      ['3', '4'],
    ]);
    expect(strayQuotes).toEqual([2]);
  });

  it('keep what follows a closing quote, and tell its record', () => {
    const found: string[][] = [];
    const { strayQuotes } = eachRecord('"a"b,c\n""x,y', ',', (fields) => found.push(fields) > 0);
    expect(found).toEqual([
      ['ab', 'c'],
      ['x', 'y'],
    ]);
    expect(strayQuotes).toEqual([1, 2]);
  });

  it('stop when the reader has enough', () => {
    const seen: number[] = [];
    eachRecord('a\nb\nc', ',', (_, record) => {
      seen.push(record);
      return record < 2;
    });
    expect(seen).toEqual([1, 2]);
  });
});

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n"1,5";2,5;3', ';'],
    ['a\tb\n1,2\t3', '\t'],
    ['a|b\n1|2', '|'],
    ['name;note\nx;"a, b, c, d"', ';'],
    ['only\n1\n2', ','],
    ['', ','],
  ])('of %j is %j', (text, expected) => expect(guessDelimiter(text)).toBe(expected));
});
