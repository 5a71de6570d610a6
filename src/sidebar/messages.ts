import type { Band } from '../domain/config/config';
import type { Text } from '../domain/text';
import type { Lack } from './empty';

/** A call that got no answer, in the shape of an answer. */
export const unreachable = () => ({
  ok: false as const,
  code: 'unreachable',
  text: { en: 'The spreadsheet did not answer.', ja: 'スプレッドシートから応答がありません。' },
  next: {
    en: 'Check your connection and try again. If you are signed in to several Google accounts, use a window with one.',
    ja: '通信状況を確認して、もう一度お試しください。複数の Google アカウントでログインしている場合は、1つだけのウィンドウで開いてください。',
  },
});

export const loading = (): Text => ({ en: 'Loading…', ja: '読み込み中…' });
export const tryAgain = (): Text => ({ en: 'Try again', ja: '再試行' });
export const failedTitle = (): Text => ({ en: 'That did not work', ja: '処理できませんでした' });

export const setUpTitle = (): Text => ({ en: 'Set up Kenshin here', ja: 'Kenshin をはじめる' });
export const setUpWhat = (): Text => ({
  en: 'Kenshin scores every customer account in this spreadsheet and shows where each point comes from.',
  ja: 'このスプレッドシートで、すべての顧客のヘルススコアを算出し、1点ごとの根拠を示します。',
});
export const setUpSteps = (): readonly Text[] => [
  {
    en: 'Adds tabs for results and configuration to this spreadsheet',
    ja: 'このスプレッドシートに結果と設定のタブを追加します',
  },
  { en: 'Creates a second spreadsheet for the raw data', ja: '元データ用のスプレッドシートをもう1つ作成します' },
  { en: 'Leaves your existing tabs untouched', ja: '既存のタブは変更しません' },
];
export const setUp = (): Text => ({ en: 'Set up', ja: '初期設定' });
export const setUpLong = (): Text => ({
  en: 'Making tabs and their notes; this takes about a minute.',
  ja: 'タブと説明を作成しています。1分ほどかかります。',
});
export const settingUp = (): Text => ({ en: 'Setting up…', ja: '設定しています…' });

export const bandWord = (band: Band): Text => BAND_WORDS[band];
const BAND_WORDS: Readonly<Record<Band, Text>> = {
  Green: { en: 'Green', ja: 'グリーン' },
  Lime: { en: 'Lime', ja: 'ライム' },
  Yellow: { en: 'Yellow', ja: 'イエロー' },
  Red: { en: 'Red', ja: 'レッド' },
  Grey: { en: 'Not scored', ja: 'スコアなし' },
};

export const scoreOutOf = (score: string, band: Text): Text => ({
  en: `Health score ${score} out of 100, ${band.en}`,
  ja: `ヘルススコア 100点中 ${score} 点、${band.ja}`,
});
export const notScored = (): Text => ({ en: 'No score yet', ja: 'スコアはまだありません' });
export const changeSince = (change: string, days: number): Text => ({
  en: `${change} in ${days} ${days === 1 ? 'day' : 'days'}`,
  ja: `${days}日間で ${change}`,
});
export const unchangedSince = (days: number): Text => ({
  en: `No change in ${days} ${days === 1 ? 'day' : 'days'}`,
  ja: `${days}日間で変化なし`,
});
export const coverage = (percent: string): Text => ({ en: `Data coverage ${percent}`, ja: `データ充足率 ${percent}` });
export const asOf = (day: string): Text => ({ en: `As of ${day}`, ja: `${day} 時点` });

export const reasonsTitle = (): Text => ({ en: 'Why', ja: '理由' });
export const dimensionsTitle = (): Text => ({ en: 'Dimensions', ja: '観点別スコア' });
export const shareOfScore = (percent: string): Text => ({ en: `${percent} of the score`, ja: `スコアの ${percent}` });
export const noPoints = (): Text => ({ en: 'no data', ja: 'データなし' });

