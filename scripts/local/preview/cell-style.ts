import type { ConditionalFormatModel, SheetModel, StoredValue } from '../gas/spreadsheet/model';

/** How a cell is drawn; members that are missing have the look of an empty sheet. */
export interface CellStyle {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly align?: 'left' | 'center' | 'right';
}

/** Look of one cell (row and column from 0): its own format, then the first rule that colours its word. */
export function styleOf(sheet: SheetModel, row: number, column: number, value: StoredValue): CellStyle {
  const { formats } = sheet;
  const rule = value === null ? undefined : sheet.conditionalFormats.find((one) => applies(one, row, column, value));
  const background = rule?.style.background ?? formats.background.at(row, column);
  const color = rule?.style.fontColor ?? formats.fontColor.at(row, column);
  const align = formats.horizontal.at(row, column) ?? naturalAlign(value);
  return {
    ...(background ? { background } : {}),
    ...(color ? { color } : {}),
    ...(rule?.style.bold || formats.fontWeight.at(row, column) ? { bold: true as const } : {}),
    ...(rule?.style.italic || formats.fontStyle.at(row, column) ? { italic: true as const } : {}),
    ...(align ? { align } : {}),
  };
}

function naturalAlign(value: StoredValue): CellStyle['align'] {
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' ? 'center' : undefined;
}

/** Tests of a number, by criterion. */
const NUMBERS: Readonly<Record<string, (value: number, low: number, high: number) => boolean>> = {
  NUMBER_LESS_THAN: (value, low) => value < low,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (value, low) => value <= low,
  NUMBER_GREATER_THAN: (value, low) => value > low,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, low) => value >= low,
  NUMBER_EQUAL_TO: (value, low) => value === low,
  NUMBER_NOT_EQUAL_TO: (value, low) => value !== low,
  NUMBER_BETWEEN: (value, low, high) => value >= low && value <= high,
  NUMBER_NOT_BETWEEN: (value, low, high) => value < low || value > high,
};

/** Rules that compare a text or a number are drawn; the preview leaves others out. */
function applies(
  { areas, condition }: ConditionalFormatModel,
  row: number,
  column: number,
  value: StoredValue,
): boolean {
  const [low, high] = condition?.args ?? [];
  const test = NUMBERS[condition?.criteria ?? ''];
  const met = test
    ? typeof value === 'number' && test(value, Number(low), Number(high))
    : condition?.criteria === 'TEXT_EQUAL_TO' && low === value;
  return (
    met &&
    areas.some(
      (area) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    )
  );
}
