import type { sourcesTab } from './sources';
import type { WordsOf } from './tab';

export const SOURCES_WORDS: WordsOf<ReturnType<typeof sourcesTab>> = {
  title: { en: 'Sources', ja: 'データ取得元' },
  note: {
    en: 'Where customer data come from, one row a source. Each is pulled on its own: one that fails never stops the others.',
    ja: '顧客データの取得元です（1行に1件）。取得元ごとに取り込むため、1件が失敗しても他は続行します。',
  },
  columns: {
    'Source ID': {
      ja: '取得元ID',
      note: {
        en: 'A short name of your own; Problems and Runs use it.',
        ja: '任意の短い名前です。Problems や Runs に表示されます。',
      },
    },
    Enabled: {
      ja: '有効',
      note: {
        en: 'FALSE leaves the source out; what it brought stays.',
        ja: 'FALSE にすると取り込みません。取り込み済みのデータは残ります。',
      },
    },
    Kind: { ja: '種類', note: { en: 'What kind of source this is.', ja: '取得元の種類です。' } },
    Dataset: { ja: 'データセット', note: { en: 'What its rows are about.', ja: '行が何のデータかを選びます。' } },
    Location: {
      ja: '場所',
      note: {
        en: 'Link or id of a spreadsheet, Drive file or form, an https address, the host of a CRM or help desk, a BigQuery project, jdbc:postgresql://host:port/database, or ids of calendars. Empty with kind tab: this spreadsheet. Never write a key or password here.',
        ja: 'スプレッドシート・Drive ファイル・フォームのリンクまたは ID、https のアドレス、CRM やヘルプデスクのホスト、BigQuery のプロジェクト、jdbc:postgresql://ホスト:ポート/データベース、カレンダーの ID です。種類が tab で空欄なら、このスプレッドシートを使います。キーやパスワードは書かないでください。',
      },
    },
    'Tab Name': {
      ja: 'タブ名',
      note: {
        en: 'Kind tab: the tab to read. bigquery and jdbc: the tab of this spreadsheet in which the SQL stands.',
        ja: '種類が tab のときは読み込むタブ、bigquery・jdbc のときは SQL を書いたこのスプレッドシートのタブです。',
      },
    },
    'Rows Path': {
      ja: '行の位置',
      note: {
        en: 'Kind json: where the rows stand in the answer, e.g. data.items; empty when the answer itself is the list. bigquery and jdbc: the cell of the SQL, e.g. B2; empty for the whole tab.',
        ja: '種類が json のとき、応答内で行の一覧がある位置です（例 data.items）。応答そのものが一覧なら空欄にします。bigquery・jdbc のときは SQL のセルです（例 B2。タブ全体なら空欄）。',
      },
    },
    Paging: {
      ja: 'ページ送り',
      note: {
        en: 'Kind json: how further pages are asked for; empty means none.',
        ja: '種類が json のとき、続きのページの取得方法です。空欄は「なし」です。',
      },
    },
    Options: {
      ja: 'オプション',
      note: {
        en: 'Further settings of the kind, one `name = value` a line. json: cursor_path, cursor_parameter, page_parameter, first_page, offset_parameter, size_parameter, page_size, max_pages, next_hosts. csv: delimiter, charset. tab: header_row. The sidebar lists those of every kind; `resync = any other word` has everything pulled anew, once.',
        ja: '種類ごとの追加設定です（1行に1件、`名前 = 値`）。json：cursor_path、cursor_parameter、page_parameter、first_page、offset_parameter、size_parameter、page_size、max_pages、next_hosts。csv：delimiter、charset。tab：header_row。ほかの種類のものはサイドバーで確認できます。`resync = 別の語` にすると、一度だけ全件を取り込み直します。',
      },
    },
    'Header Name': {
      ja: 'ヘッダー名',
      note: {
        en: 'Request header that carries the secret, e.g. X-Api-Key; words after a colon stand before the secret: `Authorization: Bearer`.',
        ja: 'シークレットを送るリクエストヘッダーです（例 X-Api-Key）。コロンの後の語はシークレットの前に付きます（例 `Authorization: Bearer`）。',
      },
    },
    'Secret Name': {
      ja: 'シークレット名',
      note: {
        en: 'Name under which keys are kept, which sources may share; the Source ID when empty. The keys themselves never stand in a cell.',
        ja: 'キーを保存する名前です（複数の取得元で共用できます）。空欄なら Source ID を使います。キーそのものはセルに書きません。',
      },
    },
    'Field Map': {
      ja: '項目の対応',
      note: {
        en: 'One `our column = their column` a line (or parted by `;`). Columns of the same name need no line.',
        ja: '`こちらの項目 = 取得元の項目` を1行に1件（または `;` 区切り）で書きます。同名の項目は不要です。',
      },
    },
    Measures: {
      ja: '利用指標の列',
      note: {
        en: 'Dataset usage with one column a measure: which columns, parted by `,`. Empty: every other column that holds numbers.',
        ja: 'データセットが usage で指標ごとに列がある場合、対象の列を `,` 区切りで書きます。空欄なら、数値の入った残りの列すべてです。',
      },
    },
    Every: {
      ja: '頻度',
      note: { en: 'How often it is pulled; empty means daily.', ja: '取り込みの頻度です。空欄は毎日です。' },
    },
    Note: {
      ja: 'メモ',
      note: { en: 'For people: who owns this source, why it is here.', ja: '担当者や目的など、人のためのメモです。' },
    },
  },
};
