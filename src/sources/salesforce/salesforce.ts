import { dataset } from '../../domain/datasets';
import { hostOf, isAddress } from '../address';
import { RESERVE } from '../ask';
import { digest } from '../digest';
import { gather, type Page } from '../gather';
import { type KeptRow, keptTable } from '../kept';
import { oneOf, wholeNumber, words } from '../option';
import { vendorFaults } from '../refusal';
import type { Pulled, SourceContext, SourceDeclaration, SourceSetting } from '../source';
import * as messages from './messages';
import { OBJECTS, type SalesforceObject } from './objects';
import { type Plan, planOf } from './plan';
import { beginBulk, bulkPage, bulkState, firstPage, nextPage, soqlOf } from './query';
import { AUTHS, authOf, hostAddress, type OrgSession, openSession } from './session';
import { salesforceWriteBack } from './write-back';

/** Records of one bite. */
const BITE = 20000;
/** From more records than this on a bulk query takes fewer calls and less time. */
const BULK = 50000;
/** What changed this long before the newest change that was seen is asked for again. */
const OVERLAP = 600000;
const FIRST_POLL = 2000;
const LONGEST_POLL = 30000;

/** Where a pull ended: by object the newest change seen and what was asked, and, while one is under way, its place. */
interface Cursor {
  readonly marks: Readonly<Record<string, readonly [newest: number, shape: string]>>;
  /** Which of the dataset's objects is under way, 0 first. */
  readonly at?: number;
  readonly plan?: Plan;
  /** Path of the next page. */
  readonly next?: string;
  readonly job?: string;
  readonly polls?: number;
  /** Of a bulk result. */
  readonly locator?: string;
  /** Newest change seen so far in the query under way. */
  readonly high?: number;
}

/** Accounts, contacts, tasks, events, cases and opportunities of Salesforce. Source: Salesforce, REST API Developer Guide. */
export const salesforceSource: SourceDeclaration = {
  kind: 'salesforce',
  options: [
    oneOf('auth', messages.authNote, AUTHS),
    words('username', messages.usernameNote),
    { name: 'where', note: messages.whereNote, check: (value) => (isCondition(value) ? null : messages.whereUnsafe()) },
    wholeNumber('daily_share', messages.shareNote, 1, 100),
  ],
  credential: [
    { name: 'client_id', label: messages.clientIdLabel, needed: () => true },
    { name: 'client_secret', label: messages.clientSecretLabel, needed: (setting) => authOf(setting) !== 'jwt' },
    { name: 'private_key', label: messages.privateKeyLabel, needed: (setting) => authOf(setting) === 'jwt' },
    {
      name: 'refresh_token',
      label: messages.refreshTokenLabel,
      needed: (setting) => authOf(setting) === 'refresh_token',
    },
  ],
  streams: OBJECTS.map(({ object, dataset: name }) => ({
    ...{ dataset: name, from: object, key: 'Id', cursor: 'SystemModstamp' },
  })),
  check: (setting) => [
    ...locationFaults(setting.location).map((why) => ({ column: 'Location', why })),
    ...vendorFaults(setting, salesforceSource.streams),
    ...(authOf(setting) === 'jwt' && !setting.options.username
      ? [{ column: 'Options', why: messages.usernameMissing() }]
      : []),
  ],
  test: (context) => {
    const session = openSession(context);
    const objects = objectsOf(context.setting);
    const [first] = objects as readonly [SalesforceObject];
    const columns = planOf(context, session, first).columns.map(([heading]) => heading);
    return messages.found(session.name, objects.map(({ object }) => object).join(', '), columns);
  },
  writeBack: salesforceWriteBack,
  read,
};

function objectsOf({ dataset: name }: Pick<SourceSetting, 'dataset'>): readonly SalesforceObject[] {
  return OBJECTS.filter((object) => object.dataset === name);
}

function locationFaults(location: string) {
  const host = hostAddress(location);
  if (host === '' && !isAddress(location)) return [messages.hostMissing()];
  return /^(?:login|test)\.salesforce\.com$/.test(hostOf(host)) ? [messages.loginHost()] : [];
}

/** Whether a text can stand between brackets in a query without reaching beyond them. */
function isCondition(text: string): boolean {
  const bare = text.replace(/'(?:[^'\\]|\\.)*'/g, "''").replace(/''/g, '');
  let open = 0;
  for (const character of bare) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0 && !/['\r\n]|\b(?:order\s+by|limit|offset|for|group\s+by|having|with)\b/i.test(bare);
}

