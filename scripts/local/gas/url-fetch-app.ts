import { type BlobFace, blobBytes, createBlob, signedBytes, unsignedBytes } from './blob';
import { decode } from './charset';
import { CHAT_HOST, type PostedChat, takeChatMessage } from './chat-webhook';
import type { CoreHost } from './core-host';
import { exchange, type WireAnswer, type WireFailure, type WireRequest } from './http-client';
import { LATENCY } from './latency';
import { isPlain } from './realm';
import { SCOPES } from './scopes';

/** Source of the limits: Apps Script guide, quotas and limits (URL Fetch). */
const URL_CHARACTERS = 2_048;
const HEADERS = 100;
const HEADER_BYTES = 8 * 1024;
const BODY_BYTES = 50 * 1024 * 1024;
const DEFAULT_TIMEOUT_SECONDS = 360;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Set by the platform; a script that gives them is refused. */
const RESERVED = ['host', 'content-length'];
/** Must be percent-encoded; the service refuses them as they are (field logs: a quote in a query). */
const UNENCODED = /[\s"<>{}|\\^`]/;
const OPTIONS = [
  'url',
  'contentType',
  'headers',
  'method',
  'payload',
  'useIntranet',
  'validateHttpsCertificates',
  'followRedirects',
  'muteHttpExceptions',
  'escaping',
  'timeoutSeconds',
];
/** How much of a failed answer an error shows. */
const SHOWN = 140;
/** A stand-in server says here how long the real vendor takes, in milliseconds; other servers take no modelled time. */
const MODELLED_TIME = 'x-modelled-ms';

interface Prepared {
  readonly request: WireRequest;
  readonly mute: boolean;
}

/**
 * `UrlFetchApp`: real HTTP, blocking. `prefixes` is the manifest's `urlFetchWhitelist`, null for none.
 * `countServerTime` adds the real time of an answer to the virtual clock; `hosts` are origins of stand-ins, by the host whose
 * place they take. What is posted to Google Chat is sent to nobody and kept in `chats`.
 * Source: Apps Script reference, UrlFetchApp and HTTPResponse.
 */
export function createUrlFetchApp(
  host: CoreHost,
  prefixes: readonly string[] | null,
  countServerTime: boolean,
  chats: PostedChat[],
  hosts: Readonly<Record<string, string>> = {},
): object {
  const serverTime = (answer: WireAnswer | WireFailure): number => {
    const told = 'status' in answer ? Number(headerOf(answer, MODELLED_TIME) ?? 0) : 0;
    return countServerTime ? answer.ms : told;
  };
  const size = (answer: WireAnswer | WireFailure): number => ('status' in answer ? answer.body.length : 0);
  const respond = (prepared: Prepared, answer: WireAnswer | WireFailure): object => {
    if ('failure' in answer) return host.fail(failureText(prepared.request.url, answer));
    if (answer.status >= 400 && !prepared.mute) host.fail(statusText(prepared.request.url, answer));
    return createResponse(host, answer);
  };
  const prepare = (url: unknown, options: unknown): Prepared => {
    const { mute, request } = prepareRequest(host, url, options, prefixes);
    const { host: name, pathname, search } = new URL(request.url);
    const origin = hosts[name];
    return origin ? { mute, request: { ...request, url: `${origin}${pathname}${search}` } } : { mute, request };
  };
  const send = (requests: readonly WireRequest[]): (WireAnswer | WireFailure)[] => {
    const forChat = requests.map(({ url }) => new URL(url).hostname === CHAT_HOST);
    const others = requests.filter((_, index) => !forChat[index]);
    const answers = others.length === 0 ? [] : exchange(others);
    return requests.map((request, index) =>
      forChat[index] ? takeChatMessage(chats, request, host.now()) : (answers.shift() as WireAnswer | WireFailure),
    );
  };
  return host.strict('UrlFetchApp', {
    fetch(url: unknown, options: unknown = {}) {
      host.permit('UrlFetchApp.fetch', SCOPES.externalRequest);
      const prepared = prepare(url, options);
      host.charge('UrlFetchApp.fetch', LATENCY.urlFetch.ms);
      host.useQuota('urlfetch');
      const [answer] = send([prepared.request]) as [WireAnswer | WireFailure];
      host.elapse('UrlFetchApp.fetch', serverTime(answer) + size(answer) * LATENCY.urlFetch.perUnit);
      return respond(prepared, answer);
    },
    fetchAll(requests: unknown) {
      host.permit('UrlFetchApp.fetchAll', SCOPES.externalRequest);
      const prepared = (requests as unknown[]).map((each) =>
        typeof each === 'string' ? prepare(each, {}) : prepare((each as { url?: unknown }).url, each),
      );
      host.charge('UrlFetchApp.fetchAll', LATENCY.urlFetchAll.ms);
      host.useQuota('urlfetch', prepared.length);
      const answers = send(prepared.map((each) => each.request));
      const slowest = Math.max(0, ...answers.map(serverTime));
      const bytes = answers.reduce((sum, answer) => sum + size(answer), 0);
      host.elapse('UrlFetchApp.fetchAll', slowest + bytes * LATENCY.urlFetchAll.perUnit);
      return host.into(prepared.map((each, index) => respond(each, answers[index] as WireAnswer | WireFailure)));
    },
    getRequest(url: unknown, options: unknown = {}) {
      const { request } = prepare(url, options);
      const headers = Object.fromEntries(request.headers.filter(([name]) => name.toLowerCase() !== 'content-type'));
      return host.into({
        url: request.url,
        method: request.method.toLowerCase(),
        contentType: request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null,
        payload: request.body === null ? '' : Buffer.from(request.body).toString('utf8'),
        headers,
        followRedirects: request.followRedirects,
        validateHttpsCertificates: request.validateCertificates,
        useIntranet: false,
      });
    },
  });
}

function prepareRequest(host: CoreHost, url: unknown, given: unknown, prefixes: readonly string[] | null): Prepared {
  const options = (given ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name)) host.fail(`Attribute provided with invalid value: ${name}`);
  }
  if (url === undefined || url === null || url === '') host.fail('Attribute provided with no value: url');
  const address = parseUrl(host, String(url));
  if (prefixes && !prefixes.some((prefix) => matchesPrefix(address, prefix))) {
    host.fail(`Permission denied: ${address} is not in urlFetchWhitelist of the manifest`);
  }
  const method = String(options.method ?? 'get').toUpperCase() as (typeof METHODS)[number];
  if (!METHODS.includes(method)) host.fail('Attribute provided with invalid value: method');
  const body = bodyOf(host, method === 'GET' ? undefined : options.payload);
  const headers = headersOf(host, options.headers);
  const contentType = (options.contentType as string | undefined) ?? body?.type;
  const named = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (body && contentType && (!named || options.contentType !== undefined)) {
    headers.splice(0, headers.length, ...headers.filter(([name]) => name.toLowerCase() !== 'content-type'));
    headers.push(['Content-Type', contentType]);
  }
  const seconds = Number(options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS);
  if (!(seconds > 0)) host.fail('Attribute provided with invalid value: timeoutSeconds');
  return {
    mute: options.muteHttpExceptions === true,
    request: {
      url: address,
      method,
      headers: withDefaults(headers),
      body: body?.bytes ?? null,
      followRedirects: options.followRedirects !== false,
      validateCertificates: options.validateHttpsCertificates !== false,
      timeoutMs: seconds * 1000,
      maxBytes: BODY_BYTES,
    },
  };
}

