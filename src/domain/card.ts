import type { Band } from './config/config';

/** A card beside Sheets, Gmail or Calendar, in one language; all texts are plain. */
export interface Card {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly CardSection[];
}

export interface CardSection {
  /** '' for none. */
  readonly header: string;
  readonly widgets: readonly CardWidget[];
}

export type CardWidget =
  | { readonly kind: 'text'; readonly text: string }
  /** A line with a small one above and one below it; a band is shown by its colour in front. */
  | {
      readonly kind: 'line';
      readonly above: string;
      readonly band: Band | null;
      readonly text: string;
      readonly below: string;
    }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };
