import type { Text } from '../../domain/text';

const accounts = (count: number): string => `${count} ${count === 1 ? 'account' : 'accounts'}`;
const changes = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;

export const title = (): Text => ({ en: 'Weights and curves', ja: '重みと換算曲線' });
export const fetching = (): Text => ({
  en: 'Fetching the readings of all accounts. With thousands of accounts this takes up to a minute.',
  ja: '全顧客の実測値を取得しています。数千社の場合は1分ほどかかります。',
});
export const noAccounts = (): Text => ({
  en: 'No account was scored yet. Connect a source and run once, then come back.',
  ja: 'まだ採点された顧客がいません。取得元を登録して一度実行してください。',
});
export const scopeLabel = (): Text => ({ en: 'Change for', ja: '変更の対象' });
export const everySegment = (): Text => ({ en: 'all segments', ja: 'すべてのセグメント' });

export const verdict = (moved: number, all: number): Text => ({
  en: moved === 0 ? `No account of ${all} changes band` : `${moved} of ${accounts(all)} change band`,
  ja: moved === 0 ? `全 ${all} 社、バンドの変化なし` : `${all} 社中 ${moved} 社のバンドが変化`,
});
export const movedUp = (count: number): Text => ({ en: `${count} up`, ja: `上昇 ${count}` });
export const movedDown = (count: number): Text => ({ en: `${count} down`, ja: `下降 ${count}` });
export const now = (): Text => ({ en: 'Now', ja: '現在' });
export const changedTo = (): Text => ({ en: 'New', ja: '変更後' });
export const showDetails = (): Text => ({ en: 'Who, and where', ja: '対象と内訳を見る' });
export const hideDetails = (): Text => ({ en: 'Hide details', ja: '内訳を閉じる' });

export const weightOf = (name: string): Text => ({ en: `Weight of ${name}`, ja: `${name}の重み` });
export const editCurve = (name: string): Text => ({ en: `Curve of ${name}`, ja: `${name}の換算曲線` });
export const curve = (): Text => ({ en: 'Curve', ja: '曲線' });
export const overridden = (): Text => ({ en: 'own rule', ja: '個別設定' });
export const pointAt = (place: number, all: number): Text => ({
  en: `Control point ${place} of ${all}`,
  ja: `制御点 ${place} / ${all}`,
});
export const pointSaid = (reading: string, points: string): Text => ({
  en: `reading ${reading} earns ${points} points`,
  ja: `実測値 ${reading} で ${points} 点`,
});
export const pointHint = (): Text => ({
  en: 'Drag a point, or choose it and use the arrow keys (Shift for larger steps).',
  ja: '点をドラッグするか、選択して矢印キーで動かします（Shift で大きく）。',
});
export const readingField = (): Text => ({ en: 'Reading', ja: '実測値' });
export const pointsField = (): Text => ({ en: 'Points', ja: '点数' });
export const addPoint = (): Text => ({ en: 'Add a point', ja: '点を追加' });
export const removePoint = (): Text => ({ en: 'Remove it', ja: '点を削除' });
export const boundsTitle = (): Text => ({ en: 'Where bands begin', ja: 'バンドの境界' });
export const boundsOrder = (): Text => ({
  en: 'A band begins below the one above it.',
  ja: '下限は、上のバンドより低い値にします。',
});
export const boundOf = (band: string): Text => ({ en: `${band} from`, ja: `${band}の下限` });

export const consequencesTitle = (): Text => ({ en: 'What it would do', ja: '変更の影響' });
export const byLabel = (): Text => ({ en: 'Grouped by', ja: '集計の切り口' });
export const grouping = (by: 'bySegment' | 'byOwner' | 'byMrr'): Text => GROUPINGS[by];
const GROUPINGS = {
  bySegment: { en: 'segment', ja: 'セグメント' },
  byOwner: { en: 'owner', ja: '担当者' },
  byMrr: { en: 'MRR', ja: 'MRR' },
} as const;
export const nobody = (): Text => ({ en: 'nobody', ja: '担当者なし' });
export const fromMrr = (amount: string): Text => ({ en: `from ${amount}`, ja: `${amount} 以上` });
export const groupHead = (): Text => ({ en: 'Group', ja: '区分' });
export const allHead = (): Text => ({ en: 'All', ja: '全数' });
export const upHead = (): Text => ({ en: 'Up', ja: '上昇' });
export const downHead = (): Text => ({ en: 'Down', ja: '下降' });
export const mrrDownHead = (): Text => ({ en: 'MRR down', ja: '下降 MRR' });
export const movesTitle = (count: number): Text => ({
  en: `Who changes band (${count})`,
  ja: `バンドが変わる顧客（${count}）`,
});
export const moversTitle = (): Text => ({ en: 'Largest changes of score', ja: 'スコアの変化が大きい顧客' });
export const unsavedChanges = (count: number): Text => ({
  en: `${changes(count)} not saved`,
  ja: `未保存の変更 ${count} 件`,
});
export const discard = (): Text => ({ en: 'Undo all', ja: 'すべて戻す' });
export const saveAs = (): Text => ({ en: 'Save …', ja: '保存…' });
export const saveVersion = (): Text => ({ en: 'Save as a version', ja: '新しい版として保存' });
export const saving = (): Text => ({ en: 'Saving…', ja: '保存しています…' });
export const noteLabel = (): Text => ({ en: 'What is changed, and why?', ja: '変更内容と理由' });
export const opsSave = (): Text => ({
  en: 'You can try anything here; saving needs the role ops.',
  ja: '自由に試せます。保存には ops の役割が必要です。',
});
export const saved = (version: string): Text => ({
  en: `Saved as ${version}. It comes into force with the next run.`,
  ja: `版 ${version} として保存しました。次回の実行から有効になります。`,
});
export const conflictTitle = (): Text => ({
  en: 'The configuration changed meanwhile',
  ja: '設定が先に変更されています',
});
export const conflictKept = (count: number): Text => ({
  en: `Nothing was overwritten, and your ${changes(count)} ${count === 1 ? 'is' : 'are'} kept here.`,
  ja: `上書きはしていません。あなたの変更 ${count} 件もこの画面に残っています。`,
});
export const rebase = (): Text => ({ en: 'Put mine on top of theirs', ja: '最新の設定に自分の変更を重ねる' });
export const typedTitle = (): Text => ({
  en: 'Typed into the tabs and not saved yet; a version takes it along:',
  ja: 'タブに入力済みで未保存の変更です。保存時に一緒に含まれます。',
});
export const faultsTitle = (): Text => ({ en: 'This cannot be saved yet', ja: 'このままでは保存できません' });
export const goTo = (place: string): Text => ({ en: `Go to ${place}`, ja: `${place} へ移動` });

export const versionsTitle = (): Text => ({ en: 'Versions', ja: '版の履歴' });
export const inForce = (): Text => ({ en: 'newest', ja: '最新' });
export const restore = (): Text => ({ en: 'Restore', ja: 'この版に戻す' });
export const restoreSure = (moment: string): Text => ({
  en: `Back to ${moment}?`,
  ja: `${moment} の版に戻しますか？`,
});
export const restoreYes = (): Text => ({ en: 'Yes, restore', ja: '戻す' });
export const restoring = (): Text => ({ en: 'Restoring…', ja: '戻しています…' });
export const moreLines = (count: number): Text => ({ en: `and ${count} more`, ja: `ほか ${count} 件` });
