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
  const mails = runtime.outbox().map(({ at, to, subject, body }) => ({
    at,
    sent: { kind: 'mail', when: wallClock(runtime, at), to: to.join(', '), subject, body } as const,
  }));
  const chats = runtime.chats().map(({ at, space, message }) => ({
    at,
    sent: { kind: 'chat', when: wallClock(runtime, at), space, message } as const,
  }));
  return [...mails, ...chats].sort((a, b) => b.at - a.at).map(({ sent }) => sent);
}
