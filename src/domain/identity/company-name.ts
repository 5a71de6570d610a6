const JAPANESE_FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|かぶしき[がか]いしゃ|\([株有同資名社財]\)/g;
const LATIN_FORMS = new Set(
  (
    'inc incorporated ltd limited llc llp lp co corp corporation company gmbh ag kg sa sas sarl srl spa bv nv plc ' +
    'kk gk pte pty oy ab as aps kabushiki kaisha godo gaisha'
  ).split(' '),
);

/**
 * A company's name as two spellings of it meet: without legal form, width, kana, case, accents, blanks and punctuation.
 * Good for suggestions only; '' where nothing is left.
 */
export function foldCompany(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(JAPANESE_FORMS, ' ')
    // K.K. and S.A. are words.
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && LATIN_FORMS.has(words[words.length - 1] as string)) words.pop();
  return words.join('');
}
