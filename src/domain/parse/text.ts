import * as messages from './messages';
import { isFormulaError } from './missing';
import { fault, MISSING, type Parsed, read } from './parsed';

/** Characters a cell may hold (Google Sheets, "Files you can store in Google Drive"). */
const CELL_LIMIT = 50000;

/**
 * Text as it stands, only the blanks at its ends dropped; null where empty. A number is written in its shortest exact
 * form; one beyond 2^53 has already lost digits and is a fault, as is text longer than a cell holds.
 */
export function readText(value: unknown): Parsed<string | null> {
  if (value === null || value === undefined) return MISSING;
  if (typeof value === 'number') {
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? fault('text.digitsLost', messages.digitsLost())
      : read(String(value));
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
  if (text === '') return MISSING;
  if (text.length > CELL_LIMIT) return fault('text.tooLong', messages.tooLong(text.length, CELL_LIMIT));
  return isFormulaError(text) ? fault('text.formulaError', messages.formulaError()) : read(text);
}
