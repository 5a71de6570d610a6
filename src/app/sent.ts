import type { CellChange } from '../domain/tuning-views';
import type { NewPulse } from '../domain/views';
import { refusal } from '../errors';
import { sentUnknown } from './messages';

/*
 * Arguments of api.ts as they really come: from a page that may be older than the script, or from anybody who may open
 * the spreadsheet. Each throws KenshinError `input` for anything but what it names.
 */

/** Most cells a page changes at once, and the longest text of one (a cell holds no more). */
const MOST_CHANGES = 1000;
const LONGEST_TEXT = 50_000;
const MOST_FIELDS = 20;

export function sentText(value: unknown): string {
  return isText(value) ? value : refuse();
}

/** A text, or null where none was sent. */
export function sentTextOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : sentText(value);
}

export function sentFlag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse();
}

export function sentChanges(value: unknown): readonly CellChange[] {
  return Array.isArray(value) && value.length <= MOST_CHANGES && value.every(isChange) ? value : refuse();
}

export function sentPulse(value: unknown): NewPulse {
  const { accountId, pulse, comment, expiry } = (value ?? {}) as NewPulse;
  return isText(accountId) && typeof pulse === 'number' && isText(comment) && isText(expiry)
    ? { accountId, pulse, comment, expiry }
    : refuse();
}

/** Texts by name, some at most. */
export function sentFields(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return refuse();
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields);
  return names.length > 0 && names.length <= MOST_FIELDS && names.every((name) => isText(fields[name]))
    ? (fields as Record<string, string>)
    : refuse();
}

function isChange(change: unknown): change is CellChange {
  if (typeof change !== 'object' || change === null) return false;
  const { tab, key, header, value } = change as Record<string, unknown>;
  const isCell = value === null || typeof value === 'number' || typeof value === 'boolean' || isText(value);
  return isCell && isText(tab) && isText(key) && isText(header);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function refuse(): never {
  throw refusal('input', sentUnknown());
}
