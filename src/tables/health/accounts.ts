import type { Config } from '../../domain/config/config';
import { BANDS } from '../../domain/config/config';
import { column, VIEWERS } from '../column';
import type { Column, Tab } from '../tab';

/** Bands in the order of the Band column, the unscored one last. */
export const BAND_WORDS: readonly string[] = [...BANDS, 'Grey'];

const [OWNER, MANAGER] = VIEWERS as readonly [Column, Column];

const FIXED: readonly Column[] = [
  column(
    'Account ID',
    '顧客ID',
    'id',
    'The id by which every tab knows the account.',
    'すべてのタブで共通の顧客IDです。',
  ),
  column('Account Name', '顧客名', 'text', 'Name as the CRM has it.', 'CRM に登録されている名称です。'),
  column(
    'Segment',
    'セグメント',
    'ref',
    'The first row of Segments whose rule holds.',
    'Segments タブで最初に条件が合った行です。',
    {
      ref: 'Segments',
    },
  ),
  column('Stage', 'ステージ', 'text', 'Stage as the CRM has it.', 'CRM に登録されているステージです。'),
  OWNER,
  column(
    'Score',
    'スコア',
    'score',
    'Health from 0 to 100; empty where the account is not scored. Breakdown shows where every point comes from.',
    '0〜100 の健康度です。採点していない顧客は空欄です。内訳は Breakdown タブにあります。',
  ),
  column(
    'Band',
    'バンド',
    'choice',
    'Colour of the score by the bounds in Bands; Grey means there were too few data to score.',
    'Bands タブの下限値で決まる色です。Grey はデータ不足で採点していないことを表します。',
    { choices: BAND_WORDS },
  ),
  column(
    'Score Change',
    'スコア変化',
    'score',
    'Points gained or lost since the day that the setting Change Days looks back to.',
    '設定「Change Days」の日数だけ前と比べた増減です。',
  ),
  column(
    'Coverage Percent',
    'データ充足率',
    'percent',
    'Share of the configured weight for which there were data, 0 to 100.',
    '設定した重みのうち、データがそろっていた割合（0〜100）です。',
  ),
  column(
    'Top Reason Note',
    'いちばんの理由',
    'longText',
    'What moves the score most, in words.',
    'スコアに最も効いている要因を文章で示します。',
  ),
  column(
    'As Of Timestamp',
    '基準日時',
    'timestamp',
    'The score describes the account at this moment.',
    'この時点の状態を採点しています。',
  ),
  MANAGER,
  column('Team', 'チーム', 'text', 'Team that looks after the account.', '担当チームです。'),
  column(
    'MRR',
    '月額',
    'money',
    'Monthly recurring revenue as the CRM has it.',
    'CRM に登録されている月次経常収益（MRR）です。',
  ),
  column('Renewal Date', '更新日', 'date', 'When the contract ends or renews.', '契約の満了・更新日です。'),
  column('Priority', '優先順位', 'integer', '1 is the account to look at first.', '1 が最初に見るべき顧客です。'),
  column(
    'More Reasons Note',
    'その他の理由',
    'longText',
    'The next reasons, one a line.',
    '次に効いている要因です（1 行に 1 件）。',
  ),
  column(
    'Change Note',
    '変化の理由',
    'longText',
    'Why the score moved since last week.',
    '先週からスコアが動いた理由です。',
  ),
  column(
    'Journey Stage',
    'ジャーニー',
    'text',
    'The first row of Stages whose rule holds.',
    'Stages タブで最初に条件が合った行です。',
  ),
  column(
    'Pulse',
    '担当者の実感',
    'integer',
    "The CSM's own judgement that is in force, 1 (bad) to 5 (good).",
    '有効期限内の担当者の実感（1 悪い〜5 良い）です。',
    {
      range: [1, 5],
    },
  ),
  column(
    'Has Pulse Conflict',
    '実感との食い違い',
    'flag',
    'TRUE where pulse and band lie two bands or more apart: one of the two knows something.',
    '実感とバンドが 2 段階以上ずれていると TRUE です。どちらかが何かを見落としています。',
  ),
  column(
    'Data Date',
    'データ日付',
    'date',
    'Day of the newest data behind the score.',
    'スコアに使った最も新しいデータの日付です。',
  ),
  column(
    'Stale Metric Count',
    '古い指標の数',
    'integer',
    'Metrics whose reading is older than their Fresh Days.',
    'Fresh Days より古い値を使っている指標の数です。',
  ),
  column(
    'Config Version',
    '設定バージョン',
    'text',
    'Version of the configuration that scored.',
    '採点に使った設定のバージョンです。',
  ),
];

/**
 * The Accounts tab under a configuration: the fixed columns, then one score column a dimension, then one column a
 * quadrant view. Columns that depend on the configuration stand at the right, so that the others keep their place.
 */
export function accountsTab(config: Pick<Config, 'dimensions' | 'quadrants'>): Tab {
  return {
    name: 'Accounts',
    title: { en: 'Accounts', ja: '顧客一覧' },
    note: {
      en: 'One row an account: score, colour, reasons, what to look at first. Written by every run.',
      ja: '顧客ごとに 1 行、スコア・色・理由・優先順位を示します。実行のたびに書き換わります。',
    },
    workbook: 'health',
    writer: 'script',
    kind: 'table',
    key: 'Account ID',
    frozen: 2,
    columns: [
      ...FIXED,
      ...config.dimensions.map((dimension) => ({
        name: dimensionHeader(dimension.id),
        ja: `${dimension.name.ja}スコア`,
        type: 'score' as const,
        note: {
          en: `Score of ${dimension.name.en} alone, 0 to 100; empty without data. ${dimension.why.en}`.trim(),
          ja: `${dimension.name.ja}だけのスコア（0〜100）です。データがなければ空欄です。${dimension.why.ja}`,
        },
      })),
      ...config.quadrants.map((quadrant) => ({
        name: quadrantHeader(quadrant.id),
        ja: quadrant.name.ja,
        type: 'text' as const,
        note: {
          en: `Quadrant of ${quadrant.name.en}: ${quadrant.xAxis} against ${quadrant.yAxis}.`,
          ja: `${quadrant.name.ja}（${quadrant.xAxis} × ${quadrant.yAxis}）での位置です。`,
        },
      })),
    ],
  };
}

/** Header of a dimension's score column in Accounts. */
export function dimensionHeader(dimension: string): string {
  return `${dimension} Score`;
}

/** Header of a quadrant view's column in Accounts. */
export function quadrantHeader(quadrant: string): string {
  return `${quadrant} Quadrant`;
}
