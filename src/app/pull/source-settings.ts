import type { Grid } from '../../domain/cell';
import type { DatasetName } from '../../domain/datasets';
import type { Problem } from '../../domain/problem';
import type { Text } from '../../domain/text';
import { SOURCE_KINDS, SOURCES } from '../../sources';
import { COMMON_OPTIONS, noteOf } from '../../sources/option';
import { HEADER_SECRET } from '../../sources/secret-key';
import type { SourceSetting } from '../../sources/source';
import { problemAt, type ReadRecord, type ReadTab, readTab } from '../../tables/rows';
import { SOURCE_COLUMNS as C, type Every, type Paging, sourcesTab } from '../../tables/sources';
import * as messages from './messages';

/** Cells in which a key may stand by mistake: their faults name the cell alone. */
const UNQUOTED: readonly string[] = [C.location, C.options, C.headerName, C.secretName];

const HEADER_NAME = /^[A-Za-z0-9-]+$/;

/**
 * The enabled sources of the Sources tab (null where it is missing). A row with a fault is left out, its cell named; a tab
 * whose header cannot be read yields no source at all.
 */
export function readSourceSettings(grid: Grid | null): {
  readonly settings: readonly SourceSetting[];
  readonly problems: readonly Problem[];
} {
  const read = readTab(sourcesTab(SOURCE_KINDS), grid);
  if (!read.headerOk) return { settings: [], problems: read.problems };
  const problems = [...read.problems];
  const settings: SourceSetting[] = [];
  const seen = new Set<string>();
  for (const record of read.records) {
    if (record.values[C.enabled] === false) continue;
    const before = problems.length;
    const tell = (column: string, why: Text): void => {
      const value = UNQUOTED.includes(column) ? null : (record.values[column] ?? null);
      problems.push(
        problemAt('Sources', 'error', 'source.setting', read.place(record.row, column), column, value, why),
      );
    };
    const setting = settingOf(record, tell);
    if (seen.has(setting.id)) tell(C.id, messages.sourceTwice());
    seen.add(setting.id);
    if (record.refused.size === 0) checkSetting(setting, tell);
    if (record.refused.size === 0 && problems.length === before) settings.push(setting);
  }
  return { settings, problems: problemsOfEnabled(read, problems) };
}

/** Faults of rows that are switched off are nobody's concern. */
function problemsOfEnabled(read: ReadTab, problems: readonly Problem[]): readonly Problem[] {
  const off = new Set(read.records.filter(({ values }) => values[C.enabled] === false).map(({ row }) => String(row)));
  return problems.filter(({ place }) => !off.has(place.replace(/^[A-Z]+/, '')));
}

function settingOf({ values }: ReadRecord, tell: (column: string, why: Text) => void): SourceSetting {
  const text = (column: string): string => String(values[column] ?? '').trim();
  const pairs = (column: string): Map<string, string> => {
    const found = new Map<string, string>();
    const lines = text(column).split(/[;\r\n]/);
    for (const line of lines.filter((one) => one.trim() !== '')) {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(line.replace('＝', '=')) ?? [];
      if (name.trim() === '' || value.trim() === '') tell(column, messages.notAPair(lines.indexOf(line) + 1));
      else found.set(name.trim(), value.trim());
    }
    return found;
  };
  const [headerName = '', headerPrefix = ''] = text(C.headerName).split(':');
  const options: Record<string, string> = {};
  for (const [name, value] of pairs(C.options)) options[name] = value;
  return {
    id: text(C.id),
    kind: text(C.kind),
    dataset: text(C.dataset) as DatasetName,
    location: text(C.location),
    tabName: text(C.tabName),
    rowsPath: text(C.rowsPath),
    paging: (text(C.paging) || 'none') as Paging,
    options,
    headerName: headerName.trim(),
    headerPrefix: headerPrefix.trim(),
    secretName: text(C.secretName),
    fieldMap: pairs(C.fieldMap),
    measures: text(C.measures)
      .split(/[,;、\r\n]/)
      .map((measure) => measure.trim())
      .filter((measure) => measure !== ''),
    every: (text(C.every) || 'daily') as Every,
  };
}

function checkSetting(setting: SourceSetting, tell: (column: string, why: Text) => void): void {
  const source = SOURCES.find(({ kind }) => kind === setting.kind);
  if (!source) return;
  const options = [...source.options, ...COMMON_OPTIONS];
  for (const [name, value] of Object.entries(setting.options)) {
    const option = options.find((declared) => declared.name === name);
    const why = option
      ? option.check(value)
      : messages.unknownOption(
          name,
          options.map((known) => ({ name: known.name, note: noteOf(known.note) })),
        );
    if (why) tell(C.options, why);
  }
  const byHeader = source.credential === HEADER_SECRET;
  if (byHeader && (setting.headerName === '') !== (setting.secretName === ''))
    tell(C.secretName, messages.secretWithoutHeader());
  if (setting.headerName !== '' && !HEADER_NAME.test(setting.headerName))
    tell(C.headerName, messages.headerNameWrong());
  for (const { column, why } of source.check(setting)) tell(column, why);
}
