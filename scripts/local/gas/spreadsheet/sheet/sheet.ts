import * as take from '../arguments';
import { type Context, chargeLocal, standing } from '../context';
import { HANDLE } from '../costs';
import { makeLazyFace } from '../lazy-face';
import type { SheetModel, WorkbookModel } from '../model';
import { makeRange } from '../range/range';
import type { RangeTarget } from '../range/target';
import { select, selectionMethods } from '../selection';
import { contentMethods } from './content';
import { lineMethods } from './lines';
import { rangeOfText } from './ranges';
import { settingMethods } from './settings';

/** What stands behind a Sheet face. */
export interface SheetValue {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
}

/** The face of a tab. Source: Apps Script reference, Sheet. */
export function makeSheet(context: Context, workbook: WorkbookModel, sheet: SheetModel): object {
  const value: SheetValue = { workbook, sheet };
  return makeLazyFace(
    context,
    'Sheet',
    [
      (self) => contentMethods(context, workbook, sheet, self),
      (self) => lineMethods(context, workbook, sheet, self),
      (self) => settingMethods(context, workbook, sheet, self),
      () => selectionMethods(context, 'Sheet', () => workbook),
      (self) => activationMethods(context, value, self),
    ],
    value,
  );
}

function activationMethods(context: Context, { workbook, sheet }: SheetValue, self: () => object) {
  return {
    activate: take.method(context, 'Sheet.activate', [], () => {
      chargeLocal(context, 'Sheet.activate', HANDLE);
      select(context, workbook, standing(context, workbook, sheet));
      return self();
    }),
    setActiveSelection: take.method(
      context,
      'Sheet.setActiveSelection',
      [take.either(take.face<RangeTarget>('Range'), take.text)],
      (range) => {
        chargeLocal(context, 'Sheet.setActiveSelection', HANDLE);
        const target = typeof range === 'string' ? rangeOfText(context, workbook, sheet, range) : range;
        select(context, workbook, target.sheet, target.area);
        return makeRange(context, target);
      },
    ),
  };
}
