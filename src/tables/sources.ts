import { DATASETS } from '../domain/datasets';
import { column } from './column';
import type { Tab } from './tab';

/** Headers of the Sources tab, as the code that reads a row names them. */
export const SOURCE_COLUMNS = {
  id: 'Source ID',
  enabled: 'Enabled',
  kind: 'Kind',
  dataset: 'Dataset',
  location: 'Location',
  tabName: 'Tab Name',
  rowsPath: 'Rows Path',
  paging: 'Paging',
  options: 'Options',
  headerName: 'Header Name',
  secretName: 'Secret Name',
  fieldMap: 'Field Map',
  measures: 'Measures',
  every: 'Every',
  note: 'Note',
} as const;

/** How an answer is cut into pages. */
export const PAGINGS = ['none', 'cursor', 'page', 'offset', 'link'] as const;
export type Paging = (typeof PAGINGS)[number];

export const EVERY = ['daily', 'hourly'] as const;
export type Every = (typeof EVERY)[number];

/** The Sources tab, one row a source. `kinds` are the kinds of sources that are installed. */
export function sourcesTab(kinds: readonly string[]): Tab {
  const name = SOURCE_COLUMNS;
  return {
    name: 'Sources',
    title: { en: 'Sources', ja: 'データ取得元' },
    note: {
      en: 'Where customer data come from, one row a source. Each is pulled on its own: one that fails never stops the others.',
      ja: '顧客データの取得元です（1行に1件）。取得元ごとに取り込むため、1件が失敗しても他は続行します。',
    },
    workbook: 'health',
    writer: 'ops',
    kind: 'table',
    key: name.id,
    columns: [
      column(
        name.id,
        '取得元ID',
        'id',
        'A short name of your own; Problems and Runs use it.',
        '任意の短い名前です。Problems や Runs に表示されます。',
        {
          required: true,
        },
      ),
      column(
        name.enabled,
        '有効',
        'flag',
        'FALSE leaves the source out; what it brought stays.',
        'FALSE にすると取り込みません。取り込み済みのデータは残ります。',
      ),
      column(name.kind, '種類', 'choice', 'What kind of source this is.', '取得元の種類です。', {
        choices: kinds,
        required: true,
      }),
      column(name.dataset, 'データセット', 'choice', 'What its rows are about.', '行が何のデータかを選びます。', {
        choices: DATASETS.map((dataset) => dataset.name),
        required: true,
      }),
      column(
        name.location,
        '場所',
        'text',
        'Link or id of a spreadsheet or Drive file, or an https address. Empty with kind tab: this spreadsheet. Never write a key or password here.',
        'スプレッドシートや Drive ファイルのリンクまたは ID、あるいは https のアドレスです。種類が tab で空欄なら、このスプレッドシートを使います。キーやパスワードは書かないでください。',
      ),
      column(
        name.tabName,
        'タブ名',
        'text',
        'Kind tab: the tab to read.',
        '種類が tab のとき、読み込むタブの名前です。',
      ),
      column(
        name.rowsPath,
        '行の位置',
        'text',
        'Kind json: where the rows stand in the answer, e.g. data.items; empty when the answer itself is the list.',
        '種類が json のとき、応答内で行の一覧がある位置です（例 data.items）。応答そのものが一覧なら空欄にします。',
      ),
      column(
        name.paging,
        'ページ送り',
        'choice',
        'Kind json: how further pages are asked for; empty means none.',
        '種類が json のとき、続きのページの取得方法です。空欄は「なし」です。',
        { choices: PAGINGS },
      ),
      column(
        name.options,
        'オプション',
        'longText',
        'Further settings of the kind, one `name = value` a line. json: cursor_path, cursor_parameter, page_parameter, first_page, offset_parameter, size_parameter, page_size, max_pages, next_hosts. csv: delimiter, charset. tab: header_row.',
        '種類ごとの追加設定です（1行に1件、`名前 = 値`）。json：cursor_path、cursor_parameter、page_parameter、first_page、offset_parameter、size_parameter、page_size、max_pages、next_hosts。csv：delimiter、charset。tab：header_row。',
      ),
      column(
        name.headerName,
        'ヘッダー名',
        'text',
        'Request header that carries the secret, e.g. X-Api-Key; words after a colon stand before the secret: `Authorization: Bearer`.',
        'シークレットを送るリクエストヘッダーです（例 X-Api-Key）。コロンの後の語はシークレットの前に付きます（例 `Authorization: Bearer`）。',
      ),
      column(
        name.secretName,
        'シークレット名',
        'text',
        'Name under which the key is kept; the key itself never stands in a cell.',
        '保存済みのキーの名前です。キーそのものはセルに書きません。',
      ),
      column(
        name.fieldMap,
        '項目の対応',
        'longText',
        'One `our column = their column` a line (or parted by `;`). Columns of the same name need no line.',
        '`こちらの項目 = 取得元の項目` を1行に1件（または `;` 区切り）で書きます。同名の項目は不要です。',
      ),
      column(
        name.measures,
        '利用指標の列',
        'longText',
        'Dataset usage with one column a measure: which columns, parted by `,`. Empty: every other column that holds numbers.',
        'データセットが usage で指標ごとに列がある場合、対象の列を `,` 区切りで書きます。空欄なら、数値の入った残りの列すべてです。',
      ),
      column(
        name.every,
        '頻度',
        'choice',
        'How often it is pulled; empty means daily.',
        '取り込みの頻度です。空欄は毎日です。',
        { choices: EVERY },
      ),
      column(
        name.note,
        'メモ',
        'longText',
        'For people: who owns this source, why it is here.',
        '担当者や目的など、人のためのメモです。',
      ),
    ],
  };
}
