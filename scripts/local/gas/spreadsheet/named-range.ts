import * as take from './arguments';
import { type Context, chargeRead, chargeWrite, makeFace } from './context';
import { METADATA_AGAIN, STRUCTURE } from './costs';
import type { NamedRangeModel, WorkbookModel } from './model';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';

/** Names a range, or moves the name to it. Source: Apps Script reference, Spreadsheet.setNamedRange. */
export function setNamedRange(context: Context, workbook: WorkbookModel, name: string, range: RangeTarget): void {
  checkName(context, name);
  const target = { sheetId: range.sheet.sheetId, area: range.area };
  const known = findNamedRange(workbook, name);
  if (known) known.target = target;
  else workbook.namedRanges.push({ name, target });
}

/** Names are found without regard to case. */
export function findNamedRange(workbook: WorkbookModel, name: string): NamedRangeModel | undefined {
  return workbook.namedRanges.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
}

/** The range under a name; null where it was deleted. */
export function rangeOfName(context: Context, workbook: WorkbookModel, named: NamedRangeModel): object | null {
  const sheet = workbook.sheets.find((candidate) => candidate.sheetId === named.target.sheetId);
  const { area } = named.target;
  return sheet && area ? makeRange(context, { workbook, sheet, area }) : null;
}

/** Letters, digits and underscores; neither like a reference nor TRUE or FALSE. Source: Docs help, name a range of cells. */
function checkName(context: Context, name: string): void {
  const wrong = !/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || /^(?:true|false|[a-z]{1,3}\d+|r\d+c\d+)$/i.test(name);
  if (wrong) context.host.fail(`The name "${name}" is not a valid name for a named range.`);
}

/** Source: Apps Script reference, NamedRange. */
export function makeNamedRange(context: Context, workbook: WorkbookModel, named: NamedRangeModel): object {
  const change = (name: string, work: () => void) => {
    chargeWrite(context, workbook, `NamedRange.${name}`, STRUCTURE);
    work();
    return face;
  };
  const face: object = makeFace(
    context,
    'NamedRange',
    {
      getName: take.method(context, 'NamedRange.getName', [], () => {
        chargeRead(context, 'NamedRange.getName', METADATA_AGAIN);
        return named.name;
      }),
      getRange: take.method(context, 'NamedRange.getRange', [], () => {
        chargeRead(context, 'NamedRange.getRange', METADATA_AGAIN);
        return rangeOfName(context, workbook, named);
      }),
      setName: take.method(context, 'NamedRange.setName', [take.text], (name) =>
        change('setName', () => {
          checkName(context, name);
          named.name = name;
        }),
      ),
      setRange: take.method(context, 'NamedRange.setRange', [take.face<RangeTarget>('Range')], (range) =>
        change('setRange', () => {
          named.target = { sheetId: range.sheet.sheetId, area: range.area };
        }),
      ),
      remove: take.method(context, 'NamedRange.remove', [], () => {
        change('remove', () => workbook.namedRanges.splice(workbook.namedRanges.indexOf(named), 1));
      }),
    },
    named,
  );
  return face;
}
