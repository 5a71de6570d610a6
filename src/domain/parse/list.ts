import { isMissing } from './missing';
import { MISSING, type Parsed } from './parsed';
import { readText } from './text';

/**
 * Parts of a list, from an array or from text parted by `;`, `,`, `、` or line ends; joined by `;`, null where none.
 * An item of an array is parted likewise: the cell that keeps the list could not tell it from two items.
 */
export function readList(value: unknown): Parsed<string | null> {
  if (isMissing(value)) return MISSING;
  if (Array.isArray(value)) return parted(value.map(textOf).join(';'));
  const text = readText(value);
  if (!text.ok || text.value === null) return text;
  return parted(text.value);
}

function parted(list: string): Parsed<string | null> {
  const parts = list.split(/[;,、；，\r\n]/).map((part) => part.trim());
  const kept = parts.filter((part) => part !== '');
  return kept.length === 0 ? MISSING : readText(kept.join(';'));
}

/** An object within a list stays JSON: it may have no other text, or hide its own under a name like toString. */
function textOf(part: unknown): string {
  return typeof part === 'object' && part !== null ? JSON.stringify(part) : String(part ?? '');
}
