import { VIEWER_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { ACCOUNT_COLUMNS } from './accounts';

/** Words of the columns that every Accounts tab has; `configuredWords` has those of the others. */
export const ACCOUNTS_WORDS: WordsOf<{ columns: typeof ACCOUNT_COLUMNS }> = {
  title: { en: 'Accounts', ja: '顧客一覧' },
  note: {
    en: 'One row an account: score, colour, reasons, what to look at first. Written by every run.',
    ja: '顧客ごとに 1 行、スコア・色・理由・優先順位を示します。実行のたびに書き換わります。',
  },
  columns: {
    'Account ID': {
      ja: '顧客ID',
      note: { en: 'The id by which every tab knows the account.', ja: 'すべてのタブで共通の顧客IDです。' },
    },
    'Account Name': {
      ja: '顧客名',
      note: {
        en: 'Name as the CRM has it. The link leads to the account in Breakdown, as far as it stands there.',
        ja: 'CRM に登録されている名称です。リンクから Breakdown のこの顧客の行へ移動できます（掲載されている場合）。',
      },
    },
    Segment: {
      ja: 'セグメント',
      note: { en: 'The first row of Segments whose rule holds.', ja: 'Segments タブで最初に条件が合った行です。' },
    },
    Stage: { ja: 'ステージ', note: { en: 'Stage as the CRM has it.', ja: 'CRM に登録されているステージです。' } },
    ...VIEWER_WORDS,
    Score: {
      ja: 'スコア',
      note: {
        en: 'Health from 0 to 100; empty where the account is not scored. Breakdown shows where every point comes from.',
        ja: '0〜100 の健康度です。採点していない顧客は空欄です。内訳は Breakdown タブにあります。',
      },
    },
    Band: {
      ja: 'バンド',
      note: {
        en: 'Colour of the score by the bounds in Bands; Grey means there were too few data to score.',
        ja: 'Bands タブの下限値で決まる色です。Grey はデータ不足で採点していないことを表します。',
      },
    },
    'Score Change': {
      ja: 'スコア変化',
      note: {
        en: 'Points gained or lost since the day that the setting Change Days looks back to.',
        ja: '設定「Change Days」の日数だけ前と比べた増減です。',
      },
    },
    'Coverage Percent': {
      ja: 'データ充足率',
      note: {
        en: 'Share of the configured weight for which there were data, 0 to 100.',
        ja: '設定した重みのうち、データがそろっていた割合（0〜100）です。',
      },
    },
    'Top Reason Note': {
      ja: 'いちばんの理由',
      note: { en: 'What moves the score most, in words.', ja: 'スコアに最も効いている要因を文章で示します。' },
    },
    'As Of Timestamp': {
      ja: '基準日時',
      note: { en: 'The score describes the account at this moment.', ja: 'この時点の状態を採点しています。' },
    },
    Team: { ja: 'チーム', note: { en: 'Team that looks after the account.', ja: '担当チームです。' } },
    MRR: {
      ja: '月額',
      note: { en: 'Monthly recurring revenue as the CRM has it.', ja: 'CRM に登録されている月次経常収益（MRR）です。' },
    },
    'Renewal Date': { ja: '更新日', note: { en: 'When the contract ends or renews.', ja: '契約の満了・更新日です。' } },
    Priority: {
      ja: '優先順位',
      note: { en: '1 is the account to look at first.', ja: '1 が最初に見るべき顧客です。' },
    },
    'More Reasons Note': {
      ja: 'その他の理由',
      note: { en: 'The next reasons, one a line.', ja: '次に効いている要因です（1 行に 1 件）。' },
    },
    'Change Note': {
      ja: '変化の理由',
      note: { en: 'Why the score moved since last week.', ja: '先週からスコアが動いた理由です。' },
    },
    'Journey Stage': {
      ja: 'ジャーニー',
      note: { en: 'The first row of Stages whose rule holds.', ja: 'Stages タブで最初に条件が合った行です。' },
    },
    Pulse: {
      ja: '担当者の実感',
      note: {
        en: "The CSM's own judgement that is in force, 1 (bad) to 5 (good).",
        ja: '有効期限内の担当者の実感（1 悪い〜5 良い）です。',
      },
    },
    'Has Pulse Conflict': {
      ja: '実感との食い違い',
      note: {
        en: 'TRUE where pulse and band lie two bands or more apart: one of the two knows something.',
        ja: '実感とバンドが 2 段階以上ずれていると TRUE です。どちらかが何かを見落としています。',
      },
    },
    'Data Date': {
      ja: 'データ日付',
      note: { en: 'Day of the newest data behind the score.', ja: 'スコアに使った最も新しいデータの日付です。' },
    },
    'Stale Metric Count': {
      ja: '古い指標の数',
      note: {
        en: 'Metrics whose reading is older than their Fresh Days.',
        ja: 'Fresh Days より古い値を使っている指標の数です。',
      },
    },
    'Config Version': {
      ja: '設定バージョン',
      note: { en: 'Version of the configuration that scored.', ja: '採点に使った設定のバージョンです。' },
    },
  },
};
