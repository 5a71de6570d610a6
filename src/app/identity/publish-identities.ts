import type { Locale, Text } from '../../domain/text';
import type { Workbook } from '../../ports';
import { IDENTITY_REPORT, IDENTITY_SUGGESTIONS } from '../../tables/health/identities';
import { layoutOf } from '../../tables/layout';
import { toRow } from '../../tables/rows';
import { writeChanges } from '../store/write-changes';
import type { Identities } from './identities';
import { suggestionsLeftOut } from './messages';

/** More than people decide in a week. */
const SHOWN = 500;

/** Writes what waits for a decision and by what rows found their accounts; answers what did not fit, null for nothing. */
export function publishIdentities(health: Workbook, identities: Identities | null, locale: Locale): Text | null {
  const suggestions = identities?.suggestions(locale) ?? [];
  const tabs = [
    [IDENTITY_SUGGESTIONS, suggestions.slice(0, SHOWN)],
    [IDENTITY_REPORT, identities?.report() ?? []],
  ] as const;
  for (const [tab, records] of tabs) {
    const rows = records.map((record) => toRow(tab, record));
    writeChanges(health, layoutOf(tab, locale, 0), health.read(tab.name), rows);
  }
  return suggestions.length > SHOWN ? suggestionsLeftOut(SHOWN, suggestions.length) : null;
}
