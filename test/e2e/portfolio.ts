import type { Band } from '../../src/domain/config/config';
import type { Reply } from '../../src/domain/reply';
import type { Locale, Text } from '../../src/domain/text';
import type {
  AccountView,
  BookRow,
  BookView,
  DimensionView,
  MetricView,
  RunView,
  SidebarView,
  StoryView,
  WeekView,
} from '../../src/domain/views';

/** Views as the server would make them, with the long names and the gaps that real accounts have. */

const text = (en: string, ja: string): Text => ({ en, ja });

const METRICS: readonly MetricView[] = [
  metric(
    'active_days',
    ['Days with a login', 'ログイン日数'],
    ['Adoption', '活用'],
    4,
    ['4 of 28 days', '28日中4日'],
    22,
    14,
  ),
  metric(
    'seats',
    ['Seats in use', '利用席数の割合'],
    ['Deployment', '導入'],
    0.41,
    ['41 % of 120 seats', '120席の41%'],
    38,
    12.5,
  ),
  metric(
    'exec',
    ['Executives met in the last quarter', '直近四半期に会った役員の数'],
    ['Engagement', '関与'],
    0,
    ['none', 'なし'],
    0,
    6,
  ),
  metric('meetings', ['Meetings', '打ち合わせ'], ['Engagement', '関与'], 3, ['3 in 90 days', '90日間で3回'], 75, 10),
  { ...metric('nps', ['NPS', 'NPS'], ['ROI', '成果'], 7, ['7', '7'], 60, 8), stale: true, asOf: '2025-09-02' },
  { ...metric('tickets', ['Open tickets', '未解決の問い合わせ'], ['Engagement', '関与'], 1, ['1', '1件'], 90, 9) },
  {
    ...metric('csat', ['Satisfaction with support', 'サポート満足度'], ['Engagement', '関与'], 0, ['', ''], 0, 0),
    reading: null,
    points: null,
    asOf: '',
  },
];

function metric(
  id: string,
  [en, ja]: readonly [string, string],
  [dimensionEn, dimensionJa]: readonly [string, string],
  reading: number,
  [readEn, readJa]: readonly [string, string],
  points: number,
  weightPercent: number,
): MetricView {
  const earned = (weightPercent * points) / 100;
  return {
    id,
    name: text(en, ja),
    dimension: text(dimensionEn, dimensionJa),
    why: text(
      'Accounts that keep this up renew far more often.',
      'この値を保っている顧客は、更新率が明らかに高いためです。',
    ),
    reading,
    shownReading: text(readEn, readJa),
    points,
    curve: [
      { reading: 0, points: 0 },
      { reading: Math.max(1, reading), points: Math.max(points, 60) },
      { reading: Math.max(1, reading) * 3, points: 100 },
    ],
    unit: text('', ''),
    weightPercent,
    earned,
    lost: weightPercent - earned,
    stale: false,
    asOf: '2026-01-30',
  };
}

const DIMENSIONS: readonly DimensionView[] = [
  { name: text('Deployment', '導入'), score: 38, weightPercent: 25 },
  { name: text('Engagement', '関与'), score: 61.4, weightPercent: 30 },
  { name: text('Adoption', '活用'), score: 22, weightPercent: 35 },
  { name: text('ROI', '成果'), score: null, weightPercent: 10 },
];

export const RED: AccountView = {
  accountId: 'A-0042',
  name: '株式会社みなとみらいロジスティクスホールディングス East Japan Distribution Division',
  segment: text('Enterprise', 'エンタープライズ'),
  stage: 'ONBOARD',
  ownerEmail: 'hanako.kobayashi-yamamoto@very-long-domain-name.example.co.jp',
  score: 38.24,
  shownScore: '38.2',
  band: 'Red',
  change: -12.6,
  changeDays: 7,
  coveragePercent: 87.5,
  asOf: '2026-01-31',
  reasons: [
    text(
      'Logins fell to 4 days out of 28 (expected: 15 or more).',
      'ログインが28日中4日まで減っています（目安は15日以上）。',
    ),
    text(
      'Only 41 % of the 120 seats are in use, 18 points less than a month ago.',
      '120席のうち41%しか使われておらず、1か月前より18ポイント下がりました。',
    ),
    text('No executive met since October.', '10月以降、役員との接点がありません。'),
  ],
  bounds: [80, 65, 50],
  cap: null,
  dimensions: DIMENSIONS,
  metrics: METRICS,
};

export const GREEN: AccountView = {
  ...RED,
  accountId: 'A-0007',
  name: 'Aoba Foods',
  segment: text('Small', 'スモール'),
  stage: 'LOYAL',
  ownerEmail: 'ken@example.com',
  score: 100,
  shownScore: '100.0',
  band: 'Green',
  change: 0,
  coveragePercent: 100,
  reasons: [text('Every metric is at its best.', 'すべての指標が最良の水準です。')],
};

export const GREY: AccountView = {
  ...RED,
  accountId: 'A-0099',
  name: 'New & Co. <b>',
  score: null,
  shownScore: '–',
  band: 'Grey',
  change: null,
  coveragePercent: 8,
  reasons: [
    text('Too little data: 8 % of the weight, 50 % is needed.', 'データが不足しています（重みの8%。必要なのは50%）。'),
  ],
  dimensions: DIMENSIONS.map((dimension) => ({ ...dimension, score: null })),
};

