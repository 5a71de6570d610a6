import type { DatasetName } from '../../domain/datasets';

/** Values by property: text or nothing, whatever the property's type (HubSpot, CRM API, "Properties"). */
export type Properties = Readonly<Record<string, string | null | undefined>>;

/** What is known of a record beside its properties. */
export interface Related {
  readonly id: string;
  /** Id of its company, the primary one where it has several; '' where nothing is known. */
  readonly company: string;
  /** Mail address of its owner. */
  readonly owner: string | null;
}

type Value = (own: Properties, related: Related) => unknown;

/** Objects of one type, and what they are to us. */
export interface HubSpotObject {
  readonly object: string;
  readonly dataset: DatasetName;
  /** Our column that tells records apart. */
  readonly key: string;
  /** Before the id, where records of several types share a dataset. */
  readonly prefix: string;
  /** Property with the moment of the last change; contacts have one of their own. */
  readonly modified: string;
  readonly properties: readonly string[];
  readonly columns: Readonly<Record<string, Value>>;
  /** Whether the record counts at all; all do where left out. */
  counts?(own: Properties): boolean;
}

const MODIFIED = 'hs_lastmodifieddate';
/** Ids of the records that were merged into this one. */
const MERGED = 'hs_merged_object_ids';
const NOT_HELD = /^(?:cancell?ed|no[ _]show|rescheduled)$/i;
const DEAL_KINDS: Readonly<Record<string, string>> = { newbusiness: 'new', existingbusiness: 'expansion' };

const company: Value = (_, related) => related.company;
const property =
  (name: string): Value =>
  (own) =>
    own[name];

/** Meetings, calls or mails: only that they were, and when. */
function touches(object: string, kind: string): HubSpotObject {
  return {
    ...{ object, dataset: 'touches', key: 'touch_id', prefix: `${kind}-`, modified: MODIFIED },
    properties: ['hs_timestamp', 'hs_meeting_outcome'],
    columns: {
      touch_id: (_, { id }) => `${kind}-${id}`,
      account_id: company,
      at: property('hs_timestamp'),
      kind: () => kind,
    },
    counts: (own) => !NOT_HELD.test(own.hs_meeting_outcome ?? ''),
  };
}

/** Everything that is read, in its order. */
export const HUBSPOT_OBJECTS: readonly HubSpotObject[] = [
  {
    ...{ object: 'companies', dataset: 'accounts', key: 'account_id', prefix: '', modified: MODIFIED },
    properties: [
      'name',
      'domain',
      'hs_additional_domains',
      'hubspot_owner_id',
      'numberofemployees',
      'industry',
      MERGED,
    ],
    columns: {
      account_id: (_, { id }) => id,
      name: property('name'),
      domains: (own) => [own.domain, own.hs_additional_domains].filter((domain) => domain).join(';'),
      owner_email: (_, { owner }) => owner,
      employees: property('numberofemployees'),
      industry: property('industry'),
      // Its own id too: contacts and deals know the company by that, whatever column the Field Map takes for the account's.
      external_ids: (own, { id }) => [id, ...mergedInto(own)].join(';'),
    },
  },
  {
    ...{ object: 'contacts', dataset: 'contacts', key: 'contact_id', prefix: '', modified: 'lastmodifieddate' },
    properties: ['email', 'firstname', 'lastname', 'hs_buying_role', MERGED],
    columns: {
      contact_id: (_, { id }) => id,
      account_id: company,
      email: property('email'),
      name: (own) => fullName(own.firstname ?? '', own.lastname ?? ''),
      role: (own) => roleOf(own.hs_buying_role ?? ''),
    },
  },
  touches('meetings', 'meeting'),
  touches('calls', 'call'),
  touches('emails', 'email'),
  {
    ...{ object: 'tickets', dataset: 'tickets', key: 'ticket_id', prefix: '', modified: MODIFIED },
    properties: ['createdate', 'closed_date', 'hs_ticket_priority', MERGED],
    columns: {
      ticket_id: (_, { id }) => id,
      account_id: company,
      opened_at: property('createdate'),
      closed_at: property('closed_date'),
      priority: (own) => own.hs_ticket_priority?.toLowerCase(),
    },
  },
  {
    ...{ object: 'deals', dataset: 'revenue', key: 'revenue_id', prefix: '', modified: MODIFIED },
    properties: ['closedate', 'dealtype', 'amount', 'hs_is_closed_won', MERGED],
    columns: {
      revenue_id: (_, { id }) => id,
      account_id: company,
      at: property('closedate'),
      kind: (own) => DEAL_KINDS[own.dealtype ?? ''] ?? own.dealtype,
      amount: property('amount'),
    },
    counts: (own) => own.hs_is_closed_won === 'true',
  },
];

/** Records that are gone because they were merged into one with these properties. */
export function mergedInto(own: Properties): readonly string[] {
  return (own[MERGED] ?? '').split(';').filter((id) => id !== '');
}

/** Where names are written in Chinese characters or kana the family's comes first. */
function fullName(first: string, last: string): string {
  const names = /[\u3040-\u30ff\u3400-\u9fff]/.test(first + last) ? [last, first] : [first, last];
  return names.filter((name) => name !== '').join(' ');
}

/** Of the buying roles a contact may have, the one that says most. */
function roleOf(roles: string): string | null {
  if (/CHAMPION/.test(roles)) return 'champion';
  if (/EXECUTIVE_SPONSOR|DECISION_MAKER|BUDGET_HOLDER/.test(roles)) return 'executive';
  return /END_USER/.test(roles) ? 'user' : null;
}
