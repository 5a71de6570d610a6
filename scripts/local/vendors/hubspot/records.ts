import type { DatasetName } from '../../../../src/domain/datasets';
import { type DemoRow, demoRows, instant, spelt } from '../demo-book';
import type { VendorOptions } from '../vendor';

/** A record as HubSpot holds it: every value is text or nothing. */
export interface Held {
  readonly id: string;
  readonly properties: Record<string, string | null>;
  /** Milliseconds since 1970. */
  modified: number;
  archived: boolean;
  /** Companies it is associated with. */
  companies: { readonly id: string; readonly primary: boolean }[];
}

export interface Owner {
  readonly id: string;
  readonly email: string;
}

/** What an account at HubSpot holds. */
export interface Portal {
  /** By object (`companies`), then by id. */
  readonly objects: Map<string, Map<string, Held>>;
  readonly owners: readonly Owner[];
  /** Properties there are, by object, with what HubSpot says of them beyond their names. */
  readonly properties: Map<string, Map<string, object>>;
}

/** Our columns of accounts to properties, where HubSpot has none of its own or the demo's would not fit. */
export const COMPANY_FIELDS: Readonly<Record<string, string>> = {
  ...{ account_id: 'customer_code', manager_email: 'manager_email', team: 'team', segment: 'segment', plan: 'plan' },
  ...{ mrr: 'mrr', stage: 'customer_stage', contract_start: 'contract_start', renewal_date: 'renewal_date' },
  ...{ status: 'customer_status', external_ids: 'other_ids', onboarding_percent: 'onboarding_percent' },
  ...{ goal_percent: 'goal_percent', open_invoices: 'open_invoices', integrations: 'integrations' },
};
export const CONTACT_FIELDS: Readonly<Record<string, string>> = {
  ...{ contact_id: 'contact_code', role: 'contact_role', active: 'is_active', left_on: 'left_on' },
};
export const DEAL_FIELDS: Readonly<Record<string, string>> = { revenue_id: 'deal_code', kind: 'deal_kind' };

const BUYING_ROLES: Readonly<Record<string, string>> = {
  ...{ champion: 'CHAMPION', executive: 'EXECUTIVE_SPONSOR', admin: 'OTHER', user: 'END_USER' },
};
const OF_ENGAGEMENTS = { meetings: 'meeting', calls: 'call', emails: 'email' };
const BUILT_IN = ['createdate', 'hs_lastmodifieddate', 'lastmodifieddate', 'hs_object_id', 'hs_merged_object_ids'];

/** The demo portfolio as an account at HubSpot would hold it. */
export function portalOf(options: VendorOptions): Portal {
  const rows = demoRows(options);
  const objects = new Map<string, Map<string, Held>>();
  const companyIds = new Map<string, string>();
  const owners = [...new Set(rows('accounts').map(({ owner_email }) => String(owner_email)))].map((email, at) => ({
    id: String(700100 + at),
    email,
  }));
  const started = Date.UTC(2025, 10, 1);

  const fill = (
    object: string,
    dataset: DatasetName,
    base: number,
    of: (row: DemoRow) => Record<string, string | null>,
  ) => {
    const held = new Map<string, Held>();
    rows(dataset)
      .filter(
        ({ kind }) => !(object in OF_ENGAGEMENTS) || OF_ENGAGEMENTS[object as keyof typeof OF_ENGAGEMENTS] === kind,
      )
      .forEach((row, at) => {
        const id = String(base + at * 7);
        const account = String(row.account_id);
        if (object === 'companies') companyIds.set(account, id);
        const companies = object === 'companies' ? [] : [{ id: companyIds.get(account) as string, primary: true }];
        const properties = { ...of(row), createdate: of(row).createdate ?? new Date(started).toISOString() };
        held.set(id, { id, properties, modified: started + at * 1000, archived: false, companies });
      });
    objects.set(object, held);
  };
  fill('companies', 'accounts', 9000000000, (row) => ({
    name: spelt(row.name),
    domain: spelt(row.domains),
    hs_additional_domains: null,
    hubspot_owner_id: owners.find(({ email }) => email === row.owner_email)?.id ?? null,
    numberofemployees: spelt(row.employees),
    industry: spelt(row.industry),
    ...picked(row, COMPANY_FIELDS),
  }));
  fill('contacts', 'contacts', 51000000000, (row) => {
    const [first = '', last = ''] = String(row.name).split(' ');
    const japanese = /[\u3040-\u9fff]/.test(first);
    return {
      email: spelt(row.email),
      firstname: japanese ? last : first,
      lastname: japanese ? first : last,
      hs_buying_role: BUYING_ROLES[String(row.role)] ?? null,
      ...picked(row, CONTACT_FIELDS),
    };
  });
  for (const object of Object.keys(OF_ENGAGEMENTS))
    fill(object, 'touches', 72000000000, (row) => ({
      hs_timestamp: instant(row.at),
      hs_meeting_outcome: object === 'meetings' ? 'COMPLETED' : null,
      touch_code: spelt(row.touch_id),
    }));
  fill('tickets', 'tickets', 33000000000, (row) => ({
    createdate: instant(row.opened_at),
    closed_date: instant(row.closed_at),
    hs_ticket_priority: String(row.priority).toUpperCase(),
    ticket_code: spelt(row.ticket_id),
  }));
  fill('deals', 'revenue', 44000000000, (row) => ({
    closedate: instant(row.at),
    dealtype: row.kind === 'new' ? 'newbusiness' : 'existingbusiness',
    amount: spelt(row.amount),
    hs_is_closed_won: 'true',
    ...picked(row, DEAL_FIELDS),
  }));
  const properties = new Map(
    [...objects].map(([object, held]) => {
      const [first] = held.values();
      return [object, new Map([...BUILT_IN, ...Object.keys(first?.properties ?? {})].map((name) => [name, {}]))];
    }),
  );
  return { objects, owners, properties };
}

function picked(row: DemoRow, fields: Readonly<Record<string, string>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(fields).map(([ours, theirs]) => [theirs, spelt(row[ours])]));
}

/** The property that holds the moment of the last change. */
export function modifiedName(object: string): string {
  return object === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}