export const metricsTitle = (): Text => ({ en: 'Metrics', ja: '指標' });
export const metricsOrder = (): Text => ({ en: 'most points lost first', ja: '失点の大きい順' });
export const allMetrics = (count: number): Text => ({
  en: `Show all ${count} metrics`,
  ja: `${count} 件の指標をすべて表示`,
});
export const capLine = (reason: string): Text => ({ en: `Capped: ${reason}`, ja: `上限適用: ${reason}` });
export const lostLong = (points: string): Text => ({ en: `${points} points lost`, ja: `${points} 点の失点` });
export const stale = (): Text => ({ en: 'old data', ja: 'データが古い' });
export const pointsTerm = (): Text => ({ en: 'Points', ja: '点数' });
export const pointsOutOf = (points: string): Text => ({ en: `${points} of 100`, ja: `${points} / 100` });
export const weightTerm = (): Text => ({ en: 'Weight in the score', ja: 'スコアに占める重み' });
export const earnedTerm = (): Text => ({ en: 'Adds to the score', ja: 'スコアへの加点' });
export const lostTerm = (): Text => ({ en: 'Lost from 100', ja: '100点からの失点' });
export const dataTerm = (): Text => ({ en: 'Data of', ja: 'データの日付' });
export const noDay = (): Text => ({ en: 'none', ja: 'なし' });

export const visibilityNote = (): Text => ({
  en: 'Readings only: scoring is switched off (Mode = Visibility in the Settings tab).',
  ja: '数値のみを表示しています（Settings タブの Mode が Visibility のため、スコアは計算しません）。',
});

export const urgentTitle = (): Text => ({ en: 'Look at these first', ja: '優先して確認する顧客' });
export const selectHint = (): Text => ({
  en: 'Select the row of an account in any tab to see its score here.',
  ja: 'どのタブでも、顧客の行を選ぶとここにスコアが表示されます。',
});
export const firstSteps = (): Text => ({ en: 'To the first steps', ja: 'はじめの手順へ' });
export const nothingUrgent = (): Lack => ({
  title: { en: 'All is calm', ja: '急ぎの対応はありません' },
  why: { en: 'No account needs attention right now.', ja: 'いま優先して確認が必要な顧客はいません。' },
});
export const noRunYet = (): Lack => ({
  title: { en: 'No data yet', ja: 'まだデータがありません' },
  why: {
    en: 'Bring data and run once; Set-up leads through it.',
    ja: 'データを用意して一度実行してください。手順は「運用」にあります。',
  },
});
export const noAccounts = (): Lack => ({
  title: { en: 'No account yet', ja: '顧客がまだありません' },
  why: {
    en: 'The sources brought no account. Look at Sources and Problems in Set-up.',
    ja: '取得元から顧客を取り込めていません。「運用」の取得元と問題を確認してください。',
  },
});
export const noneScored = (): Lack => ({
  title: { en: 'No score yet', ja: 'スコアはまだありません' },
  why: {
    en: 'There is too little data to score any account. Connect more sources, or lower Minimum Coverage Percent in Settings.',
    ja: 'データが足りず、採点できた顧客がいません。取得元を追加するか、Settings の Minimum Coverage Percent を下げてください。',
  },
});
export const readingsOnly = (): Lack => ({
  title: { en: 'Readings only', ja: '数値のみの表示' },
  why: visibilityNote(),
});
export const backToList = (): Text => ({ en: 'Back to the list', ja: '一覧に戻る' });

export const runTitle = (): Text => ({ en: 'Last run', ja: '前回の実行' });
export const runningTitle = (): Text => ({ en: 'Running', ja: '実行中' });
export const neverRun = (): Text => ({ en: 'Never run', ja: '未実行' });
export const runFailed = (): Text => ({ en: 'Failed', ja: '失敗' });
export const runNow = (): Text => ({ en: 'Run now', ja: '今すぐ実行' });
export const starting = (): Text => ({ en: 'Starting…', ja: '開始しています…' });
export const goesOn = (): Text => ({
  en: 'You can go on working; this takes up to a few minutes.',
  ja: '数分かかることがあります。そのまま作業を続けて構いません。',
});
export const problemsCount = (count: number): Text => ({
  en: `${count} ${count === 1 ? 'problem' : 'problems'}: see the Problems tab`,
  ja: `問題が ${count} 件あります（Problems タブを確認）`,
});

export const scheduleTitle = (): Text => ({ en: 'Run on a schedule', ja: '定期実行' });
export const mend = (): Text => ({ en: 'Repair', ja: '修復する' });

export const facesLabel = (): Text => ({ en: 'Views', ja: '表示の切り替え' });
export const faceWord = (face: 'accounts' | 'portfolio' | 'tuning' | 'operation'): Text => FACES[face];
const FACES = {
  accounts: { en: 'Accounts', ja: '顧客' },
  portfolio: { en: 'Portfolio', ja: '全体' },
  tuning: { en: 'Tuning', ja: '調整' },
  operation: { en: 'Set-up', ja: '運用' },
} as const;
export const selectedElsewhere = (name: string): Text => ({ en: `Selected: ${name}`, ja: `選択中: ${name}` });
