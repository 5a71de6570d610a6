import { BANDS } from '../../domain/config/config';
import { column } from '../column';
import type { Tab } from '../tab';
import { nameJa, POINTS_RANGE, PROTECTED, rule, WEIGHT_RANGE, whyJa } from './configuration-columns';
import { METRICS_TAB } from './metrics';

export const SETTINGS_TAB: Tab = {
  ...PROTECTED,
  name: 'Settings',
  title: { en: 'Settings', ja: '設定' },
  note: { en: 'One row a setting. Change the Value only.', ja: '設定ごとに 1 行。変更するのは Value だけです。' },
  key: 'Setting',
  columns: [
    column('Setting', '設定名', 'id', 'Name of the setting.', '設定の名前です。', { required: true }),
    column('Value', '値', 'text', 'What applies now.', '現在の値です。'),
    column('Why', '理由', 'longText', 'What it is for.', '何のための設定かを示します。'),
    column('Setting Ja', '設定名（日本語）', 'text', 'Name in Japanese.', '日本語での名前です。', { optional: true }),
    whyJa,
    column('Allowed Text', '使える値', 'text', 'What may stand in Value.', 'Value に入れられる値です。', {
      optional: true,
    }),
  ],
};

export const DIMENSIONS_TAB: Tab = {
  ...PROTECTED,
  name: 'Dimensions',
  title: { en: 'Dimensions', ja: 'ディメンション' },
  note: {
    en: 'The parts of health and how much each counts. Deployment, Engagement, Adoption, ROI unless you name others.',
    ja: '健康度を構成する観点と、その重みです。初期値は Deployment・Engagement・Adoption・ROI（DEAR）です。',
  },
  key: 'Dimension',
  columns: [
    column(
      'Dimension',
      'ディメンション',
      'id',
      'Name of the dimension; metrics point at it.',
      '観点の名前です。指標から参照します。',
      { required: true },
    ),
    nameJa('dimension'),
    column(
      'Weight',
      'ウェイト',
      'number',
      'How much it counts against the others; 0 switches it off.',
      '他の観点に対する重みです。0 にすると使いません。',
      {
        required: true,
        range: WEIGHT_RANGE,
      },
    ),
    column('Why', '理由', 'longText', 'Why it counts that much.', 'この重みにした理由です。'),
    whyJa,
  ],
};

export const SEGMENTS_TAB: Tab = {
  ...PROTECTED,
  name: 'Segments',
  title: { en: 'Segments', ja: 'セグメント' },
  note: {
    en: 'Kinds of customers that are measured differently. The first row whose rule holds takes the account.',
    ja: '測り方を変える顧客の区分です。上から見て最初に条件が合った行に入ります。',
  },
  key: 'Segment',
  columns: [
    column('Segment', 'セグメント', 'id', 'Name of the segment.', 'セグメントの名前です。', { required: true }),
    rule(
      'Over the columns of accounts, e.g. mrr >= 500000. The last row is empty and takes the rest.',
      'accounts の列で書きます（例: mrr >= 500000）。最後の行は空欄にして、残り全部を受けます。',
    ),
    nameJa('segment'),
    column('Why', '理由', 'longText', 'Why these customers differ.', '区分を分けた理由です。', { optional: true }),
    whyJa,
  ],
};

export const OVERRIDES_TAB: Tab = {
  ...PROTECTED,
  name: 'Overrides',
  title: { en: 'Overrides', ja: 'セグメント別の調整' },
  note: {
    en: 'What a segment measures differently. An empty cell leaves what Metrics says.',
    ja: 'セグメントごとに変える点です。空欄は Metrics タブのままです。',
  },
  key: '',
  frozen: 2,
  columns: [
    column('Segment', 'セグメント', 'ref', 'A row of Segments.', 'Segments タブの行です。', {
      ref: 'Segments',
      required: true,
    }),
    column('Metric ID', '指標ID', 'ref', 'A row of Metrics.', 'Metrics タブの行です。', {
      ref: 'Metrics',
      required: true,
    }),
    column('Weight', 'ウェイト', 'number', 'Weight in this segment.', 'このセグメントでの重みです。', {
      range: WEIGHT_RANGE,
    }),
    column('Points', '点数', 'curve', 'Points in this segment.', 'このセグメントでの点数です。'),
    column('Enabled', '有効', 'flag', 'Whether it counts in this segment.', 'このセグメントで使うかどうかです。'),
    column('Why', '理由', 'longText', 'Why it differs.', '変える理由です。', { optional: true }),
    whyJa,
  ],
};

export const BANDS_TAB: Tab = {
  ...PROTECTED,
  name: 'Bands',
  title: { en: 'Bands', ja: 'バンド' },
  note: {
    en: 'From which score a colour applies. The bound belongs to the band above it.',
    ja: '何点からその色になるかです。下限値ちょうどはそのバンドに含みます。',
  },
  key: '',
  columns: [
    column('Band', 'バンド', 'choice', 'Green, Lime, Yellow or Red.', 'Green・Lime・Yellow・Red のいずれかです。', {
      choices: BANDS,
      required: true,
    }),
    column(
      'Segment',
      'セグメント',
      'ref',
      'Empty: every segment without a row of its own.',
      '空欄は、個別の行を持たないすべてのセグメントに効きます。',
      { ref: 'Segments' },
    ),
    column(
      'Lower Bound',
      '下限',
      'number',
      'Least score of the band, inclusive.',
      'バンドに入る最低のスコア（以上）です。',
      { required: true, range: POINTS_RANGE },
    ),
  ],
};

