import type { Text } from '../../domain/text';
import type { Outgoing } from './outgoing';

/** One record of another system, and the account it is told of. */
export interface Sending {
  readonly account: Outgoing;
  readonly recordId: string;
}

/** A fault of the set-up of a target: where a person mends it, and what it is. */
export interface TargetFault {
  readonly source: string;
  readonly column: string;
  readonly value: string;
  readonly why: Text;
}

/** Where scores are sent. */
export interface Target {
  /** As problems, the ledger and the preview name it: a Source ID, or `webhook`. */
  readonly id: string;
  readonly most: number;
  /** Their records of an account, or why there is none. */
  recordsOf(account: Outgoing): readonly string[] | Text;
  /** What of an account is sent: where it is the same, nothing is to be sent. The day is left out. */
  contentOf(account: Outgoing): unknown;
  /** Looks at the other side; what it answers keeps everything from being sent. Throws a KenshinError. */
  open(dry: boolean): readonly TargetFault[];
  /** Why each was refused, null where it was accepted. Throws a KenshinError where none got there. */
  send(batch: readonly Sending[]): readonly (Text | null)[];
}
