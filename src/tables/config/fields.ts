import type { Aggregate, MetricDataset } from '../../domain/config/config';
import { DATASETS, PEOPLE_COLUMNS } from '../../domain/datasets';
import { columnsOf } from '../../domain/expression/evaluate';
import { parseExpression } from '../../domain/expression/parse';
import { foldColumn } from '../../domain/expression/plain-text';
import type { ReadRecord } from '../rows';
import type { KnownColumns } from './grids';
import { says } from './messages';
import { folded } from './rules';
import { type Section, textOf } from './section';

/** The day a reading is for; every row has it. */
export const AS_OF = 'as_of';

/** Aggregates that read a column and cannot do without; `sum` of usage reads the value. */
const READS_FIELD: readonly Aggregate[] = ['sum', 'mean', 'min', 'max', 'last', 'distinct', 'ratio', 'slope'];

/** Aggregates that go by the date of a row; days_since_last does unless a Field names another one. */
const BY_DATE: readonly string[] = ['active_days', 'slope', 'days_since_last'];

/** Whether the rows of a dataset have no date of their own. */
function isUndated(dataset: MetricDataset): boolean {
  return DATASETS.some(({ name, dated }) => name === dataset && dated === null);
}

function canonicalColumns(dataset: MetricDataset): readonly string[] {
  const declared = DATASETS.find(({ name }) => name === dataset);
  return declared ? declared.fields.map(({ name }) => name) : PEOPLE_COLUMNS[dataset as 'pulses' | 'goals'];
}

/** Gives the folded names of a dataset's columns: canonical, known to the Data workbook, and read by a metric's Field. */
export type DatasetColumns = (dataset: MetricDataset) => ReadonlySet<string>;

/** Looks at every Field once; the columns of a dataset are gathered when they are first asked for. */
export function datasetColumns(metrics: Section, known: KnownColumns): DatasetColumns {
  const found = new Map<MetricDataset, ReadonlySet<string>>();
  return (dataset) => {
    let columns = found.get(dataset);
    if (columns === undefined) {
      const read = metrics.records
        .filter((record) => textOf(record, 'Dataset') === dataset)
        .flatMap((record) => columnsOfField(textOf(record, 'Field')));
      columns = folded([AS_OF], canonicalColumns(dataset), known[dataset] ?? [], read);
      found.set(dataset, columns);
    }
    return columns;
  };
}

/** One bare word, as most Fields are. */
const WORD = /^[A-Za-z_]\w*$/;

/** Columns that a Field names; a Field that is no expression can only be one column's name. */
function columnsOfField(field: string): readonly string[] {
  if (WORD.test(field)) return [field];
  const parsed = parseExpression(field);
  return parsed.ok ? columnsOf(parsed.expression) : field === '' ? [] : [field];
}

/** Checks that a Field can be read: a column, a measure, an expression over columns, or two of them for `ratio`. */
export function checkField(section: Section, record: ReadRecord, known: KnownColumns): void {
  if (record.refused.has('Field') || record.refused.has('Aggregate')) return;
  const dataset = textOf(record, 'Dataset') as MetricDataset;
  const aggregate = textOf(record, 'Aggregate') as Aggregate;
  const field = textOf(record, 'Field');
  if (BY_DATE.includes(aggregate) && isUndated(dataset) && (field === '' || aggregate !== 'days_since_last')) {
    section.fault(record, 'Aggregate', 'aggregate.undated', says.undated(aggregate, dataset));
  }
  if (field === '') {
    if (READS_FIELD.includes(aggregate) && (dataset !== 'usage' || aggregate === 'ratio' || aggregate === 'distinct')) {
      section.fault(record, 'Field', 'field.missing', says.fieldMissing(aggregate));
    }
    return;
  }
  const parts = aggregate === 'ratio' ? splitRatio(field) : [field];
  if (parts === null) section.fault(record, 'Field', 'field.ratio', says.ratio());
  else for (const part of parts) checkPart(section, record, part, dataset, known);
}

/** Dividend and divisor of `a / b`; null where there are not exactly two. */
function splitRatio(field: string): readonly string[] | null {
  const parts = field.split(/[/／]/).map((part) => part.trim());
  return parts.length === 2 && !parts.includes('') ? parts : null;
}

/** A header as people write it, spaces included: whether the data have it is seen when they are read. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_ -]*$/u;

function checkPart(
  section: Section,
  record: ReadRecord,
  part: string,
  dataset: MetricDataset,
  known: KnownColumns,
): void {
  const looked = known[dataset];
  const there = folded([AS_OF], canonicalColumns(dataset), looked ?? []);
  if (there.has(foldColumn(part))) return;
  const parsed = parseExpression(part);
  if (!parsed.ok) {
    if (PLAIN_NAME.test(part)) return;
    section.fault(record, 'Field', 'field.unreadable', says.expression('Field', parsed.why));
    return;
  }
  const names = columnsOf(parsed.expression);
  if (names.length === 0) section.fault(record, 'Field', 'field.constant', says.fieldConstant(part));
  if (!looked) return;
  for (const name of names) {
    if (!there.has(foldColumn(name))) {
      section.fault(record, 'Field', 'field.unknown', says.fieldUnknown(name, dataset), 'warning');
    }
  }
}
