import { askOne } from '../ask';
import { gather, type Page } from '../gather';
import { jsonOf } from '../json/answer';
import { tableOf } from '../json/table';
import type { Pulled, SourceContext } from '../source';
import { accountsIn, listIn } from './accounts';
import { ZENDESK, zendeskManners, zendeskUrl } from './api';
import { startOf, tellStrays } from './since';

export const TICKET_COLUMNS = ['ticket_id', 'account_id', 'opened_at', 'closed_at', 'priority', 'csat'] as const;

/** What a rating of the older kind is on a scale of five. */
export const RATINGS: Readonly<Record<string, number>> = { good: 5, bad: 1 };

type Row = Record<string, unknown>;

/**
 * Tickets that were made, changed or deleted since the cursor. Of a ticket only dates, priority, rating and the fields that the
 * Field Map names are kept. Source: Zendesk, "Incremental Exports", incremental ticket export, cursor based.
 */
export function readTickets(context: SourceContext): Pulled {
  const { setting } = context;
  const manners = zendeskManners(context);
  const columns = TICKET_COLUMNS.filter((name) => !setting.fieldMap.has(name));
  const extras = [...new Set(setting.fieldMap.values())];
  let cursor = context.cursor;
  const read = (at: string): Page => {
    const url = zendeskUrl(setting, `incremental/tickets/cursor.json?${at}&include=organizations,metric_sets`);
    const body = jsonOf(askOne(context, { url }, manners), ZENDESK) as Row | null;
    const accounts = accountsIn(body);
    const solved = new Map(listIn(body, 'metric_sets').map((metric) => [String(metric.ticket_id), metric.solved_at]));
    const tickets = listIn(body, 'tickets');
    const records = tickets.map((ticket) => {
      const account = accounts.get(String(ticket.organization_id));
      const row = rowOf(ticket, account ?? null, solved.get(String(ticket.id)));
      if (row) for (const name of setting.fieldMap.keys()) delete row[name];
      if (row) addFields(row, ticket, extras);
      return [String(ticket.id), row];
    });
    const after = body?.after_cursor ? String(body.after_cursor) : null;
    if (after !== null) cursor = after;
    return { records, next: body?.end_of_stream === false && after !== null ? place(after) : null };
  };
  const start = cursor ? place(cursor) : `start_time=${startOf(context)}`;
  const { records, next } = gather(context, ZENDESK, start, read);

  // The last that is said of a ticket counts; null for one that is not to be kept.
  const rows = new Map<string, Row | null>();
  for (const [id, row] of records as readonly [string, Row | null][]) rows.set(id, row);
  const stray = (row: Row | null | undefined) => row?.account_id === null;
  const kept = [...rows.values()].filter((row) => row !== null && !stray(row));
  tellStrays(context, [...rows.values()].filter(stray).length);
  const missing = kept.length === 0 ? extras : [];
  return {
    ...tableOf(context, ZENDESK, kept, setting.fieldMap.get('ticket_id') ?? 'ticket_id', [...columns, ...missing]),
    removed: [...rows.keys()].filter((id) => !rows.get(id) || stray(rows.get(id))),
    ...(cursor ? { cursor } : {}),
    more: next !== null,
  };
}

function place(cursor: string): string {
  return `cursor=${encodeURIComponent(cursor)}`;
}

function rowOf(ticket: Readonly<Row>, account: string | null, solvedAt: unknown): Row | null {
  const { status, satisfaction_rating: rating } = ticket;
  if (status === 'deleted') return null;
  const over = status === 'solved' || status === 'closed';
  return {
    ticket_id: ticket.id,
    account_id: account,
    opened_at: ticket.created_at,
    closed_at: over ? (solvedAt ?? ticket.updated_at) : null,
    priority: ticket.priority,
    csat: RATINGS[String((rating as Row | null)?.score)] ?? null,
  };
}

/** Fields by their name, the company's own ones by their number; one that is not there gives no column. */
function addFields(row: Row, ticket: Readonly<Row>, names: readonly string[]): void {
  const custom = listIn(ticket, 'custom_fields');
  for (const name of names) {
    const value = name in ticket ? ticket[name] : custom.find(({ id }) => String(id) === name)?.value;
    if (value !== undefined) row[name] = value;
  }
}
