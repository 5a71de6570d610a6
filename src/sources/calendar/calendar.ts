import { gather } from '../gather';
import { askGoogle, type GoogleApi, sensible, withQuery } from '../google-api';
import { answered, correctLocation } from '../messages';
import type { Pulled, SourceContext, SourceDeclaration } from '../source';
import { firstDays, INTERNAL, touchesOnly } from '../touch-setting';
import { customerDomains, type Encounter, touchesOf } from '../touches';

const NAME = 'Google Calendar';
const API = 'https://www.googleapis.com/calendar/v3/calendars';
const DAY = 86400000;
/** Days looked back the first time, unless the options say otherwise. */
const FIRST_DAYS = 90;
/** Days looked at again each time: meetings are cancelled, declined and moved afterwards. */
const AGAIN_DAYS = 14;
/** Days ahead, so that a meeting that was moved on is no longer counted where it stood. */
const AHEAD_DAYS = 60;
const FIELDS =
  'items(id,status,start,end,attendees(email,responseStatus,resource,self,organizer)),nextPageToken,nextSyncToken';

interface Attendee {
  readonly email?: string;
  readonly responseStatus?: string;
  readonly resource?: boolean;
  readonly self?: boolean;
}

interface Moment {
  readonly dateTime?: string;
  readonly date?: string;
}

interface Event {
  readonly id: string;
  readonly status?: string;
  readonly start?: Moment;
  readonly end?: Moment;
  readonly attendees?: readonly Attendee[];
}

/** Meetings with customers of the person who runs this, and of calendars shared with them; days and numbers of people only. */
export const calendarSource: SourceDeclaration = {
  kind: 'calendar',
  options: [firstDays(FIRST_DAYS), INTERNAL],
  credential: [],
  streams: [{ dataset: 'touches', from: 'events', key: 'id', cursor: null }],
  check: ({ dataset }) => touchesOnly(dataset),
  test: (context) => {
    for (const id of calendars(context)) page(context, id, context.clock.now() - DAY, '', 1);
    return answered(NAME);
  },
  read: (context) => sensible(NAME, () => read(context)),
};

function read(context: SourceContext): Pulled {
  const now = context.clock.now();
  const { since = now - Number(context.setting.options.first_days || FIRST_DAYS) * DAY, ...place } =
    context.cursor === null ? ({} as Partial<Place>) : (JSON.parse(context.cursor) as Place);
  const ids = calendars(context);
  const { records, next } = gather(context, NAME, place.page || '0 ', (at) => {
    const calendar = Number(at.slice(0, at.indexOf(' ')));
    const { items = [], nextPageToken } = page(
      context,
      ids[calendar] ?? 'primary',
      since,
      at.slice(at.indexOf(' ') + 1),
    );
    const following = calendar + 1 < ids.length ? `${calendar + 1} ` : null;
    return { records: items, next: nextPageToken ? `${calendar} ${nextPageToken}` : following };
  });
  const events = records as readonly Event[];
  const self = events.flatMap(({ attendees = [] }) => attendees.filter((one) => one.self).map(mailOf));
  const cursor: Place = next === null ? { since: now - AGAIN_DAYS * DAY } : { since, page: next };
  return {
    ...touchesOf(
      NAME,
      events.map((event) => encounterOf(event, now)),
      customerDomains(context, self),
    ),
    cursor: JSON.stringify(cursor),
    more: next !== null,
  };
}

/** From when on events are read, and the page of an unfinished reading: number of the calendar and token. */
interface Place {
  readonly since: number;
  readonly page?: string;
}

interface Events {
  readonly items?: readonly Event[];
  readonly nextPageToken?: string;
}

function calendars({ setting }: SourceContext): readonly string[] {
  const ids = setting.location.split(/[\s,;]+/).filter((id) => id !== '');
  return ids.length === 0 ? ['primary'] : ids;
}

/** Source: Calendar API reference, Events: list. `showDeleted`, so that what was cancelled is taken back. */
function page(context: SourceContext, calendar: string, since: number, token: string, maxResults = 2500): Events {
  const url = withQuery(`${API}/${encodeURIComponent(calendar)}/events`, {
    timeMin: new Date(since).toISOString(),
    timeMax: new Date(context.clock.now() + AHEAD_DAYS * DAY).toISOString(),
    singleEvents: 'true',
    orderBy: 'startTime',
    showDeleted: 'true',
    maxResults,
    eventTypes: 'default',
    fields: FIELDS,
    pageToken: token,
  });
  const api: GoogleApi = { name: NAME, extra: 'calendar', mend: correctLocation() };
  return askGoogle<Events>(context, api, { url });
}

const mailOf = ({ email = '' }: Attendee): string => email;
const momentOf = ({ date = '', dateTime = date }: Moment = {}): string => dateTime;

function encounterOf({ id, status, start, end, attendees = [] }: Event, now: number): Encounter {
  const over = Date.parse(momentOf(end)) <= now;
  const declined = attendees.some((one) => one.self && one.responseStatus === 'declined');
  return {
    id,
    at: momentOf(start),
    kind: 'meeting',
    mails: attendees.filter((one) => !one.self && !one.resource && one.responseStatus !== 'declined').map(mailOf),
    happened: status !== 'cancelled' && over && !declined,
  };
}
