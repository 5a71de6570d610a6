import type { Text } from '../../domain/text';

export const scope = (owner: string | null): Text => ({
  en: `Keys are kept for you alone, among your own properties of this add-on; nobody else can read or use them. A run works with the keys of whoever starts it${owner === null ? '' : `: the daily run with those of ${owner}`}.`,
  ja: `キーはこのアドオンの「本人専用」の領域に保存され、他の人は見ることも使うこともできません。実行には、実行した人のキーを使います${owner === null ? '' : `（定期実行では ${owner} さんのキー）`}。`,
});

export const kept = (end: string): Text => ({
  en: `The key${end && ` ending in ${end}`} is kept for you.`,
  ja: `${end && `末尾 ${end} の`}キーを保存しました。`,
});

export const untested = (missing: readonly Text[]): Text => ({
  en: `The source is tried once all keys are there. Still missing: ${missing.map(({ en }) => en).join(', ')}.`,
  ja: `すべてのキーが揃うと接続を確認します。未入力：${missing.map(({ ja }) => ja).join('、')}`,
});

export const keptUntested = (): Text => ({
  en: 'The key is kept, but the source could not be tried:',
  ja: 'キーを保存しましたが、接続を確認できませんでした。',
});

export const oldStays = (): Text => ({
  en: 'The key you had stays in use.',
  ja: '以前のキーを引き続き使います。',
});

export const webhookSigns = (): Text => ({
  en: 'The webhook is signed with it from the next run on.',
  ja: '次回の実行から Webhook の署名に使います。',
});

export const forgotten = (): Text => ({ en: 'The key is deleted.', ja: 'キーを削除しました。' });

export const unknownSource = (id: string): Text => ({
  en: `The Sources tab has no enabled source "${id}" that can be read.`,
  ja: `Sources タブに、有効で読み取れる取得元「${id}」がありません。`,
});

export const checkSources = (): Text => ({
  en: 'Look at the Sources tab and at Problems.',
  ja: 'Sources タブと Problems を確認してください。',
});

export const keyEmpty = (): Text => ({ en: 'The key is empty.', ja: 'キーが入力されていません。' });

export const keyTooLong = (): Text => ({
  en: 'The key is longer than can be kept (8,000 characters).',
  ja: 'キーが長すぎて保存できません（上限 8,000 文字）。',
});

export const enterKey = (): Text => ({ en: 'Paste it anew.', ja: 'もう一度貼り付けてください。' });
