import { isKenshinError, KenshinError } from '../errors';
import type { HttpResponse } from '../ports';
import { addressFault, hostOf, resolveLink } from './address';
import * as messages from './messages';
import { secretKey } from './secret-key';
import type { SourceContext } from './source';

/** Tries of one request. */
const TRIES = 4;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
/** Time a source leaves for storing what it brought. */
const RESERVE = 45000;
/** The platform's own limit for an answer (Apps Script quotas, URL Fetch response size); also for all pages together. */
const LARGEST_ANSWER = 50 * 1024 * 1024;
const TIMEOUT_SECONDS = 60;
/** Redirects followed one after the other. */
const REDIRECTS = 5;

/**
 * Gets an address with the source's secret in its header, trying again where that can help: with full jitter, or when the
 * other side says so, and never beyond the time this execution has left. A redirect is followed, to another host without
 * the secret. Throws a KenshinError that names the host, the status and what to do.
 */
export function get(context: SourceContext, address: string, accept: string): HttpResponse {
  const host = hostOf(address);
  const secret = secretHeader(context);
  let at = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const abroad = hostOf(at) !== host;
    const wrong = abroad && !/^https:/i.test(at) ? messages.notEncrypted() : addressFault(at);
    if (wrong) throw new KenshinError('config', wrong, messages.correctLocation());
    const answer = persistentlyGet(context, at, abroad ? { accept } : { accept, ...secret });
    const target = redirectOf(answer);
    if (target === null) return answer;
    at = resolveLink(at, target);
  }
  throw new KenshinError('source', messages.redirectedTooOften(host), messages.correctLocation());
}

/** Throws where what came of `name` has more characters than may be read. */
export function refuseLarge(characters: number, name: string): void {
  if (characters > LARGEST_ANSWER)
    throw new KenshinError('source', messages.answerTooLarge(name), messages.askForLess());
}

function persistentlyGet(context: SourceContext, url: string, headers: Readonly<Record<string, string>>): HttpResponse {
  for (let attempt = 1; ; attempt += 1) {
    const request = { url, method: 'get', headers, body: null, timeoutSeconds: TIMEOUT_SECONDS } as const;
    const answer = context.http.fetchAll([request])[0] as HttpResponse | Error;
    const failure = failureOf(answer, hostOf(url));
    if (!failure) return answer as HttpResponse;
    const wait = waitBefore(attempt + 1, answer, context);
    if (!failure.retried || attempt === TRIES || wait + RESERVE > context.clock.remaining()) throw failure;
    context.clock.sleep(wait);
  }
}

/** Where an answer sends on to; null for one that does not (RFC 9110, 15.4). */
function redirectOf({ status, headers }: HttpResponse): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
}

function secretHeader(context: SourceContext): Record<string, string> {
  const { headerName, headerPrefix, secretName } = context.setting;
  if (headerName === '') return {};
  const secret = context.secrets.get(secretKey(secretName));
  if (secret === null || secret === '') {
    throw new KenshinError('credential', messages.secretMissing(secretName), messages.enterSecret(secretName));
  }
  return { [headerName]: headerPrefix === '' ? secret : `${headerPrefix} ${secret}` };
}

/** The error an answer stands for; null for an answer that can be read. */
function failureOf(answer: HttpResponse | Error, host: string): KenshinError | null {
  if (!('status' in answer)) {
    return isKenshinError(answer) ? answer : new KenshinError('network', messages.noAnswer(host), messages.tryLater());
  }
  const { status } = answer;
  if (status === 429) return new KenshinError('limit', messages.tooManyRequests(host), messages.tryLater());
  if (status >= 500 || status === 408)
    return new KenshinError('network', messages.serverFailed(host, status), messages.tryLater());
  if (status === 401) return new KenshinError('credential', messages.notSignedIn(host), messages.checkSecret());
  if (status === 403) return new KenshinError('credential', messages.forbidden(host), messages.askForAccess());
  if (status === 404 || status === 410) {
    return new KenshinError('config', messages.notFound(host, status), messages.correctLocation());
  }
  if ((status < 200 || status >= 300) && redirectOf(answer) === null) {
    return new KenshinError('source', messages.refused(host, status), messages.correctLocation());
  }
  // By what the answer says of itself: counting its bytes would hold them all in memory once more.
  return Number(answer.headers['content-length'] ?? 0) > LARGEST_ANSWER
    ? new KenshinError('source', messages.answerTooLarge(host), messages.askForLess())
    : null;
}

/** Milliseconds to wait before a try: as the other side asks, else full jitter over a doubling span. */
function waitBefore(attempt: number, answer: HttpResponse | Error, context: SourceContext): number {
  const asked = 'status' in answer ? retryAfter(answer.headers['retry-after'], context.clock.now()) : null;
  if (asked !== null) return asked;
  const span = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 2));
  return Math.floor(span * fraction(`${context.setting.id} ${attempt} ${context.clock.now()}`));
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
