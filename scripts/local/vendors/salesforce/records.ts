import type { Cell } from '../../../../src/domain/cell';
import { demoRows, instant } from '../demo-book';
import type { VendorOptions } from '../vendor';
import { recordId } from './schema';

/** A record by its fields; links hold ids. */
export type Row = Record<string, Cell>;

/** The org's records by object, in the order of their ids. */
export type Records = Record<string, Row[]>;

/** The demo portfolio as an org holds it, or made-up records in the numbers that `counts` names. */
export function orgRecords(options: VendorOptions & { readonly counts?: Readonly<Record<string, number>> }): Records {
  return options.counts ? manyRecords(options.counts) : demoRecords(options);
}

const STAMP = '2025-01-01T00:00:00.000Z';
const system = (object: string, at: number, stamp = STAMP): Row => ({
  ...{ Id: recordId(object, at + 1), IsDeleted: false },
  ...{ CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp },
});

function demoRecords(options: VendorOptions): Records {
  const rows = demoRows(options);
  const users = new Map<string, Row>();
  const user = (email: Cell, manager: Cell): Cell => {
    if (email === null || email === undefined || email === '') return null;
    const known = users.get(String(email));
    const boss: Cell = manager === null ? null : user(manager, null);
    if (known) {
      known.ManagerId = known.ManagerId ?? boss;
      return known.Id as Cell;
    }
    const made: Row = { ...system('User', users.size), Name: String(email).split('@')[0] ?? '', Email: email };
    made.ManagerId = boss;
    users.set(String(email), made);
    // Ids are given in the order of making, the boss's before.
    made.Id = recordId('User', users.size);
    return made.Id as Cell;
  };
  const accounts = rows('accounts').map(
    (row, at): Row => ({
      ...system('Account', at),
      ...{ Name: row.name ?? null, Industry: row.industry ?? null, Type: 'Customer', Website: row.domains ?? null },
      ...{
        NumberOfEmployees: row.employees ?? null,
        OwnerId: user(row.owner_email ?? null, row.manager_email ?? null),
      },
      ...{ Customer_Id__c: row.account_id ?? null, Team__c: row.team ?? null, Segment__c: row.segment ?? null },
      ...{ Plan__c: row.plan ?? null, Stage__c: row.stage ?? null, Status__c: row.status ?? null },
      ...{ External_Ids__c: row.external_ids ?? null, MRR__c: row.mrr ?? null },
      ...{ Onboarding_Percent__c: row.onboarding_percent ?? null, Goal_Percent__c: row.goal_percent ?? null },
      ...{ Open_Invoices__c: row.open_invoices ?? null, Integrations__c: row.integrations ?? null },
      ...{ Contract_Start__c: row.contract_start ?? null, Renewal_Date__c: row.renewal_date ?? null },
    }),
  );
  const idOf = new Map(accounts.map((account) => [account.Customer_Id__c, account.Id as Cell]));
  const company = (id: Cell | undefined): Row => ({ AccountId: idOf.get(id ?? null) ?? null });
  const contacts = rows('contacts').map(
    (row, at): Row => ({
      ...{ ...system('Contact', at), ...company(row.account_id), Name: row.name ?? null, Email: row.email ?? null },
      ...{ Role__c: row.role ?? null, Active__c: row.active ?? null, Left_On__c: row.left_on ?? null },
    }),
  );
  const who = new Map(contacts.map((contact) => [contact.Email, contact.Id as Cell]));
  const touches = (meeting: boolean) => rows('touches').filter(({ kind }) => (kind === 'meeting') === meeting);
  const touch = (row: Readonly<Record<string, Cell>>): Row => ({
    ...company(row.account_id),
    ...{ WhoId: who.get(String(row.participants ?? '').split(';')[0] ?? '') ?? null, Subject: `${row.kind}` },
    ...{ Kind__c: row.kind ?? null, Participants__c: row.participants ?? null, Roles__c: row.roles ?? null },
  });
  return {
    User: [...users.values()],
    Account: accounts,
    Contact: contacts,
    Task: touches(false).map((row, at) => ({
      ...{ ...system('Task', at), ...touch(row), ActivityDate: String(row.at).slice(0, 10), IsClosed: true },
      ...{ Status: 'Completed', TaskSubtype: row.kind === 'email' ? 'Email' : 'Call', Type: null },
    })),
    Event: touches(true).map((row, at) => ({
      ...{
        ...system('Event', at),
        ...touch(row),
        ActivityDateTime: instant(row.at),
        ActivityDate: null,
        IsChild: false,
      },
    })),
    Case: rows('tickets').map((row, at) => ({
      ...{ ...system('Case', at), ...company(row.account_id), CreatedDate: instant(row.opened_at) },
      ...{ ClosedDate: instant(row.closed_at), IsClosed: (row.closed_at ?? null) !== null, Status: 'New' },
      ...{ Priority: row.priority ?? null, CSAT__c: row.csat ?? null },
    })),
    Opportunity: rows('revenue').map((row, at) => ({
      ...{
        ...system('Opportunity', at),
        ...company(row.account_id),
        Name: `Deal ${at + 1}`,
        Amount: row.amount ?? null,
      },
      ...{ CloseDate: row.at ?? null, IsClosed: true, IsWon: row.kind !== 'churn' },
      ...{ StageName: row.kind === 'churn' ? 'Closed Lost' : 'Closed Won', Type: TYPES[String(row.kind)] ?? null },
    })),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ new: 'New Business', renewal: 'Renewal', expansion: 'Existing Customer - Upgrade', churn: 'Renewal' },
  contraction: 'Existing Customer - Downgrade',
};

/** Records that differ in their ids and stamps: one a second. */
function manyRecords(counts: Readonly<Record<string, number>>): Records {
  const base = Date.parse('2025-06-01T00:00:00Z');
  const accounts = counts.Account ?? 0;
  const make = (object: string, own: (at: number) => Row): Row[] =>
    Array.from({ length: counts[object] ?? 0 }, (_, at) => ({
      ...system(object, at, new Date(base + at * 1000).toISOString()),
      ...own(at),
    }));
  const company = (at: number): Row => ({ AccountId: recordId('Account', (at % accounts) + 1) });
  return {
    User: [{ ...system('User', 0), Name: 'Owner', Email: 'owner@example.com', ManagerId: null }],
    Account: make('Account', (at) => ({
      ...{ Name: `Account ${at + 1}`, OwnerId: recordId('User', 1), Website: `a${at + 1}.example`, MRR__c: at },
    })),
    Contact: make('Contact', (at) => ({
      ...{ ...company(at), Name: `Person ${at + 1}`, Email: `p${at + 1}@a${(at % accounts) + 1}.example` },
      ...{ Role__c: 'user', Active__c: true },
    })),
    Task: make('Task', (at) => ({
      ...{ ...company(at), WhoId: recordId('Contact', 1), IsClosed: true, TaskSubtype: 'Call' },
      ActivityDate: new Date(base + (at % 90) * 86400000).toISOString().slice(0, 10),
    })),
    Event: make('Event', company),
    Case: make('Case', company),
    Opportunity: make('Opportunity', company),
  };
}
