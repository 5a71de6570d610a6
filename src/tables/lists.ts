import { BANDS, type Config } from '../domain/config/config';
import { VERDICTS } from '../domain/identity/decision';
import { SETTINGS } from '../domain/settings';
import type { Text } from '../domain/text';
import { ACTION_KINDS, ACTION_STATUSES } from './health/actions';
import { GOAL_KINDS } from './health/goals';
import { LISTS } from './health/journal';
import { CAUSES } from './health/movements';
import type { TabRecord } from './rows';

/** One allowed word of a list. */
interface Item {
  readonly word: string;
  readonly ja: string;
}

const WORDS: Readonly<Record<string, readonly Item[]>> = {
  Band: [...items(BANDS, ['良好', 'おおむね良好', '注意', '危険']), { word: 'Grey', ja: '未採点' }],
  'Action Kind': items(ACTION_KINDS, ['リスク', '拡大', 'ライフサイクル']),
  'Action Status': items(ACTION_STATUSES, ['未着手', '対応中', '完了', '見送り']),
  'Goal Kind': items(GOAL_KINDS, ['成果', '導入作業', 'ステップ']),
  Pulse: items(['1', '2', '3', '4', '5'], ['解約しそう', '不安', 'ふつう', '良い', 'とても良い']),
  Cause: items(CAUSES, ['顧客の行動', 'データの増減', 'セグメントの変更', '設定の変更', '上限']),
  Decision: items(VERDICTS, ['同じ顧客', '別', '独立した顧客']),
  Role: items(['csm', 'ops', 'manager'], ['CSM', 'CS Ops', 'マネージャー']),
};

/** Rows of the Lists tab: one an allowed word of each list, from the words of the product and the configuration. */
export function listRecords(config: Pick<Config, 'segments' | 'stages' | 'dimensions'>): readonly TabRecord[] {
  const settings = SETTINGS.flatMap(({ name, choices }) => (choices ? [[name, choices] as const] : []));
  const named = (rows: readonly { readonly id: string; readonly name: Text }[]): readonly Item[] =>
    rows.map(({ id, name }) => ({ word: id, ja: name.ja }));
  const lists: readonly (readonly [string, readonly Item[]])[] = [
    ...Object.entries(WORDS),
    ...settings,
    ['Segment', named(config.segments)],
    ['Journey Stage', named(config.stages)],
    ['Dimension', named(config.dimensions)],
  ];
  return lists.flatMap(([list, words]) =>
    words.map(({ word, ja }, index) => ({
      'List ID': `${list}|${word}`,
      List: list,
      Item: word,
      'Item Ja': ja,
      'Sort Order': index + 1,
    })),
  );
}

/** Where the words stand in the Lists tab, one below the other: row of the first, column from 0; null where they do not. */
export function placeInLists(words: readonly string[]): { tab: string; column: number; row: number } | null {
  let row = 2;
  for (const list of Object.values(WORDS)) {
    if (list.length === words.length && list.every(({ word }, at) => word === words[at])) {
      return { tab: LISTS.name, column: LISTS.columns.findIndex(({ name }) => name === 'Item'), row };
    }
    row += list.length;
  }
  return null;
}

function items(words: readonly string[], japanese: readonly string[]): readonly Item[] {
  return words.map((word, index) => ({ word, ja: japanese[index] ?? word }));
}
