import type {
  Aggregate,
  Compare,
  Curve,
  Dimension,
  Metric,
  MetricDataset,
  MissingPolicy,
  Override,
} from '../../domain/config/config';
import type { ReadRecord } from '../rows';
import { checkField, type DatasetColumns } from './fields';
import type { KnownColumns } from './grids';
import { foldId, type Identities, resolve } from './identities';
import { says } from './messages';
import { circle, RESULTS, ruleOf, type Vocabulary } from './rules';
import { bilingual, curveOf, flagOf, numberOf, type Section, textOf } from './section';

/** Compares that set one window against another. */
const NEEDS_WINDOW: readonly Compare[] = ['own_previous', 'own_baseline'];

/** The Dimensions tab. */
export function parseDimensions(section: Section): readonly Dimension[] {
  if (section.headerOk && section.records.length === 0) {
    section.faultOfTab('Dimension', 'tab.empty', says.noRows(section.tab.name));
  }
  const dimensions = section.records.map((record) => ({
    id: textOf(record, 'Dimension'),
    name: bilingual(record, 'Dimension', 'Name Ja'),
    weight: numberOf(record, 'Weight') ?? 0,
    why: bilingual(record, 'Why', 'Why Ja'),
  }));
  const [first] = section.records;
  const readable = section.records.every((record) => !record.refused.has('Weight'));
  if (first && section.headerOk && readable && dimensions.every(({ weight }) => weight === 0)) {
    section.fault(first, 'Weight', 'weight.zero', says.dimensionWeights());
  }
  return dimensions;
}

/** What the rows of Metrics are read against. */
export interface MetricContext {
  readonly metrics: Identities;
  readonly dimensions: Identities;
  readonly known: KnownColumns;
  readonly columnsOf: DatasetColumns;
}

/** The Metrics tab; a row with a fault is left out. */
export function parseMetrics(section: Section, context: MetricContext): readonly Metric[] {
  if (section.headerOk && section.records.length === 0) {
    section.faultOfTab('Metric ID', 'tab.empty', says.noRows(section.tab.name));
  }
  const metrics: Metric[] = [];
  const seen = new Set<string>();
  const wordsOf = filterWords(context);
  for (const record of section.records) {
    const id = foldId(textOf(record, 'Metric ID'));
    const before = errorsOf(section);
    const metric = parseMetric(section, record, context, wordsOf);
    const sound =
      record.refused.size === 0 && errorsOf(section) === before && !seen.has(id) && (context.metrics?.has(id) ?? false);
    if (metric && sound) metrics.push(metric);
    seen.add(id);
  }
  return metrics;
}

function errorsOf(section: Section): number {
  return section.problems.filter(({ severity }) => severity === 'error').length;
}

function parseMetric(
  section: Section,
  record: ReadRecord,
  context: MetricContext,
  wordsOf: (dataset: MetricDataset) => Vocabulary,
): Metric | null {
  const dimension = resolve(section, record, 'Dimension', context.dimensions, 'Dimensions');
  const dataset = textOf(record, 'Dataset') as MetricDataset;
  const aggregate = textOf(record, 'Aggregate') as Aggregate;
  const compare = (textOf(record, 'Compare') || 'none') as Compare;
  const missing = (textOf(record, 'Missing') || 'exclude') as MissingPolicy;
  const windowDays = numberOf(record, 'Window Days');
  const missingDays = numberOf(record, 'Missing Days');
  const readable = !record.refused.has('Dataset') && textOf(record, 'Dataset') !== '';
  if (readable) checkField(section, record, context.known);
  const filter = readable ? ruleOf(section, record, 'Filter', wordsOf(dataset)) : null;
  if (NEEDS_WINDOW.includes(compare) && windowDays === null && !record.refused.has('Window Days')) {
    section.fault(record, 'Window Days', 'window.missing', says.windowNeeded(compare));
  }
  if (missing === 'carry' && missingDays === null && !record.refused.has('Missing Days')) {
    section.fault(record, 'Missing Days', 'carry.days', says.carryDays());
  }
  const curve = curveOf(section, record, 'Points');
  if (dimension === null || curve === null) return null;
  return {
    id: textOf(record, 'Metric ID'),
    name: bilingual(record, 'Name', 'Name Ja'),
    dimension,
    lens: textOf(record, 'Lens') as Metric['lens'],
    kind: textOf(record, 'Kind') as Metric['kind'],
    dataset,
    aggregate,
    field: textOf(record, 'Field'),
    filter,
    windowDays,
    compare,
    missing,
    missingDays: missingDays ?? 0,
    weight: numberOf(record, 'Weight') ?? 0,
    curve,
    enabled: flagOf(record, 'Enabled') ?? false,
    unit: bilingual(record, 'Unit', 'Unit Ja'),
    why: bilingual(record, 'Why', 'Why Ja'),
    ownerEmail: textOf(record, 'Owner Email'),
    freshDays: numberOf(record, 'Fresh Days'),
  };
}

/** What a filter may name, by dataset. */
function filterWords({ metrics, columnsOf }: MetricContext): (dataset: MetricDataset) => Vocabulary {
  const names = [...(metrics ? Array.from(metrics.values()) : []), ...RESULTS];
  const found = new Map<MetricDataset, Vocabulary>();
  return (dataset) => {
    const words = found.get(dataset) ?? vocabulary(dataset, columnsOf(dataset), names);
    found.set(dataset, words);
    return words;
  };
}

function vocabulary(dataset: MetricDataset, columns: ReadonlySet<string>, measured: readonly string[]): Vocabulary {
  const en = 'it is worked out from filtered rows, so a filter cannot ask for it';
  const ja = '絞り込んだ行から計算される値を、絞り込みの条件にはできない';
  return { columns, circular: circle(measured, columns, en, ja), where: dataset };
}

/** The Overrides tab. */
export function parseOverrides(section: Section, segments: Identities, metrics: Identities): readonly Override[] {
  const overrides: Override[] = [];
  const places = new Map<string, string>();
  for (const record of section.records) {
    const segment = resolve(section, record, 'Segment', segments, 'Segments');
    const metric = resolve(section, record, 'Metric ID', metrics, 'Metrics');
    const curve: Curve | null = curveOf(section, record, 'Points');
    if (segment === null || metric === null) continue;
    const pair = `${segment}|${metric}`;
    const first = places.get(pair);
    if (first !== undefined) {
      section.fault(
        record,
        'Metric ID',
        'id.duplicate',
        says.duplicate('Segment, Metric ID', `${segment}, ${metric}`, first),
      );
      continue;
    }
    places.set(pair, section.place(record.row, 'Metric ID'));
    const weight = numberOf(record, 'Weight');
    const enabled = flagOf(record, 'Enabled');
    const idle = ['Weight', 'Points', 'Enabled'].every(
      (header) => record.values[header] === null && !record.refused.has(header),
    );
    if (idle) section.fault(record, 'Metric ID', 'override.idle', says.overrideIdle(), 'warning');
    overrides.push({ segment, metric, weight, curve, enabled });
  }
  return overrides;
}
