import type { CardAccount, CardBook } from '../domain/card-views';
import type { Band } from '../domain/config/config';
import type { Text } from '../domain/text';

/** An account as a mail tells it, with what was published. */
export interface LetterAccount extends CardAccount {
  /** Address of its row in Accounts. */
  readonly url: string;
  /** Its band on the day of the mail before. */
  readonly before: Band;
  /** Who looks after it, by name where Members has one; '' for nobody. */
  readonly owner: string;
}

/** What one person is told of the accounts. */
export interface Letter extends CardBook {
  /** Whose accounts they are: the person's own, those of the people they lead, or everybody's, told in short. */
  readonly scope: 'own' | 'team' | 'all';
  /** Address of the Accounts tab. */
  readonly accountsUrl: string;
  /** The day with which bands are compared, `2026-01-31`. */
  readonly since: string;
  /** Customers who have not left, the most urgent first. */
  readonly accounts: readonly LetterAccount[];
  /** Sources that did not bring their data on the day, with the day they last did, '' for never. */
  readonly late: readonly { readonly source: string; readonly day: string }[];
  /** When such mails come: `Monday`, `毎週月曜日`. */
  readonly when: Text;
}

/** A mail ready to be sent: the same said twice. */
export interface ScoreMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
