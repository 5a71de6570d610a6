import type { ColumnWords } from '../../domain/words';

/** Words of the column Name Ja; `of` is what the row of the tab is. */
export const nameJaWords = (of: string): ColumnWords => ({
  ja: '日本語名',
  note: {
    en: `Name of the ${of} in Japanese; the English one where empty.`,
    ja: '日本語での名前です。空欄なら英語名を使います。',
  },
});

export const WHY_JA_WORDS: ColumnWords = {
  ja: '理由（日本語）',
  note: { en: 'The Why in Japanese.', ja: 'Why を日本語で書きます。' },
};
