import { isDate } from '../realm';
import { arrayOf, type Context } from './context';
import type { RuleArgument, WorkbookModel } from './model';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';
import { instantOfSerial, serialOfInstant } from './serial';

/** A criterion's value as scripts give it, made fit for the model; null when it is of no kind a rule takes. */
export function storedArgument(
  context: Context,
  workbook: WorkbookModel | null,
  value: unknown,
): RuleArgument | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (isDate(value)) return { serial: serialOfInstant(value.getTime(), zoneOf(context, workbook)) };
  if (Array.isArray(value)) return value.map(String);
  const behind = typeof value === 'object' ? context.behind.get(value as object) : undefined;
  if (behind?.className === 'Range') {
    const { sheet, area } = behind.value as RangeTarget;
    return { range: { sheetId: sheet.sheetId, area } };
  }
  if (behind?.className === 'enum RelativeDate') return behind.value as string;
  return undefined;
}

/** A criterion's value as getCriteriaValues gives it: Dates and ranges again. */
export function scriptArgument(context: Context, workbook: WorkbookModel | null, argument: RuleArgument): unknown {
  if (typeof argument !== 'object' || argument === null) return argument;
  if ('serial' in argument)
    return new context.host.realm.Date(instantOfSerial(argument.serial, zoneOf(context, workbook)));
  if (!('range' in argument)) return arrayOf(context, argument);
  const sheet = workbook?.sheets.find((candidate) => candidate.sheetId === argument.range.sheetId);
  return workbook && sheet && argument.range.area
    ? makeRange(context, { workbook, sheet, area: argument.range.area })
    : null;
}

/** Rules are built before they belong to a file: days in them are read in the zone of the active one. */
function zoneOf(context: Context, workbook: WorkbookModel | null): string {
  const { state, host } = context;
  return (workbook ?? state.workbooks.get(state.containerId ?? ''))?.timeZone ?? host.scriptZone;
}
