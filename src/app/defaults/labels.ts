import type { TabRecord } from '../../tables/rows';

/** The words by which a CRM says that a contract has ended. */
const GONE = "status in ('churned', 'closed', 'cancelled', 'canceled', '解約', '解約済み')";
const NOTICE = "status in ('notice', 'cancelling', 'canceling', '解約予定', '解約通知')";

export const DIMENSION_RECORDS: readonly TabRecord[] = [
  {
    Dimension: 'Deployment',
    'Name Ja': '導入',
    Weight: 20,
    Why: 'Is it set up and handed out? Without that nothing else can grow.',
    'Why Ja': '導入と配布が済んでいるか。ここが終わらないと、その先は育ちません。',
  },
  {
    Dimension: 'Engagement',
    'Name Ja': '関係',
    Weight: 30,
    Why: 'Do people talk with us, and what do they feel? Usage alone misses churners.',
    'Why Ja': '対話が続き、満足しているか。利用状況だけでは解約を見逃します。',
  },
  {
    Dimension: 'Adoption',
    'Name Ja': '活用',
    Weight: 30,
    Why: 'Is it used, by how many, how deeply, and is that growing?',
    'Why Ja': 'どれだけの人が、どこまで深く使い、伸びているかを見ます。',
  },
  {
    Dimension: 'ROI',
    'Name Ja': '成果',
    Weight: 20,
    Why: 'Does the customer get what was agreed? In the end this decides.',
    'Why Ja': '約束した成果が出ているか。最後はこれが更新を決めます。',
  },
];

export const SEGMENT_RECORDS: readonly TabRecord[] = [
  {
    Segment: 'Enterprise',
    Rule: 'employees >= 800 or mrr >= 450000',
    'Name Ja': 'エンタープライズ',
    Why: 'Many people and departments: more meetings, more stakeholders are normal.',
    'Why Ja': '関係者も部署も多く、会議や接点が多いのが普通です。',
  },
  {
    Segment: 'Growth',
    Rule: 'employees >= 85 or mrr >= 100000',
    'Name Ja': 'グロース',
    Why: 'What Metrics says fits these.',
    'Why Ja': 'Metrics タブの値をそのまま使います。',
  },
  {
    Segment: 'Small',
    Rule: null,
    'Name Ja': 'スモール',
    Why: 'One or two people run everything; also takes accounts whose size is unknown.',
    'Why Ja': '1〜2 人で運用している規模です。規模が不明な顧客もここに入ります。',
  },
];

export const OVERRIDE_RECORDS: readonly TabRecord[] = [
  {
    Segment: 'Enterprise',
    'Metric ID': 'touch_score',
    Points: '0=0; 25=40; 60=75; 100=100',
    Why: 'More people, more talks.',
    'Why Ja': '関係者が多いぶん、会話も多くなります。',
  },
  {
    Segment: 'Enterprise',
    'Metric ID': 'stakeholder_breadth',
    Points: '0=0; 2=35; 4=65; 8=100',
    Why: 'One contact is not enough.',
    'Why Ja': '1 人との接点では足りません。',
  },
  {
    Segment: 'Small',
    'Metric ID': 'touch_score',
    Points: '0=5; 5=40; 14=75; 26=100',
    Why: 'Served mostly 1:n; fewer talks are normal.',
    'Why Ja': '1 対多の支援が中心で、会話は少なめが普通です。',
  },
  {
    Segment: 'Small',
    'Metric ID': 'days_since_talk',
    Weight: 1,
    Points: '14=100; 45=75; 90=45; 180=15; 365=0',
    Why: 'A talk a quarter is plenty.',
    'Why Ja': '四半期に 1 回話せていれば十分です。',
  },
  {
    Segment: 'Small',
    'Metric ID': 'stakeholder_breadth',
    Points: '0=10; 1=65; 3=100',
    Why: 'There often is just one person.',
    'Why Ja': '担当者が 1 人だけのことが多いためです。',
  },
  {
    Segment: 'Small',
    'Metric ID': 'executive_reach',
    Enabled: false,
    Why: 'The owner is the user.',
    'Why Ja': '経営者自身が利用者だからです。',
  },
  {
    Segment: 'Small',
    'Metric ID': 'integrations',
    Enabled: false,
    Why: 'Little to connect.',
    'Why Ja': '連携するシステムがほとんどないためです。',
  },
];

