import { foldName } from './fold';
import * as messages from './messages';
import { isMissing } from './missing';
import { MISSING, type Parsed } from './parsed';
import { readText } from './text';

/**
 * One of `choices`, whatever its case, width or spacing (`Help View` is `help_view`). Another word is kept as it stands,
 * with a doubt: what it means is for the metrics to say.
 */
export function readChoice(value: unknown, choices: readonly string[]): Parsed<string | null> {
  if (isMissing(value)) return MISSING;
  const text = readText(value);
  if (!text.ok || text.value === null) return text;
  const folded = foldName(text.value);
  const known = choices.find((choice) => choice === folded);
  if (known !== undefined) return { ok: true, value: known };
  return { ok: true, value: text.value, doubt: { code: 'choice.unknown', why: messages.unknownChoice(choices) } };
}
