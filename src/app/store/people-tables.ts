import type { Cell } from '../../domain/cell';
import type { Day } from '../../domain/day';
import { foldColumn } from '../../domain/expression/plain-text';
import type { Facts, FactTable } from '../../domain/facts';
import { type Identity, onlyOf } from '../../domain/identity/identity';
import { foldKey } from '../../domain/parse/fold';

/** Cells of columns that people added to a tab, by header. */
type OwnCells = Readonly<Record<string, Cell>>;

/** A live judgement a person recorded in the Pulses tab. */
export interface PulseRecord {
  readonly accountId: string;
  readonly at: Day;
  readonly pulse: number;
  readonly expiryDate: Day | null;
  readonly note: string;
  readonly by: string;
  readonly own?: OwnCells;
}

/** A goal agreed with a customer, from the Goals tab. */
export interface GoalRecord {
  readonly accountId: string;
  readonly goalId: string;
  readonly kind: string;
  readonly target: number | null;
  readonly actual: number | null;
  readonly dueDate: Day | null;
  readonly agreedOn: Day | null;
  readonly doneOn: Day | null;
  readonly own?: OwnCells;
}

const PULSE_COLUMNS = ['account_id', 'at', 'pulse', 'expiry_date', 'note', 'by'];
const GOAL_COLUMNS = ['account_id', 'goal_id', 'kind', 'target', 'actual', 'due_date', 'agreed_on', 'done_on'];

/** The facts with what people recorded in the Health workbook, as the tables `pulses` and `goals`. */
export function withPeopleTables(
  facts: Facts,
  people: { readonly pulses: readonly PulseRecord[]; readonly goals: readonly GoalRecord[] },
  identity?: Identity,
): Facts {
  const ids = new Map([...facts.accounts.byAccount.keys()].map((id) => [foldKey(id), id]));
  const idOf = (accountId: string): string =>
    (identity && onlyOf(identity.match(accountId, []))) ?? ids.get(foldKey(accountId)) ?? accountId;
  const pulses = people.pulses.map((p): Cell[] => [idOf(p.accountId), p.at, p.pulse, p.expiryDate, p.note, p.by]);
  const goals = people.goals.map((g): Cell[] => [
    idOf(g.accountId),
    g.goalId,
    g.kind,
    g.target,
    g.actual,
    g.dueDate,
    g.agreedOn,
    g.doneOn,
  ]);
  return {
    ...facts,
    tables: {
      ...facts.tables,
      pulses: withOwn(people.pulses, PULSE_COLUMNS, PULSE_COLUMNS.indexOf('at'), pulses),
      goals: withOwn(people.goals, GOAL_COLUMNS, -1, goals),
    },
  };
}

/** The rows with the columns that people added, which metrics read like any other. */
function withOwn(
  records: readonly { readonly own?: OwnCells }[],
  columns: readonly string[],
  dated: number,
  rows: readonly Cell[][],
): FactTable {
  const names = new Set(records.flatMap(({ own = {} }) => Object.keys(own)));
  for (const name of Array.from(names)) if (columns.includes(foldColumn(name))) names.delete(name);
  const added = Array.from(names);
  const whole = rows.map((row, at) => [...row, ...added.map((name) => records[at]?.own?.[name] ?? null)]);
  return byAccount([...columns, ...added], dated, whole);
}

function byAccount(columns: readonly string[], dated: number, rows: readonly Cell[][]): FactTable {
  const grouped = new Map<string, Cell[][]>();
  for (const row of rows) {
    const list = grouped.get(String(row[0]));
    if (list) list.push(row);
    else grouped.set(String(row[0]), [row]);
  }
  if (dated >= 0) for (const list of grouped.values()) list.sort((a, b) => Number(a[dated]) - Number(b[dated]));
  return { columns, dated, byAccount: grouped };
}
