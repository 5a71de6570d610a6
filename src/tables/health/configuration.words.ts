import type { ColumnWords } from '../../domain/words';
import type { WordsOf } from '../tab';
import type {
  BANDS_TAB,
  CAPS_TAB,
  DIMENSIONS_TAB,
  MEMBERS_TAB,
  OVERRIDES_TAB,
  QUADRANTS_TAB,
  SEGMENTS_TAB,
  SETTINGS_TAB,
  STAGES_TAB,
} from './configuration';
import { nameJaWords, WHY_JA_WORDS } from './configuration-columns.words';

export const SETTINGS_WORDS: WordsOf<typeof SETTINGS_TAB> = {
  title: { en: 'Settings', ja: '設定' },
  note: { en: 'One row a setting. Change the Value only.', ja: '設定ごとに 1 行。変更するのは Value だけです。' },
  columns: {
    Setting: { ja: '設定名', note: { en: 'Name of the setting.', ja: '設定の名前です。' } },
    Value: { ja: '値', note: { en: 'What applies now.', ja: '現在の値です。' } },
    Why: { ja: '理由', note: { en: 'What it is for.', ja: '何のための設定かを示します。' } },
    'Setting Ja': { ja: '設定名（日本語）', note: { en: 'Name in Japanese.', ja: '日本語での名前です。' } },
    'Why Ja': WHY_JA_WORDS,
    'Allowed Text': { ja: '使える値', note: { en: 'What may stand in Value.', ja: 'Value に入れられる値です。' } },
  },
};

export const DIMENSIONS_WORDS: WordsOf<typeof DIMENSIONS_TAB> = {
  title: { en: 'Dimensions', ja: 'ディメンション' },
  note: {
    en: 'The parts of health and how much each counts. Deployment, Engagement, Adoption, ROI unless you name others.',
    ja: '健康度を構成する観点と、その重みです。初期値は Deployment・Engagement・Adoption・ROI（DEAR）です。',
  },
  columns: {
    Dimension: {
      ja: 'ディメンション',
      note: { en: 'Name of the dimension; metrics point at it.', ja: '観点の名前です。指標から参照します。' },
    },
    'Name Ja': nameJaWords('dimension'),
    Weight: {
      ja: 'ウェイト',
      note: {
        en: 'How much it counts against the others; 0 switches it off.',
        ja: '他の観点に対する重みです。0 にすると使いません。',
      },
    },
    Why: { ja: '理由', note: { en: 'Why it counts that much.', ja: 'この重みにした理由です。' } },
    'Why Ja': WHY_JA_WORDS,
  },
};

export const SEGMENTS_WORDS: WordsOf<typeof SEGMENTS_TAB> = {
  title: { en: 'Segments', ja: 'セグメント' },
  note: {
    en: 'Kinds of customers that are measured differently. The first row whose rule holds takes the account.',
    ja: '測り方を変える顧客の区分です。上から見て最初に条件が合った行に入ります。',
  },
  columns: {
    Segment: { ja: 'セグメント', note: { en: 'Name of the segment.', ja: 'セグメントの名前です。' } },
    Rule: {
      ja: '条件',
      note: {
        en: 'Over the columns of accounts, e.g. mrr >= 500000. The last row is empty and takes the rest.',
        ja: 'accounts の列で書きます（例: mrr >= 500000）。最後の行は空欄にして、残り全部を受けます。',
      },
    },
    'Name Ja': nameJaWords('segment'),
    Why: { ja: '理由', note: { en: 'Why these customers differ.', ja: '区分を分けた理由です。' } },
    'Why Ja': WHY_JA_WORDS,
  },
};

export const OVERRIDES_WORDS: WordsOf<typeof OVERRIDES_TAB> = {
  title: { en: 'Overrides', ja: 'セグメント別の調整' },
  note: {
    en: 'What a segment measures differently. An empty cell leaves what Metrics says.',
    ja: 'セグメントごとに変える点です。空欄は Metrics タブのままです。',
  },
  columns: {
    Segment: { ja: 'セグメント', note: { en: 'A row of Segments.', ja: 'Segments タブの行です。' } },
    'Metric ID': { ja: '指標ID', note: { en: 'A row of Metrics.', ja: 'Metrics タブの行です。' } },
    Weight: { ja: 'ウェイト', note: { en: 'Weight in this segment.', ja: 'このセグメントでの重みです。' } },
    Points: { ja: '点数', note: { en: 'Points in this segment.', ja: 'このセグメントでの点数です。' } },
    Enabled: {
      ja: '有効',
      note: { en: 'Whether it counts in this segment.', ja: 'このセグメントで使うかどうかです。' },
    },
    Why: { ja: '理由', note: { en: 'Why it differs.', ja: '変える理由です。' } },
    'Why Ja': WHY_JA_WORDS,
  },
};

export const BANDS_WORDS: WordsOf<typeof BANDS_TAB> = {
  title: { en: 'Bands', ja: 'バンド' },
  note: {
    en: 'From which score a colour applies. The bound belongs to the band above it.',
    ja: '何点からその色になるかです。下限値ちょうどはそのバンドに含みます。',
  },
  columns: {
    Band: {
      ja: 'バンド',
      note: { en: 'Green, Lime, Yellow or Red.', ja: 'Green・Lime・Yellow・Red のいずれかです。' },
    },
    Segment: {
      ja: 'セグメント',
      note: {
        en: 'Empty: every segment without a row of its own.',
        ja: '空欄は、個別の行を持たないすべてのセグメントに効きます。',
      },
    },
    'Lower Bound': {
      ja: '下限',
      note: { en: 'Least score of the band, inclusive.', ja: 'バンドに入る最低のスコア（以上）です。' },
    },
  },
};