function read(context: SourceContext): Pulled {
  const cursor = JSON.parse(context.cursor ?? '{"marks":{}}') as Cursor;
  const objects = objectsOf(context.setting);
  const object = objects[cursor.at ?? 0] as SalesforceObject;
  const session = openSession(context);
  const plan = cursor.plan ?? planOf(context, session, object);
  const [newestKnown = 0, asked = ''] = cursor.marks[object.object] ?? [];
  // Fields that came or went in the org have everything asked for again.
  const shape = digest(plan);
  const mark = asked === shape ? newestKnown : 0;
  // Where something may be stored, what was deleted or does not count any more is asked for too.
  const since = mark > 0 ? mark - OVERLAP : asked || context.again ? 0 : null;
  const soql = soqlOf(object, plan, context.setting.options.where ?? '', since);
  const under: Cursor = { marks: cursor.marks, at: cursor.at ?? 0, plan };
  const anew: Cursor = { marks: cursor.marks, at: cursor.at ?? 0 };

  if (cursor.job !== undefined) return readBulk(cursor as Cursor & { job: string });
  let first: Page | null;
  if (cursor.next === undefined) {
    const page = firstPage(context, session, soql);
    if (page.size > BULK && page.next !== null) return wait({ ...under, job: beginBulk(context, session, soql) });
    first = page;
  } else {
    first = nextPage(context, session, cursor.next);
    // Places are kept for two days only: then what changed since is asked for anew.
    if (first === null) return wait(anew);
  }
  const place = cursor.next ?? 'first';
  const { records, next } = gather(
    context,
    session.name,
    place,
    (at) => (at === place ? first : nextPageOrEnd(at)),
    BITE,
  );
  return rows(records, next === null ? null : { next });

  function nextPageOrEnd(at: string): Page {
    const page = nextPage(context, session, at);
    if (page === null) throw new Error(`${session.name} forgot a page it had just named`);
    return page;
  }

  function readBulk({ job, polls = 0, locator }: Cursor & { job: string }): Pulled {
    if (locator === undefined) {
      const bulk = bulkState(context, session, job);
      if (bulk.state === 'failed') {
        const why = messages.bulkFailed(session.name, bulk.words);
        context.report({ severity: 'error', code: 'bulk.failed', place: '', column: '', value: job, why });
        return { ...nothing(), cursor: JSON.stringify(anew) };
      }
      if (bulk.state === 'working') {
        const pause = Math.min(LONGEST_POLL, FIRST_POLL * 2 ** polls);
        if (context.clock.remaining() > pause + RESERVE * 2) context.clock.sleep(pause);
        return wait({ ...under, job, polls: polls + 1 });
      }
    }
    const page = bulkPage(context, session, job, locator ?? '');
    return rows(page.records, page.next === null ? null : { job, locator: page.next });
  }

  /** Nothing yet; the pull goes on at `to`. */
  function wait(to: Cursor): Pulled {
    return { ...nothing(), cursor: JSON.stringify(to), more: true };
  }

  function nothing(): Pulled {
    return { name: session.name, columns: [], headerRow: 0, addressing: 'row', each: () => undefined };
  }

  /** The records as rows; `place` is where this object goes on, null at its end. */
  function rows(records: readonly unknown[], place: Pick<Cursor, 'next' | 'job' | 'locator'> | null): Pulled {
    const table = tableOf(context, session, object, plan, records);
    // Of what is read from the start nothing that does not count can be stored.
    const pulled = since === null ? { ...table.pulled, removed: [] } : table.pulled;
    const newest = Math.max(table.high, cursor.high ?? 0, mark);
    if (place !== null) return { ...pulled, more: true, cursor: JSON.stringify({ ...under, ...place, high: newest }) };
    const marks: Cursor['marks'] = newest === 0 ? cursor.marks : { ...cursor.marks, [object.object]: [newest, shape] };
    const at = (cursor.at ?? 0) + 1;
    return at < objects.length
      ? { ...pulled, more: true, cursor: JSON.stringify({ marks, at }) }
      : { ...pulled, cursor: JSON.stringify({ marks }) };
  }
}

/** Records, of a query or of a bulk result, under the headings of the plan; the last that is said of a record counts. */
function tableOf(
  context: SourceContext,
  session: OrgSession,
  { dataset: name, object, row: settle }: SalesforceObject,
  { columns }: Plan,
  records: readonly unknown[],
): { readonly pulled: Pulled; readonly high: number } {
  const [key] = dataset(name).key as readonly [string];
  // A kind that `settle` makes without a field of theirs is a column of its own.
  const makesKind = settle && !columns.some(([, ours]) => ours === 'kind');
  const rows = new Map<string, KeptRow | null>();
  let high = 0;
  for (const record of records) {
    const field = (path: string): unknown => valueAt(record, path);
    const ours: KeptRow = {};
    for (const [heading, column, path] of columns) ours[column || heading] = field(path);
    high = Math.max(high, Date.parse(String(field('SystemModstamp'))) || 0);
    const id = String(ours[key] ?? field('Id'));
    if (String(field('IsDeleted')) === 'true' || settle?.(field, ours) === false) {
      rows.set(id, null);
      continue;
    }
    const row: KeptRow = makesKind ? { kind: ours.kind } : {};
    for (const [heading, column] of columns) row[heading] = ours[column || heading];
    if (name !== 'accounts' && ours.account_id === null) row.account_id = null;
    rows.set(id, row);
  }
  const always = columns.map(([heading]) => heading);
  const named = [key, ...always.filter((heading) => heading !== key)];
  return { pulled: keptTable(context, `${session.name} ${object}`, rows, named, always), high };
}

/** What stands at a path: in objects within objects, or under the path itself as bulk results have it. */
function valueAt(record: unknown, path: string): unknown {
  const flat = (record as Readonly<Record<string, unknown>>)[path];
  if (flat !== undefined || !path.includes('.')) return flat ?? null;
  let found: unknown = record;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null) return null;
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return found ?? null;
}
