import type { Text } from '../../domain/text';

export const addressMissing = (): Text => ({
  en: 'Write the https address of your Redash, with its organization where there are several.',
  ja: 'Redash の https アドレスを入力してください（組織が複数ある場合は組織名まで）。',
});

export const queryMissing = (): Text => ({
  en: 'Write the number of the query: query = 123.',
  ja: 'クエリ番号を query = 123 の形で指定してください。',
});

export const notParameters = (): Text => ({
  en: 'parameters must be JSON, e.g. {"since": "2026-11-01"}.',
  ja: 'parameters は {"since": "2026-11-01"} のような JSON で指定してください。',
});

export const keyOrQuery = (query: string): Text => ({
  en: `Redash knows no query ${query} for this key; it says the same (404) of a wrong key.`,
  ja: `このキーではクエリ ${query} が見つかりません。Redash はキーが誤っている場合も同じ応答（404）を返します。`,
});

export const checkKeyAndQuery = (): Text => ({
  en: 'Check the key, whether its owner may see the query, and query in Options.',
  ja: 'キー、キーの所有者の閲覧権限、Options の query を確認してください。',
});

export const queryFailed = (words: string): Text => ({
  en: `The Redash query failed: "${words}".`,
  ja: `Redash のクエリが失敗しました：「${words}」`,
});

export const mendQuery = (): Text => ({
  en: 'Mend the query or its parameters in Redash.',
  ja: 'Redash でクエリまたはパラメータを修正してください。',
});

export const noResult = (): Text => ({
  en: 'Redash ran the query but keeps no result of it.',
  ja: 'Redash でクエリは実行されましたが、結果がありません。',
});
