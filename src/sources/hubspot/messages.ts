import type { Text } from '../../domain/text';

export const scopesMissing = (scopes: string): Text => ({
  en: `The HubSpot key lacks these scopes: ${scopes}.`,
  ja: `HubSpot のキーに次のスコープがありません：${scopes}`,
});

export const addScopes = (): Text => ({
  en: 'Add them to the service key (Development > Keys > Service keys).',
  ja: 'サービスキー（開発 > キー > サービスキー）にスコープを追加してください。',
});

export const dailySpent = (): Text => ({
  en: "HubSpot's requests of today are used up, or the share of them that daily_share allows.",
  ja: 'HubSpot の本日分のリクエスト上限（または daily_share で許可した割合）に達しました。',
});

export const partly = (count: number, words: string): Text => ({
  en: `HubSpot could not say to which company ${count} rows belong: "${words}".`,
  ja: `HubSpot から${count}件の所属会社を取得できませんでした：「${words}」`,
});

export const objectUnknown = (objects: readonly string[]): Text => ({
  en: `objects may name: ${objects.join(', ')}.`,
  ja: `objects に指定できるのは ${objects.join('、')} です。`,
});
