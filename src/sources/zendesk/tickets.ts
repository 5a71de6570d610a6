import { gather, type Page } from '../gather';
import { listIn } from '../json/answer';
import { type KeptRow, keptTable } from '../kept';
import type { Pulled, SourceContext } from '../source';
import { accountsIn } from './accounts';
import { askZendesk, ZENDESK, zendeskUrl } from './api';
import { startOf } from './since';

export const TICKET_COLUMNS = ['ticket_id', 'account_id', 'opened_at', 'closed_at', 'priority', 'csat'] as const;

/** What a rating of the older kind is on a scale of five. */
export const RATINGS: Readonly<Record<string, number>> = { good: 5, bad: 1 };

/**
 * Tickets that were made, changed or deleted since the cursor. Of a ticket only dates, priority, rating and the fields that the
 * Field Map names are kept. Source: Zendesk, "Incremental Exports", incremental ticket export, cursor based.
 */
export function readTickets(context: SourceContext): Pulled {
  const { fieldMap } = context.setting;
  const extras = [...new Set(fieldMap.values())];
  let { cursor } = context;
  const read = (at: string): Page => {
    const url = zendeskUrl(context.setting, `incremental/tickets/cursor.json?${at}&include=organizations,metric_sets`);
    const body = askZendesk(context, url);
    const accounts = accountsIn(body);
    const solved = new Map(listIn(body, 'metric_sets').map((metric) => [String(metric.ticket_id), metric.solved_at]));
    const records = listIn(body, 'tickets').map((ticket) => {
      const row = rowOf(ticket, accounts.get(String(ticket.organization_id)), solved.get(String(ticket.id)));
      for (const name of fieldMap.keys()) delete row[name];
      addFields(row, ticket, extras);
      return [String(ticket.id), ticket.status === 'deleted' ? null : row];
    });
    const { after_cursor: after, end_of_stream: end } = body;
    if (after) cursor = String(after);
    return { records, next: end === false && after ? place(String(after)) : null };
  };
  const { records, next } = gather(context, ZENDESK, cursor ? place(cursor) : `start_time=${startOf(context)}`, read);

  // The last that is said of a ticket counts; null for one that was deleted.
  const rows = new Map(records as readonly (readonly [string, KeptRow | null])[]);
  const table = keptTable(context, ZENDESK, rows, TICKET_COLUMNS, extras);
  return { ...table, ...(cursor ? { cursor } : {}), more: next !== null };
}

function place(cursor: string): string {
  return `cursor=${encodeURIComponent(cursor)}`;
}

function rowOf(ticket: Readonly<KeptRow>, account: string | undefined, solvedAt: unknown): KeptRow {
  const { status, satisfaction_rating: rating } = ticket;
  return {
    ticket_id: ticket.id,
    account_id: account || null,
    opened_at: ticket.created_at,
    closed_at: status === 'solved' || status === 'closed' ? solvedAt || ticket.updated_at : null,
    priority: ticket.priority,
    csat: RATINGS[String((Object(rating) as KeptRow).score)] || null,
  };
}

/** Fields by their name, the company's own ones by their number; one that is not there gives no column. */
function addFields(row: KeptRow, ticket: Readonly<KeptRow>, names: readonly string[]): void {
  const custom = listIn(ticket, 'custom_fields');
  for (const name of names) {
    const value = name in ticket ? ticket[name] : custom.find(({ id }) => String(id) === name)?.value;
    if (value !== undefined) row[name] = value;
  }
}
