import type { Text } from '../domain/text';

interface Said {
  readonly text: Text;
  readonly next: Text;
}

export const noAnswer = (host: string): Said => ({
  text: { en: `${host} did not answer.`, ja: `${host} から応答がありませんでした。` },
  next: {
    en: 'Check that the address in the Sources tab is right and reachable from the internet; the next run tries again.',
    ja: 'Sources タブのアドレスが正しく、インターネットから届くことを確認してください。次回の実行で再試行します。',
  },
});

export const fileNotOpened = (): Said => ({
  text: { en: 'The Drive file cannot be opened.', ja: 'ドライブのファイルを開けません。' },
  next: {
    en: 'Check the link in the Sources tab and share the file with the person whose schedule runs.',
    ja: 'Sources タブのリンクを確認し、定期実行を設定した人にファイルを共有してください。',
  },
});

export const spreadsheetNotOpened = (): Said => ({
  text: { en: 'The spreadsheet cannot be opened.', ja: 'スプレッドシートを開けません。' },
  next: {
    en: 'Check the link and share the spreadsheet with the person whose schedule runs.',
    ja: 'リンクを確認し、定期実行を設定した人にスプレッドシートを共有してください。',
  },
});

export const noContainer = (): Said => ({
  text: { en: 'There is no spreadsheet open here.', ja: 'ここで開いているスプレッドシートがありません。' },
  next: {
    en: 'Open the Health spreadsheet and try again.',
    ja: 'Health スプレッドシートを開いてから、もう一度お試しください。',
  },
});

export const notSignedInToDatabase = (): Said => ({
  text: { en: 'The database lets nobody in.', ja: 'データベースに接続できません。' },
  next: {
    en: 'Check Location in the Sources tab, user and password, and that the database lets the address ranges of Google Apps Script in.',
    ja: 'Sources タブの Location、ユーザー名とパスワード、データベース側で Google Apps Script のアドレス範囲が許可されているかを確認してください。',
  },
});

export const connectionsUsedUp = (): Said => ({
  text: { en: "The day's connections to databases are used up.", ja: '1日のデータベース接続回数の上限に達しました。' },
  next: {
    en: 'The last good data stay in use; the next run tries again.',
    ja: '前回取り込んだデータを引き続き使い、次回の実行で再度取得します。',
  },
});

export const databaseRefused = (words: string): Said => ({
  text: { en: `The database says: ${words}`, ja: `データベースの応答：${words}` },
  next: {
    en: 'Correct the query in the tab that Tab Name names.',
    ja: 'Tab Name のタブにあるクエリを修正してください。',
  },
});

export const formNotOpened = (): Said => ({
  text: { en: 'The form cannot be opened.', ja: 'フォームを開けません。' },
  next: {
    en: 'Check the link in the Sources tab, share the form with the person whose schedule runs, and see that the script was built with forms (npm run deploy -- --with forms). Or let responses go to a spreadsheet and use kind tab.',
    ja: 'Sources タブのリンク、定期実行を設定した人への共有、スクリプトが forms 付きでビルドされているか（npm run deploy -- --with forms）を確認してください。回答をスプレッドシートに送り、種類 tab で取り込むこともできます。',
  },
});

export const notAPrivateKey = (): Said => ({
  text: { en: 'What is kept as the private key is none.', ja: '保存されている秘密鍵を読み取れません。' },
  next: {
    en: 'Enter the whole key, from "-----BEGIN PRIVATE KEY-----" to "-----END PRIVATE KEY-----".',
    ja: '「-----BEGIN PRIVATE KEY-----」から「-----END PRIVATE KEY-----」までをすべて入力してください。',
  },
});
