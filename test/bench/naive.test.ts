import { scoreNaively } from '../../scripts/bench/kernel/naive';
import { configOf, usualDefinition, usualPortfolio } from '../../scripts/bench/kernel/portfolio';
import type { Cell } from '../../src/domain/cell';
import { parseContext } from '../../src/domain/parse/context';
import { compileScoring } from '../../src/scoring/compile';
import { lastScores } from '../../src/scoring/last-scores';
import { outputHeader, scoreRows } from '../../src/scoring/rows';

describe('the portfolio of the bench', () => {
  const definition = usualDefinition();
  const portfolio = usualPortfolio(definition, 2000);
  const scoring = compileScoring(configOf(definition));
  const rows: Cell[][] = [];
  const table = { ...portfolio, context: parseContext('UTC', 'en') };
  scoreRows(scoring, table, lastScores(portfolio.snapshot), (chunk) => rows.push(...chunk));
  const naive = scoreNaively(definition, portfolio);

  it('is scored by the kernel as the naive way scores it, so that the two times can be compared', () => {
    const header = outputHeader(scoring);
    const cells = naive.map((account) =>
      header.map((name, column): Cell => {
        const part = [...account.dimensions, ...account.contributions].find(({ id }) => id === name);
        if (part) return 'score' in part ? part.score : part.earned;
        return [account.id, null, account.score, account.band, account.coverage, account.change][column] ?? null;
      }),
    );
    const apart = rows.flatMap((row, account) =>
      row.filter((cell, column) => {
        const other = cells[account]?.[column];
        if (header[column] === 'segment' || header[column] === 'cap') return false;
        return typeof cell === 'number' ? !(Math.abs(cell - Number(other ?? Number.NaN)) < 1e-9) : cell !== other;
      }),
    );
    expect(rows).toHaveLength(2000);
    expect(apart).toEqual([]);
  });

  it('holds every colour, accounts without a score and accounts that are new', () => {
    const bands = new Set(rows.map((row) => row[3]));
    expect([...bands].sort()).toEqual(['Green', 'Grey', 'Lime', 'Red', 'Yellow']);
    const fresh = rows.filter((row) => row[2] !== null && row[5] === null).map((row) => row[0]);
    expect(fresh.length).toBeGreaterThan(5);
    expect(fresh.every((id) => String(id) >= 'account-0001990')).toBe(true);
  });
});