export const CAPS_TAB: Tab = {
  ...PROTECTED,
  name: 'Caps',
  title: { en: 'Caps', ja: '上限' },
  note: {
    en: 'Facts that no amount of usage makes up for: while the condition holds the score stays at or below the limit.',
    ja: '利用状況では埋め合わせられない事実です。条件に合うあいだ、スコアはこの値を超えません。',
  },
  key: 'Cap ID',
  columns: [
    column('Cap ID', '上限ID', 'id', 'Letters, digits and _.', '英数字と _ です。', { required: true }),
    column(
      'Condition',
      '条件',
      'expression',
      'Over the columns of accounts and the readings by Metric ID.',
      'accounts の列と、指標IDごとの実測値で書きます。',
      { required: true },
    ),
    column('Highest Score', '最高点', 'number', 'The score goes no higher.', 'スコアの上限です。', {
      required: true,
      range: POINTS_RANGE,
    }),
    column('Reason', '理由', 'text', 'What is said beside the score.', 'スコアに添える説明（英語）です。', {
      required: true,
    }),
    column('Reason Ja', '理由（日本語）', 'text', 'The reason in Japanese.', 'スコアに添える説明です。'),
    column('Enabled', '有効', 'flag', 'FALSE leaves it out.', 'FALSE にすると使いません。', { required: true }),
  ],
};

export const STAGES_TAB: Tab = {
  ...PROTECTED,
  name: 'Stages',
  title: { en: 'Stages', ja: 'ジャーニー' },
  note: {
    en: 'A second label beside the band: where on the journey an account is. The first row whose rule holds.',
    ja: 'バンドとは別のラベルで、顧客がジャーニーのどこにいるかを表します。最初に条件が合った行になります。',
  },
  key: 'Stage',
  columns: [
    column('Stage', 'ステージ', 'id', 'Name of the stage.', 'ステージの名前です。', { required: true }),
    rule(
      'Over the columns of accounts and the readings by Metric ID; empty always holds.',
      'accounts の列と、指標IDごとの実測値で書きます。空欄は常に成り立ちます。',
    ),
    nameJa('stage'),
    column('Why', '理由', 'longText', 'What the stage stands for.', 'どんな状態かを書きます。', { optional: true }),
    whyJa,
  ],
};

export const QUADRANTS_TAB: Tab = {
  ...PROTECTED,
  name: 'Quadrants',
  title: { en: 'Quadrants', ja: '2 軸マップ' },
  note: {
    en: 'Two-axis views: an account is high or low on each axis, and each of the four corners has a name.',
    ja: '2 つの軸の高低で顧客を 4 つに分け、それぞれに名前を付けます。',
  },
  key: 'Quadrant',
  columns: [
    column('Quadrant', 'マップ', 'id', 'Name of the view.', 'マップの名前です。', { required: true }),
    nameJa('view'),
    column(
      'X Axis',
      '横軸',
      'text',
      'A Metric ID (its points), a Dimension, or score.',
      '指標ID（点数を使います）・ディメンション・score のいずれかです。',
      { required: true },
    ),
    column(
      'X High From',
      '横軸の境',
      'number',
      'From these points the axis counts as high.',
      'この点数以上を「高い」とみなします。',
      { required: true, range: POINTS_RANGE },
    ),
    column(
      'Y Axis',
      '縦軸',
      'text',
      'A Metric ID (its points), a Dimension, or score.',
      '指標ID（点数を使います）・ディメンション・score のいずれかです。',
      { required: true },
    ),
    column(
      'Y High From',
      '縦軸の境',
      'number',
      'From these points the axis counts as high.',
      'この点数以上を「高い」とみなします。',
      { required: true, range: POINTS_RANGE },
    ),
    ...(['High High', 'High Low', 'Low High', 'Low Low'] as const).flatMap((corner) => [
      column(
        corner,
        `${corner}の名前`,
        'text',
        `Name of the corner, X first: ${corner}.`,
        `横軸・縦軸の順で ${corner} の位置の名前です。`,
        { required: true },
      ),
      column(`${corner} Ja`, `${corner}の日本語名`, 'text', 'Its name in Japanese.', '日本語での名前です。'),
    ]),
  ],
};

export const MEMBERS_TAB: Tab = {
  ...PROTECTED,
  name: 'Members',
  title: { en: 'Members', ja: 'メンバー' },
  note: {
    en: 'Who should look at this, so that it shows who does not.',
    ja: 'このシートを見るべき人の一覧です。見ていない人が分かるようになります。',
  },
  key: 'Email',
  columns: [
    column('Email', 'メール', 'email', 'Address of their Google account.', 'Google アカウントのアドレスです。', {
      required: true,
    }),
    column('Name', '名前', 'text', 'Name.', '名前です。'),
    column('Role', '役割', 'choice', 'csm, ops or manager.', 'csm・ops・manager のいずれかです。', {
      choices: ['csm', 'ops', 'manager'],
      required: true,
    }),
    column('Team', 'チーム', 'text', 'Team.', '所属チームです。'),
  ],
};

/** The configuration tabs that `parseConfig` reads, in the order in which people meet them. */
export const CONFIG_TABS: readonly Tab[] = [
  SETTINGS_TAB,
  DIMENSIONS_TAB,
  METRICS_TAB,
  SEGMENTS_TAB,
  OVERRIDES_TAB,
  BANDS_TAB,
  CAPS_TAB,
  STAGES_TAB,
  QUADRANTS_TAB,
  MEMBERS_TAB,
];
