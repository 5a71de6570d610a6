import fc from 'fast-check';
import { measuresOf, mergeUsage, setValue, type UsageBook } from '../../../src/app/store/usage-book';
import { packMonths, readUsageRows, type UnreadableUsage, usageRows } from '../../../src/app/store/usage-series';
import { dayOf } from '../../../src/domain/day';
import { USAGE_TAB } from '../../../src/tables/data/usage';

const HEADER = USAGE_TAB.columns.map(({ name }) => name);

interface Value {
  readonly account: string;
  readonly user: string;
  readonly measure: string;
  readonly day: number;
  readonly value: number;
}

function bookOf(values: readonly Value[]): UsageBook {
  const book: UsageBook = new Map();
  for (const { account, user, measure, day, value } of values) {
    setValue(measuresOf(book, account, user), measure, day, value);
  }
  return book;
}

/** What a book holds, by another way than its rows: one line a value, sorted. */
function contents(book: UsageBook): string[] {
  const lines: string[] = [];
  for (const { accountId, users } of book.values()) {
    for (const [user, measures] of users) {
      for (const [measure, { firstDay, length, values }] of measures) {
        values.subarray(0, length).forEach((value, at) => {
          if (!Number.isNaN(value)) lines.push([accountId, user, measure, firstDay + at, value].join('|'));
        });
      }
    }
  }
  return lines.sort();
}

function reread(book: UsageBook): UsageBook {
  return readUsageRows([HEADER, ...usageRows(book)], ({ row }) => {
    throw new Error(`row ${row} cannot be read`);
  });
}

const value = fc.record({
  account: fc.constantFrom('A', 'B', '1,5'),
  user: fc.constantFrom('', 'u1', 'u|2'),
  measure: fc.constantFrom('logins', 'reports', 'a|b'),
  day: fc.integer({ min: dayOf(2025, 11, 20) as number, max: dayOf(2026, 3, 5) as number }),
  value: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((number) => number + 0),
});
/** At most one value a key, so that the order in which they come can decide nothing. */
const values = fc.uniqueArray(value, {
  selector: ({ account, user, measure, day }) => `${account} ${user} ${measure} ${day}`,
  maxLength: 40,
});

describe('a series cut into months', () => {
  const first = dayOf(2026, 1, 30) as number;

  it('writes a value a day, nothing where there is no row, nothing after the last', () => {
    const values = Float64Array.from([3, 0, Number.NaN, 5.5, Number.NaN]);
    expect(packMonths({ firstDay: first, length: 5, values, before: null })).toEqual([
      { month: '2026-01', days: `${','.repeat(29)}3,0` },
      { month: '2026-02', days: ',5.5' },
    ]);
  });

  it('has no month without a value', () => {
    const values = new Float64Array(70).fill(Number.NaN);
    values[0] = 1;
    values[69] = 2;
    // 30 January + 69 days is 9 April.
    expect(packMonths({ firstDay: first, length: 70, values, before: null }).map(({ month }) => month)).toEqual([
      '2026-01',
      '2026-04',
    ]);
  });
});

describe('usage in rows', () => {
  it('comes back exactly as it was', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(contents(reread(bookOf(list)))).toEqual(
          list.map((one) => [one.account, one.user, one.measure, one.day, one.value].join('|')).sort(),
        );
      }),
    );
  });

  it('is the same whatever the order in which it came', () => {
    fc.assert(
      fc.property(
        values.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(usageRows(bookOf(shuffled))).toEqual(usageRows(bookOf(list)));
        },
      ),
    );
  });

  it('has one row a key, and every row fits a month', () => {
    fc.assert(
      fc.property(values, (list) => {
        const rows = usageRows(bookOf(list));
        const keys = rows.map((row) => JSON.stringify(row.slice(1, 5)));
        expect(new Set(keys).size).toBe(keys.length);
        expect(rows.every((row) => String(row[5]).split(',').length <= 31)).toBe(true);
      }),
    );
  });

  it.each([
    [['x', 'A', null, 'logins', '2026-13', '1'], 4],
    [['x', '', null, 'logins', '2026-01', '1'], 1],
    [['x', 'A', null, null, '2026-01', '1'], 3],
    [['x', 'A', null, 'logins', '2026-02', `${','.repeat(28)}1`], 5],
    [['x', 'A', null, 'logins', '2026-02', '1,x,3'], 5],
  ])('that cannot be read is told by its cell: %j', (row, column) => {
    const faults: UnreadableUsage[] = [];
    readUsageRows([HEADER, row], (fault) => faults.push(fault));
    expect(faults).toEqual([{ row: 1, column, value: row[column] }]);
  });

  it('reads a month and a lone value that the sheet took for a date and a number', () => {
    const book = readUsageRows([HEADER, ['x', 'A', null, 'logins', '2026-01-01', 7]], () => {
      throw new Error('unreadable');
    });
    expect(contents(book)).toEqual([`A||logins|${dayOf(2026, 1, 1)}|7`]);
  });
});

describe('usage merged', () => {
  const ANY = Number.NEGATIVE_INFINITY;

  it('answers the first day that changed, and leaves out what is too old', () => {
    const of = (day: number, value: number) => ({ account: 'A', user: '', measure: 'm', day, value });
    const book = bookOf([of(20000, 1)]);
    const added = bookOf([of(19990, 9), of(20000, 1), of(20003, 3), of(20002, 2)]);
    expect(mergeUsage(book, added, 20000)).toBe(20002);
    expect(contents(book)).toEqual(['A||m|20000|1', 'A||m|20002|2', 'A||m|20003|3']);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(values, values, (before, added) => {
        const book = bookOf(before);
        mergeUsage(book, bookOf(added), ANY);
        const once = usageRows(book);
        expect(mergeUsage(book, bookOf(added), ANY)).toBeNaN();
        expect(usageRows(book)).toEqual(once);
      }),
    );
  });

  it('takes the later value and keeps every other', () => {
    fc.assert(
      fc.property(values, values, (before, added) => {
        const expected = new Map<string, number>();
        const key = (one: Value): string => [one.account, one.user, one.measure, one.day].join('|');
        for (const one of [...before, ...added]) expected.set(key(one), one.value);
        const book = bookOf(before);
        mergeUsage(book, bookOf(added), ANY);
        expect(contents(book)).toEqual([...expected].map(([name, number]) => `${name}|${number}`).sort());
      }),
    );
  });

  it('knows an account by any width of its id', () => {
    const book = bookOf([{ account: '123', user: '', measure: 'm', day: 20000, value: 1 }]);
    mergeUsage(book, bookOf([{ account: '１２３', user: '', measure: 'm', day: 20001, value: 2 }]), ANY);
    expect(contents(book)).toEqual(['123||m|20000|1', '123||m|20001|2']);
  });
});
