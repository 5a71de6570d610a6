import type { StandIn, Vendor, VendorAnswer, VendorRequest } from '../vendor';
import { COMPANY_FIELDS, CONTACT_FIELDS, DEAL_FIELDS, type Held, modifiedName, type Portal, portalOf } from './records';
import { type SearchBody, searched } from './search';

const KEY = 'pat-stand-in-0123456789';
const LARGEST_PAGE = 100;
const LARGEST_BATCH = 100;
const LARGEST_ADDRESS = 2048;

/**
 * HubSpot's CRM API: objects, searches, batches, associations, owners and properties, under the dated paths and those of
 * v3 and v4, which its client still asks. Sources: HubSpot developer documentation, "CRM API" (objects, search,
 * associations, owners, properties), "API usage guidelines and limits", "Error handling".
 */
export const standIn: StandIn = {
  create: (options) => {
    const start = (): State => ({
      ...{ portal: portalOf(options), key: String(options.key ?? KEY), daily: 650000, left: 649000 },
    });
    const state = start();
    const reset = () => void Object.assign(state, start());
    return { answer: (request) => answer(state, request), faults: FAULTS, commands: { ...commandsOf(state), reset } };
  },
  sources: (origin) => {
    const row = (dataset: string, fields: Readonly<Record<string, string>>) => ({
      ...{ 'Source ID': `hubspot ${dataset}`, Kind: 'hubspot', Dataset: dataset, Location: origin, Every: 'daily' },
      'Field Map': Object.entries(fields)
        .map((pair) => pair.join(' = '))
        .join('\n'),
    });
    return [row('accounts', COMPANY_FIELDS), row('contacts', CONTACT_FIELDS), row('revenue', DEAL_FIELDS)];
  },
  secrets: () => ({
    'secret.hubspot accounts': KEY,
    'secret.hubspot contacts': KEY,
    'secret.hubspot revenue': KEY,
  }),
};

