import type { Band } from '../domain/config/config';
import type { Text } from '../domain/text';

export const says = {
  myDay: (): Text => ({ en: 'My day', ja: '今日の担当' }),
  everybody: (): Text => ({ en: 'Accounts to look at', ja: '確認したい顧客' }),
  health: (): Text => ({ en: 'Account health', ja: '顧客のヘルススコア' }),
  asOf: (day: string): Text => ({ en: `As of ${day}`, ja: `${day} 時点` }),
  notRun: (): Text => ({ en: 'Not run yet', ja: 'まだ実行していません' }),
  lastRun: (): Text => ({ en: 'Last run', ja: '前回の実行' }),
  calm: (): Text => ({
    en: 'No account in Red or Yellow. A good day to raise a healthy one.',
    ja: '赤・黄の顧客はありません。好調な顧客の活用を広げる好機です。',
  }),
  more: (count: number): Text => ({
    en: `${count} more in the Accounts tab`,
    ja: `ほか ${count} 社は Accounts タブにあります`,
  }),
  open: (): Text => ({ en: 'Open the spreadsheet', ja: 'スプレッドシートを開く' }),
  change: (points: string, days: number): Text => ({ en: `${points} in ${days} days`, ja: `${days}日間で ${points}` }),
  owner: (): Text => ({ en: 'Owner', ja: '担当' }),
  renewal: (): Text => ({ en: 'Renewal', ja: '更新日' }),
  noAccount: (domain: string): Text => ({
    en: `No account has the domain ${domain}. Add it to the account's domains in the CRM.`,
    ja: `ドメイン ${domain} の顧客が見つかりません。CRM の顧客のドメイン欄に追加してください。`,
  }),
  noDomain: (): Text => ({
    en: 'Nobody here writes from the domain of another company.',
    ja: '他社ドメインのアドレスが見つかりません。',
  }),
  wrong: (): Text => ({ en: 'This did not work', ja: '表示できませんでした' }),
};

/** A band in words, as the sidebar has them. */
export const BANDS: Readonly<Record<Band, Text>> = {
  Green: { en: 'Green', ja: 'グリーン' },
  Lime: { en: 'Lime', ja: 'ライム' },
  Yellow: { en: 'Yellow', ja: 'イエロー' },
  Red: { en: 'Red', ja: 'レッド' },
  Grey: { en: 'Grey', ja: 'グレー' },
};
