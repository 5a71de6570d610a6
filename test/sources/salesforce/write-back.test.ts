import { demoRows } from '../../../scripts/local/vendors/demo-book';
import { type RunningVendor, standInOf, startVendor } from '../../../scripts/local/vendors/start';
import { salesforceWriteBack } from '../../../src/sources/salesforce/write-back';
import type { OutgoingFields, OutgoingRecord } from '../../../src/sources/write-back/write-back';
import { contextOf, failureOf } from '../vendor-reading';

const SECRETS: Record<string, string> = {};
/** As an administrator of the org made them. */
const FIELDS: OutgoingFields = new Map([
  ['score', 'Health_Score__c'],
  ['band', 'Health_Band__c'],
  ['reasons', 'health_reasons__c'],
  ['as_of', 'Health_As_Of__c'],
]);
const UPDATE = '/services/data/v66.0/composite/sobjects';
const DESCRIBE = 'GET /services/data/v66.0/sobjects/Account/describe 200';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('salesforce');
  Object.assign(SECRETS, (await standInOf('salesforce')).secrets(vendor.origin));
});
afterEach(async () => {
  await vendor.fail();
  await vendor.log();
});
afterAll(() => vendor.stop());

const open = (fields = FIELDS) => {
  const setting = { location: vendor.origin, dataset: 'accounts' as const, secretName: 'salesforce' };
  const { context, platform } = contextOf('salesforce', setting, { secrets: { ...SECRETS } });
  return { writer: salesforceWriteBack.open(context, fields, 'make'), sleeps: platform.sleeps };
};
const record = (id: string, values: Partial<OutgoingRecord['values']> = {}): OutgoingRecord => ({
  id,
  values: { score: 72.5, band: 'Lime', reasons: 'Few logins\nNo meeting', as_of: '2026-01-31', ...values },
});
const find = (id: string) => vendor.command<Record<string, unknown>>('find', ['Account', 'Id', id]);
const someIds = async (): Promise<string[]> => {
  const ids: string[] = [];
  for (const { account_id: code } of demoRows({})('accounts').slice(0, 3)) {
    const found = await vendor.command<{ Id: string } | null>('find', ['Account', 'Customer_Id__c', code]);
    if (found) ids.push(found.Id);
  }
  return ids;
};
const asked = async () => (await vendor.log()).map(({ method, url, status }) => `${method} ${url} ${status}`);
const answered = (rows: readonly (readonly string[])[]) =>
  rows.map(([id, code = '', message = '']) =>
    code === ''
      ? { id, success: true, errors: [] }
      : { success: false, errors: [{ statusCode: code, message, fields: [] }] },
  );

describe('the fields scores are written to', () => {
  it('are looked up by describe; the usual ones are missing until an administrator makes them', async () => {
    const usual = new Map(Object.entries(salesforceWriteBack.fields)) as OutgoingFields;
    const { writer } = open(usual);
    expect(writer.faults.map(({ field }) => field)).toEqual([...usual.values()]);
    expect(writer.faults[0]?.why.en).toContain('Kenshin_Score__c');
    expect((await asked()).slice(-1)).toEqual([DESCRIBE]);
    expect(open().writer.faults).toEqual([]);
  });

  it('that nobody may write, or that hold something else, are faults', async () => {
    const picklistValues = ['Green', 'Red'].map((value) => ({ value, active: true }));
    const fields = [
      { name: 'Health_Score__c', type: 'double', updateable: false },
      { name: 'Health_Band__c', type: 'picklist', updateable: true, restrictedPicklist: true, picklistValues },
      { name: 'Health_Reasons__c', type: 'boolean', updateable: true },
      { name: 'Health_As_Of__c', type: 'date', updateable: true },
    ];
    await vendor.fail({ kind: 'answer', match: 'describe', value: { body: { name: 'Account', fields } } });
    expect(open().writer.faults.map(({ field }) => field)).toEqual([
      'Health_Score__c',
      'Health_Band__c',
      'health_reasons__c',
    ]);
  });
});

