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

/** `MailApp`: sends nothing, fills the outbox. Source: Apps Script reference, MailApp; guide, quotas and limits. */
export function createMailApp(host: CoreHost, outbox: SentMail[], quotas: Quotas): object {
  const send = (fields: MailFields): void => {
    const to = addresses(host, fields.to);
    const cc = addresses(host, fields.cc);
    const bcc = addresses(host, fields.bcc);
    const count = to.length + cc.length + bcc.length;
    if (count === 0) host.fail('Failed to send email: no recipient');
    if (count > RECIPIENTS) host.fail('Limit Exceeded: Email Recipients Per Message.');
    const body = String(fields.body ?? '');
    const htmlBody = fields.htmlBody === undefined || fields.htmlBody === null ? null : String(fields.htmlBody);
    if (Buffer.byteLength(body) + Buffer.byteLength(htmlBody ?? '') > BODY_BYTES[host.account]) {
      host.fail('Limit Exceeded: Email Body Size.');
    }
    host.useQuota('email', count);
    outbox.push({
      kind: 'script',
      at: host.now(),
      from: host.user.email,
      to,
      cc,
      bcc,
      replyTo: fields.replyTo === undefined || fields.replyTo === null ? null : String(fields.replyTo),
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
