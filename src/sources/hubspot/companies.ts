import { quote } from '../../domain/problem';
import { withParameter } from '../address';
import { ask, type Manners } from '../ask';
import { jsonCall, jsonOf, listIn } from '../json/answer';
import type { SourceContext } from '../source';
import { HUBSPOT, hubspotUrl } from './api';
import * as messages from './messages';
import { askHubSpot } from './pages';

/** Ids of a request (HubSpot changelog of February 2025, associations batch read). */
const BATCH = 1000;
const OWNERS_PAGE = 500;

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
    const body = jsonOf(answer, HUBSPOT);
    for (const result of listIn(body, 'results')) {
      const to = listIn(result, 'to');
      const primary = to.find((one) => listIn(one, 'associationTypes').some(({ label }) => label === 'Primary'));
      const { toObjectId: company } = primary || to[0] || {};
      if (company) companies.set(String(Object(result.from).id), String(company));
    }
    // Beside the results where only some could be read (207), those without any association among them.
    for (const { message, subCategory, context: at } of listIn(body, 'errors')) {
      if (/NO_ASSOCIATIONS_FOUND/.test(String(subCategory))) continue;
      const { ids } = Object(at) as { ids?: unknown };
      const why = messages.partly(Array.isArray(ids) ? ids.length : 1, quote(message));
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
    const { results, after } = askHubSpot(context, manners, { url });
    for (const { id, email } of results) if (email) mails.set(String(id), String(email));
    if (after) next = withParameter(first, 'after', after);
  }
  return mails;
}