export const CAPS_WORDS: WordsOf<typeof CAPS_TAB> = {
  title: { en: 'Caps', ja: '上限' },
  note: {
    en: 'Facts that no amount of usage makes up for: while the condition holds the score stays at or below the limit.',
    ja: '利用状況では埋め合わせられない事実です。条件に合うあいだ、スコアはこの値を超えません。',
  },
  columns: {
    'Cap ID': {
      ja: '上限ID',
      note: {
        en: 'A short name without |, such as champion_left.',
        ja: '短い名前です（| は使えません）。例：champion_left',
      },
    },
    Condition: {
      ja: '条件',
      note: {
        en: 'Over the columns of accounts and the readings by Metric ID.',
        ja: 'accounts の列と、指標IDごとの実測値で書きます。',
      },
    },
    'Highest Score': { ja: '最高点', note: { en: 'The score goes no higher.', ja: 'スコアの上限です。' } },
    Reason: { ja: '理由', note: { en: 'What is said beside the score.', ja: 'スコアに添える説明（英語）です。' } },
    'Reason Ja': { ja: '理由（日本語）', note: { en: 'The reason in Japanese.', ja: 'スコアに添える説明です。' } },
    Enabled: { ja: '有効', note: { en: 'FALSE leaves it out.', ja: 'FALSE にすると使いません。' } },
  },
};

export const STAGES_WORDS: WordsOf<typeof STAGES_TAB> = {
  title: { en: 'Stages', ja: 'ジャーニー' },
  note: {
    en: 'A second label beside the band: where on the journey an account is. The first row whose rule holds.',
    ja: 'バンドとは別のラベルで、顧客がジャーニーのどこにいるかを表します。最初に条件が合った行になります。',
  },
  columns: {
    Stage: { ja: 'ステージ', note: { en: 'Name of the stage.', ja: 'ステージの名前です。' } },
    Rule: {
      ja: '条件',
      note: {
        en: 'Over the columns of accounts and the readings by Metric ID; empty always holds.',
        ja: 'accounts の列と、指標IDごとの実測値で書きます。空欄は常に成り立ちます。',
      },
    },
    'Name Ja': nameJaWords('stage'),
    Why: { ja: '理由', note: { en: 'What the stage stands for.', ja: 'どんな状態かを書きます。' } },
    'Why Ja': WHY_JA_WORDS,
  },
};

const corner = (name: string): ColumnWords => ({
  ja: `${name}の名前`,
  note: { en: `Name of the corner, X first: ${name}.`, ja: `横軸・縦軸の順で ${name} の位置の名前です。` },
});

const cornerJa = (name: string): ColumnWords => ({
  ja: `${name}の日本語名`,
  note: { en: 'Its name in Japanese.', ja: '日本語での名前です。' },
});

export const QUADRANTS_WORDS: WordsOf<typeof QUADRANTS_TAB> = {
  title: { en: 'Quadrants', ja: '2 軸マップ' },
  note: {
    en: 'Two-axis views: an account is high or low on each axis, and each of the four corners has a name.',
    ja: '2 つの軸の高低で顧客を 4 つに分け、それぞれに名前を付けます。',
  },
  columns: {
    Quadrant: { ja: 'マップ', note: { en: 'Name of the view.', ja: 'マップの名前です。' } },
    'Name Ja': nameJaWords('view'),
    'X Axis': {
      ja: '横軸',
      note: {
        en: 'A Metric ID (its points), a Dimension, or score.',
        ja: '指標ID（点数を使います）・ディメンション・score のいずれかです。',
      },
    },
    'X High From': {
      ja: '横軸の境',
      note: { en: 'From these points the axis counts as high.', ja: 'この点数以上を「高い」とみなします。' },
    },
    'Y Axis': {
      ja: '縦軸',
      note: {
        en: 'A Metric ID (its points), a Dimension, or score.',
        ja: '指標ID（点数を使います）・ディメンション・score のいずれかです。',
      },
    },
    'Y High From': {
      ja: '縦軸の境',
      note: { en: 'From these points the axis counts as high.', ja: 'この点数以上を「高い」とみなします。' },
    },
    'High High': corner('High High'),
    'High High Ja': cornerJa('High High'),
    'High Low': corner('High Low'),
    'High Low Ja': cornerJa('High Low'),
    'Low High': corner('Low High'),
    'Low High Ja': cornerJa('Low High'),
    'Low Low': corner('Low Low'),
    'Low Low Ja': cornerJa('Low Low'),
  },
};

export const MEMBERS_WORDS: WordsOf<typeof MEMBERS_TAB> = {
  title: { en: 'Members', ja: 'メンバー' },
  note: {
    en: 'Who should look at this, so that it shows who does not. They are mailed on Mail Weekday (Settings).',
    ja: 'このシートを見るべき人の一覧です。見ていない人が分かります。Settings の Mail Weekday の日には、全員にメールが届きます。',
  },
  columns: {
    Email: { ja: 'メール', note: { en: 'Address of their Google account.', ja: 'Google アカウントのアドレスです。' } },
    Name: { ja: '名前', note: { en: 'Name.', ja: '名前です。' } },
    Role: { ja: '役割', note: { en: 'csm, ops or manager.', ja: 'csm・ops・manager のいずれかです。' } },
    Team: { ja: 'チーム', note: { en: 'Team.', ja: '所属チームです。' } },
  },
};
