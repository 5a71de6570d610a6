/** A fixed price per call and one per cell, in milliseconds. */
export interface Cost {
  readonly ms: number;
  readonly perCell: number;
}

/**
 * Prices of spreadsheet calls. Google publishes none: these follow measurements by third parties on the live service
 * (tanaikech: workbooks at the 10-million-cell limit, 2022; getActiveSheet and getName, 2022; mogsdad: buffered
 * against flushed setValues, 2013), rounded; those of formats are derived (one and a half times those of values).
 */
export const HANDLE: Cost = { ms: 8, perCell: 0 };
export const SHEET_ID: Cost = { ms: 2, perCell: 0 };
/** First read of a name or a size since the last write; later ones are `METADATA_AGAIN`. */
export const METADATA: Cost = { ms: 150, perCell: 0 };
export const METADATA_AGAIN: Cost = { ms: 5, perCell: 0 };
export const READ_VALUES: Cost = { ms: 200, perCell: 0.0085 };
export const READ_FORMATS: Cost = { ms: 300, perCell: 0.01275 };
export const WRITE_VALUES: Cost = { ms: 20, perCell: 0.01 };
export const WRITE_FORMATS: Cost = { ms: 30, perCell: 0.015 };
/** One value for a whole range. */
export const FILL_VALUE: Cost = { ms: 200, perCell: 0.0001 };
export const FILL_FORMAT: Cost = { ms: 30, perCell: 0.00015 };
/** Sending buffered writes: at a flush, at the next read, at the end. */
export const COMMIT: Cost = { ms: 150, perCell: 0.05 };
export const APPEND_ROW: Cost = { ms: 300, perCell: 0 };
/** Rows, columns and tabs put in, taken out, moved; properties of a tab. */
export const STRUCTURE: Cost = { ms: 10, perCell: 0 };
/** Opening a spreadsheet by id, making one. */
export const OPEN: Cost = { ms: 150, perCell: 0 };
export const CREATE: Cost = { ms: 800, perCell: 0 };
/** Things that never leave the script: builders, enumerations. */
export const LOCAL: Cost = { ms: 0, perCell: 0 };
export const SCREEN: Cost = { ms: 50, perCell: 0 };
