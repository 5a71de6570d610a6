import { type DemoRow, demoRows, instant } from '../demo-book';
import type { VendorOptions } from '../vendor';

export interface Organization {
  readonly id: number;
  readonly name: string;
  external_id: string | null;
  domain_names: string[];
}

/** A ticket as an export shows it, and when it was last changed (seconds). */
export interface Ticket {
  readonly id: number;
  organization_id: number | null;
  requester_id: number;
  subject: string;
  status: string;
  priority: string | null;
  satisfaction_rating: { score: string; id?: number } | null;
  created_at: string;
  updated_at: string;
  custom_fields: { id: number; value: unknown }[];
  generated_timestamp: number;
}

export interface Answered {
  readonly id: number;
  readonly ticket: number;
  readonly rating: number;
  readonly at: string;
}

/** What an account at Zendesk holds. */
export interface Desk {
  readonly organizations: Map<number, Organization>;
  readonly tickets: Map<number, Ticket>;
  /** When each ticket was solved. */
  readonly solved: Map<number, string>;
  readonly answers: Map<number, Answered>;
}

/** A field of the company's own: the rating on the demo's scale. */
export const CSAT_FIELD = 360002;

/** Number of the organization of a demo account: the one that the CRM knows as `zendesk:<number>`. */
function organizationId(account: string): number {
  return 40000 + Number(account.slice(2));
}

/**
 * The demo's tickets as Zendesk would hold them. Of its organizations every third has an external id, every third only a domain and
 * every third neither.
 */
export function deskOf(options: VendorOptions): Desk {
  const rows = demoRows(options);
  const organizations = new Map<number, Organization>();
  rows('accounts').forEach((row, at) => {
    const account = String(row.account_id);
    const id = organizationId(account);
    const external_id = at % 3 === 0 ? account : null;
    const domain_names = at % 3 === 1 ? [String(row.domains)] : [];
    organizations.set(id, { id, name: String(row.name), external_id, domain_names });
  });
  const tickets = new Map<number, Ticket>();
  const solved = new Map<number, string>();
  const answers = new Map<number, Answered>();
  rows('tickets').forEach((row, at) => {
    const ticket = ticketOf(row, 35000 + at);
    tickets.set(ticket.id, ticket);
    const closed = instant(row.closed_at);
    if (closed) solved.set(ticket.id, closed);
    if (typeof row.csat === 'number' && closed)
      answers.set(880000 + at, { id: 880000 + at, ticket: ticket.id, rating: row.csat, at: closed });
  });
  return { organizations, tickets, solved, answers };
}

function ticketOf(row: DemoRow, id: number): Ticket {
  const opened = instant(row.opened_at) as string;
  const closed = instant(row.closed_at);
  const rated = typeof row.csat === 'number' ? { score: row.csat >= 4 ? 'good' : 'bad', id: id + 1 } : null;
  return {
    ...{ id, organization_id: organizationId(String(row.account_id)), requester_id: 20978392, subject: 'Not for you' },
    status: closed ? 'closed' : 'open',
    priority: String(row.priority),
    satisfaction_rating: rated ?? { score: 'unoffered' },
    created_at: opened,
    updated_at: closed ?? opened,
    custom_fields: [
      { id: 360001, value: String(row.ticket_id) },
      { id: CSAT_FIELD, value: row.csat ?? null },
    ],
    generated_timestamp: Math.floor(Date.parse(closed ?? opened) / 1000),
  };
}
