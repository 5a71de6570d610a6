import { colorOf } from './color';
import { type Context, notImplemented } from './context';
import type { BorderModel, BordersModel } from './model';
import type { RangeTarget } from './range/target';

const NONE: BordersModel = { top: null, left: null, bottom: null, right: null };

/** true draws, false takes away, null leaves as it is. */
export interface BorderSides {
  readonly top: boolean | null;
  readonly left: boolean | null;
  readonly bottom: boolean | null;
  readonly right: boolean | null;
  /** Between columns and between rows of the range. */
  readonly vertical: boolean | null;
  readonly horizontal: boolean | null;
}

/** Draws lines around and inside a range. Source: Apps Script reference, Range.setBorder. */
export function setBorders(
  context: Context,
  { sheet, area }: RangeTarget,
  sides: BorderSides,
  line: { readonly color: string | null | undefined; readonly style: string | null | undefined },
): void {
  const color = colorOf(line.color ?? '#000000') ?? notImplemented(context, `Range.setBorder of ${line.color}`);
  const border: BorderModel = { color, style: (line.style ?? 'SOLID') as BorderModel['style'] };
  const known = new Map<string, BordersModel>();
  const drawn = (side: boolean | null, old: BorderModel | null) => (side === null ? old : side ? border : null);
  const layer = sheet.formats.borders;
  layer.fillEach(area, (r, c) => {
    const old = layer.at(area.row + r, area.column + c) ?? NONE;
    const cell: BordersModel = {
      top: drawn(r === 0 ? sides.top : sides.horizontal, old.top),
      bottom: drawn(r === area.rows - 1 ? sides.bottom : sides.horizontal, old.bottom),
      left: drawn(c === 0 ? sides.left : sides.vertical, old.left),
      right: drawn(c === area.columns - 1 ? sides.right : sides.vertical, old.right),
    };
    if (!cell.top && !cell.left && !cell.bottom && !cell.right) return undefined;
    // Equal cells share one value, so that they join into runs.
    const key = JSON.stringify(cell);
    const same = known.get(key) ?? cell;
    known.set(key, same);
    return same;
  });
}
