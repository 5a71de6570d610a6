import { XML_HEAD, xmlText } from './xml';

/** Longest text of a cell in the file format; Sheets allows 50,000. */
const LONGEST_TEXT = 32_767;

/** Collects the texts of a workbook while its tabs are written; each is stored once. */
export interface SharedStrings {
  index(text: string): number;
  xml(): string;
}

export function sharedStrings(): SharedStrings {
  const known = new Map<string, number>();
  let uses = 0;
  return {
    index: (text) => {
      uses++;
      let found = known.get(text);
      if (found === undefined) {
        found = known.size;
        known.set(text, found);
      }
      return found;
    },
    xml: () => {
      const items: string[] = [];
      for (const text of known.keys()) items.push(`<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
      return (
        `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" ` +
        `uniqueCount="${known.size}">${items.join('')}</sst>`
      );
    },
  };
}

/** A text as the file can carry it: cut where it is too long, no character torn in two. */
export function fileText(text: string): string {
  return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '');
}
