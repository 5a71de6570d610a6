import { demoRows } from '../../../scripts/local/vendors/demo-book';
import type { Bite } from '../vendor-reading';
import { orgWhileTesting, readerOf } from './orgs';

const DEMO = demoRows({});
const vendor = orgWhileTesting();
const { read, readAll } = readerOf(vendor);

describe('what changed in Salesforce', () => {
  it('comes the next time, and what was deleted goes', async () => {
    const [first] = readAll({});
    const { rows, removed } = read({}, first?.cursor);
    // Everything has one stamp in the demo: all of it lies within the overlap.
    expect([rows.length, removed]).toEqual([DEMO('accounts').length, []]);
    const one = await vendor.command<{ Id: string }>('find', [
      'Account',
      'Customer_Id__c',
      DEMO('accounts')[0]?.account_id,
    ]);
    const two = await vendor.command<{ Id: string }>('find', [
      'Account',
      'Customer_Id__c',
      DEMO('accounts')[1]?.account_id,
    ]);
    for (let at = 0; at < 700; at += 1) await vendor.command('change', ['Account', one.Id, { MRR__c: at }]);
    await vendor.command('change', ['Account', two.Id, { IsDeleted: true }]);
    const again = readAll({}, first?.cursor);
    const newer = read({}, again[0]?.cursor);
    expect(newer.rows.map((row) => [row.account_id, row.mrr])).toEqual([[one.Id, 699]]);
    expect(newer.removed).toEqual([two.Id]);
    expect(newer.problems).toEqual([]);
  });

  it('a task that is opened again is no touch any more', async () => {
    const bites = readAll({ dataset: 'touches' });
    const task = (bites[0] as Bite).rows[0] as Record<string, string>;
    await vendor.command('change', ['Task', task.touch_id, { IsClosed: false }]);
    const [tasks] = readAll({ dataset: 'touches' }, bites[bites.length - 1]?.cursor);
    expect(tasks?.removed).toEqual([task.touch_id]);
  });

  it('is everything where the org has a new field of ours, and what does not count any more goes', async () => {
    const next = (before: Bite) => read({ dataset: 'tickets' }, before.cursor);
    const first = read({ dataset: 'tickets' });
    const [one, ...others] = first.rows.map(({ ticket_id }) => ticket_id);
    for (let at = 0; at < 700; at += 1) await vendor.command('change', ['Case', one, { AccountId: null }]);
    const later = next(next(first));
    expect([later.rows, later.removed]).toEqual([[], [one]]);
    await vendor.command('alter', ['Case', 'Priority__c', {}]);
    const all = next(later);
    expect(all.rows.map(({ ticket_id }) => ticket_id)).toEqual(others);
    expect(all.removed).toEqual([one]);
    expect(next(all).rows).toEqual([]);
  });

  it('records without a company are counted', async () => {
    await vendor.command('add', ['Contact', { Name: 'Nobody', AccountId: null }]);
    expect(read({ dataset: 'contacts' }).problems).toEqual(['warning row.noAccount 1']);
  });

  it('a field that is gone is told by the pull, not by a query that fails', async () => {
    await vendor.command('alter', ['Account', 'Plan__c', null]);
    const { columns, rows } = read({ fieldMap: new Map([['plan', 'Plan__c']]) });
    expect(columns).not.toContain('Plan__c');
    expect(rows.length).toBeGreaterThan(100);
  });
});
