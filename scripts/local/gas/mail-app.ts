import type { CoreHost } from './core-host';
import { LATENCY } from './latency';
import type { Quotas } from './quota';
import { SCOPES } from './scopes';
import { refuseArguments } from './signature';

/** A message in the outbox; `failure` messages are the platform's own about triggers that failed. */
export interface SentMail {
  readonly kind: 'script' | 'failure';
  readonly at: number;
  readonly from: string;
  /** The sender's name that the script gave; null for the account's own. */
  readonly name: string | null;
  /** Sent from a generic address that nobody reads. */
  readonly noReply: boolean;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
  readonly attachments: number;
}

const RECIPIENTS = 50;
const BODY_BYTES = { consumer: 200 * 1024, workspace: 400 * 1024 } as const;

interface MailFields {
  to?: unknown;
  cc?: unknown;
  bcc?: unknown;
  replyTo?: unknown;
  subject?: unknown;
  body?: unknown;
  htmlBody?: unknown;
  attachments?: readonly unknown[];
  name?: unknown;
  noReply?: unknown;
  inlineImages?: unknown;
}

/** A text that may be left out, as an option of a message. */
function optional(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

/**
 * `MailApp`: sends nothing, fills the outbox. `noReply` "is only possible for Google Workspace accounts, not Gmail users":
 * what those get is not documented, nor are inline images kept here. Source: Apps Script reference, MailApp; guide, quotas
 * and limits.
 */
export function createMailApp(host: CoreHost, outbox: SentMail[], quotas: Quotas): object {
  const send = (fields: MailFields): void => {
    const to = addresses(host, fields.to);
    const cc = addresses(host, fields.cc);
    const bcc = addresses(host, fields.bcc);
    const count = to.length + cc.length + bcc.length;
    if (count === 0) host.fail('Failed to send email: no recipient');
    if (count > RECIPIENTS) host.fail('Limit Exceeded: Email Recipients Per Message.');
    if (fields.inlineImages) host.fail('not implemented: MailApp.sendEmail with inlineImages');
    if (fields.noReply && host.account === 'consumer') {
      host.fail('not implemented: MailApp.sendEmail with noReply for a Gmail account');
    }
    const body = String(fields.body ?? '');
    const htmlBody = optional(fields.htmlBody);
    if (Buffer.byteLength(body) + Buffer.byteLength(htmlBody ?? '') > BODY_BYTES[host.account]) {
      host.fail('Limit Exceeded: Email Body Size.');
    }
    host.useQuota('email', count);
    outbox.push({
      kind: 'script',
      at: host.now(),
      from: host.user.email,
      name: optional(fields.name),
      noReply: Boolean(fields.noReply),
      to,
      cc,
      bcc,
      replyTo: optional(fields.replyTo),
      subject: String(fields.subject ?? ''),
      body,
      htmlBody,
      attachments: fields.attachments?.length ?? 0,
    });
  };
  return host.strict('MailApp', {
    sendEmail(...args: unknown[]) {
      host.charge('MailApp.sendEmail', LATENCY.mailSend.ms);
      host.permit('MailApp.sendEmail', SCOPES.sendMail, SCOPES.fullMail);
      const [first, second, third, fourth] = args;
      if (args.length === 1 && typeof first === 'object' && first !== null) return send(first as MailFields);
      if (args.length < 3 || typeof first !== 'string') return refuseArguments(host, 'MailApp.sendEmail', args);
      if (typeof fourth === 'string') return send({ to: first, replyTo: second, subject: third, body: fourth });
      return send({ ...((fourth ?? {}) as MailFields), to: first, subject: second, body: third });
    },
    getRemainingDailyQuota() {
      host.charge('MailApp.getRemainingDailyQuota', LATENCY.propertyRead.ms);
      host.permit('MailApp.getRemainingDailyQuota', SCOPES.sendMail, SCOPES.fullMail);
      return quotas.remaining(host.user.email, 'email');
    },
  });
}

function addresses(host: CoreHost, value: unknown): string[] {
  const list = String(value ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  for (const address of list) {
    if (!/^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(address)) host.fail(`Invalid email: ${address}`);
  }
  return list;
}
