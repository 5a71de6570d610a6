import { overlap } from './area';
import * as take from './arguments';
import { colorOf } from './color';
import { type Context, chargeRead, chargeWrite, makeFace, notImplemented } from './context';
import { READ_FORMATS, STRUCTURE } from './costs';
import type { BandingModel, SheetModel, WorkbookModel } from './model';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';

/** Header, first, second and footer colour of a theme, as the Sheets menu of alternating colours shows them. */
const THEMES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  LIGHT_GREY: ['#bdbdbd', '#ffffff', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#ffffff', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#ffffff', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#ffffff', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffffff', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#ffffff', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ffffff', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ffffff', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#ffffff', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#ffffff', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#ffffff', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#ffffff', '#fddce8', '#f68ab0'],
};

/** Gives a range alternating colours. */
export function applyBanding(
  context: Context,
  { workbook, sheet, area }: RangeTarget,
  direction: 'rows' | 'columns',
  how: { readonly theme: string; readonly header: boolean; readonly footer: boolean },
): object {
  if (sheet.bandings.some((banding) => overlap(banding.area, area))) {
    context.host.fail(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const [header, first, second, footer] = THEMES[how.theme] as readonly [string, string, string, string];
  const banding: BandingModel = {
    id: workbook.nextId++,
    area,
    direction,
    header: how.header ? header : null,
    first,
    second,
    footer: how.footer ? footer : null,
  };
  sheet.bandings.push(banding);
  return makeBanding(context, workbook, sheet, banding);
}

/** Source: Apps Script reference, Banding. */
export function makeBanding(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  banding: BandingModel,
): object {
  const members: Record<string, (...args: unknown[]) => unknown> = {
    getRange: take.method(context, 'Banding.getRange', [], () => {
      chargeRead(context, 'Banding.getRange', READ_FORMATS);
      return makeRange(context, { workbook, sheet, area: banding.area });
    }),
    remove: take.method(context, 'Banding.remove', [], () => {
      chargeWrite(context, workbook, 'Banding.remove', STRUCTURE);
      sheet.bandings.splice(sheet.bandings.indexOf(banding), 1);
    }),
  };
  const line = banding.direction === 'rows' ? 'Row' : 'Column';
  for (const part of ['Header', 'First', 'Second', 'Footer'] as const) {
    const field = part.toLowerCase() as 'header' | 'first' | 'second' | 'footer';
    const get = `get${part}${line}Color`;
    const set = `set${part}${line}Color`;
    members[get] = take.method(context, `Banding.${get}`, [], () => {
      chargeRead(context, `Banding.${get}`, READ_FORMATS);
      return banding[field];
    });
    members[set] = take.method(context, `Banding.${set}`, [take.nullable(take.text)], (color) => {
      chargeWrite(context, workbook, `Banding.${set}`, STRUCTURE);
      banding[field] =
        color === null ? null : (colorOf(color) ?? notImplemented(context, `Banding.${set} of ${color}`));
      return face;
    });
  }
  const face: object = makeFace(context, 'Banding', members, banding);
  return face;
}
