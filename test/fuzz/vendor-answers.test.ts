import fc from 'fast-check';
import { isKenshinError } from '../../src/errors';
import { hubspotSource } from '../../src/sources/hubspot/hubspot';
import { redashSource } from '../../src/sources/redash/redash';
import type { SourceContext, SourceDeclaration, SourceSetting } from '../../src/sources/source';
import { zendeskSource } from '../../src/sources/zendesk/zendesk';
import { memoryPlatform } from '../app/ports/memory-platform';
import { source } from '../app/pull/pulled';
import { fuzz } from './replay';

/** Names that these vendors use, so that what is made up gets past the first look. */
const NAMES = [
  ...['results', 'paging', 'next', 'after', 'id', 'properties', 'name', 'domain', 'from', 'to', 'toObjectId', 'errors'],
  ...['associationTypes', 'label', 'context', 'ids', 'missingScopes', 'message', 'policyName', 'hs_object_id'],
  ...['tickets', 'organizations', 'metric_sets', 'organization_id', 'external_id', 'domain_names', 'after_cursor'],
  ...[
    'end_of_stream',
    'satisfaction_rating',
    'score',
    'status',
    'custom_fields',
    'survey_responses',
    'answers',
    'type',
  ],
  ...['rating', 'rating_category', 'subject_zrns', 'meta', 'has_more', 'satisfaction_ratings', 'ticket_id', 'error'],
  ...['query_result', 'data', 'columns', 'rows', 'job', 'hs_merged_object_ids', 'hs_is_closed_won', 'subCategory'],
];
const VALUES = ['x', '1', 1, 3, 4, true, false, null, 'ticket', 'rating_scale', 'good', 'true', 'deleted', ''];
const LISTS = [
  'results',
  'tickets',
  'organizations',
  'metric_sets',
  'survey_responses',
  'satisfaction_ratings',
  'rows',
];

const leaf = fc.constantFrom<unknown>(...VALUES);
const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value;
const record = fc.dictionary(fc.constantFrom(...NAMES), anything, { minKeys: 1, maxKeys: 8 });
const page = fc
  .tuple(record, fc.constantFrom(...LISTS), fc.array(fc.oneof(record, leaf), { maxLength: 4 }))
  .map(([own, list, items]) => ({ ...own, [list]: items }));
const body = fc.oneof(page, page, anything);
const status = fc.constantFrom(200, 200, 200, 200, 207, 302, 400, 401, 403, 404, 423, 429, 477, 500);

const SOURCES: readonly (readonly [SourceDeclaration, Partial<SourceSetting>])[] = [
  [hubspotSource, { dataset: 'accounts', location: '' }],
  [hubspotSource, { dataset: 'contacts', location: '', fieldMap: new Map([['contact_id', 'name']]) }],
  [hubspotSource, { dataset: 'revenue', location: '' }],
  [hubspotSource, { dataset: 'touches', location: '' }],
  [zendeskSource, { dataset: 'tickets', location: 'acme' }],
  [zendeskSource, { dataset: 'surveys', location: 'acme' }],
  [redashSource, { dataset: 'usage', location: 'https://redash.example.com', options: { query: '1' } }],
];

describe('whatever a vendor answers', () => {
  it.each(
    SOURCES.map(([declaration, changes]) => [`${declaration.kind} ${changes.dataset}`, declaration, changes] as const),
  )('%s is read, or refused in words', (_, declaration, changes) => {
    fuzz(fc.array(fc.tuple(status, body), { minLength: 1, maxLength: 6 }), (answers) => {
      const setting = source({ kind: declaration.kind, ...changes });
      const platform = memoryPlatform({
        secrets: { 'secret.crm': 'key' },
        answer: (_, count) => {
          const [code, said] = answers[(count - 1) % answers.length] as [number, unknown];
          return { status: code, body: JSON.stringify(said) };
        },
      });
      const context = { ...platform, setting, cursor: null, report: () => {}, pause: () => {} };
      try {
        const pulled = declaration.read(context as unknown as SourceContext);
        pulled.each((cells) => {
          expect(cells).toHaveLength(pulled.columns.length);
          return true;
        });
        expect((pulled.removed ?? []).every((key) => typeof key === 'string')).toBe(true);
      } catch (error) {
        if (!isKenshinError(error)) throw error;
      }
    });
  });
});
