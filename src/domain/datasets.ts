import type { Text } from './text';

/** The canonical datasets every source maps its fields to. */
export type DatasetName =
  | 'accounts'
  | 'contacts'
  | 'usage'
  | 'touches'
  | 'surveys'
  | 'tickets'
  | 'revenue'
  | 'entitlements'
  | 'outcomes';

/**
 * What a dataset column holds. `day` is a calendar day; `moment` a point in time, of which only the day in the
 * workbook's zone is kept; `list` is text with parts parted by `;` or `,`; `choice` is one of `choices`.
 */
export type FieldType = 'text' | 'email' | 'number' | 'day' | 'moment' | 'flag' | 'list' | 'choice';

/** One column of a canonical dataset. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** A row without it is refused. */
  readonly required?: true;
  readonly choices?: readonly string[];
  /** Other headers that mean this column, lower case, compared after trimming and folding ` `, `-` to `_`. */
  readonly aliases?: readonly string[];
}

/** A canonical dataset: its key, its columns, the tab that stores it. */
export interface DatasetDeclaration {
  readonly name: DatasetName;
  readonly title: Text;
  /** The columns that make a row one of a kind. */
  readonly key: readonly string[];
  /** The column that dates a row; null where rows are undated (attributes, not events). */
  readonly dated: string | null;
  /** Name of the tab in the Data workbook. */
  readonly tab: string;
  readonly fields: readonly Field[];
}

const text = (name: string, aliases: readonly string[] = []): Field => ({ name, type: 'text', aliases });
const number = (name: string, aliases: readonly string[] = []): Field => ({ name, type: 'number', aliases });
const choice = (name: string, choices: readonly string[]): Field => ({ name, type: 'choice', choices });
const required = (field: Field): Field => ({ ...field, required: true });
const account: Field = {
  name: 'account_id',
  type: 'text',
  required: true,
  aliases: ['account', 'company_id', 'customer_id'],
};
const at: Field = {
  name: 'at',
  type: 'moment',
  required: true,
  aliases: ['date', 'timestamp', 'occurred_at', 'created_at'],
};

/** Every canonical dataset, in the order of a pull. Columns beyond these are kept as attributes and may feed metrics. */
export const DATASETS: readonly DatasetDeclaration[] = [
  {
    name: 'accounts',
    title: { en: 'Accounts', ja: '顧客企業' },
    key: ['account_id'],
    dated: null,
    tab: 'CRM Accounts',
    fields: [
      { ...account, aliases: ['id', 'account', 'company_id', 'customer_id'] },
      text('name', ['account_name', 'company', 'company_name']),
      { name: 'owner_email', type: 'email', aliases: ['owner', 'csm', 'csm_email'] },
      { name: 'manager_email', type: 'email', aliases: ['manager'] },
      text('team'),
      text('segment'),
      text('plan'),
      number('mrr'),
      number('employees'),
      text('industry'),
      text('stage'),
      { name: 'contract_start', type: 'day', aliases: ['start_date'] },
      { name: 'renewal_date', type: 'day', aliases: ['renewal', 'contract_end', 'end_date'] },
      text('status'),
      { name: 'domains', type: 'list', aliases: ['domain', 'website'] },
      { name: 'external_ids', type: 'list', aliases: ['external_id', 'crm_id'] },
    ],
  },
  {
    name: 'contacts',
    title: { en: 'Contacts', ja: '担当者' },
    key: ['contact_id'],
    dated: null,
    tab: 'CRM Contacts',
    fields: [
      required(text('contact_id', ['id'])),
      account,
      { name: 'email', type: 'email' },
      text('name'),
      choice('role', ['champion', 'executive', 'admin', 'user']),
      { name: 'active', type: 'flag' },
      { name: 'left_on', type: 'day' },
    ],
  },
  {
    name: 'usage',
    title: { en: 'Usage', ja: '利用状況' },
    key: ['account_id', 'date', 'measure', 'user_id'],
    dated: 'date',
    tab: 'Usage',
    fields: [
      account,
      { name: 'date', type: 'day', required: true, aliases: ['day', 'usage_date', 'at'] },
      required(text('measure', ['event', 'feature'])),
      text('user_id', ['user']),
      required(number('value', ['count', 'quantity'])),
    ],
  },
  {
    name: 'touches',
    title: { en: 'Touches', ja: '接点' },
    key: ['touch_id'],
    dated: 'at',
    tab: 'Touches',
    fields: [
      required(text('touch_id', ['id'])),
      account,
      at,
      choice('kind', ['meeting', 'call', 'email', 'event', 'help_view', 'community', 'case_study']),
      { name: 'participants', type: 'list' },
      { name: 'roles', type: 'list' },
    ],
  },
  {
    name: 'surveys',
    title: { en: 'Surveys', ja: 'アンケート' },
    key: ['response_id'],
    dated: 'at',
    tab: 'Surveys',
    fields: [
      required(text('response_id', ['id'])),
      account,
      at,
      choice('kind', ['nps', 'csat', 'ces', 'gcr']),
      required(number('score')),
      { name: 'respondent_email', type: 'email', aliases: ['email'] },
    ],
  },
  {
    name: 'tickets',
    title: { en: 'Tickets', ja: '問い合わせ' },
    key: ['ticket_id'],
    dated: 'opened_at',
    tab: 'Tickets',
    fields: [
      required(text('ticket_id', ['id'])),
      account,
      { name: 'opened_at', type: 'moment', required: true, aliases: ['created_at', 'opened'] },
      { name: 'closed_at', type: 'moment', aliases: ['solved_at', 'closed'] },
      text('priority'),
      number('csat'),
    ],
  },
  {
    name: 'revenue',
    title: { en: 'Revenue', ja: '売上' },
    key: ['revenue_id'],
    dated: 'at',
    tab: 'Revenue',
    fields: [
      required(text('revenue_id', ['id'])),
      account,
      at,
      choice('kind', ['new', 'renewal', 'expansion', 'contraction', 'churn']),
      number('amount'),
    ],
  },
  {
    name: 'entitlements',
    title: { en: 'Entitlements', ja: '契約枠' },
    key: ['account_id', 'measure'],
    dated: null,
    tab: 'Entitlements',
    fields: [account, required(text('measure')), required(number('limit', ['quota', 'contracted']))],
  },
  {
    name: 'outcomes',
    title: { en: 'Outcomes', ja: '契約の結果' },
    key: ['outcome_id'],
    dated: 'at',
    tab: 'Outcomes',
    fields: [
      required(text('outcome_id', ['id'])),
      account,
      at,
      choice('kind', ['churn', 'contraction', 'renewal', 'expansion']),
      number('amount'),
    ],
  },
];

/** The declaration of a dataset. */
export function dataset(name: DatasetName): DatasetDeclaration {
  const found = DATASETS.find((declared) => declared.name === name);
  if (!found) throw new Error(`no dataset ${name}`);
  return found;
}

/** Columns of what people record in the Health workbook, as metrics name them. */
export const PEOPLE_COLUMNS = {
  pulses: ['account_id', 'at', 'pulse', 'expiry_date', 'note', 'by'],
  goals: ['account_id', 'goal_id', 'kind', 'target', 'actual', 'due_date', 'agreed_on', 'done_on'],
} as const;
