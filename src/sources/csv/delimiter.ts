import { eachRecord } from './records';

const CANDIDATES = [',', '\t', ';', '|'] as const;
/** Records the guess looks at. */
const SAMPLE = 20;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['tab', '\t'],
  ['semicolon', ';'],
  ['pipe', '|'],
]);

/** The delimiter of a name or of itself; null for more than one character. */
export function delimiterNamed(name: string): string | null {
  const known = NAMES.get(name.trim().toLowerCase());
  if (known) return known;
  return name.length === 1 && !'"\r\n'.includes(name) ? name : null;
}

/** The delimiter that cuts the first records most evenly, into two fields or more; a comma where none does. */
export function guessDelimiter(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts: number[] = [];
    eachRecord(text, candidate, (fields, record) => {
      if (fields.length > 1 || fields[0] !== '') counts.push(fields.length);
      return record < SAMPLE;
    });
    const header = counts[0] ?? 0;
    const even = counts.filter((count) => count === header).length / Math.max(1, counts.length);
    const score = header > 1 ? even * 1000 + header : 0;
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}
