import { createTheme } from 'ag-grid-community';

/** Pixels. The first row is taller where it is frozen, because headers wrap. */
export const ROW = 23;
export const FIRST_ROW = 42;
export const NUMBERS = 46;
export const LETTERS = 24;

/** Colour of a link that has none of its own. */
export const LINK = '#0b57d0';

const LINE = '#e1e3e6';
const FRAME = '#cfd2d6';

/** Width of the line under what is frozen; it takes room of its own. */
export const EDGE = 2;
const FROZEN = { width: EDGE, color: '#c4c7ca' };

/** The library's grid with the lines and measures of a spreadsheet; what has a meaning of its own is in grid.css. */
export const THEME = createTheme().withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  foregroundColor: '#1f1f1f',
  accentColor: LINK,
  rowHeight: ROW,
  // The line under the letters comes on top of it.
  headerHeight: LETTERS - 1,
  headerFontSize: 11,
  headerFontWeight: 'normal',
  headerTextColor: '#5b6066',
  headerBackgroundColor: '#f8f9fa',
  headerColumnBorder: { color: FRAME },
  headerRowBorder: { color: FRAME },
  cellHorizontalPadding: 5,
  columnBorder: { color: LINE },
  headerColumnBorderHeight: '100%',
  rowBorder: { color: LINE },
  pinnedColumnBorder: FROZEN,
  pinnedRowBorder: FROZEN,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
