import type { Text } from '../../../src/domain/text';

/** Words of the preview's frame; everything else on it is the product's own. */
export const WORDS = {
  preview: { en: 'preview', ja: 'プレビュー' },
  workbook: { en: 'Workbook', ja: 'スプレッドシート' },
  cells: { en: 'Cells', ja: 'セル' },
  rowNumbers: { en: 'Row', ja: '行' },
  chosenCell: { en: 'Selected cell', ja: '選択中のセル' },
  tabs: { en: 'Tabs', ja: 'タブ' },
  sidebar: { en: 'Sidebar', ja: 'サイドバー' },
  cards: { en: 'Cards', ja: 'カード' },
  sent: { en: 'Mails and chat', ja: 'メールとチャット' },
  mail: { en: 'Mail', ja: 'メール' },
  wholeMail: { en: 'Open it in a window of its own', ja: '別のウィンドウで開く' },
  plainMail: { en: 'As plain text', ja: 'テキスト形式' },
  chat: { en: 'Chat', ja: 'チャット' },
  whoWrote: { en: 'Who wrote, and who is invited', ja: '差出人と予定のゲスト' },
  cardSheets: { en: 'Beside Sheets', ja: 'スプレッドシートの横' },
  cardGmail: { en: 'Beside a message in Gmail', ja: 'Gmail のメールの横' },
  cardCalendar: { en: 'Beside an event in Calendar', ja: 'カレンダーの予定の横' },
  nothingSent: {
    en: 'No mail or chat message would have been sent so far.',
    ja: '送信されるはずのメールやチャットのメッセージは、まだありません。',
  },
  noSuchCell: {
    en: 'The tab that this link leads to is no longer there, or hidden.',
    ja: 'リンク先のタブがないか、非表示になっています。',
  },
  closeSidebar: { en: 'Close the sidebar', ja: 'サイドバーを閉じる' },
  nextDay: { en: 'Next day', ja: '翌日へ' },
  nextDayHint: {
    en: 'Move the clock on by a day; what is scheduled runs',
    ja: '時計を1日進めます。予定された実行も行われます',
  },
  language: { en: 'English', ja: '日本語' },
  working: { en: 'Working…', ja: '処理中…' },
  unreachable: {
    en: 'The local run has ended. Start it again to go on.',
    ja: 'ローカル実行は終了しています。続けるには、もう一度起動してください。',
  },
} as const satisfies Readonly<Record<string, Text>>;
