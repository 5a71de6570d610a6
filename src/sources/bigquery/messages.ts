import type { Text } from '../../domain/text';

export const notAProject = (): Text => ({
  en: 'Write the id of the Google Cloud project that pays for the query, e.g. acme-analytics.',
  ja: 'クエリの課金先となる Google Cloud プロジェクトの ID を入力してください（例 acme-analytics）。',
});

export const notParameters = (): Text => ({
  en: 'Write name, type and value of each, parted by commas, e.g. plan STRING Pro, least INT64 5.',
  ja: '名前・型・値を書き、複数あればカンマで区切ってください（例 plan STRING Pro, least INT64 5）。',
});

export const tooManyBytes = (bytes: string, most: string): Text => ({
  en: `The query would read ${bytes}, more than max_bytes allows (${most}). It was not run, and nothing was charged.`,
  ja: `クエリが読み取るデータ量は ${bytes} で、max_bytes の上限（${most}）を超えます。実行していないため課金もありません。`,
});

export const readLess = (): Text => ({
  en: 'Read fewer columns or partitions, or raise max_bytes in Options.',
  ja: '列やパーティションを絞るか、Options の max_bytes を増やしてください。',
});

export const sinceColumnMissing = (name: string, columns: readonly string[]): Text => ({
  en: `The query has no column "${name}". It has: ${columns.join(', ')}.`,
  ja: `クエリの結果に「${name}」列がありません。ある列：${columns.join('、')}`,
});

export const correctSinceColumn = (): Text => ({
  en: 'Correct since_column in Options of the Sources tab.',
  ja: 'Sources タブの Options にある since_column を修正してください。',
});

export const wouldRead = (columns: readonly string[], bytes: string): Text => ({
  en: `BigQuery answered. Columns: ${columns.join(', ')}. A pull reads ${bytes}.`,
  ja: `BigQuery に接続できました。列：${columns.join('、')}。1回の取り込みで ${bytes} を読み取ります。`,
});

export const location = (): Text => ({
  en: 'Where the data lie, e.g. asia-northeast1; needed outside the US and EU multi-regions.',
  ja: 'データのロケーションです（例 asia-northeast1）。US・EU マルチリージョン以外では必須です。',
});

export const maxBytes = (): Text => ({
  en: 'Most bytes one pull may read; 10000000000 (10 GB) when empty.',
  ja: '1回の取り込みで読み取るバイト数の上限です。空欄なら 10000000000（10 GB）です。',
});

export const sinceColumn = (): Text => ({
  en: 'Column whose greatest value the next pull gets as @since.',
  ja: '次回の取り込みで、最大値を @since として渡す列です。',
});

export const sinceType = (): Text => ({
  en: 'Type of @since; TIMESTAMP when empty.',
  ja: '@since の型です。空欄なら TIMESTAMP です。',
});

export const parameters = (): Text => ({
  en: 'Further named parameters, e.g. plan STRING Pro, least INT64 5.',
  ja: 'その他の名前付きパラメータです（例 plan STRING Pro, least INT64 5）。',
});
