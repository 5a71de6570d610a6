import { formatDay } from '../../domain/day';
import { say } from '../../domain/text';
import { shownReading } from '../../scoring/shown-number';
import type { TabRecord } from '../../tables/rows';
import type { Edition } from './account-records';
import { type PublishedAccount, textOf } from './published-account';

/**
 * The account's rows in Breakdown: one a metric, and one for a cap that lowered the score. Points Earned of the rows add
 * up to the account's score.
 */
export function breakdownRecords(account: PublishedAccount, edition: Edition): TabRecord[] {
  const scoring = edition.mode === 'Scoring';
  const { score, before } = account;
  const viewers = {
    'Owner Email': textOf(account.attribute('owner_email')),
    'Manager Email': textOf(account.attribute('manager_email')),
  };
  const earnedBefore = new Map(
    before?.score === null ? [] : before?.metrics.map((line) => [line.metric.id, line.earned]),
  );
  const records: TabRecord[] = score.metrics.map((line) => {
    const was = earnedBefore.get(line.metric.id);
    return {
      'Breakdown ID': `${account.accountId}|${line.metric.id}`,
      Account: account.accountId,
      Metric: line.metric.id,
      Dimension: line.metric.dimension,
      Reading: line.reading,
      'Metric Score': scoring ? line.points : null,
      'Effective Weight': scoring ? line.effectiveWeight : null,
      'Points Earned': scoring ? line.earned : null,
      'Points Lost': scoring ? line.lost : null,
      'Points Change': scoring && was !== undefined && score.score !== null ? line.earned - was : null,
      'Data Date': line.day === null ? null : formatDay(line.day),
      'Has Stale Data': line.stale,
      'Metric Name': line.metric.name.en,
      'Metric Name Ja': line.metric.name.ja,
      'Reading Text': say(shownReading(line.metric, line.reading), edition.locale),
      ...viewers,
    };
  });
  if (scoring && score.cap !== null) {
    records.push({
      'Breakdown ID': `${account.accountId}|cap`,
      Account: account.accountId,
      'Points Earned': score.cap.points,
      'Metric Name': score.cap.cap.reason.en,
      'Metric Name Ja': score.cap.cap.reason.ja,
      'Has Stale Data': false,
      ...viewers,
    });
  }
  return records;
}
