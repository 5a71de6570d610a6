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
