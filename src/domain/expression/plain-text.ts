/** Shortest words that are operators or values, never columns (a column so named is written `[in]`). */
export const RESERVED: readonly string[] = ['and', 'or', 'not', 'has', 'in', 'true', 'false', 'null'];

/** True for text without any letter outside ASCII, where no normal form is needed. */
const ASCII = /^[\0-\x7f]*$/;

/** Text as it is compared: trimmed, full width as half width (Unicode NFKC), lower case. */
export function fold(text: string): string {
  return (ASCII.test(text) ? text : text.normalize('NFKC')).trim().toLowerCase();
}

/** A column's name as it is looked up: like `fold`, with spaces and hyphens as underscores (`Renewal Date`). */
export function foldColumn(name: string): string {
  return fold(name).replace(/[\s-]+/g, '_');
}

/**
 * The expression with everything outside quotes and brackets in half width: an input method for Japanese leaves
 * full-width operators, parentheses, quotes and spaces. Every character keeps its position.
 */
export function halfWidth(text: string): string {
  let plain = '';
  let closing = '';
  for (const unit of text.split('')) {
    const half = halfWidthUnit(unit);
    if (closing) {
      plain += half === closing ? closing : unit;
      if (half === closing) closing = '';
    } else {
      plain += half;
      if (half === "'" || half === '"') closing = half;
      else if (half === '[') closing = ']';
    }
  }
  return plain;
}

function halfWidthUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0x201c || code === 0x201d) return '"';
  return /\s/.test(unit) ? ' ' : unit;
}
