import { plainNumber } from '../../../src/domain/config/plain-number';

describe('plainNumber', () => {
  it.each([
    [5, 5],
    ['5', 5],
    [' 12,345.5 ', 12345.5],
    ['１２', 12],
    ['－３', -3],
    ['1e3', 1000],
  ])('reads %p', (cell, number) => {
    expect(plainNumber(cell)).toBe(number);
  });

  it.each([null, '', 'abc', 'NaN', 'N/A', '1e400', Number.NaN, Number.POSITIVE_INFINITY, true, '2026-01-05', '1 2'])(
    'knows that %p is none',
    (cell) => {
      expect(plainNumber(cell)).toBeNull();
    },
  );

  it.each(['50%', '５０％'])('refuses %s, of which nobody knows whether it is 50 or a half', (cell) => {
    expect(plainNumber(cell)).toBeNull();
  });
});
