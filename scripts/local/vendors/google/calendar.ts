import { googleError, googleHolder, isRefused } from '../google-answer';
import type { Vendor, VendorAnswer, VendorOptions, VendorRequest } from '../vendor';

/** An event as a test gives it: what Calendar keeps, titles included. */
export interface StoredEvent {
  readonly id: string;
  readonly status?: 'confirmed' | 'tentative' | 'cancelled';
  readonly summary?: string;
  readonly description?: string;
  readonly eventType?: string;
  readonly start: { readonly dateTime?: string; readonly date?: string };
  readonly end: { readonly dateTime?: string; readonly date?: string };
  readonly attendees?: readonly {
    readonly email: string;
    readonly responseStatus?: string;
    readonly resource?: boolean;
    readonly self?: boolean;
    readonly organizer?: boolean;
    readonly displayName?: string;
  }[];
}

/** What this stand-in takes besides the common options: events by calendar; `primary` is the asker's own. */
interface Given extends VendorOptions {
  readonly calendars?: Readonly<Record<string, readonly StoredEvent[]>>;
  /** Most events of a page, whatever is asked for. */
  readonly page?: number;
}

const SCOPES = ['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly'];
const MOST = 2500;
const ZONED = /(?:Z|[+-]\d\d:\d\d)$/;
/** What the documentation forbids beside a sync token. */
const UNSYNCED = ['timeMin', 'timeMax', 'orderBy', 'q', 'updatedMin'];

/** Google Calendar, for listing events. Source: Calendar API reference, Events: list; guide, partial responses. */
export const standIn = {
  create({ calendars: given = {}, page = MOST }: Given): Vendor {
    const calendars = new Map(Object.entries(given).map(([id, events]) => [id, [...events]]));
    let emptyPages = 0;

    function list(events: readonly StoredEvent[], { query }: VendorRequest): VendorAnswer {
      const wrong = refusal(query);
      if (wrong) return wrong;
      const [from, to] = [query.get('timeMin'), query.get('timeMax')];
      const types = query.getAll('eventTypes');
      const found = events
        .filter((event) => from === null || instant(event.end) > Date.parse(from))
        .filter((event) => to === null || instant(event.start) < Date.parse(to))
        .filter(({ status }) => status !== 'cancelled' || query.get('showDeleted') === 'true')
        .filter(({ eventType = 'default' }) => types.length === 0 || types.includes(eventType))
        .sort((one, other) => instant(one.start) - instant(other.start));
      const size = Math.min(page, Number(query.get('maxResults') ?? 250), MOST);
      const [begin = 0, empty = emptyPages] = (query.get('pageToken') ?? '').split('-').filter(Boolean).map(Number);
      const end = empty > 0 ? begin : begin + size;
      const whole = {
        kind: 'calendar#events',
        summary: 'A calendar',
        items: found.slice(begin, end).map((event) => ({ kind: 'calendar#event', status: 'confirmed', ...event })),
        ...(end < found.length ? { nextPageToken: `${end}-${Math.max(0, empty - 1)}` } : { nextSyncToken: 'sync' }),
      };
      const fields = query.get('fields');
      return { body: fields === null ? whole : partial(whole, fields) };
    }

    return {
      answer(request) {
        const holder = googleHolder(request, SCOPES);
        if (isRefused(holder)) return holder;
        const [, id = ''] = /^\/calendar\/v3\/calendars\/([^/]+)\/events$/.exec(request.path) ?? [];
        const events = calendars.get(id);
        if (request.method !== 'GET' || !events) return googleError(404, 'notFound', 'Not Found', 'NOT_FOUND');
        return list(events, request);
      },
      commands: {
        /** Replaces the events of a calendar. */
        put: ({ calendar, events }: { calendar: string; events: readonly StoredEvent[] }) => {
          calendars.set(calendar, [...events]);
        },
        emptyPages: (count: number) => {
          emptyPages = count;
        },
      },
    };
  },
};

function refusal(query: URLSearchParams): VendorAnswer | null {
  for (const name of ['timeMin', 'timeMax']) {
    const value = query.get(name);
    if (value !== null && (Number.isNaN(Date.parse(value)) || !ZONED.test(value))) return badRequest();
  }
  if (query.get('orderBy') === 'startTime' && query.get('singleEvents') !== 'true')
    return googleError(400, 'invalid', 'The requested ordering is not available for the particular query.');
  if (query.has('syncToken') && UNSYNCED.some((name) => query.has(name)))
    return googleError(400, 'invalid', 'Sync token cannot be used with other list restrictions.');
  return null;
}

function badRequest(): VendorAnswer {
  return googleError(400, 'badRequest', 'Bad Request');
}

function instant({ dateTime, date }: StoredEvent['start']): number {
  return Date.parse(dateTime ?? date ?? '');
}

/** Only the fields that were asked for: `items(id,start),nextPageToken`. */
export function partial(value: unknown, fields: string): unknown {
  if (Array.isArray(value)) return value.map((each) => partial(each, fields));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const field of parts(fields)) {
    const [, name = '', inner] = /^([\w]+)(?:\((.*)\)|\/(.*))?$/.exec(field) ?? [];
    const below = inner ?? field.slice(name.length + 1);
    const found = (value as Record<string, unknown>)[name];
    if (found !== undefined) kept[name] = below === '' ? found : partial(found, below);
  }
  return kept;
}

/** Splits at commas outside brackets. */
function parts(fields: string): readonly string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const sign of fields) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  return found;
}
