import Table from 'cli-table3';
import { staysInHistory } from '../../src/app/publish/history-records';
import { type Day, dayOf, formatDay } from '../../src/domain/day';
import { SCORE_HISTORY } from '../../src/tables/health/score-history';
import { gridWorkbook } from './runs/grid-workbook';
import { scaledPortfolio } from './runs/portfolio';
import { simulateMonths } from './runs/simulated-months';

/** The day on which the simulated years end. */
const END = dayOf(2026, 3, 31) as Day;

const YEARS = 5;

/** Months that data are kept, as a new installation has it. */
const RETENTION_MONTHS = 25;

/** Rows of Breakdown and of Movements, as a new installation limits them, and columns of the tabs that do not grow. */
const LIMITED_ROWS = 2 * 20000;
const COLUMNS = { limited: 18, accounts: 34 };

/**
 * `npm run bench -- --retention`: five years of a portfolio through the store's ageing, and the cells of both workbooks
 * year by year against the five million that are wanted of ten. The Data workbook is what the store writes; of Health, the
 * tabs that grow are counted by the rule that keeps their rows, the others at their limits.
 */
export function benchRetention(accounts: number): void {
  const first = dayOf(2026 - YEARS, 4, 1) as Day;
  const portfolio = scaledPortfolio({ accounts, days: END - first + 1, asOf: END }, END);
  const data = gridWorkbook();
  const table = new Table({
    head: ['years', 'until', 'Data cells', 'archived', 'Health cells', 'Score History'],
    colAligns: ['right', 'left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  let months = 0;
  simulateMonths(data, portfolio, first, END, {
    retentionMonths: RETENTION_MONTHS,
    today: (end) => end,
    after: (end) => {
      months++;
      if (months % 12 !== 0) return;
      const archived = data.tabs().filter((tab) => / Archive$/.test(tab));
      const cellsOf = (tab: string): number => data.grid(tab).length * (data.grid(tab)[0]?.length ?? 0);
      let days = 0;
      for (let day = end; day >= first; day--) if (staysInHistory(day, end, RETENTION_MONTHS)) days++;
      const history = days * accounts * SCORE_HISTORY.columns.length;
      const others = accounts * COLUMNS.accounts + LIMITED_ROWS * COLUMNS.limited;
      table.push([
        months / 12,
        formatDay(end),
        data.cells().toLocaleString('en'),
        archived.reduce((sum, tab) => sum + cellsOf(tab), 0).toLocaleString('en'),
        (history + others).toLocaleString('en'),
        history.toLocaleString('en'),
      ]);
    },
  });
  console.log(`${accounts.toLocaleString('en')} accounts, ${RETENTION_MONTHS} months kept\n${table.toString()}`);
}
