import type { Grid, Row } from '../../domain/cell';
import type { Problem } from '../../domain/problem';
import { type Locale, say } from '../../domain/text';
import { CONFIG_TABS } from '../health/configuration';
import { CONFIG_VERSIONS, SNAPSHOTS } from '../health/journal';
import { problemAt, type TabRecord } from '../rows';
import { diffConfig } from './diff';
import type { ConfigGrids } from './grids';
import { says } from './messages';

/** Characters of one part: below the 50,000 that a cell holds (Google Sheets limits), its mark included. */
const PART = 49_000;

/** Stands before each part, so that no cell begins with a mark that a spreadsheet would take for its own. */
const MARK = 'config:';

/** One saving of a configuration. */
export interface ConfigSaving {
  readonly version: string;
  /** Wall clock of the workbook, `2026-01-31T09:30:00`. */
  readonly savedAt: string;
  readonly author: string;
  readonly comment: string;
  /** The configuration that was in force before; null for the first. */
  readonly before: ConfigGrids | null;
  readonly after: ConfigGrids;
}

/**
 * The row of Config Versions for a saving: who, when, what changed, and the tabs as text from which `restoreConfig`
 * brings them back. A configuration too long for the row is a problem, and null.
 */
export function configVersionRecord(
  saving: ConfigSaving,
  locale: Locale,
): { readonly record: TabRecord | null; readonly problem: Problem | null } {
  const text = JSON.stringify(Object.fromEntries(CONFIG_TABS.map(({ name }) => [name, trimmed(saving.after[name])])));
  const limit = PART * SNAPSHOTS.length;
  if (text.length > limit) {
    const why = says.tooLong(text.length, limit);
    return { record: null, problem: problemAt(CONFIG_VERSIONS.name, 'error', 'config.long', '', '', null, why) };
  }
  const lines = saving.before === null ? [] : diffConfig(saving.before, saving.after);
  const record: Record<string, string> = {
    'Version ID': `${saving.version}|${saving.savedAt}`,
    'Config Version': saving.version,
    'Saved Timestamp': saving.savedAt,
    'Author Email': saving.author,
    Comment: saving.comment,
    'Change Note': lines
      .map((line) => say(line, locale))
      .join('\n')
      .slice(0, PART),
  };
  parts(text).forEach((part, index) => {
    record[`Snapshot ${index + 1}`] = MARK + part;
  });
  return { record, problem: null };
}

/** The configuration tabs that a row of Config Versions keeps; null where its text was cut or changed. */
export function restoreConfig(record: TabRecord): ConfigGrids | null {
  let text = '';
  for (const header of SNAPSHOTS) {
    const part = record[header] ?? null;
    if (part === null || part === '') break;
    if (typeof part !== 'string' || !part.startsWith(MARK)) return null;
    text += part.slice(MARK.length);
  }
  try {
    const grids: unknown = JSON.parse(text);
    return isGrids(grids) ? grids : null;
  } catch {
    return null;
  }
}

/**
 * The text in parts. None ends between the halves of one character, which a spreadsheet would not keep, and none with a
 * blank, which reading a cell takes off.
 */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PART - MARK.length);
    while (end < text.length && end > start + 1 && /[\uD800-\uDBFF\s]/.test(text.charAt(end - 1))) end--;
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

/** The grid without blank rows at its end; null where the tab is missing. */
function trimmed(grid: Grid | null | undefined): Grid | null {
  if (!grid) return null;
  let length = grid.length;
  while (length > 0 && (grid[length - 1] as Row).every((cell) => cell === null || cell === '')) length--;
  return grid.slice(0, length);
}

function isGrids(value: unknown): value is ConfigGrids {
  if (typeof value !== 'object' || value === null) return false;
  const grids = value as Readonly<Record<string, unknown>>;
  return CONFIG_TABS.every(({ name }) => grids[name] === null || isGrid(grids[name]));
}

function isGrid(value: unknown): boolean {
  return Array.isArray(value) && value.every((row) => Array.isArray(row));
}
