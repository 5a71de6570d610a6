import { blocksOf } from './blocks';
import { htmlText } from './html';
import type { Letter, ScoreMail } from './letter';
import { plainText } from './plain';

/** The mail for a letter; the same letter gives the same mail. */
export function scoreMail(letter: Letter): ScoreMail {
  const { subject, blocks } = blocksOf(letter);
  return { subject, text: plainText(blocks), html: htmlText(blocks, letter.locale) };
}
