import type { Settings } from '../../domain/config/config';
import { foldKey } from '../../domain/parse/fold';
import type { Platform, Workbook } from '../../ports';
import { SOURCES } from '../../sources';
import {
  OUTGOING_VALUES,
  type OutgoingFields,
  type OutgoingValue,
  type WriteBack,
} from '../../sources/write-back/write-back';
import { readSourceSettings } from '../pull/source-settings';
import * as messages from './messages';
import type { Target, TargetFault } from './target';
import { vendorTarget } from './vendor';
import { webhookTarget } from './webhook';

/** Where the settings send scores, and what is wrong with the settings. */
export function targetsOf(
  platform: Platform,
  health: Workbook,
  settings: Settings,
): { readonly targets: readonly Target[]; readonly faults: readonly TargetFault[] } {
  const targets: Target[] = [];
  const faults: TargetFault[] = [];
  const fault = (column: string, value: string, why: TargetFault['why']): void => {
    faults.push({ source: 'Settings', column, value, why });
  };
  const ids = parts(settings.writeBackSources);
  const sources = ids.length > 0 ? readSourceSettings(health.read('Sources')).settings : [];
  const writable = SOURCES.filter(({ writeBack }) => writeBack !== undefined).map(({ kind }) => kind);
  for (const id of ids) {
    const setting = sources.find((source) => foldKey(source.id) === foldKey(id) && source.dataset === 'accounts');
    const writeBack = SOURCES.find(({ kind }) => kind === setting?.kind)?.writeBack;
    if (!setting || !writeBack) {
      fault('Write Back Sources', id, messages.sourceNotWritable(writable));
      continue;
    }
    const fields = fieldsOf(settings.writeBackFields, setting.id, writeBack);
    if (fields === null) {
      fault('Write Back Fields', settings.writeBackFields, messages.fieldsUnreadable(OUTGOING_VALUES));
      continue;
    }
    const missing = settings.writeBackCreates ? 'make' : 'fault';
    targets.push(vendorTarget(platform, setting, writeBack, fields, missing));
  }
  if (settings.webhookAddress !== '')
    targets.push(webhookTarget(platform, settings.webhookAddress, settings.webhookSecret));
  if (targets.length === 0 && faults.length === 0)
    fault('Write Back Sources', '', messages.sourceNotWritable(writable));
  return { targets, faults };
}

/**
 * `score = their field; band = ...`; a value that begins with a Source ID and a dot is for that source alone, and the
 * others then not for it. Without any, all values under the vendor's usual names; null where it cannot be read.
 */
function fieldsOf(text: string, sourceId: string, { fields }: WriteBack): OutgoingFields | null {
  const pairs = parts(text).map((part) => part.split('=').map((side) => side.trim()));
  const known = (name: string): name is OutgoingValue => (OUTGOING_VALUES as readonly string[]).includes(name);
  const named = pairs.map(([name = '', field = '', more]) => {
    const dot = name.lastIndexOf('.');
    return { source: name.slice(0, Math.max(0, dot)), value: name.slice(dot + 1), field, more };
  });
  if (named.some(({ value, field, more }) => !known(value) || field === '' || more !== undefined)) return null;
  const own = named.filter(({ source }) => source === sourceId);
  const chosen = own.length > 0 ? own : named.filter(({ source }) => source === '');
  return chosen.length > 0
    ? new Map(chosen.map(({ value, field }) => [value as OutgoingValue, field]))
    : new Map(OUTGOING_VALUES.map((value) => [value, fields[value]]));
}

function parts(text: string): string[] {
  return text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
