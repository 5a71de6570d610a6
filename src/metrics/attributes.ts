import type { Cell } from '../domain/cell';
import type { Day } from '../domain/day';
import type { Accessor } from '../domain/expression/evaluate';
import { foldColumn } from '../domain/expression/plain-text';
import type { AttributeChange, Facts } from '../domain/facts';

/**
 * Reads attributes of accounts as of a day: the latest recorded change up to the day, else the earliest recorded value
 * (a day before the first pull sees what the first pull saw), else the attribute as last pulled. Columns are found
 * whatever their case and width; `as_of` is the day itself; an unknown column is null.
 */
export function attributeReader(facts: Facts, asOf: Day): (accountId: string) => Accessor {
  const places = new Map(facts.accounts.columns.map((name, place) => [foldColumn(name), place]));
  const names = new Map<string, string>();
  const fold = (name: string): string => {
    let folded = names.get(name);
    if (folded === undefined) {
      folded = foldColumn(name);
      names.set(name, folded);
    }
    return folded;
  };
  return (accountId) => {
    const row = facts.accounts.byAccount.get(accountId)?.[0];
    const changes = facts.attributeHistory.get(accountId);
    let recorded: Map<string, Cell> | null = null;
    return (column) => {
      const name = fold(column);
      if (changes) {
        recorded = recorded ?? stateAsOf(changes, asOf, fold);
        const value = recorded.get(name);
        if (value !== undefined) return value;
      }
      const place = places.get(name);
      if (place !== undefined) return row?.[place] ?? null;
      if (name === 'as_of') return asOf;
      return name === 'account_id' ? accountId : null;
    };
  };
}

/** `attributeReader` for one account. */
export function attributesAsOf(facts: Facts, accountId: string, asOf: Day): Accessor {
  return attributeReader(facts, asOf)(accountId);
}

function stateAsOf(changes: readonly AttributeChange[], asOf: Day, fold: (name: string) => string): Map<string, Cell> {
  const state = new Map<string, Cell>();
  for (const { day, column, value } of changes) {
    const name = fold(column);
    if (day <= asOf || !state.has(name)) state.set(name, value);
  }
  return state;
}
