import type { StandIn, Vendor, VendorAnswer, VendorRequest } from '../vendor';
import { CSAT_FIELD, type Desk, deskOf, type Ticket } from './records';

const EMAIL = 'agent@example.com';
const KEY = 'zendesk-stand-in-0123456789';
const EXPORTED = 1000;

/**
 * Zendesk Support: incremental exports of tickets by cursor and by time, tickets, organizations, survey responses and satisfaction
 * ratings. Sources: Zendesk developer documentation, "Incremental Exports", "Tickets", "CSAT Survey Responses",
 * "Satisfaction Ratings", "Pagination", "Rate limits", "Security and authentication".
 */
export const standIn: StandIn = {
  create: (options) => {
    const start = (): State => ({
      desk: deskOf(options),
      key: String(options.key ?? KEY),
      csat: (options.csat as State['csat']) ?? 'survey',
      page: Number(options.page ?? EXPORTED),
    });
    const state = start();
    const reset = () => void Object.assign(state, start());
    return { answer: (request) => answer(state, request), faults: FAULTS, commands: { ...commandsOf(state), reset } };
  },
  // Not the answers about satisfaction: the demo's surveys hold more than those.
  partly: ['surveys'],
  sources: (origin) => [
    {
      ...{ 'Source ID': 'zendesk tickets', Kind: 'zendesk', Dataset: 'tickets', Location: origin, Every: 'daily' },
      Options: `email = ${EMAIL}\nsince = 2020-01-01`,
      'Field Map': `csat = ${CSAT_FIELD}`,
    },
  ],
  secrets: () => ({ 'secret.zendesk tickets': KEY }),
};

interface State {
  desk: Desk;
  key: string;
  /** Which of the two an account uses. */
  csat: 'survey' | 'rating';
  /** Tickets of a page of an export. */
  page: number;
}

const FAULTS: NonNullable<Vendor['faults']> = {
  expired: () => ({ status: 401, body: { error: 'invalid_token', error_description: 'The access token expired' } }),
  scope: () => ({
    status: 403,
    body: { error: 'Forbidden', description: 'You are missing the following required scopes: read' },
  }),
  forbidden: () => ({
    status: 403,
    body: { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
  }),
  limited: (_, seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds), 'ratelimit-limit': '10', 'ratelimit-remaining': '0' },
    body: { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' },
  }),
};

function commandsOf(state: State): NonNullable<Vendor['commands']> {
  return {
    key: (key: string) => {
      state.key = key;
    },
    page: (size: number) => {
      state.page = size;
    },
    csat: (csat: State['csat']) => {
      state.csat = csat;
    },
    tickets: () => [...state.desk.tickets.keys()],
    /** Changes a ticket, made where there is none, at a moment in seconds. */
    put: ({ id, at, ...changes }: Partial<Ticket> & { id: number; at: number }) => {
      const [some] = state.desk.tickets.values();
      const moment = new Date(at * 1000).toISOString();
      const before = state.desk.tickets.get(id) ?? { ...(some as Ticket), id, created_at: moment };
      const after = { ...before, ...changes, updated_at: moment, generated_timestamp: at };
      state.desk.tickets.set(id, after);
      if (after.status === 'open') state.desk.solved.delete(id);
    },
    rate: ({ id, ticket, rating, at }: { id: number; ticket: number; rating: number; at: string }) => {
      state.desk.answers.set(id, { id, ticket, rating, at });
    },
    unanswered: () => state.desk.answers.clear(),
    organization: ({ id, ...changes }: { id: number }) => {
      const before = state.desk.organizations.get(id) as never;
      state.desk.organizations.set(id, Object.assign({ id }, before, changes));
    },
  };
}

const notFound: VendorAnswer = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };

