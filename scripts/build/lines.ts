import { tokenizer } from 'acorn';

/**
 * Where a script of one line can be broken into lines of about `width` characters, which an editor can show and a stack
 * trace can name: after a comma, a semicolon or a brace, where a line end means nothing.
 */
export function lineEnds(code: string, width: number): readonly number[] {
  const places: number[] = [];
  let start = 0;
  for (const { type, end } of tokenizer(code, { ecmaVersion: 2022 })) {
    if (end - start < width || ![',', ';', '{'].includes(type.label)) continue;
    places.push(end);
    start = end;
  }
  return places;
}
