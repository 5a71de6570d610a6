import { isMissing } from './missing';
import { MISSING, type Parsed } from './parsed';
import { readText } from './text';

/** Parts of a list, from an array or from text parted by `;`, `,`, `、` or line ends; joined by `;`, null where none. */
export function readList(value: unknown): Parsed<string | null> {
  if (isMissing(value)) return MISSING;
  if (Array.isArray(value)) return joined(value.map(textOf));
  const text = readText(value);
  if (!text.ok || text.value === null) return text;
  return joined(text.value.split(/[;,、；，\r\n]/));
}

function joined(parts: readonly string[]): Parsed<string | null> {
  const kept = parts.map((part) => part.trim()).filter((part) => part !== '');
  return kept.length === 0 ? MISSING : readText(kept.join(';'));
}

/** An object within a list stays JSON: it may have no other text, or hide its own under a name like toString. */
function textOf(part: unknown): string {
  return typeof part === 'object' && part !== null ? JSON.stringify(part) : String(part ?? '');
}
