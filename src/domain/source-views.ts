import type { Text } from './text';

/** A setting of a kind that stands in the Options column. */
interface OptionView {
  readonly name: string;
  readonly note: Text;
}

/** Something a kind may need to sign in. */
interface CredentialView {
  readonly field: string;
  readonly label: Text;
}

/** A kind of source, as its declaration says. */
export interface KindView {
  readonly kind: string;
  readonly options: readonly OptionView[];
  readonly credential: readonly CredentialView[];
  /** What it brings, in the vendor's own words; null for kinds that bring whatever their rows are mapped to. */
  readonly streams:
    | readonly { readonly dataset: string; readonly from: string; readonly incremental: boolean }[]
    | null;
}

/** A key of a source and whether this person has it. */
export interface KeyView extends CredentialView {
  /** Without it the source cannot be asked. */
  readonly needed: boolean;
  readonly kept: boolean;
  /** Its last four characters; '' for none, and for keys too short to show any. */
  readonly end: string;
}

/** A source of the Sources tab with its keys. */
export interface SourceKeysView {
  readonly sourceId: string;
  readonly kind: string;
  readonly dataset: string;
  readonly keys: readonly KeyView[];
}

/** What the form of sources shows. */
export interface SourceFormsView {
  readonly kinds: readonly KindView[];
  /** The enabled sources whose rows can be read. */
  readonly sources: readonly SourceKeysView[];
  /** Whose keys these are, and who else has to enter them. */
  readonly scope: Text;
}

/** What became of a key or a try. */
export interface SourceTestView {
  readonly said: Text;
  readonly source: SourceKeysView;
}

/** What became of a row of the Sources tab. */
export interface SavedSourceView {
  readonly sourceId: string;
  readonly faults: readonly { readonly column: string; readonly why: Text }[];
}

/** What a source has. */
export interface SourceSampleView {
  readonly columns: readonly string[];
  /** The first rows, as text. */
  readonly rows: readonly (readonly string[])[];
  /** Our fields, each with the column it is read from; '' for none. */
  readonly fields: readonly { readonly name: string; readonly required: boolean; readonly column: string }[];
}
