import { quote } from '../../domain/problem';
import { KenshinError, withoutAddresses } from '../../errors';
import type { HttpResponse } from '../../ports';
import { addressFault, hostOf, isAddress } from '../address';
import { askOne, type Call, type Manners, type Verdict } from '../ask';
import { jsonOf } from '../json/answer';
import * as shared from '../messages';
import { secretOf, tokenKey } from '../secret-key';
import type { SourceContext, SourceSetting } from '../source';
import * as messages from './messages';

/** The one version that is spoken (Spring '26). Source: Salesforce, API End-of-Life Policy. */
export const VERSION = 'v66.0';
/** Percent of the org's daily requests at which we stop, so that others can go on. */
const SHARE = 80;
/** The limit is counted over 24 hours; tomorrow's run, which may be early, is not to wait for it. */
const UNTIL_TOMORROW = 20 * 3600000;
/** Refused sessions that a new token does not help. Source: jsforce, http-api.js. */
const HOPELESS = /Connected app is not attached to Agent|This session is not valid for use with the REST API/i;
/** Hosts that Salesforce itself gives to an org. */
const THEIRS = /(?:^|\.)(?:salesforce|force|cloudforce)\.com$/;
/** Tokens of an assertion live briefly. Source: Salesforce, OAuth 2.0 JWT Bearer Flow. */
const ASSERTION_SECONDS = 180;

export const AUTHS = ['client_credentials', 'jwt', 'refresh_token'] as const;

/** Which way the source signs in. */
export function authOf({ options }: Pick<SourceSetting, 'options'>): string {
  return options.auth ?? AUTHS[0];
}

/** A signed-in connection to an org. */
export interface Session {
  /** The host as a person knows it. */
  readonly name: string;
  readonly manners: Manners;
  /** The address of a path: one from the host's root as it stands, others below the version. */
  url(path: string): string;
  /** Throws KenshinError `limit` once the org's requests of the day are used up to the share that is ours. */
  refuseBeyondShare(): void;
}

interface Token {
  readonly token: string;
  /** Where this org is asked: never the host that was signed in at. */
  readonly at: string;
}

