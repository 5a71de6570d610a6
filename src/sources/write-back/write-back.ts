import type { Text } from '../../domain/text';
import type { SourceContext } from '../source';

/** What an account's score is written back as. */
export const OUTGOING_VALUES = ['score', 'band', 'reasons', 'as_of'] as const;
export type OutgoingValue = (typeof OUTGOING_VALUES)[number];

/** Their field by our value; only these are written. */
export type OutgoingFields = ReadonlyMap<OutgoingValue, string>;

/** What one of their records is to say; `as_of` is a day as ISO text, null empties a field. */
export interface OutgoingRecord {
  /** Their id. */
  readonly id: string;
  readonly values: Readonly<Record<OutgoingValue, string | number | null>>;
}

/** What becomes of a field that is not there: told as a fault, made, or left as what would be made. */
export type MissingField = 'fault' | 'make' | 'would make';

/** A connection by which records are written. */
export interface Writer {
  /** What keeps fields from being written, each with the field's name; with any of them nothing is to be sent. */
  readonly faults: readonly { readonly field: string; readonly why: Text }[];
  /**
   * Writes records, at most as many as the vendor takes at once; writing the same again changes nothing. Answers for each
   * record why it was refused, null where it was accepted. Throws a KenshinError where none of them got there.
   */
  send(records: readonly OutgoingRecord[]): readonly (Text | null)[];
}

/** How a kind of source takes scores back, declared beside what it brings. */
export interface WriteBack {
  /** Names of the fields where nobody says others. */
  readonly fields: Readonly<Record<OutgoingValue, string>>;
  /** Their fields that are the id of a record: the column they are brought in tells which record an account is. */
  readonly idFields: readonly string[];
  isRecordId(id: string): boolean;
  /** Most records in one request. */
  readonly most: number;
  /** Looks at the fields. Throws a KenshinError where nobody may sign in or look. */
  open(context: SourceContext, fields: OutgoingFields, missing: MissingField): Writer;
}
