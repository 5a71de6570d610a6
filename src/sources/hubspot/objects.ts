import type { DatasetName } from '../../domain/datasets';

/**
 * Values by property: text or nothing, whatever the property's type (HubSpot, CRM API, "Properties"). Beside them stand
 * `@id`, `@company` (id of the record's company) and `@owner` (mail address of its owner).
 */
export type Properties = Readonly<Record<string, string | null | undefined>>;

/** Objects of one type, and what they are to us. */
export interface HubSpotObject {
  readonly object: string;
  readonly dataset: DatasetName;
  /** Before the id, where records of several types share a dataset. */
  readonly prefix: string;
  /** Property with the moment of the last change; contacts have one of their own. */
  readonly modified: string;
  /** Properties that are read beside those that are columns. */
  readonly beside: readonly string[];
  /** Our columns, the key first, to their property, or to what is made of several. */
  readonly columns: Readonly<Record<string, string | ((own: Properties) => unknown)>>;
  /** Whether the record counts at all. */
  counts(own: Properties): boolean;
}

const MODIFIED = 'hs_lastmodifieddate';
/** Ids of the records that were merged into this one. */
const MERGED = 'hs_merged_object_ids';
const OUTCOME = 'hs_meeting_outcome';
const NOT_HELD = /^(?:cancell?ed|no[ _]show|rescheduled)$/i;
const DEAL_KINDS: Readonly<Record<string, string>> = { newbusiness: 'new', existingbusiness: 'expansion' };
const COMMON = { prefix: '', modified: MODIFIED, counts: () => true };

/** Meetings, calls or mails: only that they were, and when. */
function touches(object: string, kind: string): HubSpotObject {
  return {
    ...{ object, dataset: 'touches', prefix: `${kind}-`, modified: MODIFIED, beside: [OUTCOME] },
    columns: {
      touch_id: (own) => `${kind}-${own['@id']}`,
      account_id: '@company',
      at: 'hs_timestamp',
      kind: () => kind,
    },
    counts: (own) => !NOT_HELD.test(String(own[OUTCOME])),
  };
}

/** Everything that is read, in its order. */
export const HUBSPOT_OBJECTS: readonly HubSpotObject[] = [
  {
    ...{ ...COMMON, object: 'companies', dataset: 'accounts' },
    beside: ['domain', 'hs_additional_domains', 'hubspot_owner_id', MERGED],
    columns: {
      account_id: '@id',
      name: 'name',
      domains: (own) => joined(own.domain, own.hs_additional_domains),
      owner_email: '@owner',
      employees: 'numberofemployees',
      industry: 'industry',
      // Its own id too: contacts and deals know the company by that, whatever column the Field Map takes for the account's.
      external_ids: (own) => joined(own['@id'], own[MERGED]),
    },
  },
  {
    ...{ ...COMMON, object: 'contacts', dataset: 'contacts', modified: 'lastmodifieddate' },
    beside: ['firstname', 'lastname', 'hs_buying_role', MERGED],
    columns: { contact_id: '@id', account_id: '@company', email: 'email', name: fullName, role: roleOf },
  },
  touches('meetings', 'meeting'),
  touches('calls', 'call'),
  touches('emails', 'email'),
  {
    ...{ ...COMMON, object: 'tickets', dataset: 'tickets' },
    beside: ['hs_ticket_priority', MERGED],
    columns: {
      ticket_id: '@id',
      account_id: '@company',
      opened_at: 'createdate',
      closed_at: 'closed_date',
      priority: (own) => String(own.hs_ticket_priority || '').toLowerCase(),
    },
  },
  {
    ...{ ...COMMON, object: 'deals', dataset: 'revenue' },
    beside: ['dealtype', 'hs_is_closed_won', MERGED],
    columns: {
      revenue_id: '@id',
      account_id: '@company',
      at: 'closedate',
      kind: (own) => DEAL_KINDS[own.dealtype || ''] || own.dealtype,
      amount: 'amount',
    },
    counts: (own) => own.hs_is_closed_won === 'true',
  },
];

/** Records that are gone because they were merged into one with these properties. */
export function mergedInto(own: Properties): readonly string[] {
  return String(own[MERGED] || '')
    .split(';')
    .filter((id) => id);
}

/** The parts that there are, as one list. */
export function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part).join(';');
}

/** Where names are written in Chinese characters or kana the family's comes first. */
function fullName({ firstname, lastname }: Properties): string {
  const names = [firstname, lastname].filter((name) => name);
  return (/[\u3040-\u30ff\u3400-\u9fff]/.test(names.join('')) ? names.reverse() : names).join(' ');
}

/** Of the buying roles a contact may have, the one that says most. */
function roleOf({ hs_buying_role: roles }: Properties): string | null {
  if (/CHAMPION/.test(roles || '')) return 'champion';
  if (/EXECUTIVE_SPONSOR|DECISION_MAKER|BUDGET_HOLDER/.test(roles || '')) return 'executive';
  return /END_USER/.test(roles || '') ? 'user' : null;
}
