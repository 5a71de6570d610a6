import { openDataStore } from '../../../src/app/store/data-store';
import { loadFacts } from '../../../src/app/store/load-facts';
import { withPeopleTables } from '../../../src/app/store/people-tables';
import { dayOf } from '../../../src/domain/day';
import { memoryPlatform } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullInto, source } from '../pull/pulled';

const FILES = {
  accounts: 'account_id,name,renewal_date,active\n2,Beta,,\n1,Acme,2026-06-30,true\n',
  touches:
    'touch_id,account_id,at,kind,roles\nt3,1,2026-01-09,call,\nt1,１,2026-01-05T20:00:00Z,call,"executive, champion"\nt2,9,2026-01-04,call,\n',
  usage: 'account_id,date,user_id,logins\n2,2026-01-02,u2,1\n2,2026-01-01,u1,2\n1,2026-01-01,,3\n',
  entitlements: 'account_id,measure,limit\n1,seats,100\n1,logins,50\n',
};
const SETTINGS = [
  source({ id: 'crm', location: 'accounts' }),
  source({ id: 'touch', dataset: 'touches', location: 'touches' }),
  source({ id: 'use', dataset: 'usage', location: 'usage' }),
  source({ id: 'quota', dataset: 'entitlements', location: 'entitlements' }),
];
const pulled = () => pullInto(memoryPlatform({ files: FILES }), SETTINGS);

describe('facts from the Data workbook', () => {
  it('are the same straight after a pull and from a workbook opened anew', () => {
    const { store, data } = pulled();
    const near = loadFacts(store);
    const far = loadFacts(openDataStore(data, 'ja'));
    expect(far.problems).toEqual(near.problems);
    expect([...far.facts.accounts.byAccount]).toEqual([...near.facts.accounts.byAccount]);
    expect(far.facts.tables).toEqual(near.facts.tables);
    expect([...far.facts.attributeHistory]).toEqual([...near.facts.attributeHistory]);
    expect([...far.facts.usage]).toEqual([...near.facts.usage]);
  });

  it('hold days as Day numbers, flags as booleans, lists as text, empty as null', () => {
    const { accounts, tables } = loadFacts(pulled().store).facts;
    const cell = (id: string, column: string) => accounts.byAccount.get(id)?.[0]?.[accounts.columns.indexOf(column)];
    expect([cell('1', 'renewal_date'), cell('2', 'renewal_date')]).toEqual([dayOf(2026, 6, 30), null]);
    expect(cell('1', 'active')).toBe(true);
    expect(accounts.dated).toBe(-1);
    const touches = tables.touches;
    expect(touches?.columns[touches.dated]).toBe('at');
    expect(touches?.byAccount.get('1')).toEqual([
      // 20:00Z is 05:00 of the next day in Tokyo.
      ['t1', '１', dayOf(2026, 1, 6), 'call', null, 'executive;champion'],
      ['t3', '1', dayOf(2026, 1, 9), 'call', null, null],
    ]);
  });

  it('group undated rows by account in the order of their keys', () => {
    const { entitlements } = loadFacts(pulled().store).facts.tables;
    expect(entitlements?.byAccount.get('1')).toEqual([
      ['1', 'logins', 50],
      ['1', 'seats', 100],
    ]);
  });

  it('hold usage by measure and user in one order', () => {
    const { usage } = loadFacts(pulled().store).facts;
    expect(usage.get('2')?.map(({ measure, userId }) => [measure, userId])).toEqual([
      ['logins', 'u1'],
      ['logins', 'u2'],
    ]);
  });

  it('tell rows of an account the CRM lacks', () => {
    const { problems, facts } = loadFacts(pulled().store);
    expect(marks(problems)).toEqual(['warning | account.unknown |  | account_id | 9']);
    expect(problems[0]?.source).toBe('Touches');
    expect(facts.tables.touches?.byAccount.has('9')).toBe(false);
  });

  it('without any accounts take the ids of the other data, and say so', () => {
    const { store } = pullInto(memoryPlatform({ files: FILES }), SETTINGS.slice(1));
    const { facts, problems } = loadFacts(store);
    expect([...facts.accounts.byAccount.keys()].sort()).toEqual(['1', '2', '9']);
    expect(problems.map(({ code }) => code)).toContain('accounts.none');
  });

  it('of an empty workbook are none, without a problem', () => {
    const { facts, problems } = loadFacts(openDataStore(memoryWorkbook(), 'en'));
    expect([facts.accounts.byAccount.size, facts.usage.size, problems.length]).toEqual([0, 0, 0]);
  });
});

