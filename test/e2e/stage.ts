import { copyOf } from '../../scripts/local/gas/copy';
import type { BeforeCall, Fault } from '../../scripts/local/gas/execution';
import type { WorkbookModel } from '../../scripts/local/gas/spreadsheet/model';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { Cell } from '../../src/domain/cell';
import { everything } from './product';

/** Whether every point is to be played, not a sample: minutes, not seconds. */
export const ALL_POINTS = process.env.KENSHIN_ALL_CRASH_POINTS === '1';

/** A workspace that can be put back to a moment, so that many mishaps can be played from the same start. */
export interface Stage {
  readonly workspace: Workspace;
  /** Remembers this moment; answers how to come back to it. */
  mark(): () => void;
  /** Sees every service call from now on, and may strike at it; null for none. */
  watch(watcher: BeforeCall | null): void;
}

/** `open` makes the workspace with the given eye on its service calls. */
export function openStage(open: (beforeCall: BeforeCall) => Workspace): Stage {
  let watcher: BeforeCall | null = null;
  const workspace = open((call, name, id) => watcher?.(call, name, id));
  const { runtime } = workspace;
  const { spreadsheets } = runtime;
  return {
    workspace,
    mark() {
      const account = runtime.snapshot();
      const workbooks = copyOf(spreadsheets.workbooks);
      const { nextWorkbook } = spreadsheets;
      return () => {
        runtime.restore(account);
        spreadsheets.nextWorkbook = nextWorkbook;
        putWorkbooks(workspace, workbooks);
      };
    },
    watch(next) {
      watcher = next;
    },
  };
}

/** Puts copies of the workbooks in place of those that stand. */
function putWorkbooks({ runtime }: Workspace, workbooks: ReadonlyMap<string, WorkbookModel>): void {
  const { workbooks: standing } = runtime.spreadsheets;
  standing.clear();
  for (const [id, workbook] of copyOf(workbooks)) standing.set(id, workbook);
}

/** Strikes once, at a call of the first execution it sees. */
export function strikeAt(call: number, fault: Fault): BeforeCall {
  let execution = 0;
  return (number, _, id) => {
    execution = execution || id;
    return id === execution && number === call ? fault : undefined;
  };
}

/** The names of the service calls of the first execution while `work` is done; `before` is told of each. */
export function callsOf(stage: Stage, work: () => void, before: (call: number) => void = () => undefined): string[] {
  const names: string[] = [];
  let execution = 0;
  stage.watch((_, name, id) => {
    execution = execution || id;
    if (id === execution) before(names.push(name));
    return undefined;
  });
  work();
  stage.watch(null);
  return names;
}

/**
 * Everything a script could find in the account after being killed now, but for the time, as text: workbooks without what
 * it has not sent yet, where that is lost.
 */
export function worldOf({ runtime }: Workspace): string {
  const { now: _, quotas: __, chance: ___, ...account } = runtime.snapshot();
  const { workbooks, pending } = runtime.spreadsheets;
  const left = [...workbooks].map(([id, workbook]) => pending.unwritten.get(id) ?? workbook);
  return JSON.stringify([account, left], (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}

/** Places from 1 in a list, drawn so that each different name is met and the rest falls evenly. */
export function sampleOf(names: readonly string[], count: number): number[] {
  const places = new Set(names.map((name) => names.indexOf(name) + 1));
  for (let drawn = 0; drawn < count; drawn++) places.add(1 + Math.floor(((drawn + 0.5) * names.length) / count));
  return [...places].sort((a, b) => a - b);
}

export type Tabs = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** Times of day in ids (`daily 2026-03-31T06:37:01`). */
const CLOCK_TIME = /T\d\d:\d\d:\d\d/g;

/** Every tab of both workbooks, but for what tells the time of day or how often a run was taken up. */
export function timeless(workspace: Workspace): Tabs {
  return Object.fromEntries(
    Object.entries(everything(workspace)).map(([name, [header = [], ...rows]]) => {
      const left = header.map((cell) => /Timestamp$|^Slice Count$/.test(String(cell)));
      const timelessRow = (row: readonly Cell[]) =>
        row
          .filter((_, at) => !left[at])
          .map((cell) => (typeof cell === 'string' ? cell.replace(CLOCK_TIME, '') : cell));
      return [name, [header, ...rows].map(timelessRow)];
    }),
  );
}

/** The cells in which two states of the workbooks differ: `Runs!C2: done, not failed`. */
export function differences(found: Tabs, wanted: Tabs): string[] {
  const lines: string[] = [];
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    const here = found[name];
    const there = wanted[name];
    if (!here || !there) {
      lines.push(`${name}: ${here ? 'one tab too many' : 'the tab is missing'}`);
      continue;
    }
    for (let row = 0; row < Math.max(here.length, there.length); row++) {
      const width = Math.max(here[row]?.length ?? 0, there[row]?.length ?? 0);
      for (let column = 0; column < width; column++) {
        const is = here[row]?.[column] ?? null;
        const was = there[row]?.[column] ?? null;
        if (is !== was) lines.push(`${name} row ${row + 1} column ${column + 1}: ${is}, not ${was}`);
      }
    }
  }
  return lines;
}
