import type { Text } from '../text';

export const notANumber = (): Text => ({
  en: 'This is not a number. Write digits (12345 or 12,345), or leave the cell empty.',
  ja: '数値として読み取れません。数字（12345 または 12,345）で入力するか、空欄にしてください。',
});

export const ambiguousNumber = (): Text => ({
  en: 'In this workbook this could mean a thousand or a decimal. Write it without a separator, or with decimals after a comma.',
  ja: 'このファイルの地域設定では、桁区切りか小数点か判断できません。区切りなしで入力するか、小数はカンマで入力してください。',
});

export const numberTooLarge = (): Text => ({
  en: 'The number is too large to be stored. Correct it in the source.',
  ja: '数値が大きすぎて保存できません。取得元で修正してください。',
});

export const notADay = (): Text => ({
  en: 'This is not a date. Write it as 2026-01-31.',
  ja: '日付として読み取れません。2026-01-31 の形式で入力してください。',
});

export const noSuchDay = (): Text => ({
  en: 'The calendar has no such day. Check day and month, or write the date as 2026-01-31.',
  ja: '存在しない日付です。月と日を確認し、2026-01-31 の形式で入力してください。',
});

export const digitsLost = (): Text => ({
  en: 'A number this long loses its last digits. Have the source send it as text.',
  ja: '桁数が多すぎるため、末尾の桁が失われています。取得元で文字列として出力してください。',
});

export const tooLong = (length: number, limit: number): Text => ({
  en: `The text is ${length} characters long; a cell holds ${limit}. The value was left out: shorten it in the source.`,
  ja: `文字数が${length}文字あり、セルの上限（${limit}文字）を超えるため取り込みませんでした。取得元で短くしてください。`,
});

export const formulaError = (): Text => ({
  en: 'The cell shows a formula error. Mend the formula in the source.',
  ja: 'セルが数式エラーになっています。取得元の数式を修正してください。',
});

export const notAnEmail = (): Text => ({
  en: 'This is not a mail address. Write one address such as name@example.com.',
  ja: 'メールアドレスとして読み取れません。name@example.com のように1件だけ入力してください。',
});

export const notAFlag = (): Text => ({
  en: 'Write TRUE or FALSE.',
  ja: 'TRUE または FALSE で入力してください。',
});

export const unknownChoice = (choices: readonly string[]): Text => ({
  en: `Kept as it stands, but expected one of: ${choices.join(', ')}.`,
  ja: `そのまま取り込みましたが、次のいずれかを想定しています：${choices.join('、')}`,
});
