import { type Area, areaAfterDelete } from './area';
import { areaAfter, formulaAfter, type StructureChange } from './formula-shift';
import type {
  CellFormats,
  ConditionalFormatModel,
  MetadataModel,
  RuleArgument,
  SheetModel,
  WorkbookModel,
} from './model';
import type { RunLayer } from './run-layer';

/**
 * Puts empty rows or columns into a tab before index `at` and moves everything that lies behind: values, formulas
 * (their references too), formats, notes, validations, merges, protections, named ranges, charts' ranges, filters,
 * sizes and metadata. The new cells take formats and validations of row (column) `like`, none for null.
 */
export function insertLines(workbook: WorkbookModel, change: StructureChange, like: number | null): void {
  const { sheet, dimension, at, count } = change;
  if (dimension === 'rows') {
    for (const cells of sheet.values) insertNulls(cells, at, count);
    for (const layer of stylesOf(sheet)) layer.insertRows(at, count, like);
    sheet.formulas.insertRows(at, count, null);
    sheet.notes.insertRows(at, count, null);
    sheet.links.insertRows(at, count, null);
    sheet.maxRows += count;
  } else {
    if (at < sheet.values.length) sheet.values.splice(at, 0, ...Array.from({ length: count }, () => []));
    for (const layer of stylesOf(sheet)) layer.insertColumns(at, count, like);
    sheet.formulas.insertColumns(at, count, null);
    sheet.notes.insertColumns(at, count, null);
    sheet.links.insertColumns(at, count, null);
    sheet.maxColumns += count;
  }
  moveReferences(workbook, change);
}

/** Takes rows or columns out of a tab; what lay on them is gone, what lay behind moves up. */
export function deleteLines(workbook: WorkbookModel, change: StructureChange): void {
  const { sheet, dimension, at, count } = change;
  if (dimension === 'rows') {
    for (const cells of sheet.values) cells.splice(at, count);
    for (const layer of layersOf(sheet)) layer.deleteRows(at, count);
    sheet.maxRows -= count;
    sheet.frozenRows -= Math.max(0, Math.min(sheet.frozenRows, at + count) - at);
  } else {
    sheet.values.splice(at, count);
    for (const layer of layersOf(sheet)) layer.deleteColumns(at, count);
    sheet.maxColumns -= count;
    sheet.frozenColumns -= Math.max(0, Math.min(sheet.frozenColumns, at + count) - at);
  }
  moveReferences(workbook, change);
}

/** Format layers of a tab. */
export function formatLayers(formats: CellFormats): RunLayer<unknown>[] {
  return Object.values(formats) as RunLayer<unknown>[];
}

function stylesOf(sheet: SheetModel): RunLayer<unknown>[] {
  return [...formatLayers(sheet.formats), sheet.validations as RunLayer<unknown>];
}

function layersOf(sheet: SheetModel): RunLayer<unknown>[] {
  const { formulas, notes, links } = sheet;
  return [...stylesOf(sheet), ...([formulas, notes, links] as RunLayer<unknown>[])];
}

function insertNulls(cells: unknown[], at: number, count: number): void {
  if (at >= cells.length) return;
  const tail = cells.splice(at);
  for (let i = 0; i < count; i++) cells.push(null);
  for (const value of tail) cells.push(value);
}

function moveReferences(workbook: WorkbookModel, change: StructureChange): void {
  const { sheet } = change;
  for (const home of workbook.sheets) {
    if (!home.formulas.empty) home.formulas.map((formula) => formulaAfter(formula, home, change));
    if (!home.validations.empty) {
      home.validations.map((rule) => {
        const args = rule.args.map((argument) => argumentAfter(argument, change));
        return args.every((argument, i) => argument === rule.args[i]) ? rule : { ...rule, args };
      });
    }
    replaceAll(home.charts, (chart) => ({
      ...chart,
      ranges: chart.ranges.map((range) => referenceAfter(range, change)),
    }));
  }
  for (const named of workbook.namedRanges) named.target = referenceAfter(named.target, change);
  replaceAll(sheet.merges, (area) => areaAfter(area, change));
  replaceAll(sheet.protections, (protection) => {
    const unprotected = protection.unprotected.flatMap((area) => areaAfter(area, change) ?? []);
    if (!protection.area) return Object.assign(protection, { unprotected });
    const area = areaAfter(protection.area, change);
    return area && Object.assign(protection, { area, unprotected });
  });
  replaceAll(sheet.conditionalFormats, (rule) => ruleAfter(rule, change));
  replaceAll(sheet.bandings, (banding) => {
    const area = areaAfter(banding.area, change);
    return area && Object.assign(banding, { area });
  });
  replaceAll(sheet.metadata, (metadata) => metadataAfter(metadata, change));
  moveFilter(sheet, change);
  moveKeys(change.dimension === 'rows' ? sheet.rowHeights : sheet.columnWidths, change);
  moveMembers(change.dimension === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns, change);
}

function replaceAll<T>(list: T[], after: (item: T) => T | null): void {
  const kept = list.map(after).filter((item): item is T & {} => item !== null);
  list.splice(0, list.length, ...kept);
}

function referenceAfter<T extends { readonly sheetId: number; readonly area: Area | null }>(
  range: T,
  change: StructureChange,
): T {
  if (range.sheetId !== change.sheet.sheetId || !range.area) return range;
  return { ...range, area: areaAfter(range.area, change) };
}

function argumentAfter(argument: RuleArgument, change: StructureChange): RuleArgument {
  if (typeof argument !== 'object' || argument === null || !('range' in argument)) return argument;
  return argument.range.sheetId === change.sheet.sheetId ? { range: referenceAfter(argument.range, change) } : argument;
}

function ruleAfter(rule: ConditionalFormatModel, change: StructureChange): ConditionalFormatModel | null {
  const areas = rule.areas.flatMap((area) => areaAfter(area, change) ?? []);
  return areas.length === 0 ? null : { ...rule, areas };
}

function metadataAfter(metadata: MetadataModel, change: StructureChange): MetadataModel | null {
  const { place } = metadata;
  if (place.kind === 'whole' || place.kind !== (change.dimension === 'rows' ? 'row' : 'column')) return metadata;
  const index = indexAfter(place.index, change);
  return index === null ? null : Object.assign(metadata, { place: { kind: place.kind, index } });
}

function moveFilter(sheet: SheetModel, change: StructureChange): void {
  if (!sheet.filter) return;
  const headerGone =
    change.action === 'delete' &&
    change.dimension === 'rows' &&
    areaAfterDelete({ ...sheet.filter.area, rows: 1 }, 'rows', change.at, change.count) === null;
  const area = headerGone ? null : areaAfter(sheet.filter.area, change);
  if (!area) sheet.filter = null;
  else {
    sheet.filter.area = area;
    if (change.dimension === 'columns') moveKeys(sheet.filter.criteria, change);
  }
}

function indexAfter(index: number, change: StructureChange): number | null {
  if (index < change.at) return index;
  if (change.action === 'insert') return index + change.count;
  return index < change.at + change.count ? null : index - change.count;
}

function moveKeys<T>(map: Map<number, T>, change: StructureChange): void {
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) {
    const index = indexAfter(key, change);
    if (index !== null) map.set(index, value);
  }
}

function moveMembers(set: Set<number>, change: StructureChange): void {
  const members = [...set];
  set.clear();
  for (const member of members) {
    const index = indexAfter(member, change);
    if (index !== null) set.add(index);
  }
}
