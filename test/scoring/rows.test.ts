import fc from 'fast-check';
import type { Cell, Row } from '../../src/domain/cell';
import { parseContext } from '../../src/domain/parse/context';
import { same } from '../../src/domain/text';
import { accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { lastScores } from '../../src/scoring/last-scores';
import { outputHeader, scoreRows } from '../../src/scoring/rows';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { anyConfig, anyReadings } from './arbitrary';
import { configuration, curve, dimension, input, metric, segment } from './configuration';

const CONTEXT = parseContext('UTC', 'en');
const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100')),
  metric('meetings', 'Engagement', curve('0=0;4=100')),
];
const CONFIG = configuration(
  {
    dimensions: [dimension('Adoption', 60), dimension('Engagement', 40)],
    metrics: METRICS,
    segments: [segment('Large'), segment('Small')],
    overrides: [{ segment: 'Large', metric: 'logins', weight: null, curve: curve('0=0;20=100'), enabled: null }],
  },
  { minimumCoveragePercent: 50 },
);

function run(
  rows: Row[],
  snapshot: Row[] = [],
  config = CONFIG,
  header = ['Account ID', 'Segment', 'logins', 'meetings'],
) {
  const chunks: Cell[][][] = [];
  const unread = scoreRows(compileScoring(config), { header, rows, context: CONTEXT }, lastScores(snapshot), (chunk) =>
    chunks.push(chunk),
  );
  return { rows: chunks.flat(), chunks, unread };
}

describe('scoreRows', () => {
  it('makes finished rows: score, band, coverage, change, cap, dimension scores and points earned', () => {
    expect(outputHeader(compileScoring(CONFIG))).toEqual([
      'account_id',
      'segment',
      'score',
      'band',
      'coverage',
      'change',
      'cap',
      'Adoption',
      'Engagement',
      'logins',
      'meetings',
    ]);
    // Large: logins 10 of 20 earns 50, meetings 4 earns 100: 0.6*50 + 0.4*100 = 70. Small: 60 + 0 = 60 from logins alone.
    const { rows, unread } = run(
      [
        ['A', 'Large', 10, 4],
        ['B', 'Small', 6, null],
        ['C', 'Small', '', 4],
      ],
      [
        ['A', 65],
        ['C', 20],
      ],
    );
    expect(rows).toEqual([
      ['A', 'Large', 70, 'Lime', 1, 5, 0, 50, 100, 30, 40],
      ['B', 'Small', 60, 'Lime', 0.6, null, 0, 60, null, 60, 0],
      ['C', 'Small', null, 'Grey', 0.4, null, null, null, 100, null, null],
    ]);
    expect(unread).toEqual([]);
  });

  it('finds its columns by name in any order, and treats a metric without a column as missing', () => {
    const { rows } = run([[6, 'A', 'Small']], [], CONFIG, ['LOGINS', 'account-id', 'segment']);
    expect(rows[0]?.slice(0, 5)).toEqual(['A', 'Small', 60, 'Lime', 0.6]);
  });

  it('reads numbers written as text, and reports text that is no number with its place instead of taking it for 0', () => {
    const { rows, unread } = run([
      ['A', 'Small', ' 6 ', '１'],
      ['B', 'Small', 'often', 4],
      ['C', 'Small', 6, true],
      ['D', 'Nowhere', 6, 'N/A'],
      ['E', 'Small', 6, Number.POSITIVE_INFINITY],
      ['F', 'Small', 6, '   '],
    ]);
    // A: 0.6*60 + 0.4*25 = 46; the others from logins alone, B from meetings alone (coverage 0.4: Grey).
    expect(rows.map((row) => row[2])).toEqual([46, null, 60, 60, 60, 60]);
    expect(unread.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [1, 2, 'often', 'number.unreadable'],
      [2, 3, true, 'number.unreadable'],
      [3, 1, 'Nowhere', 'segment.unknown'],
      [4, 3, Number.POSITIVE_INFINITY, 'number.overflow'],
    ]);
    expect(unread[2]?.why.ja).toContain('Segments タブ');
    expect(rows[3]?.[1]).toBe('Small');
  });

  it('applies caps over the columns of the row', () => {
    const caps = [
      {
        id: 'left',
        condition: { op: '=', left: { op: 'column', name: 'Status' }, right: { op: 'value', value: 'left' } } as const,
        highestScore: 39,
        reason: same('left'),
        enabled: true,
      },
    ];
    const { rows } = run(
      [
        ['A', 'Small', 10, 4, 'left'],
        ['B', 'Small', 10, 4, ''],
      ],
      [],
      { ...CONFIG, caps },
      ['account_id', 'segment', 'logins', 'meetings', 'status'],
    );
    expect(rows.map((row) => [row[2], row[3], row[6]])).toEqual([
      [39, 'Red', -61],
      [100, 'Green', 0],
    ]);
  });

  it('hands rows on by the hundred, in order, each once', () => {
    const rows = Array.from({ length: 250 }, (_, index): Row => [`A${index}`, 'Small', index % 11, 2]);
    const { chunks, rows: output } = run(rows);
    expect(chunks.map((chunk) => chunk.length)).toEqual([100, 100, 50]);
    expect(output.map((row) => row[0])).toEqual(rows.map((row) => row[0]));
    expect(run([]).chunks).toEqual([]);
  });

  it('says of every account what the explained score says', () => {
    fc.assert(
      fc.property(anyConfig, fc.array(anyReadings, { maxLength: 5 }), (config, accounts) => {
        const ids = config.metrics.map(({ id }) => id);
        const table = accounts.map(
          (account, a): Row => [`A${a + 1}`, config.segments[a % 3]?.id ?? '', ...ids.map((id) => account[id] ?? '')],
        );
        const { rows } = run(table, [], config, ['account_id', 'segment', ...ids]);
        const header = outputHeader(compileScoring(config));
        const given = input(config.metrics, accounts, { segments: Int32Array.from(accounts, (_, a) => a % 3) });
        const scored = scoreAccounts(compileScoring(config), given);
        rows.forEach((row, a) => {
          const account = accountScore(scored, a);
          expect(row.slice(0, 5)).toEqual([
            account.accountId,
            account.segment.id,
            account.score,
            account.band,
            account.coverage,
          ]);
          for (const { metric: of, earned } of account.metrics) {
            const cell = row[header.indexOf(of.id)] as number | null;
            if (account.score === null) expect(cell).toBeNull();
            else expect(Math.abs((cell as number) - earned)).toBeLessThan(1e-9);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('lastScores', () => {
  const snapshot: Row[] = [
    ['A', 1],
    ['B', null],
    ['C', 3],
    ['D', 4],
  ];

  it('finds scores in the order of the snapshot and out of it', () => {
    const inOrder = lastScores(snapshot);
    expect(['A', 'B', 'C', 'D', 'E'].map(inOrder)).toEqual([1, null, 3, 4, null]);
    const mixed = lastScores(snapshot);
    expect(['new', 'C', 'D', 'A', 'A', 'C', 'none', 'B'].map(mixed)).toEqual([null, 3, 4, 1, 1, 3, null, null]);
  });
});
