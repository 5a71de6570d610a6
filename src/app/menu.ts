import type { Text } from '../domain/text';

/** The menu: words, and the function of main.ts behind each; `line` draws a separator. */
export const MENU: readonly ({ readonly label: Text; readonly handler: string } | 'line')[] = [
  { label: { en: 'Open sidebar', ja: 'サイドバーを開く' }, handler: 'showSidebar' },
  { label: { en: 'Run now', ja: '今すぐ実行' }, handler: 'menuRunNow' },
  { label: { en: 'Check configuration', ja: '設定を点検する' }, handler: 'menuCheckConfiguration' },
  { label: { en: 'Check AppSheet readiness', ja: 'AppSheet の準備を点検する' }, handler: 'menuCheckAppSheet' },
  'line',
  { label: { en: 'Set up', ja: '初期設定' }, handler: 'menuSetUp' },
  { label: { en: 'Switch schedule on', ja: '定期実行をオンにする' }, handler: 'menuScheduleOn' },
  { label: { en: 'Switch schedule off', ja: '定期実行をオフにする' }, handler: 'menuScheduleOff' },
  { label: { en: 'Check schedule', ja: '定期実行を点検する' }, handler: 'menuCheckSchedule' },
];
