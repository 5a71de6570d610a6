/** Text, numbers, lists and objects of a file in JSON, before anything is known of them. */
type Unknown = Readonly<Record<string, unknown>>;

const MISSING = ['exclude', 'zero', 'neutral'];

/** Bands from the highest down; what is below them is Red. */
const FALLING = ['Green', 'Lime', 'Yellow', 'Red'];

/** The first reason why a file cannot be scored, as `scripts/bench/file.ts` describes it; null where there is none. */
export function faultOf(file: unknown): string | null {
  if (!isObject(file)) return 'the file is no JSON object';
  for (const list of ['dimensions', 'metrics', 'segments', 'bands'])
    if (!Array.isArray(file[list])) return `"${list}" is no list`;
  if (!isObject(file.columns)) return '"columns" is no object of lists';
  const segments = file.segments as readonly unknown[];
  if (segments.length === 0) return '"segments" is empty; the last one takes the accounts that name no other';
  return (
    faultOfDefinition(file, segments) ??
    faultOfColumns(file.columns, ['account_id', 'segment', ...idsOf(file.metrics)], 'columns') ??
    (file.last === undefined ? null : faultOfColumns(file.last, ['account_id', 'score'], 'last'))
  );
}

function faultOfDefinition(file: Unknown, segments: readonly unknown[]): string | null {
  const dimensions = idsOf(file.dimensions);
  const metrics = idsOf(file.metrics);
  const twice = [dimensions, metrics, segments].flatMap((ids) => ids.filter((id, at) => ids.indexOf(id) !== at));
  if (twice.length > 0) return `${String(twice[0])} stands there twice`;
  for (const { id, weight } of objects(file.dimensions))
    if (!isWeight(weight)) return `weight of dimension ${String(id)} is not a number from 0 up`;
  for (const { id, dimension, weight, missing } of objects(file.metrics)) {
    const metric = `metric ${String(id)}`;
    if (!dimensions.includes(dimension))
      return `${metric} names dimension ${String(dimension)}, which "dimensions" lacks`;
    if (!isWeight(weight)) return `weight of ${metric} is not a number from 0 up`;
    if (!MISSING.includes(missing as string)) return `missing of ${metric} is none of ${MISSING.join(', ')}`;
  }
  for (const { segment, metric, weight } of objects(file.overrides)) {
    const override = `override of ${String(metric)} in ${String(segment)}`;
    if (!segments.includes(segment)) return `${override}: "segments" lacks ${String(segment)}`;
    if (!metrics.includes(metric)) return `${override}: "metrics" lacks ${String(metric)}`;
    if (!isGone(weight) && !isWeight(weight)) return `weight of the ${override} is not a number from 0 up`;
  }
  const { minimumCoveragePercent: least } = file;
  if (least !== undefined && !Number.isFinite(least)) return '"minimumCoveragePercent" is no number';
  return faultOfBands(objects(file.bands), segments);
}

function faultOfBands(bands: readonly Unknown[], segments: readonly unknown[]): string | null {
  for (const { band, segment, lowerBound } of bands) {
    if (!FALLING.includes(band as string)) return `band ${String(band)} is none of ${FALLING.join(', ')}`;
    if (segment !== '' && !segments.includes(segment))
      return `band ${String(band)}: "segments" lacks ${String(segment)}`;
    if (!Number.isFinite(lowerBound)) return `lowerBound of ${String(band)} is no number`;
  }
  for (const segment of ['', ...segments]) {
    const bounds = FALLING.flatMap((band) => bands.filter((one) => one.segment === segment && one.band === band));
    const risen = bounds.find(
      ({ lowerBound }, at) => at > 0 && Number(lowerBound) > Number(bounds[at - 1]?.lowerBound),
    );
    if (risen) return `lowerBound of ${String(risen.band)} is above that of the band above it`;
  }
  return null;
}

/** Every column that is needed, and all of one length. */
function faultOfColumns(columns: unknown, needed: readonly unknown[], owner: string): string | null {
  if (!isObject(columns)) return `"${owner}" is no object of lists`;
  for (const name of needed) if (!Array.isArray(columns[String(name)])) return `"${owner}" lacks ${String(name)}`;
  const lengthOf = (name: string): unknown => (columns[name] as { readonly length?: unknown } | null)?.length;
  const count = lengthOf('account_id');
  const odd = Object.keys(columns).find((name) => lengthOf(name) !== count);
  return odd === undefined ? null : `column ${odd} is not as long as account_id (${String(count)})`;
}

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(list: unknown): readonly Unknown[] {
  return Array.isArray(list) ? list.map((one) => (isObject(one) ? one : {})) : [];
}

function idsOf(list: unknown): readonly unknown[] {
  return objects(list).map(({ id }) => id);
}

function isWeight(value: unknown): boolean {
  return Number.isFinite(value) && Number(value) >= 0;
}

function isGone(value: unknown): boolean {
  return value === undefined || value === null;
}
