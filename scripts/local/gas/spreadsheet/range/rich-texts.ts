import * as take from '../arguments';
import { valueAt } from '../cells';
import { type Context, chargeRead, chargeWrite, notImplemented, tableOf } from '../context';
import { FILL_VALUE, READ_VALUES, WRITE_FORMATS } from '../costs';
import { formatKind } from '../number-format';
import { makeRichText, type RichText } from '../rich-text';
import { typedInput } from '../typed-input';
import { enterValues, localeOf } from '../write-cells';
import { matchSize, prepareRead, prepareWrite, type RangeTarget } from './target';

/**
 * Texts with links. Source: Apps Script reference, Range.setRichTextValues. Values written later take the link away ("when
 * writing a new userEnteredValue, previous runs are erased": Sheets API, CellData.textFormatRuns).
 */
export function richTextMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const cells = area.rows * area.columns;
  const write = (call: string, sent: number, at: (r: number, c: number) => RichText) => {
    prepareWrite(context, target);
    chargeWrite(context, workbook, call, sent === 1 ? FILL_VALUE : WRITE_FORMATS, cells, sent);
    for (let r = 0; r < area.rows; r++) {
      for (let c = 0; c < area.columns; c++) staysText(context, call, target, r, c, at(r, c).text);
    }
    if (enterValues(context, call, target, (r, c) => at(r, c).text)) {
      sheet.links.fillEach(area, (r, c) => at(r, c).link ?? undefined);
    }
    return self();
  };
  return {
    getRichTextValue: take.method(context, 'Range.getRichTextValue', [], () => {
      chargeRead(context, 'Range.getRichTextValue', READ_VALUES, 1);
      prepareRead(context, target);
      return typeof valueAt(sheet, area.row, area.column) === 'string' ? richTextAt(context, target, 0, 0) : null;
    }),
    getRichTextValues: take.method(context, 'Range.getRichTextValues', [], () => {
      chargeRead(context, 'Range.getRichTextValues', READ_VALUES, cells);
      prepareRead(context, target);
      return tableOf(context, area.rows, area.columns, (r, c) => richTextAt(context, target, r, c));
    }),
    setRichTextValue: take.method(context, 'Range.setRichTextValue', [RICH_TEXT], (value) =>
      write('Range.setRichTextValue', 1, () => value),
    ),
    setRichTextValues: take.method(context, 'Range.setRichTextValues', [take.list(take.list(RICH_TEXT))], (values) => {
      matchSize(context, values, area);
      return write('Range.setRichTextValues', cells, (r, c) => values[r]?.[c] as RichText);
    }),
  };
}

const RICH_TEXT = take.face<RichText>('RichTextValue');

/** What the methods give for cells that hold no text is not documented but for null from the single one. */
function richTextAt(context: Context, { sheet, area }: RangeTarget, r: number, c: number): object {
  const [row, column] = [area.row + r, area.column + c];
  const value = valueAt(sheet, row, column);
  if (typeof value !== 'string' || sheet.formulas.at(row, column) !== undefined) {
    return notImplemented(context, 'rich text of a cell without text');
  }
  return makeRichText(context, { text: value, link: sheet.links.at(row, column) ?? null });
}

/** Whether a rich text is parsed as typed input is parsed is not documented: only what is text either way is taken. */
function staysText(
  context: Context,
  call: string,
  { workbook, sheet, area }: RangeTarget,
  r: number,
  c: number,
  text: string,
): void {
  const plain = formatKind(sheet.formats.numberFormat.at(area.row + r, area.column + c)) === 'text';
  const typed = typedInput(text, localeOf(context, workbook), 2000);
  const kept = typed.kind !== 'formula' && (plain ? !text.startsWith("'") : typed.value === text);
  if (!kept) notImplemented(context, `${call} with a text that may be read as something else`);
}
