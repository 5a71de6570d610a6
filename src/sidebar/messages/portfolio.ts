import type { Text } from '../../domain/text';

export const title = (): Text => ({ en: 'Portfolio', ja: '顧客全体の状況' });
export const mrrAtRisk = (): Text => ({ en: 'MRR at risk', ja: 'リスク MRR' });
export const ofMrr = (percent: string, all: string): Text => ({
  en: `${percent} of ${all}`,
  ja: `${all} の ${percent}`,
});
export const atRisk = (): Text => ({ en: 'Accounts at risk', ja: 'リスク顧客' });
export const ofAccounts = (percent: string, all: number): Text => ({
  en: `${percent} of ${all}`,
  ja: `${all} 社の ${percent}`,
});
export const movementsTitle = (days: number): Text => ({
  en: days === 7 ? 'Movements of the week' : `Movements of ${days} days`,
  ja: days === 7 ? '今週の動き' : `${days}日間の動き`,
});
export const bandsMoved = (up: number, down: number): Text => ({
  en: `${up} to a better band, ${down} to a worse one`,
  ja: `バンド上昇 ${up} 社、下降 ${down} 社`,
});
export const noBandMoved = (): Text => ({
  en: 'No account changed its band.',
  ja: 'バンドが変わった顧客はいません。',
});
export const falls = (): Text => ({ en: 'Largest falls', ja: '下げ幅の大きい顧客' });
export const rises = (): Text => ({ en: 'Largest rises', ja: '上げ幅の大きい顧客' });
export const stepInTitle = (): Text => ({ en: 'Where to step in', ja: 'いま介入すべき顧客' });
export const stepInWhy = (): Text => ({
  en: 'At risk, the largest MRR first',
  ja: 'リスクのある顧客を MRR の大きい順に',
});
export const nothingAtRisk = (): Text => ({ en: 'No account is at risk.', ja: 'リスクのある顧客はいません。' });
export const groupsTitle = (): Text => ({ en: 'Compare', ja: '比較' });
export const byLabel = (): Text => ({ en: 'Grouped by', ja: '集計の切り口' });
export const grouping = (by: 'owner' | 'team' | 'segment'): Text => GROUPINGS[by];
const GROUPINGS = {
  owner: { en: 'owner', ja: '担当者' },
  team: { en: 'team', ja: 'チーム' },
  segment: { en: 'segment', ja: 'セグメント' },
} as const;
export const nameless = (): Text => ({ en: 'not set', ja: '未設定' });
export const groupSaid = (accounts: number, atRisk: number, mrr: string): Text => ({
  en: `${accounts} ${accounts === 1 ? 'account' : 'accounts'} · ${atRisk} at risk (MRR ${mrr})`,
  ja: `${accounts} 社 · リスク ${atRisk} 社（MRR ${mrr}）`,
});
export const everyGroup = (): Text => ({ en: 'All groups', ja: '一覧に戻る' });
export const mrrOf = (amount: string, owner: string): Text => ({
  en: `MRR ${amount}${owner && ` · ${owner}`}`,
  ja: `MRR ${amount}${owner && ` · ${owner}`}`,
});
export const uncontacted = (): Text => ({ en: 'nobody contacted', ja: '未連絡' });
