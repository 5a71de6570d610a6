import { Connection } from '@jsforce/jsforce-node';
import { type RunningVendor, standInOf, startVendor } from '../../../../scripts/local/vendors/start';

/*
 * The stand-in is held to what the vendor's own client expects of the API. The client answers loosely typed records.
 */

let vendor: RunningVendor;
let connection: Connection;
beforeAll(async () => {
  vendor = await startVendor('salesforce', { counts: { Account: 4100, Contact: 10, Task: 5 } });
  const secrets = (await standInOf('salesforce')).secrets(vendor.origin);
  connection = new Connection({
    version: '66.0',
    refreshFn: (expired, callback) => {
      expired
        .authorize({ grant_type: 'client_credentials' })
        .then(() => callback(null, expired.accessToken ?? ''), callback);
    },
    instanceUrl: vendor.origin,
    oauth2: {
      loginUrl: vendor.origin,
      clientId: secrets['secret.salesforce.client_id'] as string,
      clientSecret: secrets['secret.salesforce.client_secret'] as string,
    },
  });
  await connection.authorize({ grant_type: 'client_credentials' });
});
afterAll(() => vendor.stop());

describe('the client of Salesforce', () => {
  it('signs in, and again once its session has ended', async () => {
    expect(connection.accessToken).toMatch(/^00D/);
    await vendor.fail({ kind: 'expired' });
    expect((await connection.query('SELECT Id FROM Account LIMIT 1')).records).toHaveLength(1);
    expect(await vendor.command('signIns')).toBe(2);
  });

  it('queries, and follows the pages to their end', async () => {
    const first = await connection.query('SELECT Id, Name, Owner.Email FROM Account ORDER BY Name');
    expect([first.totalSize, first.done, first.records.length]).toEqual([4100, false, 2000]);
    expect(first.records[0]).toMatchObject({
      attributes: { type: 'Account' },
      Owner: { attributes: { type: 'User' }, Email: 'owner@example.com' },
    });
    const second = await connection.queryMore(first.nextRecordsUrl as string);
    const third = await connection.queryMore(second.nextRecordsUrl as string);
    expect([second.records.length, third.records.length, third.done]).toEqual([2000, 100, true]);
    const ids = [...first.records, ...second.records, ...third.records].map(({ Id }) => Id);
    expect(new Set(ids).size).toBe(4100);
  });

  it.each([
    ['SELECT Nope FROM Account', 'INVALID_FIELD'],
    ['SELECT Id FROM Nope', 'INVALID_TYPE'],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Account WHERE SystemModstamp > '2026-01-01'", 'INVALID_FIELD'],
    ["SELECT Id FROM Account WHERE Name = 'a\\qb'", 'MALFORMED_QUERY'],
  ])('is refused %s', async (soql, errorCode) => {
    await expect(connection.query(soql)).rejects.toMatchObject({ errorCode });
  });

  it.each([
    ["SELECT COUNT() FROM Account WHERE Name = 'account 7'", 1],
    ['SELECT COUNT() FROM Account WHERE SystemModstamp >= 2025-06-01T01:00:00Z', 500],
    ["SELECT COUNT() FROM Account WHERE Name IN ('Account 7', 'Account 8') OR MRR__c < 2", 4],
    ["SELECT COUNT() FROM Contact WHERE AccountId != null AND (NOT Account.Name LIKE 'Account 1%')", 8],
  ])('counts %s', async (soql, count) => {
    expect((await connection.query(soql)).totalSize).toBe(count);
  });

  it('describes an object', async () => {
    const { fields } = await connection.describe('Contact');
    expect(fields.find(({ name }) => name === 'AccountId')).toMatchObject({
      ...{ type: 'reference', referenceTo: ['Account'], relationshipName: 'Account', custom: false },
    });
    await expect(connection.describe('Nope')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('updates, adds and upserts records in collections, each with its own error', async () => {
    const [one, two] = (await connection.query('SELECT Id FROM Account ORDER BY Name LIMIT 2')).records;
    const results = await connection.sobject('Account').update([
      { Id: one?.Id as string, Health_Score__c: 72.5 },
      { Id: two?.Id as string, Health_Score__c: 'much' },
      { Id: '0015g0000000000AAA', Health_Score__c: 1 },
    ]);
    expect(
      results.map(({ success, errors }) => (success ? 'fine' : (errors[0] as { statusCode?: string })?.statusCode)),
    ).toEqual([...['fine', 'JSON_PARSER_ERROR', 'INVALID_CROSS_REFERENCE_KEY']]);
    expect((await connection.query('SELECT Id FROM Account WHERE Health_Score__c = 72.5')).totalSize).toBe(1);
    const upserted = await connection
      .sobject('Account')
      .upsert([{ Customer_Id__c: 'C-1', Name: 'New' }], 'Customer_Id__c');
    expect(upserted).toMatchObject([{ success: true, created: true }]);
  });

  it('deletes a record, which queryAll still finds', async () => {
    const { Id } = (await connection.query("SELECT Id FROM Account WHERE Name = 'Account 99'")).records[0] as {
      Id: string;
    };
    await connection.sobject('Account').destroy(Id);
    const soql = `SELECT Id, IsDeleted FROM Account WHERE Id = '${Id}'`;
    expect((await connection.query(soql)).totalSize).toBe(0);
    expect((await connection.query(soql, { scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
  });

  it('queries in bulk', async () => {
    const stream = await connection.bulk2.query(
      "SELECT Id, Owner.Email, IsDeleted FROM Account WHERE Name LIKE 'Account 1%'",
    );
    const records = (await stream.toArray()) as readonly Record<string, string>[];
    expect(records.length).toBe(1111);
    expect(records[0]).toMatchObject({ 'Owner.Email': 'owner@example.com', IsDeleted: 'false' });
  });
});
