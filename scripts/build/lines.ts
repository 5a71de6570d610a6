import { tokenizer } from 'acorn';
import type { Edit } from './edits';

/**
 * Line ends for a script of long lines, so that an editor can show it and a stack trace names a place: about every
 * `width` characters, after a comma, a semicolon or a brace, where a line end means nothing.
 */
export function lineEnds(code: string, width: number): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const { type, end } of tokenizer(code, { ecmaVersion: 2022 })) {
    if (end - start < width || ![',', ';', '{'].includes(type.label)) continue;
    edits.push({ start: end, end, text: '\n' });
    start = end;
  }
  return edits;
}
