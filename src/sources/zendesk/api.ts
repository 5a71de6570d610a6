import { isAddress } from '../address';
import { askOne, type Manners } from '../ask';
import { jsonOf } from '../json/answer';
import { bodyOf, refusalOf } from '../refusal';
import { secretOf } from '../secret-key';
import type { SourceContext, SourceSetting } from '../source';

export const ZENDESK = 'Zendesk';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Address of an API path at a subdomain (`acme`), a host or an address. */
export function zendeskUrl({ location }: Pick<SourceSetting, 'location'>, path: string): string {
  const host = location.includes('.') ? location : `${location}.zendesk.com`;
  return `${(isAddress(location) ? location : `https://${host}`).replace(/\/+$/, '')}/api/v2/${path}`;
}

/**
 * How Zendesk wants to be asked: with the token of a person whose mail address the options name, else with an OAuth token.
 * Waits are those of Retry-After. Sources: Zendesk, "Security and authentication", "Rate limits".
 */
export function zendeskManners({ setting, secrets }: Pick<SourceContext, 'setting' | 'secrets'>): Manners {
  const { email } = setting.options;
  return {
    atOnce: 4,
    sign: () => {
      const secret = secretOf({ setting, secrets }, '');
      return { authorization: email ? `Basic ${base64(`${email}/token:${secret}`)}` : `Bearer ${secret}` };
    },
    judge: (answer) => {
      const { error, description } = bodyOf(answer);
      const { message } = Object(error) as { message?: unknown };
      return refusalOf(ZENDESK, answer, message || description || error);
    },
  };
}

/** The object that an address answers with; an empty one where it is none. */
export function askZendesk(context: SourceContext, url: string): Readonly<Record<string, unknown>> {
  return (jsonOf(askOne(context, { url }, zendeskManners(context)), ZENDESK) || {}) as Record<string, unknown>;
}

/** RFC 4648, 4, of the text's UTF-8 bytes. */
export function base64(text: string): string {
  const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = [0, 1, 2].map((next) => bytes.charCodeAt(at + next) || 0) as [number, number, number];
    const bits = (three[0] << 16) | (three[1] << 8) | three[2];
    for (let part = 0; part < 4; part += 1)
      out += at + part > bytes.length ? '=' : ALPHABET.charAt((bits >> (18 - 6 * part)) & 63);
  }
  return out;
}
