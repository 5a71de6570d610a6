import { isKenshinError, KenshinError } from '../errors';
import type { HttpRequest, HttpResponse } from '../ports';
import { addressFault, hostOf } from './address';
import * as messages from './messages';
import type { SourceContext } from './source';

/** Tries of one request. */
const TRIES = 5;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 32000;
/** Time a source leaves for storing what it brought. */
export const RESERVE = 45000;
/** The platform's own limit for an answer (Apps Script quotas, URL Fetch response size); also for all pages together. */
export const LARGEST_ANSWER = 50 * 1024 * 1024;
const TIMEOUT_SECONDS = 60;

/** What asking needs: who asks, with what. */
export type Asking = Pick<SourceContext, 'clock' | 'http' | 'pause'> & {
  readonly setting: Pick<SourceContext['setting'], 'id'>;
};

/** One request, not yet signed. */
export interface Call {
  readonly url: string;
  /** get where left out. */
  readonly method?: HttpRequest['method'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What an answer that cannot be used means. */
export interface Verdict {
  readonly failure: KenshinError;
  /** True where asking again in this execution can help. */
  readonly again: boolean;
  /** Milliseconds that the other side wants; the usual backoff where left out. */
  readonly wait?: number;
  /** Until when (milliseconds since 1970) the source is left alone altogether, where its budget is used up. */
  readonly until?: number;
}

/** How one host wants to be asked. */
export interface Manners {
  /** Most requests under way at once. */
  readonly atOnce: number;
  /** Headers that sign a call. Throws KenshinError `credential` where something to sign with is missing. */
  sign(call: Call): Readonly<Record<string, string>>;
  /** Called once when an answer says that the sign is spent (401): true where `sign` gives another one now. */
  renew?(answer: HttpResponse): boolean;
  /** What an answer means to this vendor; null leaves it to the general rules. */
  judge?(answer: HttpResponse): Verdict | null;
  /** Statuses that are answers like others, for the asker to look at, e.g. 404 where what is asked for may be gone. */
  readonly accepts?: readonly number[];
  /** True where a redirect is an answer like others, for the asker to look at; otherwise it is refused. */
  readonly redirects?: boolean;
}

/**
 * Answers to the calls, in their order: asked side by side within the vendor's concurrency, those that may succeed later
 * asked again with full jitter or when the other side says so, never beyond the time this execution has left. Throws the
 * KenshinError of the first call that stays without a usable answer.
 */
export function ask(context: Asking, calls: readonly Call[], manners: Manners): readonly HttpResponse[] {
  const answers: HttpResponse[] = new Array(calls.length);
  let waiting = calls.map((_, index) => index);
  let renewed = false;
  for (let attempt = 1; waiting.length > 0; attempt += 1) {
    const again: number[] = [];
    let wait = 0;
    let last: KenshinError | null = null;
    for (let from = 0; from < waiting.length; from += manners.atOnce) {
      const group = waiting.slice(from, from + manners.atOnce);
      const got = context.http.fetchAll(group.map((index) => request(calls[index] as Call, manners)));
      group.forEach((index, at) => {
        const answer = got[at] as HttpResponse | Error;
        const spent = 'status' in answer && answer.status === 401 && !renewed && manners.renew?.(answer) === true;
        if (spent) renewed = true;
        const verdict = spent ? null : judged(answer, (calls[index] as Call).url, manners, context.clock.now());
        if (verdict?.until !== undefined) context.pause(verdict.until);
        if (verdict && !verdict.again) throw verdict.failure;
        if (!verdict && !spent) answers[index] = answer as HttpResponse;
        else again.push(index);
        if (!verdict) return;
        last = verdict.failure;
        wait = Math.max(wait, verdict.wait ?? backoff(attempt, `${context.setting.id} ${context.clock.now()}`));
      });
    }
    if (last && (attempt >= TRIES || wait + RESERVE > context.clock.remaining())) throw last;
    if (wait > 0) context.clock.sleep(wait);
    waiting = again;
  }
  return answers;
}

/** One call: `ask` for a single answer. */
export function askOne(context: Asking, call: Call, manners: Manners): HttpResponse {
  return ask(context, [call], manners)[0] as HttpResponse;
}

function request(call: Call, manners: Manners): HttpRequest {
  const wrong = addressFault(call.url);
  if (wrong) throw new KenshinError('config', wrong, messages.correctLocation());
  return {
    url: call.url,
    method: call.method ?? 'get',
    headers: { ...call.headers, ...manners.sign(call) },
    body: call.body ?? null,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}

function judged(answer: HttpResponse | Error, url: string, manners: Manners, now: number): Verdict | null {
  const host = hostOf(url);
  if (!('status' in answer)) {
    const failure = isKenshinError(answer)
      ? answer
      : new KenshinError('network', messages.noAnswer(host), messages.tryLater());
    return { failure, again: failure.retried };
  }
  if (manners.accepts?.includes(answer.status)) return null;
  const own = manners.judge?.(answer);
  if (own) return own;
  const { status, headers } = answer;
  if (status === 429 || status >= 500 || status === 408) {
    const failure =
      status === 429
        ? new KenshinError('limit', messages.tooManyRequests(host), messages.tryLater())
        : new KenshinError('network', messages.serverFailed(host, status), messages.tryLater());
    const wait = retryAfter(headers['retry-after'], now);
    return wait === null ? { failure, again: true } : { failure, again: true, wait };
  }
  const failure = refusal(status, host, headers, manners.redirects === true);
  return failure && { failure, again: false };
}

function refusal(
  status: number,
  host: string,
  headers: HttpResponse['headers'],
  redirects: boolean,
): KenshinError | null {
  if (status === 401) return new KenshinError('credential', messages.notSignedIn(host), messages.checkSecret());
  if (status === 403) return new KenshinError('credential', messages.forbidden(host), messages.askForAccess());
  if (status === 404 || status === 410)
    return new KenshinError('config', messages.notFound(host, status), messages.correctLocation());
  const redirected = redirects && status >= 300 && status < 400 && headers.location !== undefined;
  if ((status < 200 || status >= 300) && !redirected)
    return new KenshinError('source', messages.refused(host, status), messages.correctLocation());
  // By what the answer says of itself: counting its bytes would hold them all in memory once more.
  return Number(headers['content-length'] ?? 0) > LARGEST_ANSWER
    ? new KenshinError('source', messages.answerTooLarge(host), messages.askForLess())
    : null;
}

/** Milliseconds before the next try: full jitter over a span that doubles. */
function backoff(attempt: number, seed: string): number {
  return Math.floor(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * fraction(`${seed} ${attempt}`));
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), as milliseconds from now. */
function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined || header.trim() === '') return null;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** A number from 0 to 1 that a text stands for: spreads retries without chance (FNV-1a). */
function fraction(seed: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 0x100000000;
}
