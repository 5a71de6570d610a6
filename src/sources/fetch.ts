import { KenshinError } from '../errors';
import type { HttpResponse } from '../ports';
import { addressFault, hostOf, resolveLink } from './address';
import { askOne, LARGEST_ANSWER } from './ask';
import * as messages from './messages';
import { secretOf } from './secret-key';
import type { SourceContext } from './source';

/** Redirects followed one after the other. */
const REDIRECTS = 5;

/**
 * Gets an address with the source's secret in its header. A redirect is followed, to another host without the secret.
 * Throws a KenshinError that names the host, the status and what to do.
 */
export function get(context: SourceContext, address: string, accept: string): HttpResponse {
  const host = hostOf(address);
  const secret = secretHeader(context);
  let at = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const abroad = hostOf(at) !== host;
    const wrong = abroad && !/^https:/i.test(at) ? messages.notEncrypted() : addressFault(at);
    if (wrong) throw new KenshinError('config', wrong, messages.correctLocation());
    const sign = () => (abroad ? {} : secret);
    const answer = askOne(context, { url: at, headers: { accept } }, { atOnce: 1, redirects: true, sign });
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

/** Where an answer sends on to; null for one that does not (RFC 9110, 15.4). */
function redirectOf({ status, headers }: HttpResponse): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
}

function secretHeader(context: SourceContext): Record<string, string> {
  const { headerName, headerPrefix } = context.setting;
  if (headerName === '') return {};
  const secret = secretOf(context, '');
  return { [headerName]: headerPrefix === '' ? secret : `${headerPrefix} ${secret}` };
}
