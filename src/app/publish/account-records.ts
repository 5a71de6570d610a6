import type { Cell } from '../../domain/cell';
import { formatDay } from '../../domain/day';
import { type Locale, say } from '../../domain/text';
import { pulseOf } from '../../scoring/account-score';
import { dimensionHeader, quadrantHeader } from '../../tables/health/accounts';
import type { TabRecord } from '../../tables/rows';
import { termWords } from './movement-records';
import { numberOf, type PublishedAccount, textOf } from './published-account';

/** What every row of a publication shares. */
export interface Edition {
  readonly locale: Locale;
  /** `Visibility` shows readings and no score. */
  readonly mode: 'Visibility' | 'Scoring';
  /** Wall clock of the as-of moment, `2026-01-31T09:30:00`. */
  readonly asOf: string;
}

/** The account's row in Accounts. */
export function accountRecord(account: PublishedAccount, edition: Edition): TabRecord {
  const { score, attribute } = account;
  const scoring = edition.mode === 'Scoring';
  const words = scoring ? account.reasons.map((reason) => say(reason, edition.locale)) : [];
  const days = score.metrics.flatMap((metric) => (metric.day === null ? [] : [metric.day]));
  const record: Record<string, Cell> = {
    'Account ID': account.accountId,
    'Account Name': textOf(attribute('name')) ?? account.accountId,
    Segment: score.segment.id,
    Stage: textOf(attribute('stage')),
    'Owner Email': textOf(attribute('owner_email')),
    Score: scoring ? score.score : null,
    Band: scoring ? score.band : null,
    'Score Change': scoring ? (account.moved?.change ?? null) : null,
    'Coverage Percent': score.coverage * 100,
    'Top Reason Note': words[0] ?? null,
    'As Of Timestamp': edition.asOf,
    'Manager Email': textOf(attribute('manager_email')),
    Team: textOf(attribute('team')),
    MRR: numberOf(attribute('mrr')),
    'Renewal Date': dayCell(attribute('renewal_date')),
    Priority: scoring ? account.priority : null,
    'More Reasons Note': words.length > 1 ? words.slice(1).join('\n') : null,
    'Change Note': scoring ? changeNote(account, edition.locale) : null,
    'Journey Stage': score.stage === null ? null : say(score.stage.name, edition.locale),
    Pulse: pulseOf(score.metrics)?.reading ?? null,
    'Has Pulse Conflict': scoring ? score.disagreement !== null : null,
    'Data Date': days.length === 0 ? null : formatDay(Math.max(...days)),
    'Stale Metric Count': score.metrics.filter((metric) => metric.stale).length,
    'Config Version': score.version,
  };
  if (scoring) {
    for (const { dimension, score: points } of score.dimensions) record[dimensionHeader(dimension.id)] = points;
    for (const { quadrant, name } of score.quadrants) {
      record[quadrantHeader(quadrant.id)] = name === null ? null : say(name, edition.locale);
    }
  }
  return record;
}

/** ISO text of a day column. */
function dayCell(cell: Cell): Cell {
  return typeof cell === 'number' ? formatDay(cell) : null;
}

/** Terms of a change that are worth a line. */
const CHANGE_LINES = 2;
const NOTABLE_POINTS = 0.05;

/** The largest terms of the change in words, one a line; null where the score stood still. */
function changeNote(account: PublishedAccount, locale: Locale): string | null {
  const { moved } = account;
  if (moved === null) return null;
  const lines = moved.terms
    .filter((term) => Math.abs(term.points) >= NOTABLE_POINTS)
    .slice(0, CHANGE_LINES)
    .map((term) => say(termWords(term, account), locale));
  return lines.length === 0 ? null : lines.join('\n');
}
