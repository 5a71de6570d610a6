import { KenshinError } from '../../errors';
import type { HttpResponse } from '../../ports';
import { type Manners, RESERVE, type Verdict } from '../ask';
import * as shared from '../messages';
import { bodyOf, refusalOf } from '../refusal';
import { secretOf } from '../secret-key';
import type { SourceContext, SourceSetting } from '../source';
import * as messages from './messages';

/** Version of the API; a year apart, each in use for 18 months (HubSpot, "API versioning", dated versions). */
const VERSION = '2026-09';
export const HUBSPOT = 'HubSpot';
const HOST = 'https://api.hubapi.com';
/** Percent of a day's requests that may be used, by everybody who shares the key's limit, before a pull stops. */
const DAILY_SHARE = 90;
const HOUR = 3600000;

type Asker = Pick<SourceContext, 'secrets'> & { readonly setting: SourceSetting };

/** Address of an API path, e.g. `crm/objects` and `companies/search`. */
export function hubspotUrl({ location }: Pick<SourceSetting, 'location'>, family: string, path: string): string {
  return `${location === '' ? HOST : location.replace(/\/+$/, '')}/${family}/${VERSION}${path}`;
}

/**
 * How HubSpot wants to be asked. Signed with a service key or the token of a private app. Sources: HubSpot, "API usage
 * guidelines and limits"; "Error handling"; waits as in RetryDecorator of @hubspot/api-client.
 */
export function hubspotManners({ setting, secrets }: Asker, now: () => number): Manners {
  const share = Number(setting.options.daily_share || DAILY_SHARE) / 100;
  const spent = (): Verdict => ({
    failure: new KenshinError('limit', messages.dailySpent(), shared.tryLater()),
    again: false,
    // Renewed at midnight where the HubSpot account is, which it does not say.
    until: now() + HOUR,
  });
  return {
    atOnce: 4,
    sign: () => ({ authorization: `Bearer ${secretOf({ setting, secrets }, '')}` }),
    judge: (answer) => {
      const { status, headers } = answer;
      const daily = Number(headers['x-hubspot-ratelimit-daily'] || 0);
      const left = Number(headers['x-hubspot-ratelimit-daily-remaining'] ?? daily);
      if (daily > 0 && status < 300 && left < daily * (1 - share)) return spent();
      if (status < 400 || status >= 500) return null;
      const body = bodyOf(answer);
      const said = String(body.message || '');
      if (status === 429) {
        if (body.policyName === 'DAILY' || /\bdaily/i.test(said)) return spent();
        const rolling = body.policyName === 'TEN_SECONDLY_ROLLING' || /ten_secondly/i.test(said);
        if (!rolling && !/secondly/i.test(said)) return null;
        const wait = Number(headers['x-hubspot-ratelimit-interval-milliseconds']) || (rolling ? 10000 : 1000);
        return limit(answer, wait);
      }
      // Locked while a large change goes on, and on its way to another data centre.
      if (status === 423) return limit(answer, 2000);
      if (status === 477) return limit(answer, Math.max(1, Number(headers['retry-after'] || 10)) * 1000, now);
      const scopes = status === 403 && scopesIn(body);
      return scopes
        ? {
            failure: new KenshinError('credential', messages.scopesMissing(scopes), messages.addScopes()),
            again: false,
          }
        : refusalOf(HUBSPOT, answer, said);
    },
  };
}

function limit({ status }: HttpResponse, wait: number, now?: () => number): Verdict {
  const words = status === 429 ? shared.tooManyRequests(HUBSPOT) : shared.serverFailed(HUBSPOT, status);
  const failure = new KenshinError('limit', words, shared.tryLater());
  // Longer than an execution would wait: the source rests until then.
  return { failure, again: true, wait, ...(now && wait > RESERVE ? { until: now() + wait } : {}) };
}

/** Scopes that an answer says are missing, wherever it says so; the shape of errors is not promised. */
function scopesIn(body: object): string {
  const [, scopes = ''] = /(?:missing|required)\w*Scopes\W*?\[([^\]]*)\]/.exec(JSON.stringify(body)) || [];
  return scopes.replace(/"/g, '').replace(/,\s*/g, ', ');
}
