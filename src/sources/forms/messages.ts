import type { Text } from '../../domain/text';

export const formMissing = (): Text => ({
  en: 'Write the link or id of the form, as its editor shows it.',
  ja: 'フォームの編集画面のリンクか ID を入力してください。',
});
