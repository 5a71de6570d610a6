import type { HttpResponse } from '../../ports';
import { ask } from '../ask';
import { gather } from '../gather';
import { askGoogle, type GoogleApi, googleManners, sensible, withQuery } from '../google-api';
import { jsonOf } from '../json/answer';
import { answered, correctLocation } from '../messages';
import type { Pulled, SourceContext, SourceDeclaration } from '../source';
import { firstDays, INTERNAL, touchesOnly } from '../touch-setting';
import { customerDomains, type Encounter, touchesOf } from '../touches';

const NAME = 'Gmail';
const API = 'https://gmail.googleapis.com/gmail/v1/users/me';
const DAY = 86400000;
/** Days looked back the first time, and after a long silence, unless the options say otherwise. */
const FIRST_DAYS = 30;
/** Ids of one page; each is then asked for. */
const PAGE = 200;
/** Requests side by side: 5 units each of 15,000 a minute (Gmail API, usage limits). */
const AT_ONCE = 25;
/** What is no message between people. */
const LEFT_OUT = ['DRAFT', 'SPAM', 'TRASH', 'CHAT', 'CATEGORY_PROMOTIONS', 'CATEGORY_SOCIAL'];
const WHO = ['from', 'to', 'cc'];

interface Message {
  readonly id: string;
  readonly internalDate?: string;
  readonly labelIds?: readonly string[];
  readonly payload?: { readonly headers?: readonly { readonly name: string; readonly value: string }[] };
}

/**
 * Messages with customers of the person who runs this; days and numbers of people only. The scope is gmail.metadata, with
 * which Google itself hands out no body and takes no search, so all new messages are looked at by their addresses.
 */
export const gmailSource: SourceDeclaration = {
  kind: 'gmail',
  options: [firstDays(FIRST_DAYS), INTERNAL],
  credential: [],
  streams: [{ dataset: 'touches', from: 'messages', key: 'id', cursor: 'historyId' }],
  check: ({ dataset }) => touchesOnly(dataset),
  test: (context) => {
    profile(context);
    return answered(NAME);
  },
  read: (context) => sensible(NAME, () => read(context)),
};

function read(context: SourceContext): Pulled {
  const { emailAddress, historyId } = profile(context);
  const place: Place = context.cursor === null ? {} : (JSON.parse(context.cursor) as Place);
  const days = Number(context.setting.options.first_days || FIRST_DAYS);
  const oldest = context.clock.now() - days * DAY;
  const then = place.then || historyId;
  let { since } = place;
  const { records, next } = gather(context, NAME, place.page || '', (token) => {
    let found = since === undefined ? list(context, token) : added(context, since, token);
    if (found === null) {
      // The history does not reach back so far any more: the mailbox is looked through by date again.
      since = undefined;
      found = list(context, '');
    }
    const messages = messagesOf(context, found.ids);
    const fresh = messages.filter(({ internalDate }) => Number(internalDate) >= oldest);
    const past = since === undefined && messages.length > 0 && fresh.length === 0;
    return { records: fresh, next: past ? null : found.next };
  });
  const end: Place = next === null ? { since: then } : { ...(since === undefined ? {} : { since }), then, page: next };
  const customers = customerDomains(context, [emailAddress]);
  return {
    ...touchesOf(NAME, (records as readonly Message[]).map(encounterOf), customers),
    cursor: JSON.stringify(end),
    more: next !== null,
  };
}

/** How far the mailbox was read, as its history ids tell: what came after `since`; then what comes after `then`. */
interface Place {
  readonly since?: string;
  readonly then?: string;
  readonly page?: string;
}

interface Ids {
  readonly ids: readonly string[];
  readonly next: string | null;
}

const gmail = (): GoogleApi => ({ name: NAME, extra: 'gmail', mend: correctLocation() });

function profile(context: SourceContext): { readonly emailAddress: string; readonly historyId: string } {
  return askGoogle(context, gmail(), { url: `${API}/profile` });
}

/** The newest messages first, drafts, spam and bin left out. Source: Gmail API reference, users.messages.list. */
function list(context: SourceContext, pageToken: string): Ids {
  const url = withQuery(`${API}/messages`, { maxResults: PAGE, pageToken });
  const { messages = [], nextPageToken } = askGoogle<{
    readonly messages?: readonly Message[];
    readonly nextPageToken?: string;
  }>(context, gmail(), { url });
  return { ids: messages.map(({ id }) => id), next: nextPageToken || null };
}

/** Messages added since a history id; null where the history no longer reaches back (Gmail API, users.history.list: 404). */
function added(context: SourceContext, startHistoryId: string, pageToken: string): Ids | null {
  const url = withQuery(`${API}/history`, {
    startHistoryId,
    historyTypes: 'messageAdded',
    maxResults: PAGE,
    pageToken,
  });
  const [answer] = askSoftly(context, [url]);
  if (!answer) return null;
  const { history = [], nextPageToken } = jsonOf(answer, NAME) as {
    readonly history?: readonly { readonly messagesAdded?: readonly { readonly message: Message }[] }[];
    readonly nextPageToken?: string;
  };
  const ids = new Set<string>();
  for (const { messagesAdded = [] } of history)
    for (const { message } of messagesAdded) if (isMail(message)) ids.add(message.id);
  return { ids: [...ids], next: nextPageToken || null };
}

/** What is asked of each message: its day, its labels and three headers. What was deleted meanwhile is left out. */
function messagesOf(context: SourceContext, ids: readonly string[]): readonly Message[] {
  const query = `format=metadata&${WHO.map((name) => `metadataHeaders=${name}`).join('&')}`;
  const fields = 'fields=id,internalDate,labelIds,payload/headers';
  return askSoftly(
    context,
    ids.map((id) => `${API}/messages/${id}?${query}&${fields}`),
  )
    .filter((answer): answer is HttpResponse => answer !== null)
    .map((answer) => jsonOf(answer, NAME) as Message)
    .filter(isMail);
}

/** Answers in the order of the addresses; null for what is not there. */
function askSoftly(context: SourceContext, urls: readonly string[]): readonly (HttpResponse | null)[] {
  const manners = { ...googleManners(context, gmail(), AT_ONCE), accepts: [404] };
  const calls = urls.map((url) => ({ url }));
  return ask(context, calls, manners).map((answer) => (answer.status === 404 ? null : answer));
}

function isMail({ labelIds = [] }: Message): boolean {
  return !labelIds.some((label) => LEFT_OUT.includes(label));
}

function encounterOf({ id, internalDate, payload: { headers = [] } = {} }: Message): Encounter {
  return {
    id,
    at: new Date(Number(internalDate)).toISOString(),
    kind: 'email',
    mails: headers.flatMap(({ value }) => addressesIn(value)),
    happened: true,
  };
}

/** Mail addresses of a header; names in quotes may hold anything (RFC 5322, 3.4). */
function addressesIn(header: string): readonly string[] {
  return header.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[^\s<>,;:()"]+@[^\s<>,;:()"]+/g) || [];
}
