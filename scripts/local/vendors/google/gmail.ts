import { googleError, googleHolder, isRefused } from '../google-answer';
import type { Vendor, VendorAnswer, VendorOptions, VendorRequest } from '../vendor';
import { partial } from './calendar';

/** A message as a test gives it: what a mailbox keeps, subject and body included. */
export interface StoredMessage {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly labels?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Given extends VendorOptions {
  readonly messages?: readonly StoredMessage[];
}

const SCOPES = ['gmail.readonly', 'gmail.metadata', 'gmail.modify'];
const FORMATS = ['full', 'metadata', 'minimal', 'raw'];
const HIDDEN = ['SPAM', 'TRASH'];
const MOST = 500;

/**
 * One person's Gmail, for reading. Source: Gmail API reference, users.getProfile, users.messages.list and get,
 * users.history.list.
 */
export const standIn = {
  create({ messages: given = [] }: Given): Vendor {
    let messages = [...given];
    /** Ids as they came, one history record each; ids before `forgotten` are no longer known. */
    let history = messages.map(({ id }) => id);
    let forgotten = 0;

    const historyId = (): string => String(1000 + history.length);

    function list({ query }: VendorRequest, metadataOnly: boolean): VendorAnswer {
      if (query.has('q') && metadataOnly)
        return googleError(403, 'forbidden', "Metadata scope does not support 'q' parameter", 'PERMISSION_DENIED');
      const found = messages
        .filter(
          ({ labels = [] }) => query.get('includeSpamTrash') === 'true' || !labels.some((one) => HIDDEN.includes(one)),
        )
        .sort((one, other) => other.at - one.at);
      const { from, to, next } = page(query, found.length);
      const items = found.slice(from, to).map(({ id }) => ({ id, threadId: id }));
      return answer(query, { messages: items, resultSizeEstimate: 201, ...next });
    }

    function get(id: string, { query }: VendorRequest, metadataOnly: boolean): VendorAnswer {
      const message = messages.find((each) => each.id === id);
      if (!message) return googleError(404, 'notFound', 'Requested entity was not found.', 'NOT_FOUND');
      const format = query.get('format') ?? 'full';
      if (!FORMATS.includes(format)) return googleError(400, 'badRequest', 'Invalid format');
      if (metadataOnly && (format === 'full' || format === 'raw'))
        return googleError(403, 'forbidden', `Metadata scope doesn't allow format ${format.toUpperCase()}`);
      const wanted = query.getAll('metadataHeaders').map((name) => name.toLowerCase());
      const headers = Object.entries(message.headers)
        .filter(([name]) => wanted.length === 0 || wanted.includes(name.toLowerCase()))
        .map(([name, value]) => ({ name, value }));
      const { at, labels = ['INBOX'] } = message;
      const payload = {
        mimeType: 'text/plain',
        headers,
        ...(format === 'full' ? { body: { data: message.body } } : {}),
      };
      const whole = {
        id,
        threadId: id,
        labelIds: labels,
        internalDate: String(at),
        ...(metadataOnly ? {} : { snippet: message.body }),
      };
      return answer(query, format === 'minimal' ? whole : { ...whole, payload });
    }

    function added({ query }: VendorRequest): VendorAnswer {
      const since = Number(query.get('startHistoryId')) - 1000;
      if (!(since >= forgotten) || since > history.length)
        return googleError(404, 'notFound', 'Requested entity was not found.', 'NOT_FOUND');
      const records = history.slice(since).map((id, at) => {
        const labelIds = messages.find((each) => each.id === id)?.labels ?? ['INBOX'];
        return { id: String(1000 + since + at + 1), messagesAdded: [{ message: { id, threadId: id, labelIds } }] };
      });
      const { from, to, next } = page(query, records.length);
      return answer(query, { history: records.slice(from, to), historyId: historyId(), ...next });
    }

    return {
      answer(request) {
        const holder = googleHolder(request, SCOPES);
        if (isRefused(holder)) return holder;
        const metadataOnly = !holder.scopes.some((scope) => /gmail\.(readonly|modify)$/.test(scope));
        const [, rest = ''] = /^\/gmail\/v1\/users\/me\/(.+)$/.exec(request.path) ?? [];
        if (rest === 'profile') return { body: { emailAddress: holder.email, historyId: historyId() } };
        if (rest === 'messages') return list(request, metadataOnly);
        if (rest === 'history') return added(request);
        if (rest.startsWith('messages/')) return get(rest.slice('messages/'.length), request, metadataOnly);
        return googleError(404, 'notFound', 'Not Found', 'NOT_FOUND');
      },
      commands: {
        /** New mail. */
        add: (more: readonly StoredMessage[]) => {
          messages.push(...more);
          history.push(...more.map(({ id }) => id));
        },
        /** Deletes for good; the history still names it. */
        remove: (id: string) => {
          messages = messages.filter((each) => each.id !== id);
        },
        /** The history reaches back no further than now. */
        forget: () => {
          forgotten = history.length;
        },
        reset: () => {
          messages = [...given];
          history = messages.map(({ id }) => id);
          forgotten = 0;
        },
      },
    };
  },
};

function page(query: URLSearchParams, count: number) {
  const size = Math.min(MOST, Number(query.get('maxResults') ?? 100));
  const from = Number(query.get('pageToken') ?? 0);
  const to = from + size;
  return { from, to, next: to < count ? { nextPageToken: String(to) } : {} };
}

function answer(query: URLSearchParams, body: object): VendorAnswer {
  const fields = query.get('fields');
  return { body: fields === null ? body : partial(body, fields) };
}
