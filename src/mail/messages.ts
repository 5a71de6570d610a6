import type { Text } from '../domain/text';

const accounts = (count: number): string => `${count} ${count === 1 ? 'account' : 'accounts'}`;

/** How many accounts fell to a worse band, rose to a better one, gained or lost their score, and are at risk. */
export const news = (fell: number, rose: number, became: number, risky: number): Text => {
  if (fell > 0 && rose > 0)
    return {
      en: `${accounts(fell)} fell a band, ${rose} rose`,
      ja: `${fell}社のバンドが下がり、${rose}社が上がりました`,
    };
  if (fell > 0) return { en: `${accounts(fell)} fell a band`, ja: `${fell}社のバンドが下がりました` };
  if (rose > 0) return { en: `${accounts(rose)} rose a band`, ja: `${rose}社のバンドが上がりました` };
  if (became > 0)
    return {
      en: `${accounts(became)} scored anew, or no longer`,
      ja: `${became}社のスコアの有無が変わりました`,
    };
  if (risky > 0)
    return { en: `${accounts(risky)} to look at, no band changed`, ja: `要確認 ${risky}社（バンドの変化なし）` };
  return { en: 'All calm: no account at risk, no band changed', ja: 'リスク顧客なし、バンドの変化もありません' };
};
export const unscored = (): Text => ({
  en: 'None of these accounts has a score yet.',
  ja: 'スコアの出ている顧客はまだありません。',
});
export const whose = (scope: 'own' | 'team' | 'all', count: number): Text =>
  ({
    own: { en: `Your ${accounts(count)}`, ja: `担当 ${count}社` },
    team: { en: `Your team's ${accounts(count)}`, ja: `チームの顧客 ${count}社` },
    all: { en: `All ${accounts(count)}`, ja: `全顧客 ${count}社` },
  })[scope];
export const firstTitle = (scope: 'own' | 'team' | 'all'): Text =>
  ({
    own: { en: 'Call first', ja: 'まず連絡したい顧客' },
    team: { en: 'Where to step in', ja: 'いま介入すべき顧客' },
    all: { en: 'Look at first', ja: '確認したい顧客' },
  })[scope];
export const noRisk = (): Text => ({
  en: 'No account in Red or Yellow.',
  ja: 'レッド・イエローの顧客はありません。',
});
export const moreAtRisk = (count: number): Text => ({
  en: `${count} more at risk in the Accounts tab`,
  ja: `リスク顧客はほかに ${count}社（Accounts タブ）`,
});
export const more = (count: number): Text => ({ en: `and ${count} more`, ja: `ほか ${count}社` });
export const movedTitle = (since: string): Text => ({ en: `Bands since ${since}`, ja: `${since} からのバンドの変化` });
export const fell = (): Text => ({ en: 'Fell', ja: '下がった顧客' });
export const rose = (): Text => ({ en: 'Rose', ja: '上がった顧客' });
export const became = (): Text => ({ en: 'Scored anew, or no longer', ja: 'スコアの有無が変わった顧客' });
export const bandsTitle = (): Text => ({ en: 'Accounts by band', ja: 'バンド別の社数' });
export const dataLate = (sources: readonly { readonly source: string; readonly day: string }[]): Text => ({
  en: `Data of this day are missing: ${sources.map(({ source, day }) => `${source} (${day ? `last ${day}` : 'never came'})`).join(', ')}. What they feed is older.`,
  ja: `この日のデータが届いていない取得元：${sources.map(({ source, day }) => `${source}（${day ? `最終 ${day}` : '取得実績なし'}）`).join('、')}。関係する数値は古いままです。`,
});
export const nobody = (): Text => ({ en: 'no owner', ja: '担当者なし' });
export const stop = (when: Text): Text => ({
  en: `This mail comes ${when.en} to everybody in the Members tab. To stop it, Ops take you out of Members, or set Mail Weekday to Off in Settings.`,
  ja: `このメールは${when.ja}、Members タブの全員に届きます。止めるには、運用担当者が Members から外すか、Settings の Mail Weekday を Off にしてください。`,
});
