import type { Band, Config } from '../../domain/config/config';
import type { BookRow, BookView } from '../../domain/views';
import { refusal } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { boundsOf, shownScore } from '../../scoring/bands';
import { accountsTab } from '../../tables/health/accounts';
import { readTab } from '../../tables/rows';
import { lastConfig } from '../configuration';
import { notSetUp } from '../messages';
import { cellText, numberOf } from '../publish/published-account';

/** Accounts whose reason goes along: those that a person sees without scrolling for long. */
const WITH_REASON = 200;

/** Every account as published. Throws KenshinError `input` before set-up. */
export function viewOwnBook(platform: Platform): BookView {
  const health = platform.workbooks.health();
  const config = lastConfig(health);
  if (config !== null) return viewBook(health, config);
  throw refusal('input', notSetUp());
}

/** Every account as published, the most urgent first. */
export function viewBook(health: Workbook, config: Config): BookView {
  const tab = accountsTab(config);
  const records = readTab(tab, health.read(tab.name)).records.map(({ values }) => values);
  const priority = (cell: unknown): number => (typeof cell === 'number' ? cell : Number.MAX_VALUE);
  records.sort((a, b) => priority(a.Priority) - priority(b.Priority));
  const bounds = new Map(config.segments.map(({ id }) => [id, boundsOf(config.bands, id)]));
  const rows = records.map((record, at): BookRow => {
    const text = (name: string): string => cellText(record[name]);
    const segment = text('Segment');
    return [
      text('Account ID'),
      text('Account Name') || text('Account ID'),
      text('Owner Email'),
      text('Team'),
      segment,
      (text('Band') || 'Grey') as Band,
      shownScore(numberOf(record.Score ?? null), bounds.get(segment) ?? boundsOf(config.bands, segment)),
      numberOf(record['Score Change'] ?? null),
      numberOf(record.MRR ?? null) ?? 0,
      text('Renewal Date'),
      at < WITH_REASON ? text('Top Reason Note') : '',
    ];
  });
  const asOf = cellText(records[0]?.['As Of Timestamp']).slice(0, 10);
  return { asOf, changeDays: config.settings.changeDays, rows };
}