describe('a batch of accounts', () => {
  it('is one request, in the shape of a collection', async () => {
    const [one = '', other = ''] = await someIds();
    const { writer } = open();
    await vendor.log();
    expect(writer.send([record(one), record(other, { score: null, band: 'Grey' })])).toEqual([null, null]);
    const [{ method, url, body } = { method: '', url: '', body: '' }] = await vendor.log();
    expect([method, url]).toEqual(['PATCH', UPDATE]);
    expect(JSON.parse(body)).toEqual({
      allOrNone: false,
      records: [
        {
          ...{ attributes: { type: 'Account' }, id: one, Health_Score__c: 72.5, Health_Band__c: 'Lime' },
          ...{ Health_Reasons__c: 'Few logins\nNo meeting', Health_As_Of__c: '2026-01-31' },
        },
        expect.objectContaining({ id: other, Health_Score__c: null, Health_Band__c: 'Grey' }),
      ],
    });
    expect(await find(one)).toMatchObject({ Health_Score__c: 72.5, Health_As_Of__c: '2026-01-31' });
  });

  it('cuts a text to what the field holds', async () => {
    const [one = ''] = await someIds();
    const { writer } = open(new Map([['reasons', 'Health_Band__c']]));
    expect(writer.send([record(one, { reasons: 'x'.repeat(300) })])).toEqual([null]);
    expect(await find(one)).toMatchObject({ Health_Band__c: `${'x'.repeat(254)}…` });
  });

  it('says of each row that was refused why, the others are written', async () => {
    const [one = ''] = await someIds();
    const answers = open().writer.send([record('001000000000000AAA'), record(one)]);
    expect(answers.map((answer) => answer?.en ?? null)).toEqual([
      'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id',
      null,
    ]);
  });

  it('tries rows that somebody else holds again by themselves, and says so in the end', async () => {
    const [one = '', other = ''] = await someIds();
    const { writer, sleeps } = open();
    await vendor.log();
    const locked = ['', 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access'];
    await vendor.fail(
      { kind: 'answer', match: 'composite', value: { body: answered([[one], locked]) } },
      { kind: 'answer', match: 'composite', after: 1, value: { body: answered([locked]) } },
    );
    expect(writer.send([record(one), record(other)])).toEqual([null, null]);
    expect((await vendor.log()).map(({ body }) => JSON.parse(body).records.length)).toEqual([2, 1, 1]);
    expect(sleeps).toHaveLength(2);
    await vendor.fail({ kind: 'answer', match: 'composite', times: -1, value: { body: answered([locked]) } });
    expect(writer.send([record(one)])[0]?.en).toContain('UNABLE_TO_LOCK_ROW');
  });

  it('is sent again once with a new token where the session has ended', async () => {
    const [one = ''] = await someIds();
    const { writer } = open();
    await vendor.log();
    await vendor.fail({ kind: 'expired', match: 'composite' });
    expect(writer.send([record(one)])).toEqual([null]);
    expect(await asked()).toEqual([`PATCH ${UPDATE} 401`, 'POST /services/oauth2/token 200', `PATCH ${UPDATE} 200`]);
  });

  it.each([
    [[403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'], 'limit', 1],
    [[400, 'MALFORMED_ID', 'bad id'], 'source', 1],
    [[403, 'API_DISABLED_FOR_ORG', 'no API'], 'credential', 1],
    [[503, 'SERVER_UNAVAILABLE', 'busy'], 'network', 5],
  ])('refused with %j ends in a problem of the kind %s', async (value, kind, times) => {
    const { writer } = open();
    await vendor.log();
    await vendor.fail({ kind: 'refused', match: 'composite', times: -1, value });
    expect(failureOf(() => writer.send([record('001000000000000AAA')])).kind).toBe(kind);
    expect(await vendor.log()).toHaveLength(times);
  });

  it('is not begun beyond our share of the requests of the day', async () => {
    const { writer } = open();
    await vendor.command('use', 85000);
    const [one = ''] = await someIds();
    writer.send([record(one)]);
    await vendor.log();
    expect(failureOf(() => writer.send([record(one)])).kind).toBe('limit');
    expect(await vendor.log()).toEqual([]);
    await vendor.command('use', 0);
  });
});

describe('ids of accounts', () => {
  it.each([
    ['0015000000Gv7qJAAR', true],
    ['0015000000Gv7qJ', true],
    ['0035000000Gv7qJAAR', false],
    ['A-0001', false],
    ['001', false],
  ])('%s: %s', (id, is) => expect(salesforceWriteBack.isRecordId(id)).toBe(is));
});