function answer(state: State, request: VendorRequest): VendorAnswer {
  const { headers, query } = request;
  const basic = `Basic ${Buffer.from(`${EMAIL}/token:${state.key}`).toString('base64')}`;
  if (headers.authorization !== basic && headers.authorization !== `Bearer ${state.key}`)
    return { status: 401, body: { error: "Couldn't authenticate you" } };
  const { desk } = state;
  const path = request.path.replace(/^\/api\/v2\//, '').replace(/\.json$/, '');
  const included = (query.get('include') ?? '').split(',');
  const tickets = [...desk.tickets.values()];
  switch (path) {
    case 'incremental/tickets/cursor':
      return byCursor(state, request, included);
    case 'incremental/tickets':
      return byTime(state, request, included);
    case 'tickets':
      return paged(request, 'tickets', tickets.filter(standing));
    case 'tickets/show_many': {
      const ids = (query.get('ids') ?? '').split(',').map(Number);
      if (ids.length > 100) return { status: 400, body: { error: 'TooManyIds', description: 'at most 100 ids' } };
      const named = tickets.filter((ticket) => standing(ticket) && ids.includes(ticket.id));
      return { body: { tickets: named, ...sideloads(state, named, included), count: named.length, next_page: null } };
    }
    case 'organizations':
      return paged(request, 'organizations', [...desk.organizations.values()]);
    case 'guide/survey_responses': {
      if (state.csat !== 'survey') return notFound;
      const since = Number(query.get('filter[created_at_start]') ?? 0);
      return paged(request, 'survey_responses', answersSince(state, since).map(surveyResponse));
    }
    case 'satisfaction_ratings':
      if (state.csat !== 'rating')
        return { status: 403, body: { error: { title: 'Forbidden', message: 'Satisfaction ratings are off.' } } };
      return paged(
        request,
        'satisfaction_ratings',
        answersSince(state, Number(query.get('start_time') ?? 0)).map(rating),
      );
    default:
      return notFound;
  }
}

function standing({ status }: Ticket): boolean {
  return status !== 'deleted';
}

/** Everything that was changed from a moment on, oldest change first, deleted tickets among it. */
function exported({ desk }: State, seconds: number): readonly Ticket[] {
  return [...desk.tickets.values()]
    .filter((ticket) => ticket.generated_timestamp >= seconds)
    .sort((a, b) => a.generated_timestamp - b.generated_timestamp || a.id - b.id);
}

/** A cursor is the moment and id of the last ticket that was shown. */
function byCursor(state: State, { query, origin, path }: VendorRequest, included: readonly string[]): VendorAnswer {
  const cursor = query.get('cursor');
  const start = query.get('start_time');
  if (cursor === null && start === null)
    return { status: 400, body: { error: 'StartTimeRequired', description: 'start_time' } };
  const [moment = 0, id = 0] = cursor
    ? Buffer.from(cursor, 'base64').toString().split('||').map(Number)
    : [Number(start), -1];
  const rest = exported(state, moment).filter((one) => one.generated_timestamp > moment || one.id > id);
  const page = rest.slice(0, state.page);
  const last = page[page.length - 1];
  const after = last ? Buffer.from(`${last.generated_timestamp}||${last.id}`).toString('base64') : cursor;
  return {
    body: {
      tickets: page,
      ...sideloads(state, page, included),
      after_url: after === null ? null : `${origin}${path}?cursor=${encodeURIComponent(after)}`,
      after_cursor: after,
      before_url: null,
      before_cursor: null,
      end_of_stream: rest.length <= state.page,
    },
  };
}

function byTime(state: State, { query, origin, path }: VendorRequest, included: readonly string[]): VendorAnswer {
  const rest = exported(state, Number(query.get('start_time') ?? 0));
  const page = rest.slice(0, state.page);
  const end = page[page.length - 1]?.generated_timestamp ?? null;
  return {
    body: {
      tickets: page,
      ...sideloads(state, page, included),
      count: page.length,
      end_time: end,
      end_of_stream: rest.length <= state.page,
      next_page: end === null ? null : `${origin}${path}?start_time=${end + 1}`,
    },
  };
}

function sideloads({ desk }: State, tickets: readonly Ticket[], included: readonly string[]): object {
  const ids = new Set(tickets.map(({ organization_id }) => organization_id));
  const organizations = [...desk.organizations.values()].filter(({ id }) => ids.has(id));
  const metrics = tickets.map(({ id }) => ({ id: id + 500000, ticket_id: id, solved_at: desk.solved.get(id) ?? null }));
  return {
    ...(included.includes('organizations') ? { organizations } : {}),
    ...(included.includes('metric_sets') ? { metric_sets: metrics } : {}),
  };
}

/** Pages by cursor where a size is asked for, else by number, 100 at a time. */
function paged({ query, origin, path }: VendorRequest, name: string, records: readonly object[]): VendorAnswer {
  const size = query.get('page[size]');
  if (size === null) {
    const page = Number(query.get('page') ?? 1);
    const next = page * 100 < records.length ? `${origin}${path}?page=${page + 1}` : null;
    const shown = records.slice((page - 1) * 100, page * 100);
    return { body: { [name]: shown, count: records.length, next_page: next, previous_page: null } };
  }
  if (Number(size) > 100)
    return { status: 400, body: { error: 'InvalidPaginationParameter', description: 'page[size]' } };
  const from = Number(query.get('page[after]') ?? 0);
  const to = from + Number(size);
  const more = to < records.length;
  const next = more ? `${origin}${path}?page%5Bsize%5D=${size}&page%5Bafter%5D=${to}` : null;
  const meta = { has_more: more, after_cursor: more ? String(to) : null, before_cursor: null };
  return { body: { [name]: records.slice(from, to), meta, links: { next, prev: null } } };
}

function answersSince({ desk }: State, seconds: number) {
  return [...desk.answers.values()].filter(({ at }) => Date.parse(at) / 1000 >= seconds);
}

type Answered = ReturnType<typeof answersSince>[number];

function surveyResponse({ id, ticket, rating: given, at }: Answered): object {
  const dates = { created_at: at, updated_at: at };
  const question = (alias: string, type: string) => ({
    alias,
    id: `01Q${alias}`,
    type,
    sub_type: 'customer_satisfaction',
  });
  return {
    id: `01J${id}`,
    responder_id: 4398080151295,
    survey: { id: '01J58', version: 3, state: 'enabled' },
    subjects: [{ id: String(ticket), type: 'ticket', zrn: `zen:ticket:${ticket}` }],
    subject_zrns: [`zen:ticket:${ticket}`],
    expires_at: at,
    answers: [
      { ...dates, type: 'skipped', question: question('comment', 'open_ended') },
      {
        ...dates,
        type: 'rating_scale',
        question: question('score', 'rating_scale_emoji'),
        rating: given,
        rating_category: given >= 4 ? 'good' : 'bad',
      },
    ],
  };
}

function rating({ id, ticket, rating: given, at }: Answered): object {
  const score = given >= 4 ? 'good' : 'bad';
  return { id, ticket_id: ticket, score, created_at: at, updated_at: at, requester_id: 7881, comment: null };
}
