import fc from 'fast-check';
import { isKenshinError } from '../../src/errors';
import { bigQuerySource } from '../../src/sources/bigquery/bigquery';
import { calendarSource } from '../../src/sources/calendar/calendar';
import { gmailSource } from '../../src/sources/gmail/gmail';
import { hubspotSource } from '../../src/sources/hubspot/hubspot';
import { redashSource } from '../../src/sources/redash/redash';
import type { SourceContext, SourceDeclaration, SourceSetting } from '../../src/sources/source';
import { zendeskSource } from '../../src/sources/zendesk/zendesk';
import { memoryPlatform } from '../app/ports/memory-platform';
import { memoryWorkbook } from '../app/ports/memory-workbook';
import { source } from '../app/pull/pulled';
import { fuzz } from './replay';

const leaf = fc.constantFrom<unknown>('x', '1', '2;3', 1, 3, 4, true, false, null, '', 2 ** 60);
const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.dictionary(fc.constantFrom('id', 'results', 'name', 'next', 'message'), tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

/** Mostly what it should be; sometimes anything else. */
const mostly = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: anything });
const shape = (values: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  mostly(fc.record(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mostly(value)])), {}));
const list = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => mostly(fc.array(item, { maxLength: 4 }));
const named = (...values: unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);
const id = named('1', '2', 3, '12345678901234567891');
const fields = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), mostly(leaf), { maxKeys: 8 });

const hubspot = shape({
  results: list(
    shape({
      id,
      email: leaf,
      properties: fields(
        ...['name', 'domain', 'hs_additional_domains', 'hubspot_owner_id', 'hs_merged_object_ids', 'hs_timestamp'],
        ...['hs_meeting_outcome', 'firstname', 'lastname', 'hs_buying_role', 'closedate', 'dealtype', 'amount'],
      ).map((own) => ({ ...own, hs_is_closed_won: 'true' })),
      from: shape({ id }),
      to: list(shape({ toObjectId: id, associationTypes: list(shape({ label: named('Primary', null) })) })),
    }),
  ),
  paging: named(undefined, { next: { after: '5' } }, { next: null }),
  errors: list(
    shape({ message: leaf, subCategory: leaf, context: shape({ ids: list(id), missingScopes: list(leaf) }) }),
  ),
});
const zendesk = shape({
  tickets: list(
    shape({
      ...{ id, organization_id: id, status: named('open', 'closed', 'deleted'), created_at: leaf, updated_at: leaf },
      ...{ satisfaction_rating: shape({ score: named('good', 'bad', 'offered') }), custom_fields: list(shape({ id })) },
    }),
  ),
  organizations: list(shape({ id, external_id: leaf, domain_names: list(leaf) })),
  metric_sets: list(shape({ ticket_id: id, solved_at: leaf })),
  survey_responses: list(
    shape({
      ...{ id, subject_zrns: list(named('zen:ticket:1', 'zen:ticket:2')) },
      answers: list(shape({ type: named('rating_scale', 'skipped'), rating: leaf, rating_category: named('good') })),
    }),
  ),
  satisfaction_ratings: list(shape({ id, ticket_id: id, score: named('good', 'bad'), created_at: leaf })),
  after_cursor: named('a', 'b', null),
  end_of_stream: named(true, true, false),
  meta: shape({ has_more: named(true, false, false), after_cursor: named('a', 'b', null) }),
  error: leaf,
});
const redash = fc.oneof(
  shape({ job: shape({ id, status: named(1, 2, 3, 3, 4, 5), error: leaf }) }),
  shape({
    query_result: shape({
      data: shape({
        columns: list(shape({ name: named('account_id', 'date') })),
        rows: list(fields('account_id', 'date')),
      }),
    }),
  }),
);
const bigquery = shape({
  jobComplete: named(true, true, true, false),
  jobReference: named({ jobId: 'j', location: 'EU' }),
  schema: shape({
    fields: list(
      shape({
        name: named('account_id', 'n', 'at'),
        type: named('STRING', 'INTEGER', 'TIMESTAMP', 'NUMERIC', 'FLOAT', 'BOOLEAN', 'RECORD'),
        mode: named('NULLABLE', 'REPEATED', undefined),
        fields: named(undefined, undefined, [{ name: 'x', type: 'DATE' }]),
      }),
    ),
  }),
  rows: list(shape({ f: list(shape({ v: leaf })) })),
  pageToken: named(undefined, 'p', 'q', null),
  totalBytesProcessed: named('10', '99999999999999'),
});
const moment = shape({ dateTime: named('2026-01-02T03:04:05+09:00', undefined), date: named('2026-01-02') });
const calendar = shape({
  items: list(
    shape({
      ...{ id, status: named('confirmed', 'cancelled'), start: moment, end: moment },
      attendees: list(shape({ email: named('a@acme.example', 'b'), self: leaf, responseStatus: named('declined') })),
    }),
  ),
  nextPageToken: named(undefined, 'p', 'q'),
});
const gmail = shape({
  ...{
    emailAddress: named('ops@kenshin.example'),
    historyId: id,
    id,
    internalDate: named(String(Date.UTC(2026, 0, 30))),
  },
  messages: list(shape({ id })),
  history: list(shape({ messagesAdded: list(shape({ message: shape({ id }) })) })),
  nextPageToken: named(undefined, 'p', 'q'),
  labelIds: list(named('INBOX', 'DRAFT')),
  payload: shape({ headers: list(shape({ name: named('From'), value: named('"x" <a@acme.example>', '@', '"') })) }),
});
const status = fc.oneof(
  { weight: 12, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(207, 302, 400, 401, 403, 404, 423, 429, 477, 500) },
);

const SOURCES: readonly (readonly [SourceDeclaration, Partial<SourceSetting>, fc.Arbitrary<unknown>])[] = [
  [hubspotSource, { dataset: 'accounts', location: '' }, hubspot],
  [hubspotSource, { dataset: 'contacts', location: '', fieldMap: new Map([['contact_id', 'name']]) }, hubspot],
  [hubspotSource, { dataset: 'revenue', location: '' }, hubspot],
  [hubspotSource, { dataset: 'touches', location: '' }, hubspot],
  [zendeskSource, { dataset: 'tickets', location: 'acme' }, zendesk],
  [zendeskSource, { dataset: 'surveys', location: 'acme' }, zendesk],
  [bigQuerySource, { dataset: 'usage', location: 'acme', tabName: 'SQL', options: { since_column: 'n' } }, bigquery],
  [calendarSource, { dataset: 'touches', location: '' }, calendar],
  [gmailSource, { dataset: 'touches', location: '' }, gmail],
  [redashSource, { dataset: 'usage', location: 'https://redash.example.com', options: { query: '1' } }, redash],
];

describe('whatever a vendor answers', () => {
  it.each(
    SOURCES.map(
      ([declaration, changes, body]) => [`${declaration.kind} ${changes.dataset}`, declaration, changes, body] as const,
    ),
  )('%s is read, or refused in words', (_, declaration, changes, body) => {
    fuzz(fc.array(fc.tuple(status, body), { minLength: 4, maxLength: 8 }), (answers) => {
      const setting = source({ kind: declaration.kind, ...changes });
      const platform = memoryPlatform({
        secrets: { 'secret.crm': 'key' },
        domains: ['acme.example'],
        health: memoryWorkbook({ tabs: { SQL: [['SELECT 1']] } }),
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
