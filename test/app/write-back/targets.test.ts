import type { HttpRequest } from '../../../src/ports';
import type { TabRecord } from '../../../src/tables/rows';
import type { Answer } from '../ports/memory-platform';
import { type PublishedRow, type Stage, stageOf } from './sent';

const HUB: TabRecord = { 'Source ID': 'hub', Enabled: true, Kind: 'hubspot', Dataset: 'accounts', Every: 'daily' };
const FIELDS = ['kenshin_score', 'kenshin_band', 'kenshin_reasons', 'kenshin_as_of', 'health'];

/** HubSpot with every property, which takes whatever it is sent. */
const hubspot = ({ method, url }: HttpRequest): Answer => {
  if (url.includes('/properties/'))
    return { body: JSON.stringify({ results: FIELDS.map((name) => ({ name, type: 'string' })) }) };
  if (method !== 'post' || !url.includes('batch/update')) throw new Error(`nobody asks ${url}`);
  return { body: JSON.stringify({ status: 'COMPLETE', results: [] }) };
};

interface Input {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}
const sentBy = ({ platform }: Stage): Input[] =>
  platform.requests
    .splice(0)
    .filter(({ url }) => url.includes('batch/update'))
    .flatMap(({ body }) => (JSON.parse(body ?? '') as { inputs: Input[] }).inputs);
const stageWith = (
  accounts: readonly PublishedRow[],
  given: { source?: TabRecord; settings?: object; decisions?: readonly TabRecord[] } = {},
): Stage =>
  stageOf({
    settings: { writeBack: 'on', writeBackSources: 'hub', ...given.settings },
    accounts,
    sources: [{ ...HUB, ...given.source }],
    decisions: given.decisions ?? [],
    secrets: { 'secret.hub': 'canary' },
    answer: hubspot,
  });
const merge = (found: string, to: string): TabRecord[] => [
  { 'Decision ID': 'd', Decision: 'same', Found: found, Account: to },
];

describe('the record of an account', () => {
  it('is the one the account was pulled from', () => {
    const stage = stageWith([{ id: '9000000007' }, { id: 'A-1', external: '512' }]);
    stage.send();
    expect(sentBy(stage).map(({ id }) => id)).toEqual(['9000000007']);
    // An external id that only looks like theirs is never written to.
    expect(stage.problems()).toEqual([expect.stringMatching(/^hub \| writeback\.record \| A-1 \|/)]);
  });

  it('comes along in the external ids where the account has an id of our own', () => {
    const source = { 'Field Map': 'account_id = customer_code' };
    const stage = stageWith([{ id: 'A-1', external: '512;77' }, { id: 'A-2', external: 'crm-x' }, { id: '33' }], {
      source,
    });
    stage.send();
    expect(sentBy(stage).map(({ id }) => id)).toEqual(['512']);
    expect(stage.problems().map((line) => line.split(' | ')[2])).toEqual(['33', 'A-2']);
  });

  it('is nowhere where the Field Map leaves it out, and in the column it names', () => {
    const own = 'account_id = customer_code\nexternal_ids = other_ids';
    const without = stageWith([{ id: 'A-1', external: '512' }], { source: { 'Field Map': own } });
    without.send();
    expect(sentBy(without)).toEqual([]);
    const named = stageWith([{ id: 'A-1', external: '512' }], {
      source: { 'Field Map': 'account_id = customer_code\nexternal_ids = hs_object_id' },
    });
    named.send();
    expect(sentBy(named).map(({ id }) => id)).toEqual(['512']);
  });

  it('is told for each account that was merged', () => {
    const stage = stageWith([{ id: '1' }, { id: '2' }], { decisions: merge('2', '1') });
    stage.publish([{ id: '1', score: 50 }]);
    stage.send();
    expect(sentBy(stage).map(({ id, properties }) => [id, properties.kenshin_score])).toEqual([
      ['1', '50'],
      ['2', '50'],
    ]);
  });

  it('that two accounts share is told of one, and the other is named', () => {
    const source = { 'Field Map': 'account_id = customer_code' };
    const stage = stageWith(
      [
        { id: 'A-1', external: '512' },
        { id: 'A-2', external: '512' },
      ],
      { source },
    );
    stage.send();
    expect(sentBy(stage)).toHaveLength(1);
    expect(stage.problems()).toEqual([
      expect.stringMatching(/^hub \| writeback\.record \| A-2 \| Account A-1 has the same/),
    ]);
  });
});

describe('the settings of write-back', () => {
  it('choose fields, for all sources or for one', () => {
    const one = stageWith([{ id: '1' }], { settings: { writeBackFields: 'score = health' } });
    one.send();
    expect(sentBy(one)).toMatchObject([{ properties: { health: '72.5' } }]);
    const other = stageWith([{ id: '1' }], { settings: { writeBackFields: 'score = Health__c; hub.band = health' } });
    other.send();
    expect(sentBy(other).map(({ properties }) => properties)).toEqual([{ health: 'Lime' }]);
  });

  it('send again what goes to another field', () => {
    const stage = stageWith([{ id: '1' }]);
    stage.send();
    stage.send();
    expect(sentBy(stage)).toHaveLength(1);
    Object.assign(stage.config.settings, { writeBackFields: 'band = health' });
    stage.send();
    expect(sentBy(stage)).toHaveLength(1);
  });

  it.each([
    [{ writeBackSources: 'hub; nobody' }, /^Settings \| writeback\.fault \| nobody \|.*hubspot/, 1],
    [{ writeBackSources: '' }, /^Settings \| writeback\.fault \|/, 0],
    [{ writeBackFields: 'points = health' }, /^Settings \| writeback\.fault \| points = health \|.*as_of/, 0],
    [{ writeBackFields: 'score' }, /^Settings \| writeback\.fault \| score \|/, 0],
    [{ writeBackFields: 'score = gone' }, /^hub \| writeback\.fault \|.*gone/, 0],
  ])('%j is told where it is wrong', (settings, problem, sent) => {
    const stage = stageWith([{ id: '1' }], { settings });
    expect(stage.send().state).toBe('done');
    expect(stage.problems()).toEqual([expect.stringMatching(problem)]);
    expect(sentBy(stage)).toHaveLength(sent);
  });

  it('name no source that is switched off, or brings something else', () => {
    for (const source of [{ Enabled: false }, { Dataset: 'contacts' }]) {
      const stage = stageWith([{ id: '1' }], { source });
      stage.send();
      expect(stage.problems()).toEqual([expect.stringMatching(/^Settings \| writeback\.fault \| hub/)]);
      expect(sentBy(stage)).toEqual([]);
    }
  });
});
