import { loadFacts } from '../../../src/app/store/load-facts';
import { formatDay } from '../../../src/domain/day';
import { memoryPlatform } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { pullInto, source, TODAY } from '../pull/pulled';

/** Pulls one accounts file a day, 31 January first, and answers the history of account 1 in words. */
function historyOf(files: readonly (string | null)[]): string[] {
  const data = memoryWorkbook();
  let store = pullInto(memoryPlatform(), [], data).store;
  files.forEach((file, at) => {
    if (file !== null) store = pullInto(memoryPlatform({ files: { file } }), [source({})], data, TODAY + at).store;
  });
  const fresh = pullInto(memoryPlatform(), [], data).store;
  const said = (from: typeof store) =>
    (loadFacts(from).facts.attributeHistory.get('1') ?? []).map(
      ({ day, column, value }) => `${formatDay(day)} ${column}=${String(value)}`,
    );
  // What was just booked and what is read back are the same.
  expect([...said(fresh)].sort()).toEqual([...said(store)].sort());
  return said(fresh);
}

describe('the history of an account', () => {
  it('begins with what is known when it is first seen, and holds changes alone', () => {
    expect(
      historyOf([
        'account_id,name,mrr,renewal_date\n1,Acme,5,2026-06-30\n',
        'account_id,name,mrr,renewal_date\n1,Acme,5,2026-06-30\n',
        'account_id,name,mrr,renewal_date\n1,Acme,7,2027-06-30\n',
      ]),
    ).toEqual([
      '2026-01-31 mrr=5',
      '2026-01-31 name=Acme',
      `2026-01-31 renewal_date=${20634}`,
      '2026-02-02 mrr=7',
      `2026-02-02 renewal_date=${20634 + 365}`,
    ]);
  });

  it('knows that a value was empty before it was filled, so that the past does not borrow it', () => {
    expect(historyOf(['account_id,name,plan\n1,Acme,\n', 'account_id,name,plan\n1,Acme,Pro\n'])).toEqual([
      '2026-01-31 name=Acme',
      '2026-01-31 plan=null',
      '2026-02-01 plan=Pro',
    ]);
  });

  it('books a cleared value as empty', () => {
    expect(historyOf(['account_id,plan\n1,Pro\n', 'account_id,plan\n1,\n'])).toEqual([
      '2026-01-31 plan=Pro',
      '2026-02-01 plan=null',
    ]);
  });

  it('leaves the past of a column that did not exist unknown', () => {
    expect(historyOf(['account_id,name\n1,Acme\n', 'account_id,name,seats\n1,Acme,40\n'])).toEqual([
      '2026-01-31 name=Acme',
      '2026-02-01 seats=40',
    ]);
  });

  it('keeps the last of several values of a day', () => {
    const data = memoryWorkbook();
    for (const plan of ['Free', 'Pro', 'Max']) {
      pullInto(memoryPlatform({ files: { file: `account_id,plan\n1,${plan}\n` } }), [source({})], data);
    }
    expect(data.read('Account History')?.slice(1)).toEqual([['1', '2026-01-31', 'plan', 'Max']]);
  });

  it('gives an account of which nothing is known a first day', () => {
    expect(historyOf(['account_id\n1\n', null, 'account_id,name\n1,Acme\n'])).toEqual([
      '2026-01-31 account_id=1',
      '2026-01-31 name=null',
      '2026-02-02 name=Acme',
    ]);
  });

  it('is not touched by a source that brings other columns', () => {
    const files = { crm: 'account_id,plan\n1,Pro\n', app: 'account_id,seats\n1,4\n' };
    const settings = [source({ id: 'crm', location: 'crm' }), source({ id: 'app', location: 'app' })];
    const data = memoryWorkbook();
    pullInto(memoryPlatform({ files }), settings, data);
    const { report } = pullInto(memoryPlatform({ files }), [...settings].reverse(), data, TODAY + 1);
    expect(report.written).toEqual([]);
  });
});
