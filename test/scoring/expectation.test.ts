import { expectation } from '../../src/scoring/expectation';
import { curve } from './configuration';

describe('expectation', () => {
  it.each([
    ['0=0;10=100', { from: 10, to: null, below: false, points: 100 }],
    ['7=100;27=0', { from: null, to: 7, below: false, points: 100 }],
    ['0=0;5=80;9=80', { from: 5, to: null, below: false, points: 80 }],
    ['0=0;5=90;8=90;9=0', { from: 5, to: 8, below: false, points: 90 }],
    ['0=0;5=90;9=0', { from: 5, to: 5, below: false, points: 90 }],
    ['0=20;10=20;10=100', { from: 10, to: null, below: false, points: 100 }],
    ['0=100;10=100;10=20', { from: null, to: 10, below: true, points: 100 }],
    ['0=0;2=100;4=50;6=100', { from: 2, to: 2, below: false, points: 100 }],
  ])('of %s is %o', (text, expected) => {
    expect(expectation(curve(text))).toEqual(expected);
  });

  it('is nothing where every reading earns the same', () => {
    expect(expectation(curve('0=50;10=50'))).toBeNull();
    expect(expectation(curve('3=70'))).toBeNull();
  });
});
