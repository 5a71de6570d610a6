import type { Text } from '../../domain/text';

export const subdomainMissing = (): Text => ({
  en: 'Write the subdomain of your Zendesk, e.g. acme for acme.zendesk.com.',
  ja: 'Zendesk のサブドメインを入力してください（acme.zendesk.com なら acme）。',
});

export const notSince = (): Text => ({
  en: 'since must be a date before today, e.g. 2026-01-31.',
  ja: 'since は 2026-01-31 の形式で、過去の日付を指定してください。',
});
