import { quote } from '../../domain/problem';
import { withParameter } from '../address';
import { ask, type Manners } from '../ask';
import { jsonCall, jsonOf } from '../json/answer';
import type { SourceContext } from '../source';
import { HUBSPOT, hubspotUrl } from './api';
import * as messages from './messages';
import { askHubSpot, cursorOf } from './pages';

/** Ids of a request (HubSpot changelog of February 2025, associations batch read). */
const BATCH = 1000;
const OWNERS_PAGE = 500;

interface Associations {
  readonly results?: readonly {
    readonly from?: { readonly id?: unknown };
    readonly to?: readonly {
      readonly toObjectId?: unknown;
      readonly associationTypes?: readonly { label?: unknown }[];
    }[];
  }[];
  /** Beside the results where only some could be read (207), those without any association among them. */
  readonly errors?: readonly {
    readonly message?: unknown;
    readonly subCategory?: unknown;
    readonly context?: { ids?: unknown[] };
  }[];
}

/**
 * The company of each record of an object, the primary one where it has several. Source: HubSpot, "Associations", batch
 * get associations.
 */
export function companiesOf(
  context: SourceContext,
  manners: Manners,
  object: string,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const calls = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const url = hubspotUrl(context.setting, 'crm/associations', `/${object}/companies/batch/read`);
    calls.push(jsonCall(url, { inputs: ids.slice(from, from + BATCH).map((id) => ({ id })) }));
  }
  const companies = new Map<string, string>();
  for (const answer of ask(context, calls, manners)) {
    const { results = [], errors = [] } = (jsonOf(answer, HUBSPOT) || {}) as Associations;
    for (const { from, to = [] } of results) {
      const primary = to.find(({ associationTypes = [] }) => associationTypes.some(({ label }) => label === 'Primary'));
      const company = primary || to[0];
      if (from && company) companies.set(String(from.id), String(company.toObjectId));
    }
    for (const { message, subCategory, context: at } of errors) {
      if (/NO_ASSOCIATIONS_FOUND/.test(String(subCategory))) continue;
      const why = messages.partly(at?.ids?.length || 1, quote(message));
      context.report({ severity: 'error', code: 'row.noAccount', place: '', column: object, value: '', why });
    }
  }
  return companies;
}

/** Mail addresses by owner id. Source: HubSpot, "Owners". */
export function ownerMails(context: SourceContext, manners: Manners): ReadonlyMap<string, string> {
  const mails = new Map<string, string>();
  const first = hubspotUrl(context.setting, 'crm/owners', `?limit=${OWNERS_PAGE}`);
  // A page that leads nowhere new ends the reading.
  for (let url = '', next = first; url !== next; ) {
    url = next;
    const answer = askHubSpot(context, manners, { url });
    for (const owner of answer.results as unknown as { id?: unknown; email?: unknown }[])
      if (owner.email) mails.set(String(owner.id), String(owner.email));
    const after = cursorOf(answer);
    if (after) next = withParameter(first, 'after', after);
  }
  return mails;
}