/** Four accounts at risk and one that is not, the most urgent first. */
export const ROWS: readonly BookRow[] = [
  row(RED, 1_200_000),
  row(
    { ...RED, accountId: 'A-0043', name: '有限会社ひまわり', shownScore: '41.0', ownerEmail: 'ken@example.com' },
    80_000,
  ),
  row({ ...GREEN, accountId: 'A-0050', name: 'Kita Print', shownScore: '55.5', band: 'Yellow', change: 3.1 }, 90_000),
  row(
    { ...RED, accountId: 'A-0051', name: 'Umi Research Institute of Oceanography', shownScore: '58.0', band: 'Yellow' },
    400_000,
  ),
  row(GREEN, 50_000),
];

export const BOOK: BookView = { asOf: '2026-01-31', changeDays: 7, rows: ROWS };

/** A book of as many accounts as asked for. */
export function longBook(count: number): BookView {
  const bands: readonly Band[] = ['Red', 'Yellow', 'Lime', 'Green', 'Grey'];
  const rows = Array.from({ length: count }, (_, at): BookRow => {
    const band = bands[Math.min(4, Math.floor((at * 5) / count))] as Band;
    return [
      `A/${at}`,
      `Account ${at}`,
      `owner${at % 40}@example.com`,
      `Team ${at % 7}`,
      at % 3 ? 'Small' : 'Enterprise',
      band,
      (100 - (at % 100)).toFixed(1),
      ((at % 21) - 10) / 2,
      1000 * (at % 90),
      '2026-12-31',
      '',
    ];
  });
  return { ...BOOK, rows };
}

function row(
  { accountId, name, ownerEmail, segment, band, shownScore, change, reasons }: AccountView,
  mrr: number,
): BookRow {
  const reason = reasons[0]?.en ?? '';
  return [accountId, name, ownerEmail, 'East', segment.en, band, shownScore, change, mrr, '2026-12-31', reason];
}

export const STORY: StoryView = {
  accountId: RED.accountId,
  history: Array.from({ length: 30 }, (_, at) => [
    new Date(Date.UTC(2025, 10, 3 + at * 3)).toISOString().slice(0, 10),
    at === 12 ? null : 72 - at - (at % 4) * 2.5,
  ]),
  versions: [['2025-12-20', 'Logins count more']],
  moves: [
    { cause: 'behaviour', points: -9.4, note: 'Days with a login: 11 days -> 4 days' },
    { cause: 'config', points: -3.2, note: 'Seats in use: weight' },
  ],
  actions: [
    { name: 'Call the sponsor', reason: 'Logins fell by half within a month.', due: '2026-02-07', status: 'open' },
    { name: 'Renewal talk', reason: 'Renewal in 60 days.', due: '', status: 'doing' },
  ],
  pulses: [
    {
      pulse: 2,
      comment: 'New sponsor, <b>cold</b> so far',
      author: 'ken@example.com',
      day: '2026-01-20',
      expiry: '2026-04-20',
    },
  ],
};

export const WEEK: WeekView = {
  since: '2026-01-24',
  moved: [
    ['A-0042', 'Yellow'],
    ['A-0007', 'Lime'],
  ],
  fell: [
    ['A-0042', '2026-01-12', ''],
    ['A-0050', '2026-01-20', '2026-01-25'],
    ['A-0051', '2025-12-28', ''],
  ],
  shut: null,
};

export const DONE: RunView = {
  state: 'done',
  said: text('Scored 198 of 204 accounts.', '204社のうち198社のスコアを計算しました。'),
  startedAt: '2026-01-31T06:00:12',
  endedAt: '2026-01-31T06:01:03',
  accounts: 204,
  scored: 198,
  problems: 3,
  progress: 1,
};

export const RUNNING: RunView = {
  ...DONE,
  state: 'running',
  said: text('Pulling Product usage', 'Product usage を取得しています'),
  endedAt: '',
  progress: 0.4,
};

export function view(locale: Locale, changed: Partial<SidebarView> = {}): SidebarView {
  return {
    locale,
    zone: 'Asia/Tokyo',
    ready: true,
    mode: 'Scoring',
    account: null,
    run: DONE,
    schedule: {
      state: 'on',
      said: text('The schedule is on, as ken@example.com.', '定期実行はオンです（実行者: ken@example.com）。'),
    },
    problems: 3,
    email: 'csm@example.com',
    role: null,
    mayTune: true,
    crmLink: '',
    gone: '',
    book: changed.account ? null : BOOK,
    ...changed,
  };
}

export function ok<T>(data: T): Reply<T> {
  return { ok: true, data };
}

export const REFUSED: Reply<never> = {
  ok: false,
  code: 'busy',
  text: text('Another run is under way.', '別の実行が進行中です。'),
  next: text(
    'Wait until it has finished; its state is shown in the sidebar.',
    '終わるまでお待ちください。状況はサイドバーに表示されます。',
  ),
};
