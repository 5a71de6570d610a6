import { formulaTokens } from '../gas/spreadsheet/formula-tokens';
import type { StoredValue } from '../gas/spreadsheet/model';

/** Functions that Sheets has and Excel's file format lacks, or knows under another name. */
const SHEETS_ONLY = new Set(
  (
    'ARRAYFORMULA QUERY SPARKLINE IMPORTRANGE IMPORTXML IMPORTHTML IMPORTDATA IMPORTFEED GOOGLEFINANCE GOOGLETRANSLATE ' +
    'DETECTLANGUAGE REGEXMATCH REGEXEXTRACT REGEXREPLACE SPLIT FLATTEN JOIN IMAGE FILTER UNIQUE SORT SORTN SEQUENCE LET ' +
    'LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY XLOOKUP XMATCH IFS SWITCH TEXTJOIN MAXIFS MINIFS COUNTUNIQUE ' +
    'COUNTUNIQUEIFS TOCOL TOROW CHOOSECOLS CHOOSEROWS HSTACK VSTACK WRAPROWS WRAPCOLS ISEMAIL ISURL ISDATE EPOCHTODATE ' +
    'TO_DATE TO_TEXT TO_PERCENT TO_DOLLARS TO_PURE_NUMBER AVERAGE.WEIGHTED MINUS ADD MULTIPLY DIVIDE EQ NE GT GTE LT LTE'
  ).split(' '),
);
const WRAPPER = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)\s*,.*\)$/s;

/**
 * A formula (with its `=`) as the file carries it (without). What other programs cannot read, functions of Sheets or
 * open ranges such as `A2:A`, is wrapped the way Sheets itself exports it, so that they show the last result.
 */
export function fileFormula(formula: string, result: StoredValue): string {
  const text = formula.slice(1);
  if (isPortable(text)) return text;
  return `IFERROR(__xludf.DUMMYFUNCTION("${text.replace(/"/g, '""')}"),${literal(result)})`;
}

/** A formula of a file as Sheets writes it, with its `=`. */
export function sheetsFormula(text: string): string {
  const wrapped = WRAPPER.exec(text);
  return `=${wrapped ? (wrapped[1] as string).replace(/""/g, '"') : text.replace(/_xlfn\.(?:_xlws\.)?/g, '')}`;
}

function isPortable(text: string): boolean {
  const tokens = formulaTokens(text)?.filter((token) => token.kind !== 'space');
  if (!tokens || tokens.length === 0) return false;
  return tokens.every((token, i) => {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    // `A2:A` and `2:A` fall apart at the colon; a whole range is one token.
    if (token.text === ':') return false;
    if (token.kind === 'operator' && '{}!?'.includes(token.text)) return false;
    const call = token.kind === 'name' && after?.text === '(';
    return (
      !(call && SHEETS_ONLY.has(token.text.toUpperCase())) && !(before?.kind === 'name' && token.kind === 'reference')
    );
  });
}

function literal(value: StoredValue): string {
  if (value === null) return '""';
  if (typeof value === 'string') return `"${value.replace(/"/g, '""').slice(0, 255)}"`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
