import { quote } from '../domain/problem';
import type { Text } from '../domain/text';
import { KenshinError, withoutAddresses } from '../errors';
import type { HttpResponse } from '../ports';
import { askOne, type Call, type Manners, type Verdict } from './ask';
import { jsonOf } from './json/answer';
import * as messages from './messages';
import type { SourceContext } from './source';

/** Reasons of passing trouble, under 403 too (BigQuery error table; Calendar and Gmail guides, handle API errors). */
const PASSING = /"(?:(?:user|job)?rateLimitExceeded|(?:job)?(?:backend|internal)Error|tableUnavailable)"/i;
/** Budgets that fill again slowly. */
const USED_UP = /"(?:quota|dailyLimit|concurrentLimit)Exceeded"/;
const NOT_GRANTED = /"(?:ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficientPermissions)"/;
const SWITCHED_OFF = /"(?:accessNotConfigured|SERVICE_DISABLED)"/;
const MESSAGE = /"message":\s*("(?:[^"\\]|\\.)*")/;
const TEN_MINUTES = 600000;

/** A Google API as a person knows it, and how it gets into the script. */
export interface GoogleApi {
  readonly name: string;
  /** The word after --with of the build that asks for its scope. */
  readonly extra: string;
  /** What to mend where it refuses what it is asked. */
  readonly mend: Text;
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

/**
 * What `work` makes of the answers of `name`. One that lacks what it should have, or has something else in its place, ends in
 * a KenshinError `source`.
 */
export function sensible<Made>(name: string, work: () => Made): Made {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new KenshinError('source', messages.notJson(name), messages.tryLater());
  }
}

/** `path?name=value&...`; names without a value are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.keys(query).filter((name) => query[name]);
  return `${path}?${pairs.map((name) => `${name}=${encodeURIComponent(query[name] as string)}`).join('&')}`;
}

function verdictOn({ status, content }: HttpResponse, { name, extra, mend }: GoogleApi, now: number): Verdict | null {
  if (status < 400) return null;
  const body = content.text('UTF-8');
  const said = MESSAGE.exec(body);
  const limit = new KenshinError('limit', messages.tooManyRequests(name), messages.tryLater());
  if (USED_UP.test(body)) return { failure: limit, again: false, until: now + TEN_MINUTES };
  if (PASSING.test(body) || status === 429) return { failure: limit, again: true };
  // Some proxy's page: its status says enough.
  if (status >= 500 || !said) return null;
  const off = SWITCHED_OFF.test(body);
  if (off || status === 401 || NOT_GRANTED.test(body))
    return fails(
      'credential',
      off ? messages.apiOff(name) : messages.scopeMissing(name, extra),
      messages.buildWith(extra),
    );
  const words = messages.googleSays(name, quote(withoutAddresses(JSON.parse(said[1] as string) as string)));
  return status === 403 ? fails('credential', words, messages.askForAccess()) : fails('config', words, mend);
}

function fails(kind: 'credential' | 'config', text: Text, next: Text): Verdict {
  return { failure: new KenshinError(kind, text, next), again: false };
}
