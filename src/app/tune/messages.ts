import type { Text } from '../../domain/text';
import type { Said } from '../messages';

export const noSuchCell = (tab: string, key: string, header: string): Said => ({
  text: {
    en: `There is no cell ${header} of "${key}" in the ${tab} tab.`,
    ja: `${tab} タブに「${key}」の ${header} というセルがありません。`,
  },
  next: { en: 'Open the page again and repeat the change.', ja: '画面を開き直して、もう一度変更してください。' },
});
export const noRunYet = (): Said => ({
  text: {
    en: 'Nothing has been scored yet, so there is nothing to compare.',
    ja: 'まだ採点していないため、比較できません。',
  },
  next: { en: 'Choose Kenshin > Run now first.', ja: '先に「Kenshin > 今すぐ実行」を選んでください。' },
});
export const nothingChanged = (version: string): Said => ({
  text: {
    en: `The configuration is the same as version ${version}, which is in force.`,
    ja: `設定は現在使用中の版 ${version} から変わっていません。`,
  },
  next: { en: 'Change a configuration tab first.', ja: '設定タブを変更してから保存してください。' },
});
export const changedElsewhere = (author: string): Text => ({
  en: `${author || 'Somebody'} changed the configuration meanwhile.`,
  ja: `${author || '別の人'} さんが先に設定を変更しました。`,
});
export const noSuchVersion = (): Said => ({
  text: {
    en: 'This version is not in Config Versions any more.',
    ja: 'この版は Config Versions タブにもうありません。',
  },
  next: { en: 'Choose another version.', ja: '別の版を選んでください。' },
});
export const notRestorable = (version: string): Said => ({
  text: {
    en: `The tabs of version ${version} are not kept in full any more, or no longer parse.`,
    ja: `版 ${version} の内容は残っていないか、現在の形式では読み取れません。`,
  },
  next: { en: 'Choose another version.', ja: '別の版を選んでください。' },
});
export const restored = (version: string, savedAt: string): Text => ({
  en: `restored ${version} of ${savedAt.replace('T', ' ')}`,
  ja: `${savedAt.replace('T', ' ')} の版 ${version} を復元`,
});
export const beforeRestoring = (version: string): Text => ({
  en: `as it stood before ${version} was restored`,
  ja: `版 ${version} を復元する直前の状態`,
});
export const checkedFaultless = (): Text => ({
  en: 'The configuration has no faults. It comes into force with the next run, or when it is saved.',
  ja: '設定に誤りはありません。次回の実行時、または保存した時点で有効になります。',
});
export const checkedWarnings = (warnings: number): Text => ({
  en: `The configuration can be used; ${warnings} ${warnings === 1 ? 'remark stands' : 'remarks stand'} in the Problems tab.`,
  ja: `設定は使用できます。確認したい点が ${warnings} 件あり、Problems タブに記載しました。`,
});
export const checkedFaults = (faults: number, version: string | null): Text => ({
  en: `${faults} ${faults === 1 ? 'fault' : 'faults'} in the configuration, listed in the Problems tab. ${version === null ? 'Nothing can be scored until they are mended.' : `Until they are mended version ${version} stays in force.`}`,
  ja: `設定に ${faults} 件の誤りがあり、Problems タブに記載しました。${version === null ? '直すまでスコアを計算できません。' : `直すまでは版 ${version} を使い続けます。`}`,
});
