import type { Text } from '../../domain/text';

export const everyDay = (): Text => ({ en: 'every day', ja: '毎日' });
export const everyWeek = (en: string, ja: string): Text => ({ en: `every ${en}`, ja: `毎週${ja}` });

export const mailed = (people: number): Text => ({
  en: `Mailed ${people} ${people === 1 ? 'person' : 'people'}.`,
  ja: `${people}名にメールを送りました。`,
});
export const quotaSpent = (people: number): Text => ({
  en: `${people} of Members ${people === 1 ? 'was' : 'were'} not mailed: Google's limit of mails for today is reached (see Problems). They come first tomorrow.`,
  ja: `Members のうち ${people}名には、Google の1日の送信上限に達したため送っていません（Problems タブを参照）。明日の実行で最初に送ります。`,
});
export const notMailedYet = (): Text => ({
  en: "Google's limit of mails for today was reached before this person's turn; the next daily run mails them first. Nothing to do, unless it happens often: then let somebody else switch the schedule on, or shorten Members.",
  ja: 'Google の1日の送信上限に達したため、まだ送っていません。次の日次実行で最初に送ります。何度も起きる場合は、別の人が定期実行をオンにするか、Members を減らしてください。',
});
export const notTaken = (said: string): Text => ({
  en: `Google did not take the mail to this address: "${said}" Mend it in Members; it is tried again with the next mail.`,
  ja: `このアドレスへのメールは送れませんでした（Google の応答：${said}）。Members のアドレスを確認してください。次回のメールで再度送ります。`,
});