export const BAND_RECORDS: readonly TabRecord[] = [
  { Band: 'Green', Segment: null, 'Lower Bound': 78 },
  { Band: 'Lime', Segment: null, 'Lower Bound': 65 },
  { Band: 'Yellow', Segment: null, 'Lower Bound': 52 },
  { Band: 'Red', Segment: null, 'Lower Bound': 0 },
];

export const CAP_RECORDS: readonly TabRecord[] = [
  {
    'Cap ID': 'churned',
    Condition: GONE,
    'Highest Score': 5,
    Reason: 'The contract has ended',
    'Reason Ja': '契約が終了しています',
    Enabled: true,
  },
  {
    'Cap ID': 'notice',
    Condition: NOTICE,
    'Highest Score': 25,
    Reason: 'Notice of cancellation was given',
    'Reason Ja': '解約の意思表示がありました',
    Enabled: true,
  },
  {
    'Cap ID': 'champion_left',
    Condition: 'champion_left >= 1 and champions = 0',
    'Highest Score': 55,
    Reason: 'The champion left and nobody took over',
    'Reason Ja': '推進者が離任し、後任がいません',
    Enabled: true,
  },
  {
    'Cap ID': 'renewal_overdue',
    Condition: 'renewal_date < as_of - 30',
    'Highest Score': 60,
    Reason: 'The renewal date has passed without a renewal',
    'Reason Ja': '更新日を過ぎても更新されていません',
    Enabled: false,
  },
];

export const STAGE_RECORDS: readonly TabRecord[] = [
  {
    Stage: 'LEFT',
    Rule: GONE,
    'Name Ja': '解約済み',
    Why: 'The contract has ended.',
    'Why Ja': '契約が終了した顧客です。',
  },
  {
    Stage: 'ENTRY',
    Rule: 'as_of - contract_start < 30',
    'Name Ja': '契約直後',
    Why: 'The first month.',
    'Why Ja': '契約から 1 か月以内です。',
  },
  {
    Stage: 'ONBOARD',
    Rule: 'onboarding_percent < 80 or as_of - contract_start < 90',
    'Name Ja': '導入中',
    Why: 'Not yet running on their own.',
    'Why Ja': 'まだ自走できていない状態です。',
  },
  {
    Stage: 'LOYAL',
    Rule: 'as_of - contract_start >= 365 and active_days >= 15 and (goal_percent >= 80 or goal_progress >= 80 or nps >= 50 or contract_growth >= 1)',
    'Name Ja': '定着',
    Why: 'Uses it by habit and has seen a result.',
    'Why Ja': '習慣的に使い、成果も出ている状態です。',
  },
  {
    Stage: 'ACTIVE',
    Rule: 'active_days >= 8',
    'Name Ja': '活用中',
    Why: 'Uses it regularly.',
    'Why Ja': '定期的に使っている状態です。',
  },
  {
    Stage: 'IDLE',
    Rule: 'active_days < 8',
    'Name Ja': '停滞',
    Why: 'Onboarded, but hardly used.',
    'Why Ja': '導入は済んだものの、ほとんど使われていません。',
  },
];

export const QUADRANT_RECORDS: readonly TabRecord[] = [
  {
    Quadrant: 'Usage x Engagement',
    'Name Ja': '利用 × 関係',
    'X Axis': 'Adoption',
    'X High From': 65,
    'Y Axis': 'Engagement',
    'Y High From': 65,
    'High High': 'Partner',
    'High High Ja': '良好',
    'High Low': 'Quiet user',
    'High Low Ja': '関係が薄い',
    'Low High': 'Friendly but idle',
    'Low High Ja': '活用不足',
    'Low Low': 'At risk',
    'Low Low Ja': '要対応',
  },
  {
    Quadrant: 'Touch x NPS',
    'Name Ja': 'タッチ × NPS',
    'X Axis': 'touch_score',
    'X High From': 60,
    'Y Axis': 'nps',
    'Y High From': 60,
    'High High': 'Advocate',
    'High High Ja': '推奨者',
    'High Low': 'Listen again',
    'High Low Ja': '不満を聞く',
    'Low High': 'Silent fan',
    'Low High Ja': '静かなファン',
    'Low Low': 'Support first',
    'Low Low Ja': '最優先で支援',
  },
];
