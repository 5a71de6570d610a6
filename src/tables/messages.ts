import type { Text } from '../domain/text';

/** What is wrong with a tab or a cell. The place stands beside it; every text says how to mend it. */
export const says = {
  tabMissing: (tab: string): Text => ({
    en: `The tab ${tab} is missing. Run set-up again to bring it back, or rename it back to ${tab}.`,
    ja: `「${tab}」タブがありません。セットアップをもう一度実行するか、タブ名を「${tab}」に戻してください。`,
  }),
  tabEmpty: (tab: string): Text => ({
    en: `The tab ${tab} has no header row. Run set-up again, or write the headers into row 1.`,
    ja: `「${tab}」タブに見出し行がありません。セットアップをもう一度実行するか、1 行目に見出しを書いてください。`,
  }),
  headerMissing: (header: string): Text => ({
    en: `The column "${header}" is missing. Write "${header}" into row 1 above its cells; the order does not matter.`,
    ja: `「${header}」列がありません。1 行目に「${header}」と書いてください。列の順番は問いません。`,
  }),
  headerRenamed: (header: string, found: string): Text => ({
    en: `The header "${header}" was expected here, but the cell says "${found}". Write "${header}" again.`,
    ja: `ここには見出し「${header}」が必要ですが、「${found}」になっています。「${header}」に戻してください。`,
  }),
  headerTwice: (header: string): Text => ({
    en: `The header "${header}" stands in two columns. Rename or delete one of them.`,
    ja: `見出し「${header}」が 2 列にあります。どちらかの名前を変えるか、削除してください。`,
  }),
  empty: (header: string): Text => ({
    en: `${header} is empty. Fill it in, or delete the row.`,
    ja: `${header} が空欄です。入力するか、行ごと削除してください。`,
  }),
  number: (header: string, found: string): Text => ({
    en: `${header} must be a number, but the cell holds "${found}". Enter digits only.`,
    ja: `${header} には数値が必要ですが、「${found}」が入っています。数字だけを入力してください。`,
  }),
  whole: (header: string): Text => ({
    en: `${header} must be a whole number. Leave out the decimals.`,
    ja: `${header} には整数を入力してください。小数は使えません。`,
  }),
  range: (header: string, least: number, greatest: number): Text => ({
    en: `${header} must lie from ${least} to ${greatest}.`,
    ja: `${header} は ${least}〜${greatest} の範囲で入力してください。`,
  }),
  choice: (header: string, choices: readonly string[]): Text => ({
    en: `${header} must be one of ${choices.join(', ')}. Choose from the list.`,
    ja: `${header} は ${choices.join('、')} のいずれかです。一覧から選んでください。`,
  }),
  flag: (header: string): Text => ({
    en: `${header} must be TRUE or FALSE.`,
    ja: `${header} には TRUE か FALSE を入力してください。`,
  }),
  email: (header: string): Text => ({
    en: `${header} is no mail address. Write one address such as hanako@example.com, or leave it empty.`,
    ja: `${header} がメールアドレスになっていません。hanako@example.com のように 1 件だけ書くか、空欄にしてください。`,
  }),
  date: (header: string): Text => ({
    en: `${header} is no date of the calendar. Write it as 2026-01-31.`,
    ja: `${header} が日付として読めません。2026-01-31 のように入力してください。`,
  }),
  text: (header: string, found: string): Text => ({
    en: `${header} must be words, but the cell holds "${found}". Write a name.`,
    ja: `${header} には文字が必要ですが、「${found}」が入っています。名前を入力してください。`,
  }),
  formula: (header: string): Text => ({
    en: `${header} holds a formula or its error. Enter the plain value.`,
    ja: `${header} に数式またはそのエラーが入っています。値を直接入力してください。`,
  }),
};
