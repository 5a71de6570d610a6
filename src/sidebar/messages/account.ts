import type { Text } from '../../domain/text';

type Point = readonly [at: string, points: string];

export const trendTitle = (): Text => ({ en: 'Last 90 days', ja: '直近90日の推移' });
export const trendTooShort = (): Text => ({
  en: 'The trend appears once two days are scored.',
  ja: '2日分のスコアがそろうと推移が表示されます。',
});
export const trendSaid = ([from, was]: Point, [to, is]: Point): Text => ({
  en: `Score from ${was} on ${from} to ${is} on ${to}`,
  ja: `スコアの推移: ${from} ${was} 点から ${to} ${is} 点`,
});
export const newVersion = (day: string, comment: string): Text => ({
  en: `${day}: new configuration${comment && ` (${comment})`}`,
  ja: `${day}: 設定を変更${comment && `（${comment}）`}`,
});

export const curveSaid = (name: string, curve: readonly Point[], here: Point | null): Text => {
  const points = (between: string) => curve.map(([reading, earns]) => `${reading} → ${earns}`).join(between);
  return {
    en: `Curve of ${name}: ${points(', ')}.${here ? ` This account: ${here[0]} → ${here[1]} points.` : ''}`,
    ja: `${name}の換算曲線: ${points('、')}。${here ? `この顧客: ${here[0]} → ${here[1]} 点。` : ''}`,
  };
};

export const movesTitle = (): Text => ({ en: 'What changed', ja: '変化の内訳' });
export const movesNone = (days: number): Text => ({
  en: `Nothing moved the score in the last ${days} ${days === 1 ? 'day' : 'days'}.`,
  ja: `この${days}日間、スコアを動かす変化はありませんでした。`,
});
export const configMoved = (): Text => ({
  en: 'The configuration changed; the customer did nothing different.',
  ja: '設定が変わったためで、顧客側の変化ではありません。',
});
export const causeWord = (cause: string): Text => CAUSES[cause] ?? { en: cause, ja: cause };
const CAUSES: Readonly<Record<string, Text>> = {
  behaviour: { en: 'customer', ja: '顧客の動き' },
  coverage: { en: 'data', ja: 'データの増減' },
  segment: { en: 'segment', ja: 'セグメント' },
  config: { en: 'configuration', ja: '設定変更' },
  caps: { en: 'cap', ja: '上限' },
};

export const actionsTitle = (): Text => ({ en: 'Open actions', ja: '未完了のアクション' });
export const dueOn = (day: string): Text => ({ en: `due ${day}`, ja: `期限 ${day}` });

export const pulsesTitle = (): Text => ({ en: 'Pulse', ja: 'パルス（担当者の見立て）' });
export const pulsesNone = (): Text => ({ en: 'Nobody has recorded one yet.', ja: 'まだ記録がありません。' });
export const pulsesOfMembers = (): Text => ({
  en: 'Those in the Members tab can record one.',
  ja: 'Members タブに登録された人が記録できます。',
});
export const addPulse = (): Text => ({ en: 'Record a pulse', ja: 'パルスを記録' });
export const disagree = (): Text => ({ en: 'I disagree', ja: 'このスコアに異議あり' });
export const pulseQuestion = (): Text => ({ en: 'How does this customer feel to you?', ja: 'この顧客の手応えは？' });
export const disagreeQuestion = (): Text => ({ en: 'How do you see this customer?', ja: 'あなたの見立ては？' });
export const pulseWord = (pulse: number): Text => PULSES[pulse - 1] ?? { en: '–', ja: '–' };
const PULSES: readonly Text[] = [
  { en: 'about to leave', ja: '解約の恐れが強い' },
  { en: 'worrying', ja: '気がかり' },
  { en: 'so-so', ja: 'どちらとも言えない' },
  { en: 'good', ja: '良好' },
  { en: 'a fan', ja: 'とても良い' },
];
export const noteLabel = (): Text => ({ en: 'What makes you think so? (required)', ja: 'そう考える理由（必須）' });
export const disagreeLabel = (): Text => ({ en: 'I disagree because … (required)', ja: '異議の理由（必須）' });
export const expiryLabel = (): Text => ({ en: 'Counts until', ja: '有効期限' });
export const save = (): Text => ({ en: 'Save', ja: '保存' });
export const saving = (): Text => ({ en: 'Saving…', ja: '保存しています…' });
export const cancel = (): Text => ({ en: 'Cancel', ja: 'キャンセル' });
export const pulseSaved = (): Text => ({
  en: 'Saved in the Pulses tab; the next run takes it in.',
  ja: 'Pulses タブに保存しました。次回の実行で反映されます。',
});
export const noteMissing = (): Text => ({ en: 'Write a reason first.', ja: '理由を入力してください。' });
export const pulseMissing = (): Text => ({ en: 'Choose 1 to 5 first.', ja: '1〜5 を選んでください。' });
/** Stands before the reason in the Pulses tab, so that a reader knows what was disagreed with. */
export const disagreement = (score: string, band: Text, why: string): Text => ({
  en: `Disagrees with ${score} (${band.en}): ${why}`,
  ja: `スコア ${score}（${band.ja}）に異議: ${why}`,
});
export const pulseUntil = (day: string): Text => ({ en: `until ${day}`, ja: `${day} まで` });
export const openCrm = (): Text => ({ en: 'Open in CRM', ja: 'CRM で開く' });
export const doing = (): Text => ({ en: 'under way', ja: '対応中' });
