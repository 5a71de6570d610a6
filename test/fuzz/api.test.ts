import fc from 'fast-check';
import type { Workspace } from '../../scripts/local/run/workspace';
import type * as api from '../../src/api';
import type { Reply } from '../../src/domain/reply';
import { buildProduct, everything, runNow, setUpProduct } from '../e2e/product';
import { expectText, json, text } from './drawn';
import { fuzz } from './replay';

let workspace: Workspace;

beforeAll(async () => {
  workspace = setUpProduct(await buildProduct(), {
    accounts: 'account_id,name,mrr\nA,Alpha,1000\nB,Beta,2000\n',
    usage: 'account_id,date,logins,active_users\nA,2026-03-30,5,2\nB,2026-03-01,1,1\n',
  });
  runNow(workspace);
});

/** Arguments that come near to what a function takes. */
const change = fc.record(
  {
    tab: fc.oneof(fc.constantFrom('Metrics', 'Bands', 'Settings', 'Overrides', 'Members'), text),
    key: fc.oneof(fc.constantFrom('Adoption', 'Green|', 'Language', '|'), json),
    header: fc.oneof(fc.constantFrom('Weight', 'Value', 'Lower Bound', 'Filter', 'Points'), json),
    value: json,
  },
  { requiredKeys: [] },
);

const anything = fc.array(json, { maxLength: 3 });

/** Functions that write nothing, and what each may be sent. */
const LOOKING: { readonly [Name in keyof typeof api]?: fc.Arbitrary<unknown[]> } = {
  accountView: fc.oneof(
    anything,
    text.map((id): unknown[] => [id]),
    fc.constant<unknown[]>(['A']),
  ),
  bookView: anything,
  configurationVersions: anything,
  operationsView: anything,
  showCell: fc.oneof(anything, fc.tuple(fc.constantFrom('Metrics', 'No'), text)),
  storyView: fc.oneof(anything, fc.constant<unknown[]>(['A'])),
  weekView: anything,
  runState: anything,
  sidebarView: anything,
  sourceForms: anything,
  testSource: fc.oneof(anything, fc.constant<unknown[]>(['accounts.csv'])),
  tuningView: anything,
  whatIf: fc.oneof(
    anything,
    fc.array(change, { maxLength: 3 }).map((changes) => [changes]),
  ),
};

/** Functions that write, and what each may be sent. */
const WRITING: { readonly [Name in keyof typeof api]?: fc.Arbitrary<unknown[]> } = {
  recordPulse: fc.oneof(
    anything,
    fc
      .record({
        accountId: fc.constantFrom('A', '=A'),
        pulse: json,
        comment: text,
        expiry: fc.constantFrom('2026-04-30', 'x'),
      })
      .map((pulse): unknown[] => [pulse]),
  ),
  restoreConfiguration: fc.oneof(
    anything,
    text.map((id): unknown[] => [id]),
  ),
  saveConfiguration: fc.oneof(
    anything,
    text.map((comment) => [comment]),
    fc.tuple(text, fc.array(change, { maxLength: 3 }), json),
  ),
  switchSchedule: anything,
  forgetSecret: fc.oneof(
    anything,
    text.map((field): unknown[] => ['accounts.csv', field]),
  ),
  keepSecrets: fc.oneof(
    anything,
    fc.dictionary(text, json).map((values): unknown[] => ['accounts.csv', values]),
  ),
  saveSource: fc.oneof(
    anything,
    fc
      .dictionary(fc.constantFrom('Source ID', 'Kind', 'Dataset', 'Tab Name', 'Field Map', 'Options', 'x'), text)
      .map((fields) => [fields]),
  ),
  sampleSource: fc.oneof(anything, fc.constant<unknown[]>(['accounts'])),
  setUpProduct: fc.oneof(
    anything,
    fc.tuple(fc.constantFrom('en', 'ja', 'x'), fc.constantFrom('Asia/Tokyo', 'Nowhere', '')),
  ),
  runNow: anything,
};

const call = (functions: { readonly [name: string]: fc.Arbitrary<unknown[]> }): fc.Arbitrary<[string, unknown[]]> =>
  fc.oneof(...Object.entries(functions).map(([name, args]) => fc.tuple(fc.constant(name), args)));

/** The answer, which is one that the page can show, never a mistake of ours. */
function ask(name: string, args: readonly unknown[]): Reply<unknown> {
  const reply = workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<unknown>;
  if (reply.ok) return reply;
  expect(['input', 'config', 'credential', 'busy', 'limit']).toContain(reply.code);
  expectText(reply.text);
  expectText(reply.next);
  return reply;
}

describe('whatever the page sends', () => {
  it('a function that only looks answers it, and writes nothing', () => {
    const before = everything(workspace);
    fuzz(call(LOOKING), ([name, args]) => void ask(name, args));
    expect(everything(workspace)).toEqual(before);
  });

  it('a function that writes answers it, and the product runs on', () => {
    fuzz(call(WRITING), ([name, args]) => void ask(name, args));
    expect(ask('runNow', [])).toMatchObject({ ok: true, data: { state: 'done' } });
  });
});
