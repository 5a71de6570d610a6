import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { hubspotWriteBack } from '../../../src/sources/hubspot/write-back';
import type { MissingField, OutgoingFields, OutgoingRecord } from '../../../src/sources/write-back/write-back';
import { contextOf, failureOf, KEY } from '../vendor-reading';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('hubspot', { key: KEY });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('reset');
  await vendor.log();
});
afterAll(() => vendor.stop());

const ALL: OutgoingFields = new Map(Object.entries(hubspotWriteBack.fields)) as OutgoingFields;
const open = (missing: MissingField, fields = ALL, milliseconds = 360000) => {
  const { context } = contextOf('hubspot', { location: vendor.origin, dataset: 'accounts' }, { milliseconds });
  return hubspotWriteBack.open(context, fields, missing);
};
const record = (id: string, score: number | null = 72.5): OutgoingRecord => ({
  id,
  values: { score, band: 'Lime', reasons: 'Few logins\nNo meeting', as_of: '2026-01-31' },
});
const companies = async (count: number) => (await vendor.command<string[]>('ids', 'companies')).slice(0, count);
const held = async (id: string) =>
  (await vendor.command<{ properties: Record<string, string> }>('get', { object: 'companies', id })).properties;
const asked = async () => (await vendor.log()).map(({ method, url, status }) => `${method} ${url} ${status}`);

const PROPERTIES = '/crm/properties/2026-09/companies';
const UPDATE = '/crm/objects/2026-09/companies/batch/update';

describe('the properties scores are written to', () => {
  it('are looked for, and missing ones are faults with their names', async () => {
    const { faults } = open('fault');
    expect(faults.map(({ field }) => field)).toEqual([...ALL.values()]);
    expect(faults[0]?.why.en).toContain('kenshin_score');
    expect(await asked()).toEqual([`GET ${PROPERTIES} 200`]);
  });

  it('are made where that is allowed, once', async () => {
    expect(open('make').faults).toEqual([]);
    expect(await asked()).toEqual([
      `GET ${PROPERTIES} 200`,
      ...Array.from({ length: 4 }, () => `POST ${PROPERTIES} 201`),
    ]);
    expect(open('make').faults).toEqual([]);
    expect(await asked()).toEqual([`GET ${PROPERTIES} 200`]);
  });

  it('are left alone by a dry run', async () => {
    expect(open('would make').faults).toEqual([]);
    expect(await asked()).toEqual([`GET ${PROPERTIES} 200`]);
  });

  it('that cannot be written or hold something else are faults', async () => {
    const properties = [
      { name: 'kenshin_score', type: 'bool' },
      { name: 'kenshin_band', type: 'enumeration', options: ['Green', 'Red'].map((value) => ({ value })) },
      { name: 'kenshin_reasons', type: 'string', modificationMetadata: { readOnlyValue: true } },
      { name: 'kenshin_as_of', type: 'date' },
    ];
    await vendor.fail({ kind: 'answer', match: 'properties', value: { body: { results: properties } } });
    expect(open('make').faults.map(({ field }) => field)).toEqual(['kenshin_score', 'kenshin_band', 'kenshin_reasons']);
  });
});

describe('a batch of companies', () => {
  it('is written in one request, numbers as text, nothing as an empty text', async () => {
    const [one = '', other = ''] = await companies(2);
    const writer = open('make');
    await vendor.log();
    expect(writer.send([record(one), record(other, null)])).toEqual([null, null]);
    expect(await asked()).toEqual([`POST ${UPDATE} 200`]);
    expect(await held(one)).toMatchObject({
      ...{ kenshin_score: '72.5', kenshin_band: 'Lime', kenshin_as_of: '2026-01-31' },
      kenshin_reasons: 'Few logins\nNo meeting',
    });
    expect(await held(other)).toMatchObject({ kenshin_score: '' });
  });

  it('holds only the values that somebody chose', async () => {
    const [one = ''] = await companies(1);
    await vendor.command('put', { object: 'companies', id: one, at: 1, properties: { health: 'x' } });
    open('fault', new Map([['score', 'health']])).send([record(one)]);
    const [, update] = await vendor.log();
    expect(JSON.parse(update?.body ?? '').inputs).toEqual([
      { id: one, properties: { health: '72.5' }, objectWriteTraceId: one },
    ]);
  });

  it('says of each row that was refused why, the others are written', async () => {
    const [one = ''] = await companies(1);
    const answers = open('make').send([record('999'), record(one)]);
    expect(answers.map((answer) => answer?.en ?? null)).toEqual(['Could not get some objects', null]);
    expect(await held(one)).toMatchObject({ kenshin_score: '72.5' });
  });

  it('that one row spoils is halved until only that row is refused', async () => {
    const ids = await companies(4);
    const writer = open('make');
    const value = {
      status: 400,
      body: { status: 'error', category: 'VALIDATION_ERROR', message: 'Property values were not valid' },
    };
    await vendor.fail(
      { kind: 'answer', match: 'batch/update', value },
      { kind: 'answer', match: 'batch/update', after: 2, times: 2, value },
    );
    await vendor.log();
    const answers = writer.send(ids.map((id) => record(id)));
    expect(answers.map((answer) => answer?.en ?? null)).toEqual([
      null,
      null,
      expect.stringContaining('Property values were not valid'),
      null,
    ]);
    expect((await vendor.log()).map(({ body }) => JSON.parse(body).inputs.length)).toEqual([4, 2, 2, 1, 1]);
  });

  it('that is wrong throughout is given up after a few rows', async () => {
    const ids = await companies(64);
    const writer = open('make');
    await vendor.log();
    const value = { status: 400, body: { status: 'error', message: 'Every one is wrong' } };
    await vendor.fail({ kind: 'answer', match: 'batch/update', times: -1, value });
    expect(failureOf(() => writer.send(ids.map((id) => record(id)))).words).toMatch(/Every one is wrong/);
    expect((await vendor.log()).length).toBeLessThan(20);
  });

  it.each([
    ['rolling', 2],
    ['secondly', 2],
    ['locked', 2],
  ])('is tried again where HubSpot says %s', async (kind, times) => {
    const [one = ''] = await companies(1);
    const writer = open('make');
    await vendor.log();
    await vendor.fail({ kind, times: 1 });
    expect(writer.send([record(one)])).toEqual([null]);
    expect(await vendor.log()).toHaveLength(times);
  });

  it.each([
    ['daily', /used up/],
    ['scopes', /crm\.objects\.companies\.write/],
    ['expired', /key|refused/],
  ])('stops where HubSpot says %s, after one request', async (kind, words) => {
    const writer = open('make');
    await vendor.log();
    await vendor.fail({ kind, times: -1, value: ['crm.objects.companies.write'] });
    expect(failureOf(() => writer.send([record('1'), record('2')])).words).toMatch(words);
    expect(await vendor.log()).toHaveLength(1);
  });
});
