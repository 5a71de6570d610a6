import { page } from './defaults';

/** A word's place on the page, as the build leaves it in the script. */
const PLACE = /~(\d+)~/g;

/** Header notes with their words, which the build put into a page: only the shaping of a tab needs them. */
export function headerNotes(notes: readonly string[]): string[] {
  if (!notes.some((note) => note.search(PLACE) >= 0)) return [...notes];
  const { notes: words } = page<{ notes: readonly string[] }>();
  return notes.map((note) => note.replace(PLACE, (_, at: string) => words[Number(at)] ?? ''));
}
