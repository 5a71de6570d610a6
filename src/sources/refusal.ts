import type { Text } from '../domain/text';
import { KenshinError, withoutAddresses } from '../errors';
import type { HttpResponse } from '../ports';
import { addressFault, isAddress } from './address';
import type { Verdict } from './ask';
import * as messages from './messages';
import type { SourceSetting, SourceStream } from './source';

/** Characters of a vendor's own words that are passed on. */
const QUOTED = 200;

/** The object that an answer's JSON is; an empty one for anything else, such as a page for people. */
export function bodyOf(answer: HttpResponse): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(answer.content.text('UTF-8'));
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * An answer of the kind 4xx with the vendor's own reason; null where it gives none, and for those that have general rules.
 * What is said of a key (401) is not passed on: it could hold the key.
 */
export function refusalOf(name: string, { status }: Pick<HttpResponse, 'status'>, reason: unknown): Verdict | null {
  if (status < 400 || status >= 500 || [401, 408, 429].includes(status)) return null;
  if (typeof reason !== 'string' || reason === '') return null;
  const words = withoutAddresses(reason).slice(0, QUOTED);
  const [kind, next] =
    status === 403
      ? (['credential', messages.askForAccess()] as const)
      : ([status === 404 || status === 410 ? 'config' : 'source', messages.correctSource()] as const);
  return { failure: new KenshinError(kind, messages.vendorSaid(name, status, words), next), again: false };
}

/** What is wrong with a vendor's row of the Sources tab: an address that is none, a dataset it does not bring. */
export function vendorFaults(
  { kind, location, dataset }: SourceSetting,
  streams: readonly SourceStream[] | null,
): { readonly column: string; readonly why: Text }[] {
  const faults: { column: string; why: Text }[] = [];
  const wrong = isAddress(location) ? addressFault(location) : null;
  if (wrong) faults.push({ column: 'Location', why: wrong });
  if (streams && !streams.some((stream) => stream.dataset === dataset)) {
    const brought = [...new Set(streams.map((stream) => stream.dataset))];
    faults.push({ column: 'Dataset', why: messages.datasetNotBrought(kind, brought) });
  }
  return faults;
}
