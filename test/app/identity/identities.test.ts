import { publishIdentities } from '../../../src/app/identity/publish-identities';
import { type LoadedFacts, loadFacts } from '../../../src/app/store/load-facts';
import { withPeopleTables } from '../../../src/app/store/people-tables';
import type { Cell } from '../../../src/domain/cell';
import { dayOf } from '../../../src/domain/day';
import { IDENTITIES, IDENTITY_REPORT, IDENTITY_SUGGESTIONS } from '../../../src/tables/health/identities';
import { readTab, type TabRecord, toGrid } from '../../../src/tables/rows';
import { memoryPlatform } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullInto, source } from '../pull/pulled';

/** A1 and A2 are one company twice in the CRM; B1 shares group.jp with C1, which has nothing to do with it. */
const FILES = {
  accounts:
    'account_id,name,mrr,owner_email,domains,external_ids\n' +
    'A1,株式会社アクメ,500,csm@us.example,acme.jp,512\n' +
    'A2,ｱｸﾒ(株),20,csm@us.example,acme.jp,\n' +
    'B1,Beta,300,other@us.example,beta.jp;group.jp,crm-b\n' +
    'C1,Gamma,100,other@us.example,group.jp,\n',
  contacts:
    'contact_id,account_id,email\n1,A1,taro@gmail.com\n2,beta.jp,hana@beta.jp\n3,nobody,x@acme-old.jp\n4,B1,eu@beta.jp\n',
  usage:
    'account_id,date,user_id,logins\nA1,2026-01-01,,3\nA2,2026-01-01,,4\nA2,2026-01-02,,5\n512,2026-01-02,u1,1\nｂｅｔａ.jp,2026-01-01,,7\n',
  surveys:
    'response_id,account_id,at,kind,score,respondent_email\ns1,?,2026-01-05,nps,9,taro@gmail.com\ns2,?,2026-01-06,nps,3,hana@beta.jp\ns3,?,2026-01-07,nps,5,me@group.jp\n',
  touches:
    'touch_id,account_id,at,kind,participants\nt1,group.jp,2026-01-05,call,\nt2,cal-7,2026-01-06,call,"hana@beta.jp, csm@us.example"\nt3,A2,2026-01-07,call,\n',
};
const SETTINGS = [
  source({ id: 'crm', location: 'accounts' }),
  source({ id: 'people', dataset: 'contacts', location: 'contacts' }),
  source({ id: 'use', dataset: 'usage', location: 'usage' }),
  source({ id: 'nps', dataset: 'surveys', location: 'surveys' }),
  source({ id: 'touch', dataset: 'touches', location: 'touches' }),
];
const { store } = pullInto(memoryPlatform({ files: FILES }), SETTINGS);

type Row = readonly [decision: string, found: string, account: string, at?: string];
const decided = (...rows: readonly Row[]) =>
  readTab(
    IDENTITIES,
    toGrid(
      IDENTITIES,
      rows.map(([Decision, Found, Account, at], index) => ({
        'Decision ID': `d${index}`,
        Decision,
        Found,
        Account,
        'Decided Timestamp': at ?? null,
      })),
    ),
  );
const loaded = (...rows: readonly Row[]): LoadedFacts => loadFacts(store, decided(...rows));
const keys = ({ facts }: LoadedFacts, table: 'touches' | 'surveys' | 'contacts', id: string): Cell[] =>
  (facts.tables[table]?.byAccount.get(id) ?? []).map((row) => row[0] as Cell);
const ofIdentity = ({ problems }: LoadedFacts): string[] =>
  marks(problems.filter(({ source: of }) => of === 'Identities'));

describe('facts by identity', () => {
  it('rows go to accounts by external id, by domain, and people by their address', () => {
    const plain = loaded();
    expect(plain.facts.usage.get('A1')?.map(({ userId }) => userId)).toEqual(['', 'u1']);
    expect(plain.facts.usage.get('B1')).toHaveLength(1);
    expect(keys(plain, 'surveys', 'A1')).toEqual(['s1']);
    expect(keys(plain, 'surveys', 'B1')).toEqual(['s2']);
    expect(keys(plain, 'touches', 'B1')).toEqual(['t2']);
    expect(keys(plain, 'contacts', 'B1')).toEqual(['2', '4']);
  });

  it('what fits two accounts or none counts nowhere, and is told once an id', () => {
    expect(
      marks(loaded().problems.filter(({ code }) => code.startsWith('account.') && code !== 'account.noUsage')),
    ).toEqual([
      'warning | account.unknown |  | account_id | nobody',
      'warning | account.ambiguous |  | account_id | group.jp',
      'warning | account.ambiguous |  | account_id | ?',
    ]);
  });

  it('two accounts that are one have their rows together, day by day, on every day', () => {
    const merged = loaded(['same', 'A2', 'A1']);
    expect([...merged.facts.accounts.byAccount.keys()]).toEqual(['A1', 'B1', 'C1']);
    const own = merged.facts.usage.get('A1')?.filter(({ userId }) => userId === '') ?? [];
    expect(own.map(({ firstDay, values }) => [firstDay, [...values]])).toEqual([
      [dayOf(2026, 1, 1), [3]],
      [dayOf(2026, 1, 1), [4, 5]],
    ]);
    expect(keys(merged, 'touches', 'A1')).toEqual(['t3']);
    // The attributes are those of the account that stays.
    const { columns, byAccount } = merged.facts.accounts;
    expect(byAccount.get('A1')?.[0]?.[columns.indexOf('mrr')]).toBe(500);
  });

  it('taking the row back gives exactly what was there before', () => {
    const before = loaded();
    loaded(['same', 'A2', 'A1'], ['same', 'group.jp', 'B1'], ['split', 'beta.jp', 'B1']);
    const after = loaded();
    expect([...after.facts.accounts.byAccount]).toEqual([...before.facts.accounts.byAccount]);
    expect([...after.facts.usage]).toEqual([...before.facts.usage]);
    expect(after.facts.tables).toEqual(before.facts.tables);
    expect(after.problems).toEqual(before.problems);
  });

  it('a split customer stands among the accounts, with its people and the owner it came from', () => {
    const split = loaded(['split', 'beta.jp', 'B1']);
    const { columns, byAccount } = split.facts.accounts;
    const row = byAccount.get('beta.jp')?.[0] ?? [];
    const cell = (name: string) => row[columns.indexOf(name)];
    expect([cell('account_id'), cell('name'), cell('owner_email'), cell('mrr')]).toEqual([
      'beta.jp',
      'beta.jp',
      'other@us.example',
      null,
    ]);
    expect(keys(split, 'contacts', 'beta.jp')).toEqual(['2', '4']);
    expect(split.facts.usage.get('beta.jp')).toHaveLength(1);
    expect(split.facts.usage.has('B1')).toBe(false);
  });

  it('what people noted about an account that went goes with it', () => {
    const merged = loaded(['same', 'A2', 'A1']);
    const at = dayOf(2026, 1, 5) as number;
    const pulse = { id: 'p', cells: ['Ａ2', at, 2, null, '', ''] };
    const facts = withPeopleTables(merged.facts, { pulses: [pulse], goals: [] }, merged.identities?.identity);
    expect(facts.tables.pulses?.byAccount.get('A1')).toHaveLength(1);
  });

  it('an account that was renamed stays who it is', () => {
    const renamed = { ...FILES, accounts: FILES.accounts.replace('Beta', 'Delta Holdings') };
    const again = pullInto(memoryPlatform({ files: renamed }), SETTINGS);
    const facts = loadFacts(again.store, decided(['same', 'group.jp', 'B1']));
    expect(keys(facts, 'touches', 'B1')).toEqual(['t1', 't2']);
  });
});

