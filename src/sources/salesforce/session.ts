import { quote } from '../../domain/problem';
import { KenshinError, withoutAddresses } from '../../errors';
import type { HttpResponse } from '../../ports';
import { addressFault, hostOf, isAddress } from '../address';
import { askOne, type Call, type Manners, type Verdict } from '../ask';
import { jsonOf } from '../json/answer';
import * as shared from '../messages';
import { bodyOf, refusalOf } from '../refusal';
import { secretOf, tokenKey } from '../secret-key';
import type { SourceContext, SourceSetting } from '../source';
import * as messages from './messages';

/** The one version that is spoken (Spring '26). Source: Salesforce, API End-of-Life Policy. */
const VERSION = 'v66.0';
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
export interface OrgSession {
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
export function openSession(context: SourceContext): OrgSession {
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
        if (HOPELESS.test(String(faultOf(answer)?.message))) return false;
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
    const audience = `https://${/\bsandbox\b/.test(name) ? 'test' : 'login'}.salesforce.com`;
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
  readonly errorCode?: string;
  readonly message?: string;
}

/** What an answer says went wrong: of a list of errors the first. */
function faultOf(answer: HttpResponse): Fault | undefined {
  return (bodyOf(answer) as unknown as readonly Fault[])[0];
}

/** Source: Salesforce, REST API Developer Guide, Status Codes and Error Responses. */
function verdictOn(name: string, answer: HttpResponse, now: number): Verdict | null {
  const { status } = answer;
  if (status === 420)
    return { failure: new KenshinError('limit', shared.tooManyRequests(name), shared.tryLater()), again: true };
  const fault = status < 400 || status >= 500 || status === 429 ? undefined : faultOf(answer);
  return fault?.errorCode === undefined ? null : verdictOnFault(name, status, fault, now);
}

/** What an error means, whether it is the answer's own or that of one request of a batch. */
export function verdictOnFault(name: string, status: number, { errorCode, message }: Fault, now: number): Verdict {
  const words = `${errorCode}: ${message}`;
  const spent = errorCode === 'REQUEST_LIMIT_EXCEEDED';
  const verdict = spent ? null : refusalOf(name, { status }, words);
  if (verdict) return verdict;
  const said = shared.vendorSaid(name, status, quote(withoutAddresses(words)));
  return spent
    ? { failure: new KenshinError('limit', said, shared.tryLater()), again: false, until: now + UNTIL_TOMORROW }
    : { failure: new KenshinError('credential', said, messages.checkKeys()), again: false };
}

/** Errors of signing in are one object (RFC 6749, 5.2). */
function refusedSignIn(name: string, answer: HttpResponse): Verdict | null {
  const { error, error_description: words } = bodyOf(answer);
  if (answer.status < 400 || answer.status >= 500 || answer.status === 429 || typeof error !== 'string') return null;
  const said = messages.signInRefused(name, quote(withoutAddresses(`${error}: ${words ?? ''}`)));
  return { failure: new KenshinError('credential', said, messages.checkKeys()), again: false };
}
