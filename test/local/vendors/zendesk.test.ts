import { createClient } from 'node-zendesk';
import { serve, type VendorServer } from '../../../scripts/local/vendors/server';
import { standIn } from '../../../scripts/local/vendors/zendesk/stand-in';

const KEY = 'zendesk-stand-in-0123456789';

/** The client that Zendesk's documentation names for Node against the stand-in. */
let server: VendorServer;
const client = (token: string) =>
  createClient({ username: 'agent@example.com', token, endpointUri: `${server.origin}/api/v2` } as never);
beforeAll(async () => {
  server = await serve(standIn.create({ page: 10000 }));
});
beforeEach(() => {
  server.fail([]);
  server.command('reset', null);
  server.log();
});
afterAll(() => server.close());

const ticketIds = () => server.command('tickets', null) as number[];

describe("Zendesk's client", () => {
  it('reads an export, deleted tickets among it', async () => {
    const [first = 0] = ticketIds();
    server.command('put', { id: first, at: 1769800000, status: 'deleted' });
    const exported = (await client(KEY).tickets.incremental(0 as never)) as { id: number; status: string }[];
    expect(exported.map(({ id }) => id).sort()).toEqual([...ticketIds()].sort());
    expect(exported.filter(({ status }) => status === 'deleted').map(({ id }) => id)).toEqual([first]);
  });

  it('lists organizations and ratings page by page', async () => {
    const organizations = (await client(KEY).organizations.list()) as { id: number }[];
    expect(organizations.length).toBeGreaterThan(100);
    expect(new Set(organizations.map(({ id }) => id)).size).toBe(organizations.length);
    server.command('csat', 'rating');
    const ratings = (await client(KEY).satisfactionratings.list()) as unknown as { score: string }[];
    expect(new Set(ratings.map(({ score }) => score))).toEqual(new Set(['good', 'bad']));
  });

  it('is refused a wrong token', async () => {
    await expect(client('wrong').tickets.incremental(0 as never)).rejects.toMatchObject({ statusCode: 401 });
  });
});
