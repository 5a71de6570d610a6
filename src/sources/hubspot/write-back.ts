import { quote } from '../../domain/problem';
import { same, type Text } from '../../domain/text';
import { isKenshinError } from '../../errors';
import { askOne, type Manners } from '../ask';
import { jsonOf } from '../json/answer';
import type { SourceContext } from '../source';
import { faultsOf } from '../write-back/fields';
import type { OutgoingRecord, OutgoingValue, WriteBack } from '../write-back/write-back';
import { HUBSPOT, hubspotManners, hubspotUrl } from './api';

/** Types of properties that can hold each value, the one that is made first (HubSpot, "CRM properties", types). */
const TYPES: Readonly<Record<OutgoingValue, readonly string[]>> = {
  score: ['number', 'string'],
  band: ['string', 'enumeration'],
  reasons: ['string'],
  as_of: ['date', 'datetime', 'string'],
};
/** Single rows refused one after the other, nothing accepted: it is not the rows. */
const HOPELESS = 5;

interface Property {
  readonly name: string;
  readonly type: string;
  readonly options?: readonly { readonly value: string }[];
  readonly modificationMetadata?: { readonly readOnlyValue?: boolean };
}

interface Updated {
  readonly results?: readonly { readonly id: string }[];
  readonly errors?: readonly {
    readonly message?: string;
    readonly context?: { readonly ids?: readonly string[]; readonly objectWriteTraceId?: readonly string[] };
  }[];
}

/** Scores as properties of companies. Sources: HubSpot, "CRM API", companies (batch update) and properties. */
export const hubspotWriteBack: WriteBack = {
  fields: { score: 'kenshin_score', band: 'kenshin_band', reasons: 'kenshin_reasons', as_of: 'kenshin_as_of' },
  idFields: ['id', 'hs_object_id'],
  isRecordId: (id) => /^\d{1,19}$/.test(id),
  most: 100,
  open: (context, fields, missing) => {
    const manners = hubspotManners(context, context.clock.now);
    const post = (url: string, body: unknown): unknown => ask(context, manners, url, body);
    const place = hubspotUrl(context.setting, 'crm/properties', '/companies');
    const { results = [] } = ask(context, manners, place) as { results?: readonly Property[] };
    const find = (name: string) => {
      const found = results.find((one) => one.name === name);
      if (!found) return undefined;
      const { type, options = [], modificationMetadata } = found;
      const offered = type === 'enumeration' ? options.map((option) => option.value) : null;
      return { type, writable: modificationMetadata?.readOnlyValue !== true, offered };
    };
    const faults = faultsOf(HUBSPOT, fields, TYPES, find, (value, name) => {
      const [type] = TYPES[value];
      const fieldType = value === 'reasons' ? 'textarea' : type === 'string' ? 'text' : type;
      if (missing === 'make')
        post(place, { name, label: `Kenshin ${value}`, type, fieldType, groupName: 'companyinformation' });
      return missing !== 'fault';
    });
    const update = hubspotUrl(context.setting, 'crm/objects', '/companies/batch/update');
    let accepted = 0;
    let refused = 0;
    /** Where one row spoils the batch, each half is tried for itself. */
    const send = (records: readonly OutgoingRecord[]): readonly (Text | null)[] => {
      try {
        const answers = answersOf(records, post(update, { inputs: records.map(inputOf) }) as Updated);
        accepted += answers.filter((answer) => answer === null).length;
        return answers;
      } catch (error) {
        if (!isKenshinError(error) || !['source', 'config'].includes(error.kind)) throw error;
        if (records.length === 1) {
          refused += 1;
          if (accepted === 0 && refused >= HOPELESS) throw error;
          return [error.text];
        }
        const half = Math.ceil(records.length / 2);
        return [...send(records.slice(0, half)), ...send(records.slice(half))];
      }
    };
    return { faults, send };

    function inputOf({ id, values }: OutgoingRecord) {
      const properties: Record<string, string> = {};
      for (const [value, name] of fields) properties[name] = String(values[value] ?? '');
      // With a trace of its own a row that is refused does not take the others with it.
      return { id, properties, objectWriteTraceId: id };
    }
  },
};

function ask(context: SourceContext, manners: Manners, url: string, body?: unknown): unknown {
  if (body === undefined) return jsonOf(askOne(context, { url }, manners), HUBSPOT);
  const headers = { 'content-type': 'application/json' };
  return jsonOf(askOne(context, { url, method: 'post', headers, body: JSON.stringify(body) }, manners), HUBSPOT);
}

/** A batch that was updated in part (207) names those it took, and errors with the ids of the others. */
function answersOf(records: readonly OutgoingRecord[], { results = [], errors = [] }: Updated): (Text | null)[] {
  if (errors.length === 0) return records.map(() => null);
  const taken = new Set(results.map(({ id }) => id));
  return records.map(({ id }) => {
    if (taken.has(id)) return null;
    const own = errors.find(({ context = {} }) =>
      [...(context.ids ?? []), ...(context.objectWriteTraceId ?? [])].map(String).includes(id),
    );
    return same(quote((own ?? errors[0])?.message ?? HUBSPOT));
  });
}
