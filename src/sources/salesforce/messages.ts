import type { Text } from '../../domain/text';

export const hostMissing = (): Text => ({
  en: 'Write the My Domain of the org, e.g. example.my.salesforce.com.',
  ja: '組織の「私のドメイン」を入力してください（例 example.my.salesforce.com）。',
});

export const loginHost = (): Text => ({
  en: 'Sign in at the My Domain of the org, e.g. example.my.salesforce.com, not at the host all orgs share.',
  ja: '共通のログインホストではなく、組織の「私のドメイン」（例 example.my.salesforce.com）を入力してください。',
});

export const usernameMissing = (): Text => ({
  en: 'With auth = jwt, Options need username = the user to sign in as.',
  ja: 'auth = jwt の場合は、Options に username = ログインするユーザー名 が必要です。',
});

export const whereUnsafe = (): Text => ({
  en: 'A condition holds comparisons only: no line ends, no ORDER BY, LIMIT or FOR, and every quote and bracket closed.',
  ja: '条件には比較だけを書いてください（改行・ORDER BY・LIMIT・FOR は不可、引用符と括弧は閉じる）。',
});

export const signInRefused = (name: string, words: string): Text => ({
  en: `${name} refused to sign in: "${words}".`,
  ja: `${name} にログインできませんでした：「${words}」`,
});

export const checkKeys = (): Text => ({
  en: 'Check the keys of this source, and in Salesforce the External Client App: its flow, its run-as user and its policies.',
  ja: 'この取得元のキーと、Salesforce の外部クライアントアプリ（フロー・実行ユーザー・ポリシー）を確認してください。',
});

export const noToken = (name: string): Text => ({
  en: `${name} did not answer like Salesforce when signing in.`,
  ja: `${name} から、Salesforce のログインとして正しい応答がありませんでした。`,
});

export const shareUsed = (name: string, used: number, share: number): Text => ({
  en: `${used} % of the daily requests of ${name} are used, by everybody together; we stop at ${share} %.`,
  ja: `${name} の1日の API リクエスト上限のうち、組織全体で${used}%が使用済みです（${share}%で停止する設定）。`,
});

export const raiseShare = (): Text => ({
  en: 'It goes on tomorrow. To use more, raise daily_share in Options.',
  ja: '明日再開します。上限を上げるには Options の daily_share を変更してください。',
});

export const bulkFailed = (name: string, words: string): Text => ({
  en: `A bulk query of ${name} failed: "${words}". The next run starts it anew.`,
  ja: `${name} の一括クエリが失敗しました：「${words}」。次回の実行でやり直します。`,
});

export const objectHidden = (object: string): Text => ({
  en: `The signed-in user may not see ${object}.`,
  ja: `ログインしたユーザーには ${object} を参照する権限がありません。`,
});

export const found = (name: string, objects: string, columns: readonly string[]): Text => ({
  en: `${name} answered. From ${objects}: ${columns.join(', ')}.`,
  ja: `${name} に接続できました。${objects} の列：${columns.join('、')}`,
});

export const authNote = (): Text => ({
  en: 'How to sign in: client_credentials (when empty), jwt or refresh_token.',
  ja: 'ログイン方法：client_credentials（空欄時）、jwt、refresh_token。',
});

export const usernameNote = (): Text => ({
  en: 'With auth = jwt: the user to sign in as.',
  ja: 'auth = jwt のとき、ログインするユーザー名です。',
});

export const shareNote = (): Text => ({
  en: 'Percent of the daily requests of the whole org at which pulling stops; 80 when empty.',
  ja: '組織全体の1日の API リクエストがこの割合（%）に達したら取得を止めます。空欄なら80です。',
});

export const whereNote = (): Text => ({
  en: "Condition in SOQL that records must meet, e.g. Type = 'Customer'.",
  ja: "対象レコードの条件（SOQL）です。例 Type = 'Customer'",
});

export const clientIdLabel = (): Text => ({ en: 'Consumer key', ja: 'コンシューマー鍵' });
export const clientSecretLabel = (): Text => ({ en: 'Consumer secret', ja: 'コンシューマーの秘密' });
export const privateKeyLabel = (): Text => ({ en: 'Private key (PEM)', ja: '秘密鍵（PEM）' });
export const refreshTokenLabel = (): Text => ({ en: 'Refresh token', ja: 'リフレッシュトークン' });

export const bulkCut = (name: string): Text => ({
  en: `A bulk result of ${name} was cut off.`,
  ja: `${name} の一括クエリの結果が途中で切れています。`,
});
