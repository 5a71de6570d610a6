import { Client } from '@hubspot/api-client';
import { standIn } from '../../../scripts/local/vendors/hubspot/stand-in';
import { serve, type VendorServer } from '../../../scripts/local/vendors/server';

const KEY = 'pat-stand-in-0123456789';

/** HubSpot's own client against the stand-in: what it sends is understood, and what it gets is what it takes for HubSpot's. */
let server: VendorServer;
let client: Client;
beforeAll(async () => {
  server = await serve(standIn.create({}));
  client = new Client({ accessToken: KEY, basePath: server.origin, numberOfApiCallRetries: 2 });
});
beforeEach(() => {
  server.fail([]);
  server.command('reset', null);
  server.log();
});
afterAll(() => server.close());

const companyIds = () => server.command('ids', 'companies') as string[];

describe("HubSpot's client", () => {
  it('walks the pages of a list', async () => {
    const all = await client.crm.companies.getAll(100, undefined, ['name', 'domain', 'nonsense']);
    expect(all.map(({ id }) => id)).toEqual(companyIds());
    expect(all[0]).toMatchObject({
      archived: false,
      properties: { name: expect.any(String), domain: expect.any(String) },
    });
    expect(all[0]?.properties).not.toHaveProperty('nonsense');
    expect(all[0]?.createdAt).toBeInstanceOf(Date);
  });

  it('sees archived records apart', async () => {
    const [first = ''] = companyIds();
    server.command('archive', { object: 'companies', id: first });
    const gone = await client.crm.companies.basicApi.getPage(100, undefined, undefined, undefined, undefined, true);
    expect(gone.results.map(({ id, archived }) => [id, archived])).toEqual([[first, true]]);
    expect(await client.crm.companies.getAll(100)).toHaveLength(companyIds().length - 1);
  });

  it('searches with filters, order and pages', async () => {
    const asked = { propertyName: 'mrr', operator: 'GTE' as never, value: '500000' };
    const body = { filterGroups: [{ filters: [asked] }], sorts: ['mrr'], properties: ['mrr'], limit: 5 };
    const first = await client.crm.companies.searchApi.doSearch({ ...body, after: '0' } as never);
    const second = await client.crm.companies.searchApi.doSearch({
      ...body,
      after: first.paging?.next?.after,
    } as never);
    const found = [...first.results, ...second.results].map(({ properties }) => Number(properties.mrr));
    expect(first.total).toBeGreaterThan(10);
    expect(found).toHaveLength(10);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found[0]).toBeGreaterThanOrEqual(500000);
  });

  it('is refused more than 10,000 results', async () => {
    const wrong = client.crm.companies.searchApi.doSearch({ limit: 200, after: '10000' } as never);
    await expect(wrong).rejects.toMatchObject({ code: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  it('reads and updates in batches, and hears of each record that is not there', async () => {
    const [one = '', two = ''] = companyIds();
    const properties = ['name'];
    const read = await client.crm.companies.batchApi.read({
      properties,
      propertiesWithHistory: [],
      inputs: [{ id: one }],
    });
    expect(read.results[0]?.properties.name).toEqual(expect.any(String));
    const updated = await client.crm.companies.batchApi.update({
      inputs: [
        { id: two, properties: { name: 'New' } },
        { id: '1', properties: { name: 'Nobody' } },
      ],
    });
    expect(updated).toMatchObject({ results: [{ id: two }], numErrors: 1, errors: [{ context: { ids: ['1'] } }] });
    expect(server.command('get', { object: 'companies', id: two })).toMatchObject({ properties: { name: 'New' } });
  });

  it('reads associations in batches, with those that have none as errors', async () => {
    const [one = '', two = ''] = server.command('ids', 'contacts') as string[];
    server.command('put', { object: 'contacts', id: two, at: 0, companies: [] });
    const inputs = [{ id: one }, { id: two }];
    const read = await client.crm.associations.v4.batchApi.getPage('contacts', 'companies', { inputs });
    expect(read.results[0]?.to[0]).toMatchObject({
      toObjectId: companyIds()[0],
      associationTypes: [{ label: 'Primary', typeId: 1 }, { typeId: 279 }],
    });
    expect((read as { numErrors?: number }).numErrors).toBe(1);
  });

  it('lists owners and makes properties', async () => {
    const owners = await client.crm.owners.ownersApi.getPage(undefined, undefined, 3);
    expect(owners.results).toHaveLength(3);
    expect(owners.paging?.next?.after).toBe('3');
    const wanted = {
      name: 'health_score',
      label: 'Score',
      type: 'number',
      fieldType: 'number',
      groupName: 'companyinformation',
    };
    await client.crm.properties.coreApi.create('companies', wanted as never);
    const made = await client.crm.properties.coreApi.getByName('companies', 'health_score');
    expect(made).toMatchObject({ name: 'health_score', type: 'number' });
    await expect(client.crm.properties.coreApi.create('companies', wanted as never)).rejects.toMatchObject({
      code: 409,
    });
  });

  it('waits where it is told that it asks too often', async () => {
    // The client says that it waits.
    jest.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    server.fail([{ kind: 'secondly' }]);
    expect((await client.crm.companies.basicApi.getPage(1)).results).toHaveLength(1);
    expect(server.log().map(({ status }) => status)).toEqual([429, 200]);
  });

  it('is refused a wrong key and missing scopes in shapes it knows', async () => {
    const stranger = new Client({ accessToken: 'wrong', basePath: server.origin });
    await expect(stranger.crm.companies.basicApi.getPage(1)).rejects.toMatchObject({
      ...{ code: 401, body: { category: 'INVALID_AUTHENTICATION' } },
    });
    server.fail([{ kind: 'scopes', value: ['crm.objects.companies.read'] }]);
    await expect(client.crm.companies.basicApi.getPage(1)).rejects.toMatchObject({
      ...{ code: 403, body: { category: 'MISSING_SCOPES' } },
    });
  });
});
