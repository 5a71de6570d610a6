import { quote } from '../../domain/problem';
import { same, type Text } from '../../domain/text';
import { withoutAddresses } from '../../errors';
import { askOne } from '../ask';
import { jsonOf } from '../json/answer';
import { faultsOf } from '../write-back/fields';
import type { OutgoingRecord, OutgoingValue, WriteBack } from '../write-back/write-back';
import { openSession } from './session';

/** Types of fields that can hold each value. Source: Salesforce, SOAP API Developer Guide, Field Types. */
const TYPES: Readonly<Record<OutgoingValue, readonly string[]>> = {
  score: ['double', 'int', 'percent', 'string'],
  band: ['string', 'picklist', 'textarea'],
  reasons: ['textarea', 'string'],
  as_of: ['date', 'string'],
};

/** Rows that somebody else holds are free again soon. */
const LOCKED = 'UNABLE_TO_LOCK_ROW';
const LOCK_TRIES = 3;
const LOCK_WAIT = 2000;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly updateable?: boolean;
  readonly length?: number;
  readonly restrictedPicklist?: boolean;
  readonly picklistValues?: readonly { readonly value: string; readonly active?: boolean }[];
}

interface Saved {
  readonly success?: boolean;
  readonly errors?: readonly { readonly statusCode?: string; readonly message?: string }[];
}

/**
 * Scores as fields of accounts. Sources: Salesforce, REST API Developer Guide, sObject Describe and Update Multiple Records
 * with sObject Collections.
 */
export const salesforceWriteBack: WriteBack = {
  fields: {
    score: 'Kenshin_Score__c',
    band: 'Kenshin_Band__c',
    reasons: 'Kenshin_Reasons__c',
    as_of: 'Kenshin_As_Of__c',
  },
  idFields: ['Id'],
  isRecordId: (id) => /^001[a-z0-9]{12}(?:[a-z0-9]{3})?$/i.test(id),
  most: 200,
  open: (context, fields) => {
    const session = openSession(context);
    const { name, manners } = session;
    const described = jsonOf(askOne(context, { url: session.url('sobjects/Account/describe') }, manners), name);
    const known = (described as { fields?: readonly Field[] }).fields ?? [];
    const fieldOf = (name: string) => known.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const find = (wanted: string) => {
      const field = fieldOf(wanted);
      if (!field) return undefined;
      const { type, updateable, restrictedPicklist, picklistValues = [] } = field;
      const offered = picklistValues.flatMap(({ value, active }) => (active === false ? [] : [value]));
      return { type, writable: updateable === true, offered: restrictedPicklist ? offered : null };
    };
    // Its administrator makes the fields.
    const faults = faultsOf(name, fields, TYPES, find, () => false);
    const recordOf = ({ id, values }: OutgoingRecord) => {
      const record: Record<string, unknown> = { attributes: { type: 'Account' }, id };
      for (const [value, wanted] of fields) {
        const { name: field, type, length } = fieldOf(wanted) as Field;
        const content = values[value];
        // A longer text would be refused (STRING_TOO_LONG).
        record[field] = type === 'string' || type === 'textarea' ? cut(content, length) : content;
      }
      return record;
    };
    const save = (records: readonly OutgoingRecord[]): readonly Saved[] => {
      session.refuseBeyondShare();
      const body = JSON.stringify({ allOrNone: false, records: records.map(recordOf) });
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const call = { url: session.url('composite/sobjects'), method: 'patch' as const, headers, body };
      return jsonOf(askOne(context, call, manners), name) as readonly Saved[];
    };
    const send = (records: readonly OutgoingRecord[]): readonly (Text | null)[] => {
      const saved = [...save(records)];
      for (let attempt = 1; attempt < LOCK_TRIES; attempt++) {
        const locked = records.flatMap((_, at) => (isLocked(saved[at]) ? [at] : []));
        if (locked.length === 0) break;
        context.clock.sleep(LOCK_WAIT * attempt);
        const again = save(locked.map((at) => records[at] as OutgoingRecord));
        locked.forEach((at, index) => {
          saved[at] = again[index] as Saved;
        });
      }
      return records.map((_, at) => refusalOf(saved[at]));
    };
    return { faults, send };
  },
};

function cut(content: string | number | null, length: number = 0): string | null {
  if (content === null) return null;
  const text = String(content);
  return length > 0 && text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function isLocked(saved: Saved | undefined): boolean {
  return saved?.errors?.some(({ statusCode }) => statusCode === LOCKED) === true;
}

/** The first error of a record; null where it was saved. */
function refusalOf(saved: Saved | undefined): Text | null {
  if (saved?.success === true) return null;
  const { statusCode = '?', message = '' } = saved?.errors?.[0] ?? {};
  return same(quote(withoutAddresses(`${statusCode}: ${message}`)));
}
