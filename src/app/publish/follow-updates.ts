import { foldKey } from '../../domain/parse/fold';
import type { Problem } from '../../domain/problem';
import type { Locale } from '../../domain/text';
import { newestStatuses } from '../../plays/action-status';
import type { Workbook } from '../../ports';
import { ACTION_UPDATES } from '../../tables/health/action-updates';
import { ACTIONS } from '../../tables/health/actions';
import { layoutOf } from '../../tables/layout';
import { headerRow, problemAt, type ReadTab, readTab } from '../../tables/rows';
import { unknownAction } from '../messages';
import { problemList } from '../store/problem-list';
import { writeChanges } from '../store/write-changes';
import { columnOf } from '../tune/restoring';
import { cellText } from './published-account';

/**
 * Brings the Status of every action to its newest update; rows of Actions are written only where it differs. Answers what
 * of Action Updates cannot be followed; it stays where it was entered.
 */
export function followUpdates(health: Workbook, locale: Locale): readonly Problem[] {
  const updates = readTab(ACTION_UPDATES, health.read(ACTION_UPDATES.name));
  const grid = health.read(ACTIONS.name);
  const actions = readTab(ACTIONS, grid);
  const problems = problemList();
  updates.problems.forEach(problems.add);
  if (grid === null || !actions.headerOk) return [...problems.all(), ...actions.problems];
  const newest = statusesOf(updates);
  const top = headerRow(grid);
  const layout = layoutOf(ACTIONS, locale, 0);
  const columns = (grid[top] ?? []).map((cell) => columnOf(layout, cellText(cell)));
  const place = columns.findIndex(({ header }) => foldKey(header).toLowerCase() === 'status');
  // Columns behind the status may hold what people added; they are not written.
  const rows = grid.slice(top + 1).map((row) => row.slice(0, place + 1));
  const before = [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
  const known = new Set<string>();
  for (const { values, row } of actions.records) {
    const id = foldKey(cellText(values['Action ID']));
    known.add(id);
    const status = newest.get(id);
    if (status !== undefined && status !== values.Status) (rows[row - top - 2] ?? [])[place] = status;
  }
  for (const { values, row } of updates.records) {
    const id = cellText(values.Action);
    if (id === '' || known.has(foldKey(id))) continue;
    problems.add(
      problemAt(
        ACTION_UPDATES.name,
        'error',
        'action.unknown',
        updates.place(row, 'Action'),
        'Action',
        id,
        unknownAction(),
      ),
    );
  }
  writeChanges(health, { ...layout, columns: columns.slice(0, place + 1) }, before, rows, top + 2);
  return problems.all();
}

/** Whether a standing problem was found when updates were followed. */
export function isOfUpdates({ source }: Problem): boolean {
  return source === ACTION_UPDATES.name || source === ACTIONS.name;
}

/** Status by folded id of the action, from the updates that say all that is needed. */
export function statusesOf({ records }: ReadTab): ReadonlyMap<string, string> {
  return newestStatuses(
    records
      .map(({ values }) => ({
        action: cellText(values.Action),
        status: cellText(values.Status),
        at: cellText(values['Update Timestamp']),
      }))
      .filter(({ action, status, at }) => action !== '' && status !== '' && at !== ''),
  );
}
