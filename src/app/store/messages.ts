import type { Text } from '../../domain/text';

export const storedHeaderMissing = (tab: string, header: string): Text => ({
  en: `The tab ${tab} of the Data workbook lacks the column ${header}.`,
  ja: `Data ファイルの ${tab} タブに ${header} 列がありません。`,
});

export const storedColumnGone = (tab: string, header: string): Text => ({
  en: `The tab ${tab} of the Data workbook lacks the column ${header}; the next pull fills it anew.`,
  ja: `Data ファイルの ${tab} タブに ${header} 列がありません。次回の取り込みで作り直します。`,
});

export const restoreHeader = (tab: string): Text => ({
  en: `Give the column its name back, or delete the tab ${tab} to have it filled anew.`,
  ja: `列名を元に戻すか、${tab} タブを削除してください（次回の取り込みで作り直します）。`,
});

export const storedRowWithoutKey = (tab: string): Text => ({
  en: `This row of ${tab} in the Data workbook has no key, so it belongs to nothing. Restore the key or delete the row.`,
  ja: `Data ファイルの ${tab} タブのこの行にはキーがありません。キーを戻すか、行を削除してください。`,
});

export const storedUnreadable = (tab: string): Text => ({
  en: `This cell of ${tab} in the Data workbook cannot be read. The tab is written by the script: undo the change, or delete the row and pull again.`,
  ja: `Data ファイルの ${tab} タブのこのセルを読み取れません。スクリプトが書き込むタブです。変更を元に戻すか、行を削除して取り込み直してください。`,
});

export const unknownAccount = (dataset: Text): Text => ({
  en: `${dataset.en} has rows for this account, but the accounts lack it, so it is not scored. Add the account, or correct the id.`,
  ja: `「${dataset.ja}」にこの顧客の行がありますが、顧客企業に登録がないため採点しません。顧客を追加するか、ID を修正してください。`,
});

export const noUsage = (): Text => ({
  en: 'No usage came for this account. If it should use the product, check the account id in the usage source.',
  ja: 'この顧客の利用状況データがありません。利用しているはずなら、取得元の顧客IDを確認してください。',
});

export const noAccounts = (): Text => ({
  en: 'No source brings accounts, so every account id found in the other data is scored, without name or owner. Add a source of accounts.',
  ja: '顧客企業のデータがないため、他のデータにある顧客IDをすべて採点対象にしました（名称や担当者は空です）。顧客企業の取得元を追加してください。',
});

export const moreAlike = (count: number): Text => ({
  en: `${count} more problems of this kind in this source are not listed.`,
  ja: `この取得元には同じ種類の問題がほかに${count}件あります（一覧は省略）。`,
});

export const historyCrowded = (): Text => ({
  en: 'So many rows change that only the newest changes have room; before them, past days read rows as they stood at the oldest one kept. Take columns that change daily out of Field and Filter of the metrics.',
  ja: '行の変更が多く、新しい変更しか残せません。それより前の日は、残っている中で最も古い状態で計算します。毎日変わる列は、指標の Field と Filter から外してください。',
});