function parseUrl(host: CoreHost, url: string): string {
  if (url.length > URL_CHARACTERS) host.fail('Limit Exceeded: URLFetch URL Length.');
  if (UNENCODED.test(url)) host.fail(`Invalid argument: ${url}`);
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  let parsed: URL;
  try {
    parsed = new URL(full);
  } catch {
    return host.fail(`Invalid argument: ${url}`);
  }
  return parsed.protocol === 'http:' || parsed.protocol === 'https:'
    ? parsed.href
    : host.fail(`Invalid argument: ${url}`);
}

/** `https://host/path`, one leading `*.` for subdomains but not the bare domain (Apps Script guide, allowlist URLs). */
function matchesPrefix(url: string, prefix: string): boolean {
  const wild = /^https:\/\/\*\.([^/]+)(\/.*)$/.exec(prefix);
  if (!wild) return url.startsWith(prefix);
  const { protocol, host, pathname, search } = new URL(url);
  return protocol === 'https:' && host.endsWith(`.${wild[1]}`) && `${pathname}${search}`.startsWith(wild[2] as string);
}

function headersOf(host: CoreHost, given: unknown): [string, string][] {
  const headers = Object.entries((given ?? {}) as Record<string, unknown>).map(([name, value]): [string, string] => {
    if (value === null || value === undefined) host.fail('Attribute provided with invalid value: Header:null');
    if (RESERVED.includes(name.toLowerCase())) host.fail(`Attribute provided with invalid value: Header:${name}`);
    return [name, String(value)];
  });
  const size = headers.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (headers.length > HEADERS) host.fail('Limit Exceeded: URLFetch Headers Count.');
  if (size > HEADER_BYTES) host.fail('Limit Exceeded: URLFetch Header Size.');
  return headers;
}