describe('decisions', () => {
  it('are told by cell where they cannot count', () => {
    expect(ofIdentity(loaded(['same', 'x', 'Z9'], ['same', 'gmail.com', 'A1'], ['same', 'typo.jp', 'A1']))).toEqual([
      'warning | identity.decision | D2 | Account | Z9',
      'warning | identity.decision | B3 | Found | gmail.com',
      'warning | identity.decision | B4 | Found | typo.jp',
    ]);
  });

  it('count in the order of their timestamps, whatever the order of the tab', () => {
    const rows: readonly Row[] = [
      ['not same', 'A1', 'A2', '2026-02-01T09:00:00'],
      ['same', 'A1', 'A2', '2026-01-01T09:00:00'],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      expect(loaded(...order).identities?.identity.rootOf('A1')).toBe('A1');
    }
    expect(loaded(['not same', 'A1', 'A2'], ['same', 'A1', 'A2']).identities?.identity.rootOf('A1')).toBe('A2');
  });

  it('that cannot be read are told, the others count', () => {
    const half = loaded(['perhaps', 'A1', 'A2'], ['same', '', 'A1'], ['same', 'A2', 'A1']);
    expect(ofIdentity(half)).toEqual([
      expect.stringContaining('choice.unknown | C2'),
      expect.stringContaining('cell.empty | B3'),
    ]);
    expect(half.identities?.identity.rootOf('A2')).toBe('A1');
  });
});

describe('the tabs', () => {
  const published = (...rows: readonly Row[]) => {
    const health = memoryWorkbook();
    const left = publishIdentities(health, loaded(...rows).identities, 'ja');
    expect(left).toBeNull();
    const read = (tab: typeof IDENTITY_REPORT | typeof IDENTITY_SUGGESTIONS): TabRecord[] =>
      readTab(tab, health.read(tab.name)).records.map(({ values }) => values);
    return { health, report: read(IDENTITY_REPORT), suggestions: read(IDENTITY_SUGGESTIONS) };
  };

  it('say by what each dataset found its accounts, with what is at stake', () => {
    const touches = published().report.filter(({ Dataset }) => Dataset === 'Touches');
    expect(touches.map((row) => Object.values(row).slice(2))).toEqual([
      ['account id', 1, 1, 1, 20],
      ['ambiguous', 1, 1, 2, 400],
      ['contact', 1, 1, 1, 300],
      ['no rows', 0, 0, 2, 600],
    ]);
  });

  it('suggest what is to be decided, the most at stake first', () => {
    const asked = published().suggestions.map((row) => [
      row.Found,
      row.Account,
      row['Found In'],
      row['Row Count'],
      row['Evidence Note'],
    ]);
    expect(asked).toEqual([
      ['A2', 'A1', 'CRM Accounts', 0, 'ドメインが同じ: acme.jp\n名称が同じ: ｱｸﾒ(株)'],
      ['C1', 'B1', 'CRM Accounts', 0, 'ドメインが同じ: group.jp'],
      ['group.jp', 'B1', 'Surveys, Touches', 2, '複数の顧客に該当: B1, C1'],
      ['group.jp', 'C1', 'Surveys, Touches', 2, '複数の顧客に該当: B1, C1'],
    ]);
  });

  it('ask nothing again once it is decided, and are written again only where they differ', () => {
    const rows: readonly Row[] = [
      ['same', 'A2', 'A1'],
      ['not same', 'C1', 'B1'],
      ['same', 'group.jp', 'C1'],
    ];
    const { health, suggestions } = published(...rows);
    expect(suggestions).toEqual([]);
    const writes = health.writes.length;
    publishIdentities(health, loaded(...rows).identities, 'ja');
    expect(health.writes).toHaveLength(writes);
  });
});
