import type { Cell } from '../../domain/cell';
import type { Settings } from '../../domain/config/config';
import { initialSettings, meaningOf, SETTINGS, type SettingDeclaration } from '../../domain/settings';
import { says as saysOfCell } from '../messages';
import { readCell } from '../read-cell';
import { problemAt, type ReadRecord } from '../rows';
import type { Column } from '../tab';
import { foldId, identitiesOf } from './identities';
import { says } from './messages';
import { type Section, textOf } from './section';

/**
 * The Settings tab. A setting without a row keeps its first value (a warning says so), so that a newer version of the
 * product works with an older tab; a row that no setting answers to is a warning.
 */
export function parseSettings(section: Section): Settings {
  const settings: Record<string, unknown> = { ...initialSettings() };
  if (!section.headerOk) return settings as unknown as Settings;
  identitiesOf(section, 'Setting');
  const rows = new Map(section.records.map((record) => [foldId(textOf(record, 'Setting')), record]));
  for (const setting of SETTINGS) {
    const record = rows.get(foldId(setting.name));
    if (record) settings[setting.key] = readSetting(section, record, setting);
    else
      section.faultOfTab('', 'setting.missing', says.settingMissing(setting.name, String(setting.initial)), 'warning');
  }
  const names = SETTINGS.map(({ name }) => name);
  const known = new Set(names.map(foldId));
  for (const record of section.records) {
    const name = textOf(record, 'Setting');
    if (name !== '' && !known.has(foldId(name))) {
      section.fault(record, 'Setting', 'setting.unknown', says.settingUnknown(name, names), 'warning');
    }
  }
  return settings as unknown as Settings;
}

/** The column that a setting's value would have, had it a column of its own. */
function columnOf(setting: SettingDeclaration): Column {
  return {
    name: setting.name,
    type: setting.type,
    ...(setting.choices && { choices: setting.choices.map(({ word }) => word) }),
    ...(setting.range && { range: setting.range }),
  };
}

function readSetting(section: Section, record: ReadRecord, setting: SettingDeclaration): Cell {
  const cell = record.values.Value ?? null;
  const refuse = (code: string, why: ReturnType<typeof saysOfCell.flag>): Cell => {
    section.problems.push(
      problemAt(section.tab.name, 'error', code, section.place(record.row, 'Value'), setting.name, cell, why),
    );
    return setting.initial;
  };
  const optional = setting.type === 'text' || setting.type === 'email';
  if (cell === null)
    return optional || record.refused.has('Value') ? '' : refuse('cell.empty', saysOfCell.empty(setting.name));
  const meant = setting.choices?.find(({ meaning }) => meaning === foldId(String(cell)));
  if (meant) return meant.meaning;
  const plain = setting.type === 'percent' ? String(cell).replace(/\s*[%％]\s*$/, '') : cell;
  const read = readCell(columnOf(setting), plain);
  if (!read.ok) return refuse(read.code, read.why);
  return meaningOf(setting, read.value as string | number | boolean);
}
