import { ask } from '../ask';
import { jsonOf, listIn } from '../json/answer';
import type { SourceContext } from '../source';
import { ZENDESK, zendeskManners, zendeskUrl } from './api';

/** Ids of a request (Zendesk, "Tickets", show multiple tickets). */
const BATCH = 100;

/**
 * What an organization's account is known by: its external id, else its first domain, else `zendesk:` and its id. Whose
 * account that is, is for the identities to say.
 */
export function accountsIn(body: object): ReadonlyMap<string, string> {
  const accounts = new Map<string, string>();
  for (const { id, external_id: external, domain_names: domains } of listIn(body, 'organizations')) {
    const [domain] = Array.isArray(domains) ? domains : [];
    accounts.set(String(id), String(external || domain || `zendesk:${id}`));
  }
  return accounts;
}

/** Accounts by ticket id, of tickets that stand and have an organization. */
export function accountsOfTickets(context: SourceContext, tickets: readonly string[]): ReadonlyMap<string, string> {
  const calls = [];
  for (let from = 0; from < tickets.length; from += BATCH) {
    const ids = tickets.slice(from, from + BATCH).join(',');
    calls.push({ url: zendeskUrl(context.setting, `tickets/show_many.json?ids=${ids}&include=organizations`) });
  }
  const found = new Map<string, string>();
  for (const answer of ask(context, calls, zendeskManners(context))) {
    const body = Object(jsonOf(answer, ZENDESK)) as object;
    const accounts = accountsIn(body);
    for (const ticket of listIn(body, 'tickets')) {
      const account = accounts.get(String(ticket.organization_id));
      if (account) found.set(String(ticket.id), account);
    }
  }
  return found;
}
