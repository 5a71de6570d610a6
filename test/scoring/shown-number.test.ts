import fc from 'fast-check';
import { shownApart, shownNumber, shownReading, withUnit } from '../../src/scoring/shown-number';
import { curve, metric } from './configuration';

describe('shownNumber', () => {
  it.each([
    [0, 1, '0'],
    [12, 1, '12'],
    [12.34, 1, '12.3'],
    [12.04, 1, '12'],
    [-12.35, 2, '-12.35'],
    [-0.04, 1, '0'],
    [1234567, 0, '1,234,567'],
    [1234.5, 1, '1,234.5'],
    [999, 0, '999'],
    [-1000, 0, '-1,000'],
    [0.12345, 4, '0.1235'],
  ])('shows %d with %d decimals as %s', (value, decimals, expected) => {
    expect(shownNumber(value, decimals)).toBe(expected);
  });
});

describe('shownApart', () => {
  it('takes as many decimals as the first number needs to differ from the others', () => {
    expect(shownApart(9.96, 10)).toEqual(['9.96', '10']);
    expect(shownApart(9.9996, 10, 2.34567)).toEqual(['9.9996', '10', '2.3457']);
    expect(shownApart(100.2, 100)).toEqual(['100.2', '100']);
    expect(shownApart(10, 10)).toEqual(['10', '10']);
    expect(shownApart(3, 8)).toEqual(['3', '8']);
  });

  it('never shows two numbers alike that differ by a millionth or more', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, fc.oneof(number, fc.double({ min: -0.01, max: 0.01, noNaN: true })), (one, off) => {
        const other = Math.abs(off) <= 0.01 ? one + off : off;
        fc.pre(Math.abs(one - other) >= 1e-6);
        const [shown, otherShown] = shownApart(one, other);
        expect(shown).not.toBe(otherShown);
      }),
    );
  });
});

describe('shownReading', () => {
  const times = metric('m', 'D', curve('0=0;1=100'), { unit: { en: 'times', ja: '回' } });
  const percent = metric('m', 'D', curve('0=0;1=100'), { unit: { en: '%', ja: '%' } });
  const glass = metric('m', 'D', curve('0=0;1=100'), { unit: { en: 'class', ja: '級' } });

  it('writes the unit as each language does', () => {
    expect(shownReading(times, 12.25)).toEqual({ en: '12.3 times', ja: '12.3回' });
    expect(shownReading(times, 1)).toEqual({ en: '1 time', ja: '1回' });
    expect(shownReading(percent, 45)).toEqual({ en: '45%', ja: '45%' });
    expect(shownReading(glass, 1)).toEqual({ en: '1 class', ja: '1級' });
    expect(withUnit(percent, '1')).toEqual({ en: '1%', ja: '1%' });
  });

  it('leaves out decimals from a hundred on, and shows a dash for nothing', () => {
    expect(shownReading(times, 1234.56).ja).toBe('1,235回');
    expect(shownReading(times, 99.96).ja).toBe('100回');
    expect(shownReading(times, null)).toEqual({ en: '–', ja: '–' });
  });
});
