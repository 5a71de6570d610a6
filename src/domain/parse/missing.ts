import { halfWidth } from './fold';

/** Words by which people and exports say that nothing is known, as `halfWidth` and lower case leave them. */
const MISSING_WORDS = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  'ー',
  'n/a',
  'na',
  '#n/a',
  'null',
  'none',
  'nil',
  'nan',
  'undefined',
  '未回答',
  '未入力',
  '未設定',
  '未定',
  '不明',
  'なし',
  '無し',
  '該当なし',
]);

/** Longest of the words. */
const LONGEST = 9;

/** True where a cell says that there is no value: empty, blank, `N/A`, `-`, `null`, `未回答` and the like. */
export function isMissing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'string') return false;
  if (value.length > LONGEST && value.trim().length > LONGEST) return false;
  return MISSING_WORDS.has(halfWidth(value).toLowerCase());
}

/** True for the error values a spreadsheet shows in place of a formula's result. */
export function isFormulaError(text: string): boolean {
  return text.startsWith('#') && /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/.test(text);
}
