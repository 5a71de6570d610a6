import type { Area } from '../gas/spreadsheet/area';
import { valueAt } from '../gas/spreadsheet/cells';
import type { ChartModel, SheetModel, StoredValue, WorkbookModel } from '../gas/spreadsheet/model';
import { absoluteReference, type FileNames } from './references';

/** A line of cells in the file: where it stands and what it held when the file was written. */
export interface CellLine {
  readonly reference: string;
  readonly values: readonly StoredValue[];
  readonly numberFormat: string | undefined;
}

export interface ChartSeries {
  readonly name: CellLine | null;
  readonly values: CellLine;
}

/** What a chart shows: the first line of its ranges names the points, each further one is a series. */
export interface ChartData {
  readonly categories: CellLine | null;
  readonly series: readonly ChartSeries[];
}

/** The data of a chart. Without series when its ranges are gone. */
export function chartData(workbook: WorkbookModel, chart: ChartModel, names: FileNames): ChartData {
  const lines = chart.ranges.flatMap(({ sheetId, area }) => {
    const sheet = workbook.sheets.find((candidate) => candidate.sheetId === sheetId);
    return sheet && area ? linesOf(sheet, names.get(sheet) ?? sheet.name, area, chart) : [];
  });
  const [first, ...others] = lines;
  if (!first) return { categories: null, series: [] };
  if (others.length === 0) return { categories: null, series: [first] };
  return { categories: first.values, series: others };
}

/** A range's columns (rows where the chart is transposed), their headers taken off. */
function linesOf(sheet: SheetModel, tab: string, area: Area, chart: ChartModel): ChartSeries[] {
  const across = chart.transpose;
  const length = across ? area.columns : area.rows;
  const headers = Math.min(chart.headers, length - 1);
  return Array.from({ length: across ? area.rows : area.columns }, (_, i) => {
    const stretch = (from: number, size: number): Area =>
      across
        ? { row: area.row + i, column: area.column + from, rows: 1, columns: size }
        : { row: area.row + from, column: area.column + i, rows: size, columns: 1 };
    return {
      name: headers > 0 ? cellLine(sheet, tab, stretch(headers - 1, 1)) : null,
      values: cellLine(sheet, tab, stretch(headers, length - headers)),
    };
  });
}

function cellLine(sheet: SheetModel, tab: string, area: Area): CellLine {
  const values: StoredValue[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++)
      values.push(valueAt(sheet, row, column));
  }
  return {
    reference: absoluteReference(tab, area),
    values,
    numberFormat: sheet.formats.numberFormat.at(area.row, area.column),
  };
}
