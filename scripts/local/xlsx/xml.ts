/** First line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// Character classes are built from code points: control characters stand in no source file.
const UNSAFE = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/iu;
const MARKUP = /[&<>]/g;
const NOT_XML = /[\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/giu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text between tags. Characters that XML cannot hold, and carriage returns, which it would fold, are written as
 * `_x000D_`; an underscore that would read as the start of one becomes `_x005F_` (ECMA-376 part 1, ST_Xstring).
 */
export function xmlText(value: string): string {
  if (!UNSAFE.test(value)) return value;
  return value
    .replace(NOT_XML, (character) => (character === '\n' || character === '\t' ? character : xstring(character)))
    .replace(MARKUP, (character) => ENTITIES[character] as string);
}

/** Text of an attribute in double quotes: quotes and line breaks are kept as references. */
export function xmlAttribute(value: string): string {
  if (!UNSAFE.test(value)) return value;
  return xmlText(value).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/** Undoes the `_xHHHH_` of `xmlText`; entities are the parser's work. */
export function fromXstring(value: string): string {
  if (!value.includes('_x')) return value;
  return value.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function xstring(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
