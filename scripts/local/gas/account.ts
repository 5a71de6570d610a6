import type { CacheEntry } from './cache-service';
import type { PostedChat } from './chat-webhook';
import type { DriveFile } from './drive-app';
import type { StoredForm } from './form-app';
import type { OpenMessage } from './gmail-app';
import type { SentMail } from './mail-app';
import type { QuotaWindow } from './quota';
import type { TriggerRecord } from './trigger-times';

/** Everything of a simulated account, but its spreadsheets, that outlives an execution. JSON-safe as it stands. */
export interface AccountState {
  now: number;
  /** Counts up; ids of triggers, files and executions. */
  serial: number;
  /** State of the pseudo-random numbers. */
  chance: number;
  readonly properties: {
    readonly script: Record<string, string>;
    readonly document: Record<string, string>;
    readonly user: Record<string, Record<string, string>>;
  };
  /** By cache: `script`, `document`, `user <e-mail>`; oldest written first. */
  readonly caches: Record<string, CacheEntry[]>;
  readonly triggers: TriggerRecord[];
  readonly drive: DriveFile[];
  readonly forms: StoredForm[];
  readonly outbox: SentMail[];
  readonly chats: PostedChat[];
  /** Messages that somebody may have open beside a card. */
  readonly openMessages: OpenMessage[];
  readonly quotas: Record<string, QuotaWindow>;
}

export function createAccountState(start: number, seed: number): AccountState {
  return {
    now: start,
    serial: 0,
    chance: seed,
    properties: { script: {}, document: {}, user: {} },
    caches: {},
    triggers: [],
    drive: [],
    forms: [],
    outbox: [],
    chats: [],
    openMessages: [],
    quotas: {},
  };
}