describe('a Data workbook somebody edited', () => {
  it('is refused where a column that rows need is gone, so that nothing published is lost', () => {
    const { data } = pulled();
    const rename = (tab: string, header: string) => {
      const [first = [], ...rows] = data.read(tab) ?? [];
      data.put(tab, [first.map((name) => (name === header ? 'x' : name)), ...rows]);
      expect(() => loadFacts(openDataStore(data, 'en'))).toThrow(
        `${tab} of the Data workbook lacks the column ${header}`,
      );
      data.put(tab, [first, ...rows]);
    };
    rename('CRM Accounts', 'account_id');
    rename('Touches', 'at');
    rename('Usage', 'days');
    rename('Account History', 'value');
  });

  it('names the cell that cannot be read and keeps the rest', () => {
    const { data } = pulled();
    const [header = [], ...rows] = data.read('CRM Accounts') ?? [];
    const at = header.indexOf('renewal_date');
    data.put('CRM Accounts', [header, ...rows.map((row) => row.map((cell, place) => (place === at ? 'soon' : cell)))]);
    const { problems, facts } = loadFacts(openDataStore(data, 'en'));
    // M is the thirteenth column, renewal_date.
    expect(marks(problems).slice(0, 2)).toEqual([
      'error | day.unreadable | M2 | renewal_date | soon',
      'error | day.unreadable | M3 | renewal_date | soon',
    ]);
    expect(facts.accounts.byAccount.get('1')?.[0]?.[1]).toBe('Acme');
  });
});

describe('what people recorded', () => {
  it('keeps columns that they added, but none that is named like one of ours', () => {
    const goal = (accountId: string) => [accountId, 'g', 'roi', 60, 70, null, 20400, null];
    const { tables } = withPeopleTables(loadFacts(pulled().store).facts, {
      pulses: [],
      goals: [
        { id: 'g', cells: goal('1'), own: { 'Hours Before': 100, Target: 1 } },
        { id: 'g', cells: goal('2') },
      ],
    });
    expect(tables.goals?.columns.slice(-2)).toEqual(['done_on', 'Hours Before']);
    expect(tables.goals?.byAccount.get('1')?.[0]?.slice(-2)).toEqual([null, 100]);
    expect(tables.goals?.byAccount.get('2')?.[0]?.slice(-2)).toEqual([null, null]);
  });

  it('joins the facts under the account the CRM knows, oldest pulse first', () => {
    const { tables } = withPeopleTables(loadFacts(pulled().store).facts, {
      pulses: [
        { id: '', cells: ['１', 20500, 2, null, 'quiet', 'a@b.co'] },
        { id: '', cells: ['１', 20400, 4, 20490, 'quiet', 'a@b.co'] },
      ],
      goals: [{ id: 'g', cells: ['2', 'g', 'roi', 9, null, 20600, null, null] }],
    });
    expect(tables.pulses).toMatchObject({
      columns: ['account_id', 'at', 'pulse', 'expiry_date', 'note', 'by'],
      dated: 1,
    });
    expect(tables.pulses?.byAccount.get('1')).toEqual([
      ['1', 20400, 4, 20490, 'quiet', 'a@b.co'],
      ['1', 20500, 2, null, 'quiet', 'a@b.co'],
    ]);
    expect(tables.goals?.byAccount.get('2')).toEqual([['2', 'g', 'roi', 9, null, 20600, null, null]]);
    expect(tables.touches).toBeDefined();
  });
});
