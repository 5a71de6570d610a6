import type { WireAnswer, WireRequest } from './http-client';

/** A message that came in by a webhook of a space in Google Chat. */
export interface PostedChat {
  readonly at: number;
  /** `spaces/AAAA`. */
  readonly space: string;
  /** The JSON as it was posted. */
  readonly message: Readonly<Record<string, unknown>>;
}

export const CHAT_HOST = 'chat.googleapis.com';

/** What a message must have at least one of. */
const CONTENT = ['text', 'cardsV2', 'cards'];

/**
 * Takes a request to Google Chat's incoming webhooks: sends nothing, keeps the message and answers with it as created.
 * Throws `not implemented` for anything but a POST of a message, which is all that a webhook takes.
 * Source: Google Chat guide, "Build a Google Chat app as a webhook"; REST reference, spaces.messages.create; error model
 * of Google's APIs.
 */
export function takeChatMessage(posted: PostedChat[], request: WireRequest, at: number): WireAnswer {
  const { pathname, searchParams } = new URL(request.url);
  const space = /^\/v1\/(spaces\/[^/]+)\/messages$/.exec(pathname)?.[1];
  if (request.method !== 'POST' || space === undefined)
    throw new Error(`not implemented: ${request.method} ${CHAT_HOST}${pathname}`);
  if (!searchParams.get('key') || !searchParams.get('token'))
    return refused(401, 'UNAUTHENTICATED', 'Request is missing required authentication credential.');
  const message = parsed(request.body);
  if (message === null) return refused(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.');
  if (!CONTENT.some((name) => message[name] !== undefined && String(message[name]) !== ''))
    return refused(400, 'INVALID_ARGUMENT', 'Message cannot be empty.');
  posted.push({ at, space, message });
  const name = `${space}/messages/${posted.length}`;
  return answer(200, { name, ...message, createTime: new Date(at).toISOString(), space: { name: space } });
}

function parsed(body: Uint8Array | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body ?? []).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function refused(code: number, status: string, message: string): WireAnswer {
  return answer(code, { error: { code, message, status } });
}

function answer(status: number, body: object): WireAnswer {
  return {
    status,
    headers: [['content-type', 'application/json; charset=UTF-8']],
    body: Buffer.from(JSON.stringify(body), 'utf8'),
    ms: 0,
  };
}
