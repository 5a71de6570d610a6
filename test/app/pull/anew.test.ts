import { resolve } from 'node:path';
import { oauthToken } from '../../../scripts/local/gas/oauth-token';
import { standInOf, startVendor } from '../../../scripts/local/vendors/start';
import { fittingMemory } from '../../../src/app/pull/source-memory';
import type { DatabaseQuestion } from '../../../src/ports';
import { SOURCES } from '../../../src/sources';
import { secretKey } from '../../../src/sources/secret-key';
import type { SourceSetting } from '../../../src/sources/source';
import { PROJECT, TABLES, USAGE } from '../../sources/bigquery/tables';
import { EMAIL, httpTo } from '../../sources/google-reading';
import { realHttp } from '../../sources/vendor-reading';
import { type MemoryPlatform, memoryPlatform } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullInto, source } from './pulled';

type Ports = Partial<Omit<MemoryPlatform, 'health'>>;

/** A source that is pulled into one Data workbook again and again, on one platform. */
function pulledAgain(setting: SourceSetting, tabs: Readonly<Record<string, string>>, ports: Ports = {}) {
  const health = memoryWorkbook({ id: 'health' });
  const write = (tab: string, text: string): void => health.put(tab, [[text]]);
  for (const tab of Object.keys(tabs)) write(tab, tabs[tab] as string);
  const platform = { ...memoryPlatform({ health }), ...ports };
  const data = memoryWorkbook({ id: 'data' });
  return {
    write,
    pull: (changes: Partial<SourceSetting> = {}) => {
      const { report, store } = pullInto(platform, [{ ...setting, ...changes }], data);
      const rows = (name: 'accounts' | 'tickets') => {
        const { columns, rows } = store.table(name);
        return [...rows.values()].map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
      };
      return { said: marks(report.problems), rows };
    },
  };
}

describe('what decides the rows of a source', () => {
  const setting = (kind: string, options: SourceSetting['options']) =>
    source({ kind, id: kind, location: 'one', tabName: 'Tab', options });

  it.each(SOURCES.map((kind) => [kind.kind, kind] as const))(
    '%s: each of its options, and its query',
    (kind, { options }) => {
      const given = Object.fromEntries(options.map(({ name }) => [name, '1']));
      const before = { ...fittingMemory(setting(kind, given), undefined, () => 'query'), cursor: 'here' };
      const cursorOf = (changed: SourceSetting['options'], query = 'query') =>
        fittingMemory(setting(kind, changed), before, () => query).cursor;
      expect(cursorOf(given)).toBe('here');
      for (const { name } of options) expect([name, cursorOf({ ...given, [name]: '2' })]).toEqual([name, null]);
      expect(cursorOf(given, 'another query')).toBeNull();
    },
  );

  it('stands in a tab for the kinds that ask in SQL', () => {
    const inTab = SOURCES.filter(({ check }) =>
      check(source({ location: 'x' })).some(({ column }) => column === 'Tab Name'),
    );
    expect(inTab.map(({ kind }) => kind)).toEqual(['bigquery', 'jdbc']);
    expect(SOURCES.filter(({ query }) => query).map(({ kind }) => kind)).toEqual(['bigquery', 'jdbc']);
  });
});

