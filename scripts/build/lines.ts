import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { tokenizer } from 'acorn';

/** A script and the source map of it. */
export interface Mapped {
  readonly code: string;
  readonly map: string;
}

/**
 * Breaks a script of one line into lines that an editor can show and a stack trace can name, after a comma, a semicolon
 * or a brace, where a line end means nothing. The map follows.
 */
export function inLines({ code, map }: Mapped, width: number): Mapped {
  const breaks: number[] = [];
  let start = 0;
  for (const { type, end } of tokenizer(code, { ecmaVersion: 2022 })) {
    if (end - start < width || ![',', ';', '{'].includes(type.label)) continue;
    breaks.push(end);
    start = end;
  }
  const parsed = JSON.parse(map) as { mappings: string };
  const [segments = []] = decode(parsed.mappings);
  const lines: SourceMapSegment[][] = [[]];
  for (const segment of segments) {
    while (segment[0] >= (breaks[lines.length - 1] ?? Number.POSITIVE_INFINITY)) lines.push([]);
    const column = segment[0] - (breaks[lines.length - 2] ?? 0);
    (lines[lines.length - 1] as SourceMapSegment[]).push([column, ...segment.slice(1)] as unknown as SourceMapSegment);
  }
  const pieces = [0, ...breaks].map((from, at) => code.slice(from, breaks[at] ?? code.length));
  return { code: pieces.join('\n'), map: JSON.stringify({ ...parsed, mappings: encode(lines) }) };
}
