import { dataset } from '../../domain/datasets';
import type { SavedSourceView, SourceSampleView } from '../../domain/source-views';
import { refusal } from '../../errors';
import type { Platform } from '../../ports';
import { SOURCE_KINDS, SOURCES } from '../../sources';
import { readTab, toGrid } from '../../tables/rows';
import { SOURCE_COLUMNS, sourcesTab } from '../../tables/sources';
import { lastConfig } from '../configuration';
import { holding } from '../holding';
import { sentUnknown } from '../messages';
import { mapColumns } from '../pull/mapping';
import { readSourceSettings } from '../pull/source-settings';
import { sourceContext } from '../secrets/secrets';
import { putOwnRow } from './own-row';

/** Rows that show what a source brings. */
const SAMPLE = 3;

/**
 * Puts a row into the Sources tab, cells by header, in place of the one with its id, whose other cells stay. With faults
 * nothing is written, and they are answered. Throws KenshinError: `input` for a row without an id or with a column that is not there; `busy` while a run works.
 */
export function saveSource(platform: Platform, fields: Readonly<Record<string, string>>): SavedSourceView {
  const tab = sourcesTab(SOURCE_KINDS);
  const id = (fields[SOURCE_COLUMNS.id] ?? '').trim();
  const known = Object.keys(fields).every((name) => tab.columns.some((column) => column.name === name));
  if (id === '' || !known) {
    throw refusal('input', sentUnknown());
  }
  return holding(platform, () => {
    const health = platform.workbooks.health();
    const standing = readTab(tab, health.read(tab.name)).records.find(({ values }) => values[tab.key] === id)?.values;
    const given = Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, words.trim() || null]));
    const record = { ...standing, ...given, [tab.key]: id, [SOURCE_COLUMNS.enabled]: true };
    // Looked at before it is written: the tab itself refuses words that are none of its lists.
    const faults = readSourceSettings(toGrid(tab, [record])).problems;
    if (faults.length === 0) {
      putOwnRow(health, tab, record, lastConfig(health)?.settings.language ?? 'en');
      health.flush();
    }
    return { sourceId: id, faults: faults.map(({ column, why }) => ({ column, why })) };
  });
}

/** What a source has, and what its columns are taken for. Throws the KenshinError that a pull would end in. */
export function sampleSource(platform: Platform, sourceId: string): SourceSampleView {
  const context = sourceContext(platform, sourceId);
  const { setting } = context;
  const source = SOURCES.find(({ kind }) => kind === setting.kind);
  const pulled = source?.read(context);
  const declaration = dataset(setting.dataset);
  if (!pulled) return { columns: [], rows: [], fields: [] };
  const mapping = mapColumns(declaration, setting, pulled, () => undefined);
  const rows: string[][] = [];
  pulled.each((cells) => rows.push(cells.map((cell) => String(cell ?? ''))) < SAMPLE);
  return {
    columns: pulled.columns,
    rows,
    fields: declaration.fields.map(({ name, required }) => ({
      name,
      required: required === true,
      column: pulled.columns[mapping.fields.find(({ field }) => field.name === name)?.at ?? -1] ?? '',
    })),
  };
}