describe('a source of which another thing is asked', () => {
  it('bigquery: another SQL fills its new column in rows that had been pulled', async () => {
    const vendor = await startVendor(resolve(__dirname, '../../../scripts/local/vendors/bigquery/bigquery.ts'), {
      tables: TABLES,
    });
    try {
      const select = (columns: string) =>
        `SELECT account_id AS ticket_id, account_id, day AS opened_at, ${columns} updated_at FROM \`${USAGE}\` WHERE updated_at >= @since`;
      const options = { since_column: 'updated_at' };
      const token = () => oauthToken({ email: EMAIL, scopes: ['https://www.googleapis.com/auth/bigquery.readonly'] });
      const setting = source({
        id: 'dwh',
        kind: 'bigquery',
        dataset: 'tickets',
        location: PROJECT,
        tabName: 'SQL',
        options,
      });
      const { pull, write } = pulledAgain(setting, { SQL: select('') }, { http: httpTo(vendor.origin), token });
      const sinces = async () =>
        (await vendor.log())
          .filter(({ body }) => body.includes('requestId'))
          .map(({ body }) => JSON.parse(body).queryParameters[0].parameterValue.value.slice(0, 10));
      pull();
      pull();
      expect(await sinces()).toEqual(['1970-01-01', '2026-01-12']);
      write('SQL', select('plan,'));
      const { rows } = pull();
      expect(rows('tickets').map(({ ticket_id, plan }) => [ticket_id, plan])).toEqual([
        ['A-1', 'Pro'],
        ['A-2', 'Free'],
        ['A-3', 'Pro'],
      ]);
      pull();
      expect(await sinces()).toEqual(['1970-01-01', '2026-01-12']);
      // Wrong, and right again: what came before is kept meanwhile.
      write('SQL', select('nope,'));
      const wrong = pull();
      expect([wrong.said, wrong.rows('tickets').length]).toEqual([['error | source.config |  |  | '], 3]);
      write('SQL', select('plan,'));
      expect(pull().said).toEqual([]);
    } finally {
      await vendor.stop();
    }
  });

  it('jdbc: another SQL is asked from its first value on, and rows that it leaves out stay', () => {
    const asked: DatabaseQuestion[] = [];
    const columns = ['ticket_id', 'account_id', 'opened_at', 'changed', 'priority'];
    const rows = [
      ['T-1', 'A-1', '2026-01-02', '2026-01-02', 'high'],
      ['T-2', 'A-1', '2026-01-03', '2026-01-03', 'low'],
    ];
    const databases = {
      ask: (question: DatabaseQuestion) => {
        asked.push(question);
        const width = question.sql.includes('priority') ? 5 : 4;
        const from = question.sql.includes("'A-2'") ? rows.length : 0;
        return {
          columns: columns.slice(0, width).map((name) => ({ name, flag: false })),
          rows: rows
            .slice(from)
            .filter(([, , , changed = '']) => changed >= (question.values[0] as string))
            .map((row) => row.slice(0, width)),
        };
      },
    };
    const secrets = memoryPlatform({
      secrets: { [secretKey('db.user')]: 'u', [secretKey('db.password')]: 'p' },
    }).secrets;
    const options = { since_column: 'changed' };
    const location = 'jdbc:postgresql://db.example:5432/crm';
    const setting = source({ id: 'db', kind: 'jdbc', dataset: 'tickets', location, tabName: 'SQL', options });
    const sql = (what: string, condition = '') =>
      `SELECT ticket_id, account_id, opened_at, changed${what} FROM tickets WHERE changed >= ?${condition}`;
    const { pull, write } = pulledAgain(setting, { SQL: sql('') }, { databases, secrets });
    pull();
    pull();
    write('SQL', sql(', priority'));
    expect(
      pull()
        .rows('tickets')
        .map(({ priority }) => priority),
    ).toEqual(['high', 'low']);
    pull();
    write('SQL', sql(', priority', " AND account_id = 'A-2'"));
    expect(
      pull()
        .rows('tickets')
        .map(({ priority }) => priority),
    ).toEqual(['high', 'low']);
    expect(asked.map(({ values }) => values[0])).toEqual([
      '1970-01-01',
      '2026-01-03',
      '1970-01-01',
      '2026-01-03',
      '1970-01-01',
    ]);
  });

  it('salesforce: another condition brings what was not asked for, and what was deleted since goes', async () => {
    const vendor = await startVendor('salesforce');
    try {
      const secrets = memoryPlatform({ secrets: (await standInOf('salesforce')).secrets(vendor.origin) }).secrets;
      const setting = source({ id: 'sf', kind: 'salesforce', secretName: 'salesforce', location: vendor.origin });
      const { pull } = pulledAgain(setting, {}, { http: realHttp, secrets });
      const enterprise = { options: { where: "Segment__c = 'Enterprise'" } };
      const first = pull(enterprise).rows('accounts');
      const [gone] = first as [Record<string, string>];
      await vendor.command('change', ['Account', gone.account_id, { IsDeleted: true }]);
      const { rows, said } = pull({ options: {} });
      const ids = rows('accounts').map(({ account_id }) => account_id);
      expect(said).toEqual([]);
      expect(first.length).toBeGreaterThan(5);
      expect(ids).toEqual(expect.arrayContaining(first.slice(1).map(({ account_id }) => account_id)));
      expect(ids.length).toBeGreaterThan(first.length * 2);
      expect(ids).not.toContain(gone.account_id);
    } finally {
      await vendor.stop();
    }
  });

  it('json: another list may lack what the one before had', () => {
    const old = [{ account_id: '1', name: 'Acme', mrr: 5 }];
    const { http } = memoryPlatform({
      answer: () => ({ body: JSON.stringify({ old, less: [{ account_id: '1', name: 'Acme Ltd' }] }) }),
    });
    const setting = source({ kind: 'json', location: 'https://api.example/list', rowsPath: 'old' });
    const { pull } = pulledAgain(setting, {}, { http });
    expect(pull().said).toEqual([]);
    const { rows, said } = pull({ rowsPath: 'less' });
    expect(said).toEqual([]);
    expect(rows('accounts').map(({ name, mrr }) => [name, mrr])).toEqual([['Acme Ltd', 5]]);
    pull({ rowsPath: 'old' });
    old.splice(0, 1, { account_id: '1', name: 'Acme' } as (typeof old)[number]);
    expect(pull({ rowsPath: 'old' }).said).toEqual(['error | column.gone |  | mrr | ']);
  });
});
