import type { Text } from '../../domain/text';

/** What is wrong with a configuration. The tab and the cell stand beside it; every text says how to mend it. */
export const says = {
  duplicate: (header: string, id: string, first: string): Text => ({
    en: `${header} "${id}" stands in ${first} already. Give this row another one, or delete it.`,
    ja: `${header}「${id}」はすでに ${first} にあります。別の名前にするか、この行を削除してください。`,
  }),
  idMarks: (header: string): Text => ({
    en: `${header} may be at most 100 characters long and hold no | and no line break. Shorten or rename it.`,
    ja: `${header} は 100 文字以内で、| と改行は使えません。短くするか名前を変えてください。`,
  }),
  idReserved: (header: string, id: string): Text => ({
    en: `${header} may not be "${id}", which names the whole score. Rename it.`,
    ja: `「${id}」は全体スコアを指す語なので ${header} に使えません。別の名前にしてください。`,
  }),
  unknownId: (header: string, id: string, tab: string, ids: readonly string[]): Text => ({
    en: `${tab} has no "${id}". Choose one of ${list(ids)}, or add a row to ${tab}.`,
    ja: `${tab} タブに「${id}」がありません（${header}）。${list(ids)} から選ぶか、${tab} タブに行を追加してください。`,
  }),
  settingUnknown: (name: string, names: readonly string[]): Text => ({
    en: `There is no setting "${name}", so the row does nothing. The settings are ${names.join(', ')}.`,
    ja: `「${name}」という設定はないため、この行は無視されます。設定名は ${names.join('、')} です。`,
  }),
  settingMissing: (name: string, value: string): Text => ({
    en: `The setting "${name}" has no row; ${value === '' ? 'nothing' : value} applies. Add a row to change it.`,
    ja: `設定「${name}」の行がないため、${value === '' ? '空欄' : value} として扱います。変えるには行を追加してください。`,
  }),
  nan: (header: string): Text => ({
    en: `${header} holds NaN, which a calculation or an import left behind. Enter a value, or clear the cell.`,
    ja: `${header} に、計算や取り込みの失敗を示す NaN が入っています。値を入力するか、空欄にしてください。`,
  }),
  noRows: (tab: string): Text => ({
    en: `${tab} has no rows. Add at least one, or run set-up again for the first ones.`,
    ja: `${tab} タブに行がありません。1 行以上追加するか、セットアップで初期値を入れ直してください。`,
  }),
  noneEnabled: (): Text => ({
    en: 'No metric is enabled. Set Enabled to TRUE in at least one row.',
    ja: '有効な指標がありません。1 行以上で Enabled を TRUE にしてください。',
  }),
  dimensionWeights: (): Text => ({
    en: 'The weights of all dimensions add up to 0. Give at least one dimension a weight above 0.',
    ja: 'すべてのディメンションのウェイト合計が 0 です。1 つ以上を 0 より大きくしてください。',
  }),
  metricWeights: (dimension: string, segment: string): Text => ({
    en: `The weights of the metrics of ${dimension} add up to 0${segment && ` in ${segment}`}. Give one a weight above 0, or set the weight of ${dimension} to 0.`,
    ja: `${segment && `${segment} では、`}${dimension} の指標のウェイト合計が 0 です。1 つ以上を 0 より大きくするか、${dimension} のウェイトを 0 にしてください。`,
  }),
  dimensionEmpty: (dimension: string): Text => ({
    en: `No enabled metric belongs to ${dimension}; its weight goes to the other dimensions. Add a metric, or set the weight to 0.`,
    ja: `${dimension} に有効な指標がないため、ウェイトは他のディメンションに配分されます。指標を追加するか、ウェイトを 0 にしてください。`,
  }),
  segmentScoreless: (segment: string): Text => ({
    en: `With the overrides no metric counts in ${segment}. Leave at least one enabled with a weight above 0.`,
    ja: `この調整により ${segment} で使う指標がなくなります。1 つ以上を有効かつウェイト 0 より大にしてください。`,
  }),
  fieldMissing: (aggregate: string): Text => ({
    en: `${aggregate} needs to know what to read. Write a column (for usage: a measure) into Field.`,
    ja: `${aggregate} には読み込む項目が必要です。Field に列名（usage では計測項目）を書いてください。`,
  }),
  ratio: (): Text => ({
    en: 'For ratio, Field names two columns or measures with a slash between them: a / b.',
    ja: 'ratio の Field には、2 つの列または計測項目をスラッシュで区切って書いてください（a / b）。',
  }),
  fieldConstant: (field: string): Text => ({
    en: `Field "${field}" names no column, so it is the same for every customer. Write a column or a measure.`,
    ja: `Field「${field}」に列名がないため、どの顧客でも同じ値になります。列名または計測項目を書いてください。`,
  }),
  fieldUnknown: (field: string, dataset: string): Text => ({
    en: `${dataset} holds no "${field}" so far, so the metric has no data. Check the spelling, or map a column to it in Sources.`,
    ja: `${dataset} に「${field}」がまだないため、この指標はデータなしになります。つづりを確認するか、Sources タブで列を対応づけてください。`,
  }),
  undated: (aggregate: string, dataset: string): Text => ({
    en: `Rows of ${dataset} have no date of their own, so ${aggregate} has nothing to go by. Choose another Aggregate, or for days_since_last a column with dates as Field.`,
    ja: `${dataset} の行には日付がないため、${aggregate} は計算できません。別の Aggregate を選ぶか、days_since_last なら日付の列を Field に書いてください。`,
  }),
  windowNeeded: (compare: string): Text => ({
    en: `${compare} compares a window with another one. Write the number of days into Window Days.`,
    ja: `${compare} は期間どうしを比べます。Window Days に日数を入力してください。`,
  }),
  carryDays: (): Text => ({
    en: 'Missing is carry, so Missing Days must say how old a carried reading may be. Enter a number of days.',
    ja: 'Missing が carry のときは、何日前の値まで使うかを Missing Days に入力してください。',
  }),
  curve: (why: Text): Text => ({ en: `Points: ${why.en}`, ja: `Points: ${why.ja}` }),
  expression: (header: string, why: Text): Text => ({ en: `${header}: ${why.en}`, ja: `${header}: ${why.ja}` }),
  expressionConstant: (header: string): Text => ({
    en: `${header} names no column, so it is the same for every row. Write a condition such as plan = 'Pro', or clear the cell.`,
    ja: `${header} に列名がないため、どの行でも同じ結果になります。plan = 'Pro' のような条件を書くか、空欄にしてください。`,
  }),
  columnUnknown: (name: string, where: string): Text => ({
    en: `"${name}" is no column of ${where} that is known so far; until it is, the condition sees an empty cell there. Check the spelling.`,
    ja: `「${name}」は ${where} の既知の列ではないため、データが入るまで空欄として扱います。つづりを確認してください。`,
  }),
  metricOff: (name: string): Text => ({
    en: `Metric ${name} is not enabled, so it is empty here. Enable it (Weight 0 keeps it out of the score), or name another one.`,
    ja: `指標「${name}」は無効のため、ここでは空欄になります。有効にするか（ウェイト 0 ならスコアに影響しません）、別の指標を指定してください。`,
  }),
  cycle: (name: string, en: string, ja: string): Text => ({
    en: `"${name}" goes round in a circle: ${en}. Use other columns here.`,
    ja: `「${name}」を使うと循環します。${ja}ため、別の列を使ってください。`,
  }),
  segmentDefault: (): Text => ({
    en: 'The last segment must take every account that is left. Clear its Rule, or add a last row without one.',
    ja: '最後のセグメントは残りの顧客すべてを受ける必要があります。Rule を空欄にするか、Rule のない行を最後に追加してください。',
  }),
  segmentUnreachable: (before: string): Text => ({
    en: `${before} stands above without a Rule and takes every account, so this row is never reached. Move ${before} to the end, or give it a Rule.`,
    ja: `上の ${before} に Rule がなく全顧客が入るため、この行には届きません。${before} を最後に移すか、Rule を書いてください。`,
  }),
  segmentOverlap: (before: string): Text => ({
    en: `${before} above takes every account that this Rule asks for, so this row is never reached. Move it above ${before}, change the Rule, or delete the row.`,
    ja: `この Rule に合う顧客はすべて上の ${before} に入るため、この行には届きません。${before} より上に移すか、Rule を変えるか、行を削除してください。`,
  }),
  bandMissing: (band: string, segment: string): Text => ({
    en: `No lower bound for ${band}${segment && ` in ${segment}`}. Add a row with Band ${band}${segment && ', or one for all segments (Segment empty)'}.`,
    ja: `${segment && `${segment} の `}${band} の下限がありません。Band が ${band} の行を${segment && '（Segment を空欄にして全体にも）'}追加してください。`,
  }),
  bandOrder: (band: string, above: string, segment: string): Text => ({
    en: `${band} must begin below ${above}${segment && ` in ${segment}`}. Put the bounds in order: Green, Lime, Yellow, Red from high to low, no two alike.`,
    ja: `${segment && `${segment} では、`}${band} の下限を ${above} より低くしてください。Green・Lime・Yellow・Red の順に下げ、同じ値は使えません。`,
  }),
  bandFloor: (): Text => ({
    en: 'Red must begin at 0, or the lowest scores would have no band. Set its Lower Bound to 0.',
    ja: 'Red の下限は 0 にしてください。0 でないと、最も低いスコアに色が付きません。',
  }),
  axis: (name: string): Text => ({
    en: `"${name}" is no Metric ID, no Dimension and not score. Choose one of them.`,
    ja: `「${name}」は指標ID・ディメンション・score のいずれでもありません。いずれかを指定してください。`,
  }),
  overrideIdle: (): Text => ({
    en: 'Weight, Points and Enabled are all empty, so the row changes nothing. Fill one in, or delete the row.',
    ja: 'Weight・Points・Enabled がすべて空欄なので、何も変わりません。いずれかを入力するか、行を削除してください。',
  }),
  tooLong: (characters: number, limit: number): Text => ({
    en: `The configuration takes ${characters} characters; a version keeps ${limit}. Shorten the texts under Why.`,
    ja: `設定が ${characters} 文字あり、履歴に残せる ${limit} 文字を超えています。Why の文章を短くしてください。`,
  }),
};

function list(ids: readonly string[]): string {
  return ids.length > 12 ? `${ids.slice(0, 12).join(', ')}, …` : ids.join(', ');
}
