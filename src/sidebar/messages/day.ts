import type { Text } from '../../domain/text';

const accounts = (count: number): string => `${count} ${count === 1 ? 'account' : 'accounts'}`;

export const whose = (): Text => ({ en: 'Whose accounts', ja: '表示する顧客' });
export const mine = (count: number): Text => ({ en: `Mine (${count})`, ja: `自分の担当（${count}）` });
export const everybodys = (count: number): Text => ({ en: `All (${count})`, ja: `すべて（${count}）` });
export const noRole = (): Text => ({
  en: 'Welcome! You are not in the Members tab yet, so you can look at everything and change nothing. Ask Ops to add you.',
  ja: 'ようこそ。まだ Members タブに登録されていないため、閲覧のみできます。変更が必要な場合は、運用担当者に登録を依頼してください。',
});
export const goneAccount = (accountId: string): Text => ({
  en: `The selected row names ${accountId}, which is not among the accounts of the last run.`,
  ja: `選択した行の ${accountId} は、前回実行時の顧客に含まれていません。`,
});
export const uncontactedTitle = (count: number | null): Text => ({
  en: `Nobody contacted since they fell${count === null ? '' : ` (${count})`}`,
  ja: `悪化後、まだ連絡していない顧客${count === null ? '' : `（${count}）`}`,
});
export const allContacted = (): Text => ({
  en: 'No account at risk waits for a call.',
  ja: '連絡待ちの顧客はいません。',
});
export const fellOn = (day: string): Text => ({ en: `fell on ${day}`, ja: `${day} に悪化` });
export const allTitle = (count: number): Text => ({ en: accounts(count), ja: `顧客 ${count} 社` });
export const search = (): Text => ({ en: 'Search by name or id', ja: '名前または ID で検索' });
export const found = (count: number): Text => ({
  en: count === 0 ? 'No account found' : `${accounts(count)} found`,
  ja: count === 0 ? '該当する顧客はありません' : `${count} 社が該当`,
});
export const showAll = (count: number): Text => ({ en: `Show all ${count}`, ja: `${count} 件すべて表示` });
