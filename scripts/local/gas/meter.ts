/** What was spent under one name: service calls, cells they touched, modelled milliseconds. */
export interface Spent {
  calls: number;
  cells: number;
  ms: number;
}

/** Counts service calls by the name the documentation gives them (`Range.getValues`). */
export interface Meter {
  add(call: string, ms: number, cells: number): void;
  /** More time for a call that was counted already. */
  prolong(call: string, ms: number): void;
  /** What another meter counted under the name. */
  addAll(call: string, spent: Readonly<Spent>): void;
  readonly total: Readonly<Spent>;
  byCall(): Readonly<Record<string, Readonly<Spent>>>;
}

export function createMeter(): Meter {
  const byName = new Map<string, Spent>();
  const total: Spent = { calls: 0, cells: 0, ms: 0 };
  const book = (call: string, calls: number, cells: number, ms: number): void => {
    let spent = byName.get(call);
    if (!spent) {
      spent = { calls: 0, cells: 0, ms: 0 };
      byName.set(call, spent);
    }
    for (const each of [spent, total]) {
      each.calls += calls;
      each.cells += cells;
      each.ms += ms;
    }
  };
  return {
    total,
    add: (call, ms, cells) => book(call, 1, cells, ms),
    prolong: (call, ms) => book(call, 0, 0, ms),
    addAll: (call, { calls, cells, ms }) => book(call, calls, cells, ms),
    byCall: () => Object.fromEntries([...byName].map(([name, spent]) => [name, { ...spent }])),
  };
}
