import { formatDay, parseDay } from '../../domain/day';
import { foldKey } from '../../domain/parse/fold';
import type { PulseView, StoryView } from '../../domain/views';
import type { Platform, Workbook } from '../../ports';
import { ACTION_UPDATES } from '../../tables/health/action-updates';
import { ACTIONS } from '../../tables/health/actions';
import { MOVEMENTS } from '../../tables/health/movements';
import { PULSES } from '../../tables/health/pulses';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { readTab, type TabRecord } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { statusesOf } from '../publish/follow-updates';
import { cellText, numberOf } from '../publish/published-account';
import { readVersions } from '../tune/version-ledger';

/** Days of the trend. */
const TREND_DAYS = 90;

/** Actions in one of these states need nobody any more. */
const CLOSED: readonly string[] = ['done', 'dismissed'];

/** What the tabs tell of one account beside its score; of an account that is nowhere, nothing. */
export function viewStory(platform: Platform, accountId: string): StoryView {
  const health = platform.workbooks.health();
  const history = historyOf(health, accountId);
  const [first, last] = [history[0]?.[0] ?? '', history[history.length - 1]?.[0] ?? ''];
  const rows = (tab: Tab): readonly TabRecord[] => rowsOf(health, tab, accountId);
  const actions = rows(ACTIONS);
  // What people said since the last run counts already.
  const newest = actions.length > 0 ? statusesOf(readTab(ACTION_UPDATES, health.read(ACTION_UPDATES.name))) : null;
  return {
    accountId,
    history,
    versions: readVersions(health)
      .slice(1)
      .map((record) => [cellText(record['Saved Timestamp']).slice(0, 10), cellText(record.Comment)] as const)
      .filter(([day]) => day > first && day <= last),
    moves: rows(MOVEMENTS)
      .map((record) => ({
        cause: cellText(record.Cause),
        points: numberOf(record['Points Moved'] ?? null) ?? 0,
        note: cellText(record['Reason Note']),
      }))
      .sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
    actions: actions
      .map((record) => ({
        name: cellText(record['Action Name']),
        reason: cellText(record['Reason Note']),
        due: cellText(record['Due Date']),
        status: newest?.get(foldKey(cellText(record['Action ID']))) ?? cellText(record.Status),
      }))
      .filter(({ status }) => !CLOSED.includes(status)),
    pulses: pulseViews(health, accountId),
  };
}

/** What people recorded about an account, newest first. */
export function pulseViews(health: Workbook, accountId: string): PulseView[] {
  return rowsOf(health, PULSES, accountId)
    .map((record) => ({
      pulse: numberOf(record.Pulse ?? null),
      comment: cellText(record.Comment),
      author: cellText(record['Author Email']),
      day: cellText(record['Pulse Date']).slice(0, 10),
      expiry: cellText(record['Expiry Date']).slice(0, 10),
    }))
    .reverse();
}

function rowsOf(health: Workbook, tab: Tab, accountId: string): TabRecord[] {
  return readTab(tab, health.readWhere(tab.name, 'Account', accountId)).records.map(({ values }) => values);
}

/** Score History stands by day, so that an account's rows are spread over it: three columns are read, not all. */
function historyOf(health: Workbook, accountId: string): [string, number | null][] {
  const column = (name: string) => health.readColumn(SCORE_HISTORY.name, name) ?? [];
  const days = column('Score Date');
  const scores = column('Score');
  const history: [string, number | null][] = [];
  column('Account').forEach((cell, row) => {
    if (cell === accountId) history.push([cellText(days[row]).slice(0, 10), numberOf(scores[row] ?? null)]);
  });
  const last = parseDay(history[history.length - 1]?.[0] ?? '');
  const first = last === null ? '' : formatDay(last - TREND_DAYS);
  return history.filter(([day]) => day >= first);
}
