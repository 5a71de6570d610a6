import { quote } from '../domain/problem';
import type { Text } from '../domain/text';
import { KenshinError, withoutAddresses } from '../errors';
import type { HttpResponse } from '../ports';
import { askOne, type Call, type Manners, type Verdict } from './ask';
import { jsonOf } from './json/answer';
import * as messages from './messages';
import type { SourceContext } from './source';

/** Passing trouble; also under 403 (BigQuery error table; Calendar and Gmail guides, handle API errors). */
const PASSING = /^(?:user|job)?rateLimitExceeded$|^(?:job)?(?:backend|internal)Error$|^tableUnavailable$/i;
/** Budgets that fill again slowly. */
const USED_UP = /^(?:quota|dailyLimit|concurrentLimit)Exceeded$/;
const TEN_MINUTES = 600000;

/** A Google API as a person knows it, and how it gets into the script. */
export interface GoogleApi {
  readonly name: string;
  /** The word after --with of the build that asks for its scope. */
  readonly extra: string;
  /** What to mend where it refuses what it is asked. */
  readonly mend: Text;
}

interface ErrorBody {
  readonly error?: {
    readonly message?: string;
    readonly errors?: readonly { readonly reason?: string }[];
    readonly details?: readonly { readonly reason?: string }[];
  };
}

/** How Google's own hosts are asked: with the current user's token, errors told by their reason. */
export function googleManners(context: SourceContext, api: GoogleApi, atOnce = 1): Manners {
  return {
    atOnce,
    sign: () => ({ authorization: `Bearer ${context.token()}` }),
    judge: (answer) => verdictOn(answer, api, context.clock.now()),
  };
}

/** One call and the object it answers. */
export function askGoogle<Answer>(context: SourceContext, api: GoogleApi, call: Call): Answer {
  return jsonOf(askOne(context, call, googleManners(context, api)), api.name) as Answer;
}

/** `path?name=value&...`; names without a value are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.keys(query)
    .filter((name) => query[name] !== undefined && query[name] !== '')
    .map((name) => `${name}=${encodeURIComponent(String(query[name]))}`);
  return `${path}?${pairs.join('&')}`;
}

/** The reason an error answer gives; '' where it says none. */
function reasonIn(body: ErrorBody): string {
  return body.error?.details?.find(({ reason }) => reason)?.reason ?? body.error?.errors?.[0]?.reason ?? '';
}

function verdictOn(answer: HttpResponse, { name, extra, mend }: GoogleApi, now: number): Verdict | null {
  const { status } = answer;
  if (status < 400) return null;
  let body: ErrorBody = {};
  try {
    body = JSON.parse(answer.content.text('UTF-8')) as ErrorBody;
  } catch {
    // A page of some proxy: its status says enough.
  }
  const reason = reasonIn(body);
  const limit = new KenshinError('limit', messages.tooManyRequests(name), messages.tryLater());
  if (PASSING.test(reason) || (status === 429 && !USED_UP.test(reason))) return { failure: limit, again: true };
  if (USED_UP.test(reason)) return { failure: limit, again: false, until: now + TEN_MINUTES };
  if (status >= 500 || !body.error) return null;
  if (status === 401 || /SCOPE_INSUFFICIENT|insufficientPermissions/.test(reason))
    return fails('credential', messages.scopeMissing(name, extra), messages.buildWith(extra));
  if (/accessNotConfigured|SERVICE_DISABLED/.test(reason))
    return fails('credential', messages.apiOff(name), messages.buildWith(extra));
  const said = messages.googleSays(name, quote(withoutAddresses(body.error.message ?? reason)));
  return status === 403 ? fails('credential', said, messages.askForAccess()) : fails('config', said, mend);
}

function fails(kind: 'credential' | 'config', text: Text, next: Text): Verdict {
  return { failure: new KenshinError(kind, text, next), again: false };
}
