import type { Text } from '../domain/text';

/** What is wrong with a value a metric reads, or with how a metric is written. */
export const says = {
  number: (metric: string, accountId: string, column: string, value: string): Text => ({
    en: `${column} of account ${accountId} holds "${value}", which is not a number; metric ${metric} leaves the row out. Correct it at its source.`,
    ja: `顧客 ${accountId} の ${column} は「${value}」で、数値ではありません。指標 ${metric} ではこの行を除外しました。取得元で修正してください。`,
  }),
  day: (metric: string, accountId: string, column: string, value: string): Text => ({
    en: `${column} of account ${accountId} holds "${value}", which is not a date; metric ${metric} leaves the row out. Write it as 2026-01-31.`,
    ja: `顧客 ${accountId} の ${column} は「${value}」で、日付ではありません。指標 ${metric} ではこの行を除外しました。2026-01-31 の形式で入力してください。`,
  }),
  more: (count: number): Text => ({
    en: `${count} more values of this kind were left out. Correct the column at its source.`,
    ja: `このほか ${count} 件の値も同じ理由で除外しました。取得元の列を修正してください。`,
  }),
  column: (metric: string, name: string, dataset: string): Text => ({
    en: `Metric ${metric} reads ${name}, but ${dataset} has no such column. Check the spelling of Field and Filter.`,
    ja: `指標 ${metric} が参照する ${name} という列は ${dataset} にありません。Field と Filter の綴りを確認してください。`,
  }),
  measure: (metric: string): Text => ({
    en: `Metric ${metric} finds no usage measure that Field and Filter let in. Check the measure's name in the Usage tab.`,
    ja: `指標 ${metric} の Field と Filter に合う measure が利用状況にありません。Usage タブの measure 名を確認してください。`,
  }),
  field: (metric: string, aggregate: string): Text => ({
    en: `Metric ${metric}: aggregate ${aggregate} needs a Field, such as a column or a measure.`,
    ja: `指標 ${metric}: 集計方法 ${aggregate} では Field に列名か measure 名を指定してください。`,
  }),
  ratio: (metric: string): Text => ({
    en: `Metric ${metric}: aggregate ratio needs a Field of the form a / b.`,
    ja: `指標 ${metric}: 集計方法 ratio の Field は a / b の形で指定してください。`,
  }),
  undated: (metric: string, aggregate: string, dataset: string): Text => ({
    en: `Metric ${metric}: rows of ${dataset} have no date, so ${aggregate} has nothing to go by. Choose another Aggregate, or a date column as Field of days_since_last.`,
    ja: `指標 ${metric}: ${dataset} の行には日付がないため、${aggregate} は計算できません。別の集計方法を選ぶか、days_since_last の Field に日付の列を指定してください。`,
  }),
  window: (metric: string, compare: string): Text => ({
    en: `Metric ${metric}: Compare ${compare} needs Window Days, since it compares windows of that length.`,
    ja: `指標 ${metric}: Compare が ${compare} の場合は、比較する期間の長さを Window Days に入力してください。`,
  }),
};