/** The address of the host that Location names, without a path; '' where it names none. */
export function hostAddress(location: string): string {
  const address = isAddress(location) ? location : `https://${location}`;
  return addressFault(address) === null ? ((/^https?:\/\/[^/?#]+/i.exec(address)?.[0] as string) ?? '') : '';
}

/**
 * Signs in, or goes on with the token that was kept. Tokens carry no end (Salesforce, OAuth 2.0 flows): one that is refused is
 * replaced once. Throws KenshinError `credential` where signing in fails.
 */
export function openSession(context: SourceContext): Session {
  const { setting, secrets, clock } = context;
  const key = tokenKey(setting);
  const kept = secrets.get(key);
  let signed = kept === null ? signIn(context) : (JSON.parse(kept) as Token);
  const name = hostOf(hostAddress(setting.location));
  const share = Number(setting.options.daily_share ?? SHARE);
  let used = 0;
  const judge = (answer: HttpResponse): Verdict | null => {
    const [, spent, budget] = /api-usage=(\d+)\/(\d+)/.exec(answer.headers['sforce-limit-info'] ?? '') ?? [];
    if (budget !== undefined) used = (100 * Number(spent)) / Number(budget);
    return verdictOn(name, answer, clock.now());
  };
  return {
    name,
    manners: {
      atOnce: 1,
      sign: () => ({ authorization: `Bearer ${signed.token}` }),
      judge,
      renew: (answer) => {
        if (HOPELESS.test(faultOf(answer)?.words ?? '')) return false;
        secrets.remove(key);
        signed = signIn(context);
        return true;
      },
    },
    url: (path) => signed.at + (path.startsWith('/') ? path : `/services/data/${VERSION}/${path}`),
    refuseBeyondShare: () => {
      if (used <= share) return;
      context.pause(clock.now() + UNTIL_TOMORROW);
      throw new KenshinError('limit', messages.shareUsed(name, Math.round(used), share), messages.raiseShare());
    },
  };
}

function signIn(context: SourceContext): Token {
  const { setting, clock } = context;
  const base = hostAddress(setting.location);
  const name = hostOf(base);
  const secret = (field: string): string => secretOf(context, field);
  const form: Record<string, string> = {};
  if (authOf(setting) === 'jwt') {
    const audience =
      setting.options.audience ?? `https://${/\bsandbox\b/.test(name) ? 'test' : 'login'}.salesforce.com`;
    const exp = Math.floor(clock.now() / 1000) + ASSERTION_SECONDS;
    const claims = { iss: secret('client_id'), sub: setting.options.username ?? '', aud: audience, exp };
    form.grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    form.assertion = context.webToken(JSON.stringify(claims), pemOf(secret('private_key')));
  } else {
    form.grant_type = authOf(setting);
    form.client_id = secret('client_id');
    form.client_secret = secret('client_secret');
    if (form.grant_type === 'refresh_token') form.refresh_token = secret('refresh_token');
  }
  const body = Object.keys(form)
    .map((field) => `${field}=${encodeURIComponent(form[field] as string)}`)
    .join('&');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const call: Call = { url: `${base}/services/oauth2/token`, method: 'post', headers, body };
  const manners: Manners = { atOnce: 1, sign: () => ({}), judge: (answer) => refusedSignIn(name, answer) };
  const said = jsonOf(askOne(context, call, manners), name) as { access_token?: string; instance_url?: string };
  const at = said.instance_url ?? '';
  // The token goes nowhere but to the host that was named, or to one of Salesforce's own.
  if (!said.access_token || addressFault(at) !== null || (hostOf(at) !== name && !THEIRS.test(hostOf(at))))
    throw new KenshinError('source', messages.noToken(name), shared.correctLocation());
  const signed: Token = { token: said.access_token, at: at.replace(/\/+$/, '') };
  context.secrets.set({ [tokenKey(setting)]: JSON.stringify(signed) });
  return signed;
}

/** The key as PEM wants it: a form of one line turns its line ends into blanks. */
function pemOf(pasted: string): string {
  const [, label, key] = /-----BEGIN ([A-Z ]+)-----([\s\S]+?)-----END/.exec(pasted) ?? [];
  if (key === undefined) return pasted;
  const lines = key.replace(/\\n|\s/g, '').replace(/.{64}/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

interface Fault {
  readonly code: string;
  readonly words: string;
}

/** What an answer says went wrong: a list of errors, of which the first counts; null for none. */
function faultOf(answer: HttpResponse): Fault | null {
  try {
    const [first] = JSON.parse(answer.content.text('UTF-8')) as readonly { errorCode?: string; message?: string }[];
    return first?.errorCode === undefined ? null : { code: first.errorCode, words: first.message ?? '' };
  } catch {
    return null;
  }
}

/** Source: Salesforce, REST API Developer Guide, Status Codes and Error Responses. */
function verdictOn(name: string, answer: HttpResponse, now: number): Verdict | null {
  const { status } = answer;
  if (status < 400) return null;
  const fault = faultOf(answer);
  if (status === 420)
    return { failure: new KenshinError('limit', shared.tooManyRequests(name), shared.tryLater()), again: true };
  if (fault === null || status >= 500 || status === 429) return null;
  return verdictOnFault(name, status, fault, now);
}

/** What an error means, whether it is the answer's own or that of one request of a batch. */
export function verdictOnFault(name: string, status: number, { code, words }: Fault, now: number): Verdict {
  const said = messages.refused(name, code, quote(withoutAddresses(words)));
  if (code === 'REQUEST_LIMIT_EXCEEDED')
    return {
      failure: new KenshinError('limit', said, shared.tryLater()),
      again: false,
      until: now + UNTIL_TOMORROW,
    };
  if (status === 401) return fails('credential', said, messages.checkKeys());
  if (status === 403) return fails('credential', said, shared.askForAccess());
  return fails(status === 410 || status === 404 ? 'config' : 'source', said, messages.checkRow());
}

/** Errors of signing in are one object (RFC 6749, 5.2). */
function refusedSignIn(name: string, answer: HttpResponse): Verdict | null {
  if (answer.status < 400 || answer.status >= 500 || answer.status === 429) return null;
  try {
    const { error, error_description: words } = JSON.parse(answer.content.text('UTF-8')) as Record<string, unknown>;
    if (typeof error !== 'string') return null;
    return fails(
      'credential',
      messages.signInRefused(name, quote(withoutAddresses(`${error}: ${String(words ?? '')}`))),
      messages.checkKeys(),
    );
  } catch {
    return null;
  }
}

function fails(kind: 'credential' | 'config' | 'source', text: KenshinError['text'], next: KenshinError['next']) {
  return { failure: new KenshinError(kind, text, next), again: false };
}