const failure = (status: number, category: string, message: string, more: object = {}): VendorAnswer => ({
  status,
  body: { status: 'error', message, correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf', category, ...more },
});

const limited = (policyName: string, message: string): VendorAnswer => ({
  status: 429,
  body: {
    status: 'error',
    message,
    errorType: 'RATE_LIMIT',
    correlationId: 'c033cdaa',
    policyName,
    groupName: 'publicapi',
  },
});

/** Errors by their names, each in HubSpot's shape. */
const FAULTS: NonNullable<Vendor['faults']> = {
  expired: () =>
    failure(401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired 2 minute(s) ago.'),
  scopes: (_, scopes) =>
    failure(403, 'MISSING_SCOPES', "This app hasn't been granted all required scopes to make this call.", {
      errors: [
        { message: 'One or more of the following scopes are required.', context: { requiredGranularScopes: scopes } },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    }),
  forbidden: () => failure(403, 'BANNED', 'This portal has been suspended.'),
  rolling: () => limited('TEN_SECONDLY_ROLLING', 'You have reached your ten_secondly_rolling limit.'),
  secondly: () => limited('SECONDLY', 'You have reached your secondly limit.'),
  daily: () => limited('DAILY', 'You have reached your daily limit.'),
  locked: () => failure(423, 'LOCKED', 'Your account is locked while a change is under way.'),
  migrating: (_, seconds) => ({
    status: 477,
    headers: { 'retry-after': String(seconds) },
    body: 'migration in progress',
  }),
};

interface State {
  portal: Portal;
  key: string;
  daily: number;
  left: number;
}

/** Changes a test may make; moments in milliseconds. */
function commandsOf(state: State): NonNullable<Vendor['commands']> {
  const of = (object: string) => state.portal.objects.get(object) as Map<string, Held>;
  return {
    key: (key: string) => {
      state.key = key;
    },
    daily: ({ limit, left }: { limit: number; left: number }) => {
      state.daily = limit;
      state.left = left;
    },
    /** The ids of an object, in their order. */
    ids: (object: string) => [...of(object).keys()],
    put: (record: {
      object: string;
      id: string;
      at: number;
      properties?: Record<string, string | null>;
      companies?: Held['companies'];
    }) => {
      const { object, id, at, properties = {}, companies } = record;
      const known = of(object);
      const before = known.get(id) ?? { id, properties: {}, archived: false, companies: [], modified: at };
      for (const name of Object.keys(properties)) state.portal.properties.get(object)?.set(name, {});
      known.set(id, {
        ...before,
        properties: { ...before.properties, ...properties },
        companies: companies ?? before.companies,
        modified: at,
      });
    },
    /** So many records more, from an id on, all changed at once. */
    many: ({ object, id, count, at }: { object: string; id: number; count: number; at: number }) => {
      const known = of(object);
      for (let more = 0; more < count; more += 1) {
        const own = String(id + more);
        known.set(own, { id: own, properties: { name: `Co ${own}` }, archived: false, companies: [], modified: at });
      }
    },
    archive: ({ object, id }: { object: string; id: string }) => {
      (of(object).get(id) as Held).archived = true;
    },
    get: ({ object, id }: { object: string; id: string }) => of(object).get(id) ?? null,
    drop: ({ object, property }: { object: string; property: string }) => {
      state.portal.properties.get(object)?.delete(property);
    },
  };
}

function answer(state: State, request: VendorRequest): VendorAnswer {
  const { portal } = state;
  const { method, path, headers, query, body } = request;
  if (headers.authorization !== `Bearer ${state.key}`)
    return failure(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
  const [, old, dated, rest = ''] = /^\/crm\/(?:v[34]\/(\w+)|(\w+)\/20\d\d-\d\d)(\/.*)?$/.exec(path) ?? [];
  const family = old ?? dated;
  const parts = rest.split('/').filter((part) => part !== '');
  const sent = (): never => (body === '' ? {} : JSON.parse(body)) as never;
  const answered = ((): VendorAnswer => {
    if (path.length + String(query).length > LARGEST_ADDRESS) return { status: 414, body: 'URI too long' };
    const [object = '', ...verb] = parts;
    if (family === 'owners') return owners(portal, query);
    if (family === 'associations') return associations(portal, parts, sent());
    const records = portal.objects.get(object);
    if (!records) return failure(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${object}`);
    if (family === 'properties') return properties(portal, object, method, verb, sent());
    if (family !== 'objects') return failure(404, 'OBJECT_NOT_FOUND', 'resource not found');
    switch (`${method} ${verb.join('/')}`) {
      case 'GET ':
        return list(portal, object, query, `${request.origin}${path}`);
      case 'POST search':
        return search(portal, object, sent());
      case 'POST batch/read':
        return batchRead(portal, object, sent());
      case 'POST batch/update':
        return batchUpdate(portal, object, sent());
      default:
        return failure(405, 'METHOD_NOT_ALLOWED', `${method} ${path}`);
    }
  })();
  if (path.endsWith('/search')) return answered;
  state.left -= 1;
  return {
    ...answered,
    headers: {
      ...answered.headers,
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '180',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-daily': String(state.daily),
      'x-hubspot-ratelimit-daily-remaining': String(state.left),
    },
  };
}

/** What is shown of a record: what was asked for as far as HubSpot knows it, and what it always shows. */
function shown(portal: Portal, object: string, record: Held, asked: readonly string[]) {
  const known = portal.properties.get(object) as Map<string, object>;
  const always = { createdate: record.properties.createdate ?? null, hs_object_id: record.id };
  const named = asked.filter((name) => known.has(name)).map((name) => [name, record.properties[name] ?? null]);
  const updatedAt = new Date(record.modified).toISOString();
  return {
    id: record.id,
    properties: { ...always, ...Object.fromEntries(named), [modifiedName(object)]: updatedAt },
    createdAt: always.createdate,
    updatedAt,
    archived: record.archived,
    ...(record.archived ? { archivedAt: updatedAt } : {}),
  };
}

function list(portal: Portal, object: string, query: URLSearchParams, url: string): VendorAnswer {
  const limit = Number(query.get('limit') ?? 10);
  if (limit > LARGEST_PAGE) return failure(400, 'VALIDATION_ERROR', `limit must be at most ${LARGEST_PAGE}`);
  const archived = query.get('archived') === 'true';
  const after = Number(query.get('after') ?? 0);
  const asked = query.getAll('properties').flatMap((names) => names.split(','));
  const rest = [...(portal.objects.get(object)?.values() ?? [])]
    .filter((record) => record.archived === archived && Number(record.id) > after)
    .sort((a, b) => Number(a.id) - Number(b.id));
  const page = rest.slice(0, limit);
  const last = page[page.length - 1]?.id;
  const next = rest.length > limit ? { paging: { next: { after: last, link: `${url}?after=${last}` } } } : {};
  return { body: { results: page.map((record) => shown(portal, object, record, asked)), ...next } };
}

function search(portal: Portal, object: string, body: SearchBody): VendorAnswer {
  const known = portal.properties.get(object) as Map<string, object>;
  const found = searched(object, portal.objects.get(object)?.values() ?? [], known, body);
  if (typeof found === 'string') return failure(400, 'VALIDATION_ERROR', found);
  const { total, page, after } = found;
  const results = page.map((record) => shown(portal, object, record, body.properties ?? []));
  return { body: { total, results, ...(after === null ? {} : { paging: { next: { after } } }) } };
}

interface Batch {
  readonly properties?: readonly string[];
  readonly inputs: readonly { readonly id: string; readonly properties?: Record<string, string> }[];
}

const DATES = { startedAt: '2026-01-31T00:00:00.000Z', completedAt: '2026-01-31T00:00:00.100Z' };

function batchRead(portal: Portal, object: string, { properties = [], inputs }: Batch): VendorAnswer {
  if (inputs.length > LARGEST_BATCH) return failure(400, 'VALIDATION_ERROR', `at most ${LARGEST_BATCH} inputs`);
  const found = inputs.flatMap(({ id }) => portal.objects.get(object)?.get(id) ?? []);
  return {
    body: { status: 'COMPLETE', results: found.map((one) => shown(portal, object, one, properties)), ...DATES },
  };
}

function batchUpdate(portal: Portal, object: string, { inputs }: Batch): VendorAnswer {
  if (inputs.length > LARGEST_BATCH) return failure(400, 'VALIDATION_ERROR', `at most ${LARGEST_BATCH} inputs`);
  const known = portal.properties.get(object) as Map<string, object>;
  const wrong = inputs.flatMap(({ properties = {} }) => Object.keys(properties)).find((name) => !known.has(name));
  if (wrong)
    return failure(
      400,
      'VALIDATION_ERROR',
      `Property values were not valid: [{"isValid":false,"message":"Property \\"${wrong}\\" does not exist","name":"${wrong}"}]`,
    );
  const records = portal.objects.get(object) as Map<string, Held>;
  const missing = inputs.filter(({ id }) => !records.has(id)).map(({ id }) => id);
  const results = inputs.flatMap(({ id, properties = {} }) => {
    const record = records.get(id);
    if (record) Object.assign(record.properties, properties);
    return record ? [shown(portal, object, record, Object.keys(properties))] : [];
  });
  if (missing.length === 0) return { body: { status: 'COMPLETE', results, ...DATES } };
  const errors = [
    { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'Could not get some objects', context: { ids: missing } },
  ];
  return { status: 207, body: { status: 'COMPLETE', results, numErrors: errors.length, errors, ...DATES } };
}

/** Batch read of associations; those without any are errors beside the results. */
function associations(portal: Portal, parts: readonly string[], { inputs }: Batch): VendorAnswer {
  const [from = '', to = '', ...verb] = parts;
  if (to !== 'companies' || verb.join('/') !== 'batch/read') return failure(404, 'OBJECT_NOT_FOUND', parts.join('/'));
  if (inputs.length > 1000) return failure(400, 'VALIDATION_ERROR', 'at most 1000 inputs');
  const held = (id: string) => portal.objects.get(from)?.get(id)?.companies ?? [];
  const results = inputs
    .filter(({ id }) => held(id).length > 0)
    .map(({ id }) => ({
      from: { id },
      to: held(id).map((company) => ({
        toObjectId: company.id,
        associationTypes: [
          ...(company.primary ? [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' }] : []),
          { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
        ],
      })),
    }));
  const none = inputs.filter(({ id }) => held(id).length === 0);
  if (none.length === 0) return { body: { status: 'COMPLETE', results, ...DATES } };
  const errors = none.map(({ id }) => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No company is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
  }));
  return { status: 207, body: { status: 'COMPLETE', results, numErrors: errors.length, errors, ...DATES } };
}

function owners({ owners: all }: Portal, query: URLSearchParams): VendorAnswer {
  const limit = Number(query.get('limit') ?? 100);
  const from = Number(query.get('after') ?? 0);
  const results = all.slice(from, from + limit).map((owner, at) => ({
    ...{ ...owner, type: 'PERSON', firstName: 'Own', lastName: `Er ${at}`, userId: 9000 + at, archived: false },
    ...{ createdAt: '2024-01-01T00:00:00.000Z', updatedAt: '2024-01-01T00:00:00.000Z' },
  }));
  const next = from + limit < all.length ? { paging: { next: { after: String(from + limit) } } } : {};
  return { body: { results, ...next } };
}

interface NewProperty {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
}

function properties(
  portal: Portal,
  object: string,
  method: string,
  [name]: readonly string[],
  sent: NewProperty,
): VendorAnswer {
  const known = portal.properties.get(object) as Map<string, object>;
  const described = (one: string) => ({
    ...{ name: one, label: one, type: 'string', fieldType: 'text', groupName: 'companyinformation', description: '' },
    ...{ options: [], archived: false, hidden: false, ...known.get(one) },
  });
  if (method === 'GET' && name === undefined) return { body: { results: [...known.keys()].map(described) } };
  if (method === 'GET' && name !== undefined && known.has(name)) return { body: described(name) };
  if (method === 'GET') return failure(404, 'OBJECT_NOT_FOUND', `Property ${name} does not exist`);
  if (known.has(sent.name))
    return failure(409, 'OBJECT_ALREADY_EXISTS', `A property named '${sent.name}' already exists.`);
  known.set(sent.name, sent);
  return { status: 201, body: described(sent.name) };
}
