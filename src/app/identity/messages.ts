import type { Fault } from '../../domain/identity/identity';
import type { Clue } from '../../domain/identity/suggest';
import type { Text } from '../../domain/text';

/** What is wrong with a row of Identities. */
export const decisionFault = (fault: Fault): Text => faults()[fault];

const faults = (): Readonly<Record<Fault, Text>> => ({
  'account unknown': {
    en: 'No account has this id. Correct Account, or delete the row.',
    ja: 'この ID の顧客がありません。Account を直すか、行を削除してください。',
  },
  freemail: {
    en: 'Anybody may have an address of this domain: name whole addresses instead.',
    ja: '誰でも使えるメールのドメインです。アドレス全体で指定してください。',
  },
  contradicts: {
    en: 'Other rows keep these apart, so this one does not count. Delete one of them.',
    ja: '別の行で「別の顧客」とされているため、この行は無効です。どちらかを削除してください。',
  },
  'says nothing new': {
    en: 'These are one already. Delete the row.',
    ja: 'すでに同じ顧客です。この行は削除してください。',
  },
  replaced: {
    en: 'A newer row gives this to another account. Delete this one.',
    ja: '新しい行で別の顧客に割り当てられています。この行は削除してください。',
  },
  unseen: {
    en: 'No data have this. Check the spelling.',
    ja: 'データの中に見つかりません。表記を確認してください。',
  },
});

const clues = (): Readonly<Record<Clue, Text>> => ({
  'external id': { en: 'Same external id', ja: '外部IDが同じ' },
  domain: { en: 'Same domain', ja: 'ドメインが同じ' },
  'parent domain': { en: 'Below the domain', ja: '上位ドメインが一致' },
  name: { en: 'Same name', ja: '名称が同じ' },
  spelling: { en: 'The id in another spelling', ja: 'IDの表記違い' },
  several: { en: 'Fits several accounts', ja: '複数の顧客に該当' },
});

/** What speaks for a suggestion. */
export const evidence = (clue: Clue, what: string): Text => ({
  en: `${clues()[clue].en}: ${what}`,
  ja: `${clues()[clue].ja}: ${what}`,
});

export const ambiguousAccount = (candidates: readonly string[]): Text => ({
  en: `Several accounts fit (${candidates.join(', ')}), so these rows count for none. Decide in the Identities tab.`,
  ja: `複数の顧客（${candidates.join('、')}）に該当するため、集計に含めていません。Identities タブで判断してください。`,
});

export const suggestionsLeftOut = (shown: number, all: number): Text => ({
  en: `Identity Suggestions shows the first ${shown} of ${all}.`,
  ja: `Identity Suggestions には ${all} 件中 ${shown} 件を載せています。`,
});
