import type { Text } from '../../domain/text';

export const noRecordId = (): Text => ({
  en: 'The id of its record there is not known. Bring it in the source, e.g. external_ids = hs_object_id in Field Map.',
  ja: '送信先のレコード ID が分かりません。取得元の Field Map で取り込んでください（例: external_ids = hs_object_id）。',
});

export const recordShared = (accountId: string): Text => ({
  en: `Account ${accountId} has the same record, and is the one that is written. Merge the two in Identities, or correct external_ids.`,
  ja: `顧客 ${accountId} と同じレコードを指しているため、そちらだけを送ります。Identities で統合するか、external_ids を修正してください。`,
});

export const sourceNotWritable = (kinds: readonly string[]): Text => ({
  en: `Write Back Sources names no enabled source of accounts of a kind that takes scores (${kinds.join(', ')}).`,
  ja: `Write Back Sources には、有効な accounts の取得元のうち、書き戻しに対応した種類（${kinds.join('、')}）の Source ID を書いてください。`,
});

export const fieldsUnreadable = (values: readonly string[]): Text => ({
  en: `Write Back Fields is written as value = their field, parted by ; with the values ${values.join(', ')}.`,
  ja: `Write Back Fields は「値 = 相手の項目名」を ; で区切って書きます。使える値は ${values.join('、')} です。`,
});

export const webhookRefused = (status: number): Text => ({
  en: `The webhook's receiver refused the scores (${status}).`,
  ja: `Webhook の受信側がスコアを拒否しました（${status}）。`,
});

export const checkWebhook = (): Text => ({
  en: 'Check Webhook Address and that both sides have the same secret.',
  ja: 'Webhook Address と、双方の秘密鍵が同じかを確認してください。',
});

export const sent = (target: string, accepted: number, trouble: boolean): Text => ({
  en: `${target}: ${accepted} sent${trouble ? ', not all (see Problems)' : ''}.`,
  ja: `${target}: ${accepted} 件を送信しました${trouble ? '（一部は送れていません。Problems タブを参照）' : ''}。`,
});

export const wouldSend = (target: string, count: number): Text => ({
  en: `${target}: ${count} would be sent (see Write Back Preview).`,
  ja: `${target}: 送信予定 ${count} 件（Write Back Preview タブを参照）。`,
});
