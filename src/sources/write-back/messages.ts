import type { Text } from '../../domain/text';

export const fieldMissing = (vendor: string, field: string): Text => ({
  en: `${vendor} has no field ${field}. Have it made there, or name another in Write Back Fields.`,
  ja: `${vendor} に項目 ${field} がありません。先方で作成するか、Write Back Fields で別の項目を指定してください。`,
});

export const fieldUnfit = (vendor: string, field: string): Text => ({
  en: `The field ${field} of ${vendor} cannot be written, or not with this value. Name another in Write Back Fields.`,
  ja: `${vendor} の項目 ${field} には書き込めないか、型が合いません。Write Back Fields で別の項目を指定してください。`,
});
