import type { Cell } from '../../domain/cell';
import type { DatasetDeclaration, DatasetName } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import type { Severity } from '../../domain/problem';
import type { Text } from '../../domain/text';
import * as messages from './messages';

/**
 * The least and the greatest that numbers can be, by dataset and column. Answers to surveys and ratings come on many scales
 * (1 to 5, 1 to 7, 0 to 100), but none begins below 0 or goes beyond 100.
 */
const BOUNDS: readonly (readonly [DatasetName, string, number, number])[] = [
  ['accounts', 'mrr', 0, Number.POSITIVE_INFINITY],
  ['accounts', 'employees', 0, Number.POSITIVE_INFINITY],
  ['surveys', 'score', 0, 100],
  ['tickets', 'csat', 0, 100],
];

/** "How likely is it that you would recommend us?" (Reichheld, The One Number You Need to Grow, HBR December 2003). */
const MOST_NPS = 10;

/** Days beyond the pull that nobody plans. */
const FAR = 731;

/**
 * Tells what cannot be right about a row that could be read, and takes it out of the row: a number that no scale has is
 * left empty, a ticket is closed no earlier than it was opened. What is merely odd stays.
 */
export function checkRow(
  { name, title, dated }: DatasetDeclaration,
  columns: readonly string[],
  row: Cell[],
  today: Day,
  tell: (column: string, severity: Severity, code: string, why: Text) => void,
): void {
  const cell = (column: string): Cell => row[columns.indexOf(column)] ?? null;
  // Against an empty cell nothing is earlier.
  const day = (column: string): number => Number(cell(column) ?? Number.NaN);
  for (const [dataset, column, least, greatest] of BOUNDS) {
    const isNps = column === 'score' && cell('kind') === 'nps';
    const most = isNps ? MOST_NPS : greatest;
    const value = cell(column);
    if (dataset !== name || typeof value !== 'number' || (value >= least && value <= most)) continue;
    tell(column, 'error', 'number.range', messages.beyondScale(title, isNps ? 'NPS' : column, least, most));
    row[columns.indexOf(column)] = null;
  }
  if (day('closed_at') < day('opened_at')) {
    tell('closed_at', 'error', 'day.order', messages.closedFirst());
    row[columns.indexOf('closed_at')] = cell('opened_at');
  }
  if (day('renewal_date') < day('contract_start'))
    tell('renewal_date', 'warning', 'day.order', messages.renewalFirst());
  if (dated !== null && day(dated) > today + FAR) tell(dated, 'warning', 'day.future', messages.farAhead());
}
