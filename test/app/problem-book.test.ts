import { openProblemBook } from '../../src/app/problem-book';
import type { Problem } from '../../src/domain/problem';
import { memoryWorkbook } from './ports/memory-workbook';

const problem = (source: string, place: string, value = 'x'): Problem => ({
  severity: 'error',
  code: 'number.unreadable',
  source,
  place,
  column: 'mrr',
  value,
  why: { en: `${value} is no number.`, ja: `${value} は数値ではありません。` },
});

const MORNING = '2026-01-31T06:00:00';
const EVENING = '2026-01-31T18:00:00';

describe('the book of problems', () => {
  it('lists each problem with its place, in the language asked for', () => {
    const health = memoryWorkbook();
    const book = openProblemBook(health, MORNING);
    book.replace([problem('accounts.csv', 'row 3')], () => false);
    book.commit('ja');
    const [header = [], row = []] = health.read('Problems') ?? [];
    const record = Object.fromEntries(header.map((name, at) => [name, row[at]]));
    expect(record).toMatchObject({
      'Problem ID': 'P1',
      Severity: 'error',
      Source: 'accounts.csv',
      Place: 'row 3',
      Column: 'mrr',
      'Found Text': 'x',
      'Mend Note': 'x は数値ではありません。',
      'Found Timestamp': MORNING,
    });
  });

  it('keeps what other sources left when one source is pulled again', () => {
    const health = memoryWorkbook();
    const first = openProblemBook(health, MORNING);
    first.replace([problem('a', 'row 1'), problem('b', 'row 2')], () => false);
    first.commit('en');
    const second = openProblemBook(health, EVENING);
    second.replace([], ({ source }) => source === 'a');
    second.commit('en');
    expect((health.read('Problems') ?? []).slice(1).map((row) => [row[0], row[2]])).toEqual([['P1', 'b']]);
  });

  it('keeps the time at which a problem was first found', () => {
    const health = memoryWorkbook();
    const first = openProblemBook(health, MORNING);
    first.replace([problem('a', 'row 1')], () => false);
    first.commit('en');
    const second = openProblemBook(health, EVENING);
    second.replace([problem('a', 'row 1'), problem('a', 'row 9')], ({ source }) => source === 'a');
    second.commit('en');
    const times = (health.read('Problems') ?? []).slice(1).map((row) => row[row.length - 1]);
    expect(times).toEqual([MORNING, EVENING]);
  });

  it('writes nothing when nothing changed', () => {
    const health = memoryWorkbook();
    const first = openProblemBook(health, MORNING);
    first.replace([problem('a', 'row 1')], () => false);
    first.commit('en');
    health.writes.length = 0;
    const second = openProblemBook(health, EVENING);
    second.replace([problem('a', 'row 1')], ({ source }) => source === 'a');
    second.commit('en');
    expect(health.writes).toEqual([]);
    expect(second.count).toBe(1);
  });
});
