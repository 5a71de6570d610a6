import type { Text } from '../../domain/text';
import type { RULES } from './rules';

/** Why each rule stands and what to do where it is missed. Sources: the articles of AppSheet Help named in docs/appsheet.md. */
const WHY: Readonly<Record<keyof typeof RULES, Text>> = {
  'one-table': {
    en: 'AppSheet reads one table a tab, from A1 on. Move charts, pictures, pivots and slicers to Portfolio or Team.',
    ja: 'AppSheet は 1 タブを A1 から始まる 1 つの表として読みます。グラフ・画像・ピボット・スライサーは Portfolio か Team へ移してください。',
  },
  'tab-missing': {
    en: 'The tab is missing. Choose Kenshin > Set up to bring it back.',
    ja: 'タブがありません。「Kenshin > 初期設定」で作り直してください。',
  },
  'header-row': {
    en: 'Row 1 needs a header above every column, without gaps. Write it back, or delete the column.',
    ja: '1 行目は、すべての列に空きなく見出しが必要です。見出しを書き直すか、その列を削除してください。',
  },
  'header-unique': {
    en: 'Two headers read the same. Rename one of them.',
    ja: '同じ見出しが 2 つあります。どちらかの名前を変えてください。',
  },
  'header-bold': {
    en: 'The header is to be bold and the rows not, so that AppSheet tells them apart. Choose Kenshin > Set up.',
    ja: '見出しだけを太字にすると、AppSheet がデータと区別できます。「Kenshin > 初期設定」で元に戻ります。',
  },
  merged: {
    en: 'Merged cells break the table. Choose Format > Merge cells > Unmerge.',
    ja: 'セル結合は表を壊します。「表示形式 > セルを結合 > 結合を解除」を選んでください。',
  },
  totals: {
    en: 'A total is no row of data; AppSheet leaves it out or counts it twice. Delete the row.',
    ja: '合計行はデータではなく、AppSheet では無視されるか二重に数えられます。行を削除してください。',
  },
  'blank-rows': {
    en: 'Blank rows slow every sync. Delete them.',
    ja: '空白行は同期を遅くします。削除してください。',
  },
  wide: {
    en: 'A column a month cannot be filtered or charted. Give each month a row of its own.',
    ja: '月ごとの列は絞り込みもグラフ化もできません。月ごとに 1 行にしてください。',
  },
  'first-tab': {
    en: 'An app is created from the first tab. Drag Accounts to the front.',
    ja: 'アプリは先頭のタブから作られます。Accounts を先頭に移してください。',
  },
  'tab-name': {
    en: 'Use plain letters and no space at the ends: the name goes into web addresses. Rename the tab.',
    ja: 'タブ名は URL に使われるため、半角英字のみで前後に空白を入れないでください。',
  },
  filter: {
    en: 'A filter hides rows for everyone, and hidden rows can miss updates. Remove it and use a filter view.',
    ja: 'フィルタは全員の行を隠し、隠れた行は更新されないことがあります。外して、代わりにフィルタ表示を使ってください。',
  },
  'header-stable': {
    en: 'A header was renamed, moved or deleted: the app stops until the table is regenerated. Choose Kenshin > Set up, or put it back.',
    ja: '見出しの名前や位置が変わると、再生成するまでアプリが止まります。元に戻すか、「Kenshin > 初期設定」を選んでください。',
  },
  'header-note': {
    en: 'The note of a header becomes the description of the column. Choose Kenshin > Set up.',
    ja: '見出しのメモは列の説明になります。「Kenshin > 初期設定」で付け直せます。',
  },
  'few-rows': {
    en: 'AppSheet guesses types from the rows; at least five are needed. Run Kenshin with real accounts first.',
    ja: 'AppSheet は行の内容から型を推測するため、5 行以上必要です。先に実データで Kenshin を実行してください。',
  },
  'one-format': {
    en: 'A column needs one number format and one kind of value. Enter the cell anew, or paste values only.',
    ja: '1 つの列には、1 つの表示形式と 1 種類の値だけを入れてください。入力し直すか、値のみ貼り付けてください。',
  },
  'english-header': {
    en: 'AppSheet knows header words in English only. The Japanese name stands in the note.',
    ja: 'AppSheet が理解する見出しは英語だけです。日本語名はメモに書いてあります。',
  },
  'header-type': {
    en: 'A word of this header makes AppSheet take the column for another type. Rename it.',
    ja: 'この見出しの単語のために、AppSheet が別の型と判断します。名前を変えてください。',
  },
  'date-format': {
    en: 'A day needs a date format and a moment a date-time format, or the type is guessed wrong. Choose Kenshin > Set up.',
    ja: '日付には日付、日時には日時の表示形式が必要です。「Kenshin > 初期設定」を選んでください。',
  },
  'choice-list': {
    en: 'A column of fixed words needs a drop-down over the whole column, from a range of Lists. Choose Kenshin > Set up.',
    ja: '選択肢の列には、Lists の範囲を参照するプルダウンが列全体に必要です。「Kenshin > 初期設定」を選んでください。',
  },
  'yes-no': {
    en: 'A Yes/No cell is TRUE, FALSE or blank.',
    ja: 'Yes/No の列には TRUE か FALSE だけを入れてください（空欄は可）。',
  },
  words: {
    en: 'The cell holds a word that is not in the list. Choose one of the list.',
    ja: '一覧にない言葉が入っています。一覧から選び直してください。',
  },
  url: {
    en: 'A link must begin with http:// or https://.',
    ja: 'リンクは http:// または https:// で始めてください。',
  },
  key: {
    en: 'The key is blank or stands twice: AppSheet would change the wrong row. Give each row a key of its own.',
    ja: 'キーが空欄か重複しています。AppSheet が別の行を書き換えてしまうため、行ごとに別のキーにしてください。',
  },
  'key-first': {
    en: 'The key is the first column and plain text.',
    ja: 'キーは先頭の列に、書式なしテキストで置いてください。',
  },
  'row-number': {
    en: 'Row numbers are no key: they move when a row goes. Use an id that stays.',
    ja: '行番号はキーになりません。行が消えるとずれるため、変わらない ID を使ってください。',
  },
  reference: {
    en: 'The row points at something that is not there. Correct the id.',
    ja: '参照先がありません。ID を直してください。',
  },
  'reference-name': {
    en: 'A reference is named after the tab it points at, so that AppSheet finds it.',
    ja: '参照の列は、参照先のタブと同じ名前にすると AppSheet が見つけられます。',
  },
  formula: {
    en: 'A formula makes the column read-only and slows sync. Paste the value.',
    ja: '数式があると列が読み取り専用になり、同期も遅くなります。値に置き換えてください。',
  },
  'formula-alike': {
    en: 'Where a column has a formula, every row needs the same one, or new rows get none. Paste values.',
    ja: '列に数式を置くなら全行に同じ式が必要です。値に置き換えてください。',
  },
  'one-writer': {
    en: 'AppSheet writes whole rows, so a tab belongs to people or to the script. Move your own column to another tab.',
    ja: 'AppSheet は行全体を書き込むため、人が書く列とスクリプトが書く列は同じタブに置けません。別のタブへ移してください。',
  },
  closed: {
    en: 'People write here through AppSheet, but the tab is protected. Remove the protection, or allow the owner of the app.',
    ja: 'AppSheet から書き込むタブが保護されています。保護を外すか、アプリの所有者に編集を許可してください。',
  },
  size: {
    en: 'More than 100,000 rows in all are slow on a phone. Leave Score History out of the app, or lower Backfill Months.',
    ja: '合計 10 万行を超えると端末で遅くなります。Score History をアプリから外すか、Backfill Months を小さくしてください。',
  },
  'raw-data': {
    en: 'AppSheet downloads the whole workbook. Keep raw data in Kenshin Data.',
    ja: 'AppSheet はブック全体を読み込みます。元データは Kenshin Data に置いてください。',
  },
  viewer: {
    en: 'Without Owner Email and Manager Email no security filter can tell whose row this is. Choose Kenshin > Set up.',
    ja: 'Owner Email と Manager Email がないと、セキュリティ フィルタで担当者を判別できません。「Kenshin > 初期設定」を選んでください。',
  },
  'one-address': {
    en: 'One address a cell, or the security filter matches nobody. Correct it where the account comes from.',
    ja: '1 つのセルにはアドレスを 1 件だけ入れてください。複数あるとセキュリティ フィルタが一致しません。',
  },
  'same-case': {
    en: 'The same address is written in two ways. Use small letters everywhere.',
    ja: '同じアドレスの表記が揺れています。すべて小文字にそろえてください。',
  },
  locale: {
    en: 'Locale and language differ, so that dates and decimals can be read wrongly. Choose one under File > Settings, and the same in AppSheet (Data > Locale).',
    ja: 'スプレッドシートのロケールと言語設定が違うため、日付や小数を誤読するおそれがあります。「ファイル > 設定」と AppSheet の Data > Locale をそろえてください。',
  },
};

/**
 * Words in headers that speak for a type, by type, with spaces between (AppSheet help, "Effective use of column
 * headers", list of trigger words).
 */
const TRIGGERS: Readonly<Record<string, string>> = {
  Email: 'email e-mail',
  URL: 'site url web website',
  Phone: 'phone mobile cell tel fax',
  LongText: 'note notes comment comments description desc',
  Name: 'name first last middle surname',
  DateTime: 'date dates day days month months year years timestamp birthday dob',
  Time: 'time hour hours minute minutes second seconds',
  Duration: 'duration period elapsed timespan',
  Number: 'age capacity depth population qty size sum units weight volume',
  Price: 'amount cost fee price revenue sales balance value total gain loss contribution',
  Percent: '% percent probability discount chance quota split',
  Address: 'address where',
  LatLong: 'latlong geolocation',
  Image: 'image photo picture figure icon logo',
  File: 'file signature',
  Color: 'blue green orange purple red yellow',
};

/** Everything about AppSheet that only its check needs. */
export const APP_SHEET_WORDS = { why: WHY, triggers: TRIGGERS };
