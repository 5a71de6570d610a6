import type { DatasetName } from '../../domain/datasets';

/** An object of Salesforce as one of our datasets. Field names: Salesforce, Object Reference for the Salesforce Platform. */
export interface SalesforceObject {
  readonly object: string;
  readonly dataset: Exclude<DatasetName, 'usage'>;
  /** Their field, or the path to one, by our column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Further fields that `row` looks at. */
  readonly besides?: readonly string[];
  /** Which records are asked for at all. */
  readonly where?: string;
  /** Settles what a field alone does not say, in our columns; false for a record that does not count, or no longer. */
  row?(field: (name: string) => unknown, row: Record<string, unknown>): boolean;
}

const yes = (value: unknown): boolean => value === true || value === 'true';

/** What an Opportunity's Type means. Source: Salesforce, Opportunity, standard values of Type. */
function kindOf(type: unknown): string | null {
  const words = String(type ?? '').toLowerCase();
  if (/new (?:business|customer|logo)/.test(words)) return 'new';
  if (/renew|replacement/.test(words)) return 'renewal';
  if (/upgrade|expansion|upsell|add-?on|cross-?sell/.test(words)) return 'expansion';
  return /downgrade|contraction/.test(words) ? 'contraction' : null;
}

function opportunity(dataset: 'revenue' | 'outcomes', key: string, counts: SalesforceObject['row']): SalesforceObject {
  return {
    ...{ object: 'Opportunity', dataset, row: counts as NonNullable<SalesforceObject['row']> },
    columns: { [key]: 'Id', account_id: 'AccountId', at: 'CloseDate', kind: 'Type', amount: 'Amount' },
    besides: ['IsClosed', 'IsWon'],
  };
}

/** Touches of a Task: by its subtype, else by its type. */
function taskKind(subtype: unknown, type: unknown): string {
  const words = `${String(subtype ?? '')} ${String(type ?? '')}`.toLowerCase();
  return /mail/.test(words) ? 'email' : /meet/.test(words) ? 'meeting' : 'call';
}

/** Every object that is read, in the order in which it is read for its dataset. */
export const OBJECTS: readonly SalesforceObject[] = [
  {
    ...{ object: 'Account', dataset: 'accounts' },
    columns: {
      ...{ account_id: 'Id', name: 'Name', owner_email: 'Owner.Email', manager_email: 'Owner.Manager.Email' },
      ...{ employees: 'NumberOfEmployees', industry: 'Industry', domains: 'Website' },
    },
  },
  {
    ...{ object: 'Contact', dataset: 'contacts' },
    columns: { contact_id: 'Id', account_id: 'AccountId', email: 'Email', name: 'Name' },
  },
  {
    ...{ object: 'Task', dataset: 'touches', where: 'AccountId != null', besides: ['IsClosed', 'TaskSubtype', 'Type'] },
    columns: { touch_id: 'Id', account_id: 'AccountId', at: 'ActivityDate', participants: 'Who.Email' },
    // What is only planned is no touch.
    row: (field, row) => {
      row.kind = row.kind ?? taskKind(field('TaskSubtype'), field('Type'));
      return yes(field('IsClosed')) && row.at !== null;
    },
  },
  {
    // An invitation is an event of its own for each invitee.
    ...{
      object: 'Event',
      dataset: 'touches',
      where: 'AccountId != null AND IsChild = false',
      besides: ['ActivityDate', 'IsChild'],
    },
    columns: { touch_id: 'Id', account_id: 'AccountId', at: 'ActivityDateTime', participants: 'Who.Email' },
    row: (field, row) => {
      row.kind = row.kind ?? 'meeting';
      row.at = row.at ?? field('ActivityDate');
      return row.at !== null && !yes(field('IsChild'));
    },
  },
  {
    ...{ object: 'Case', dataset: 'tickets', where: 'AccountId != null' },
    columns: {
      ...{ ticket_id: 'Id', account_id: 'AccountId', opened_at: 'CreatedDate', closed_at: 'ClosedDate' },
      priority: 'Priority',
    },
  },
  opportunity('revenue', 'revenue_id', (field, row) => {
    row.kind = kindOf(row.kind) ?? row.kind ?? 'new';
    return yes(field('IsWon')) || row.kind === 'churn';
  }),
  opportunity('outcomes', 'outcome_id', (field, row) => {
    const kind = kindOf(row.kind) ?? row.kind;
    row.kind = yes(field('IsWon')) || kind === 'churn' ? kind : kind === 'renewal' ? 'churn' : null;
    return yes(field('IsClosed')) && row.kind !== null && row.kind !== 'new';
  }),
];
