import { dataset } from '../../domain/datasets';
import type { SavedSourceView, SourceSampleView } from '../../domain/source-views';
import { KenshinError } from '../../errors';
import type { Platform } from '../../ports';
import { SOURCE_KINDS, SOURCES } from '../../sources';
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
 * Puts a row into the Sources tab, cells by header, in place of the one with its id; answers what is wrong with it.
 * Throws KenshinError: `input` for a row without an id or with a column that is not there; `busy` while a run works.
 */
export function saveSource(platform: Platform, fields: Readonly<Record<string, string>>): SavedSourceView {
  const tab = sourcesTab(SOURCE_KINDS);
  const id = (fields[SOURCE_COLUMNS.id] ?? '').trim();
  const known = Object.keys(fields).every((name) => tab.columns.some((column) => column.name === name));
  if (id === '' || !known) {
    const { text, next } = sentUnknown();
    throw new KenshinError('input', text, next);
  }
  return holding(platform, () => {
    const health = platform.workbooks.health();
    const record = Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, words.trim() || null]));
    const locale = lastConfig(health)?.settings.language ?? 'en';
    putOwnRow(health, tab, { ...record, [tab.key]: id, [SOURCE_COLUMNS.enabled]: true }, locale);
    health.flush();
    const grid = health.read(tab.name) ?? [];
    const row = grid.findIndex((cells) => cells[(grid[0] ?? []).indexOf(tab.key)] === id) + 1;
    const faults = readSourceSettings(grid).problems.filter(
      ({ place }) => place.replace(/^[A-Z]+/, '') === String(row),
    );
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
