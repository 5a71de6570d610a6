import * as take from './arguments';
import { arrayOf, type Context, makeFace } from './context';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';

/** Methods that do the same to every range of the list. */
const SHARED = [
  'breakApart',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'removeCheckboxes',
  'setBackground',
  'setBorder',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setValue',
  'setVerticalAlignment',
  'setWrap',
  'setWrapStrategy',
] as const;

/** Ranges of one tab handled together. Source: Apps Script reference, RangeList. */
export function makeRangeList(context: Context, targets: readonly RangeTarget[]): object {
  const ranges = targets.map((target, at) => makeRange(at === 0 ? context : { ...context, joined: true }, target));
  const members: Record<string, (...args: unknown[]) => unknown> = {
    getRanges: take.method(context, 'RangeList.getRanges', [], () => arrayOf(context, ranges)),
    activate: take.method(context, 'RangeList.activate', [], () => {
      const first = ranges[0] as { activate(): object } | undefined;
      first?.activate();
      return face;
    }),
  };
  for (const name of SHARED) {
    members[name] = (...args) => {
      for (const range of ranges) (range as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
      return face;
    };
  }
  const face: object = makeFace(context, 'RangeList', members, targets);
  return face;
}
