import type { Cell } from '../../domain/cell';
import type { DatasetDeclaration } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import type { Severity } from '../../domain/problem';
import type { Text } from '../../domain/text';
import * as messages from './messages';

/**
 * The greatest that answers and ratings can be: they come on many scales (1 to 5, 1 to 7, 0 to 100), but none begins below
 * 0 or goes beyond 100. "How likely is it that you would recommend us?" is answered from 0 to 10 (Reichheld, The One Number
 * You Need to Grow, Harvard Business Review, December 2003).
 */
const MOST = { nps: 10, other: 100 };

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
  // Nothing is less or more than an empty cell.
  const number = (column: string): number => Number(cell(column) ?? Number.NaN);
  for (const column of name === 'accounts' ? ['mrr', 'employees'] : [])
    if (number(column) < 0) tell(column, 'warning', 'number.negative', messages.belowZero());
  const scored = { surveys: 'score', tickets: 'csat' }[name as string];
  const isNps = cell('kind') === 'nps';
  const most = isNps ? MOST.nps : MOST.other;
  if (scored && (number(scored) < 0 || number(scored) > most)) {
    tell(scored, 'error', 'number.range', messages.beyondScale(title, isNps ? 'NPS' : scored, most));
    row[columns.indexOf(scored)] = null;
  }
  if (number('closed_at') < number('opened_at')) {
    tell('closed_at', 'error', 'day.order', messages.closedFirst());
    row[columns.indexOf('closed_at')] = cell('opened_at');
  }
  if (number('renewal_date') < number('contract_start'))
    tell('renewal_date', 'warning', 'day.order', messages.renewalFirst());
  if (dated !== null && number(dated) > today + FAR) tell(dated, 'warning', 'day.future', messages.farAhead());
}
