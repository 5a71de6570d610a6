import type { PreviewRuntime } from './runtime';
import { wallClock } from './screen';

/** What would have gone to people: a mail of the script or of the platform about it, or a message in a chat space. */
export type SentMessage =
  | {
      readonly kind: 'mail';
      readonly when: string;
      readonly to: string;
      readonly subject: string;
      readonly body: string;
      /** Where the preview's server has the HTML body; null for a mail without one. */
      readonly page: string | null;
    }
  | {
      readonly kind: 'chat';
      readonly when: string;
      readonly space: string;
      /** As posted to the webhook. */
      readonly message: Readonly<Record<string, unknown>>;
    };

/** Everything sent so far, the newest first; times as the container's people read them. */
export function sentMessages(runtime: PreviewRuntime): readonly SentMessage[] {
  const mails = runtime.outbox().map(({ at, to, subject, body, htmlBody }, number) => ({
    at,
    sent: {
      ...{ kind: 'mail' as const, when: wallClock(runtime, at), to: to.join(', '), subject, body },
      page: htmlBody === null ? null : `/mail?number=${number}`,
    },
  }));
  const chats = runtime.chats().map(({ at, space, message }) => ({
    at,
    sent: { kind: 'chat', when: wallClock(runtime, at), space, message } as const,
  }));
  return [...mails, ...chats].sort((a, b) => b.at - a.at).map(({ sent }) => sent);
}

/** What a mail's page may do: nothing but be styled. No script runs, nothing is fetched, and it is of no origin. */
export const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** The HTML body of a mail as a page that fits a screen of any width; null where there is none. */
export function mailPage(runtime: PreviewRuntime, number: number): string | null {
  const html = runtime.outbox()[number]?.htmlBody ?? null;
  if (html === null) return null;
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mail</title><body style="margin:8px;background:#fff">${html}`;
}