function withDefaults(headers: [string, string][]): [string, string][] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const defaults: [string, string][] = [
    ['User-Agent', 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)'],
    ['Accept-Encoding', 'gzip, deflate, br'],
  ];
  return [...defaults.filter(([name]) => !given.has(name.toLowerCase())), ...headers];
}

/** Text, bytes or a blob as they are; an object becomes form fields, with a blob among them multipart. */
function bodyOf(host: CoreHost, payload: unknown): { bytes: Uint8Array; type: string } | null {
  if (payload === undefined || payload === null) return null;
  const body = encodeBody(host, payload);
  if (body.bytes.length > BODY_BYTES) host.fail('Limit Exceeded: URLFetch POST Size.');
  return body;
}

function encodeBody(host: CoreHost, payload: unknown): { bytes: Uint8Array; type: string } {
  const form = 'application/x-www-form-urlencoded';
  const blob = blobBytes(payload);
  if (blob) return { bytes: blob, type: (payload as BlobFace).getContentType() ?? 'application/octet-stream' };
  if (Array.isArray(payload)) return { bytes: unsignedBytes(payload as number[]), type: form };
  if (typeof payload === 'string') return { bytes: Buffer.from(payload, 'utf8'), type: form };
  if (!isPlain(payload)) return host.fail('Attribute provided with invalid value: payload');
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => blobBytes(value))) return multipart(fields);
  const text = new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
  return { bytes: Buffer.from(text, 'ascii'), type: form };
}

function multipart(fields: readonly (readonly [string, unknown])[]): { bytes: Uint8Array; type: string } {
  const boundary = '----apps-script-form-boundary';
  const parts = fields.flatMap(([name, value]) => {
    const bytes = blobBytes(value);
    const blob = value as BlobFace;
    const file = bytes ? `; filename="${blob.getName() ?? name}"` : '';
    const type = bytes ? `Content-Type: ${blob.getContentType() ?? 'application/octet-stream'}\r\n` : '';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type}\r\n`;
    return [Buffer.from(head), Buffer.from(bytes ?? Buffer.from(String(value))), Buffer.from('\r\n')];
  });
  return {
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

/** Thrown whatever `muteHttpExceptions` says, and with the whole URL in it, query included. */
function failureText(url: string, { failure }: WireFailure): string {
  switch (failure) {
    case 'dns':
      return `DNS error: ${url}`;
    case 'timeout':
      return `Timeout: ${url}`;
    case 'tls':
      return `SSL Error ${url}`;
    case 'size':
      return 'Limit Exceeded: URLFetch Response Size.';
    case 'redirects':
      return `Too many redirects: ${url}`;
    case 'unreachable':
      return `Address unavailable: ${url}`;
  }
}

/** Scheme and host only, and the start of the answer. */
function statusText(url: string, answer: WireAnswer): string {
  const { origin } = new URL(url);
  const text = decode(answer.body, 'utf-8') ?? '';
  const head = `Request failed for ${origin} returned code ${answer.status}.`;
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
  return `${head} Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`;
}

function headerOf(answer: WireAnswer, wanted: string): string | null {
  return answer.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
}

function createResponse(host: CoreHost, answer: WireAnswer): object {
  const type = headerOf(answer, 'content-type');
  const named = /charset="?([^\s;"]+)/i.exec(type ?? '')?.[1];
  const all: Record<string, string | string[]> = {};
  for (const [name, value] of answer.headers) {
    const known = all[name];
    all[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  const text = (charset: string): string | null => decode(answer.body, charset);
  return host.strict('HTTPResponse', {
    getResponseCode: () => answer.status,
    getHeaders: () => host.into(Object.fromEntries(answer.headers)),
    getAllHeaders: () => host.into(all),
    getContentText: (charset?: unknown) =>
      charset === undefined || charset === null
        ? (text(named ?? 'utf-8') ?? text('utf-8'))
        : (text(String(charset)) ?? host.fail(`Invalid argument: charset ${String(charset)}`)),
    getContent: () => signedBytes(host, answer.body),
    getBlob: () => createBlob(host, answer.body, type?.split(';')[0]?.trim() ?? null, null),
  });
}
