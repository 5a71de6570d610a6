import type { Config } from '../../domain/config/config';
import type { Problem } from '../../domain/problem';
import {
  BANDS_TAB,
  CAPS_TAB,
  DIMENSIONS_TAB,
  MEMBERS_TAB,
  OVERRIDES_TAB,
  QUADRANTS_TAB,
  SEGMENTS_TAB,
  SETTINGS_TAB,
  STAGES_TAB,
} from '../health/configuration';
import { METRICS_TAB } from '../health/metrics';
import { checkWeights } from './check-weights';
import { AS_OF, type DatasetColumns, datasetColumns } from './fields';
import { deepFreeze } from './freeze';
import type { ConfigGrids, KnownColumns } from './grids';
import { type Identities, identitiesOf } from './identities';
import { parseCaps, parseMembers, parseQuadrants, parseStages } from './parse-labels';
import { parseDimensions, parseMetrics, parseOverrides } from './parse-measures';
import { parseBands, parseSegments } from './parse-segments';
import { parseSettings } from './parse-settings';
import { circle, folded, RESULTS, type Vocabulary } from './rules';
import { flagOf, openSection, type Section, textOf } from './section';
import { versionOf } from './version';

/** A configuration, or null where a fault keeps it out of force; and everything that is wrong with it. */
export interface ParsedConfig {
  readonly config: Config | null;
  readonly problems: readonly Problem[];
}

/**
 * All configuration tabs as one typed, frozen configuration. Every fault is found in one pass and addressed by tab
 * (`source`) and cell (`place`). Any error keeps the whole configuration out of force; a fault of a disabled row is
 * only a warning. `known` tells the extra columns of the Data workbook, so that a column nobody has can be told.
 */
export function parseConfig(grids: ConfigGrids, known: KnownColumns = {}): ParsedConfig {
  const sections = openSections(grids);
  const ids = {
    dimensions: identitiesOf(sections.dimensions, 'Dimension'),
    metrics: identitiesOf(sections.metrics, 'Metric ID'),
    segments: identitiesOf(sections.segments, 'Segment'),
  };
  identitiesOf(sections.caps, 'Cap ID');
  identitiesOf(sections.stages, 'Stage');
  identitiesOf(sections.quadrants, 'Quadrant');
  identitiesOf(sections.members, 'Email');
  const columnsOf = datasetColumns(sections.metrics, known);
  const off = metricsOff(sections, columnsOf);
  const words = vocabularies(ids.metrics, columnsOf, off);
  const parts = {
    settings: parseSettings(sections.settings),
    dimensions: parseDimensions(sections.dimensions),
    metrics: parseMetrics(sections.metrics, { ...ids, known, columnsOf }),
    segments: parseSegments(sections.segments, words.segments),
    overrides: parseOverrides(sections.overrides, ids.segments, ids.metrics),
    bands: parseBands(sections.bands, ids.segments),
    caps: parseCaps(sections.caps, words.caps),
    stages: parseStages(sections.stages, words.stages),
    quadrants: parseQuadrants(sections.quadrants, ids.metrics, ids.dimensions, off),
    members: parseMembers(sections.members),
  };
  checkWeights(sections, parts);
  const switched = new Set(parts.overrides.filter(({ enabled }) => enabled === true).map(({ metric }) => metric));
  const problems = Object.values(sections).flatMap((section) => soften(section, switched));
  if (problems.some(({ severity }) => severity === 'error')) return { config: null, problems };
  const usable = new Set(parts.metrics.map(({ id }) => id));
  const whole = { ...parts, overrides: parts.overrides.filter(({ metric }) => usable.has(metric)) };
  return { config: deepFreeze({ version: versionOf(whole), ...whole }), problems };
}

function openSections(grids: ConfigGrids) {
  return {
    settings: openSection(SETTINGS_TAB, grids),
    dimensions: openSection(DIMENSIONS_TAB, grids),
    metrics: openSection(METRICS_TAB, grids),
    segments: openSection(SEGMENTS_TAB, grids),
    overrides: openSection(OVERRIDES_TAB, grids),
    bands: openSection(BANDS_TAB, grids),
    caps: openSection(CAPS_TAB, grids),
    stages: openSection(STAGES_TAB, grids),
    quadrants: openSection(QUADRANTS_TAB, grids),
    members: openSection(MEMBERS_TAB, grids),
  };
}

/** Metrics that are off, and that no override switches on; a column of accounts of the same name stands in for one. */
function metricsOff({ metrics, overrides }: ReturnType<typeof openSections>, columnsOf: DatasetColumns): Set<string> {
  const idsWhere = (section: Section, enabled: boolean): Set<string> =>
    folded(
      section.records
        .filter((record) => flagOf(record, 'Enabled') === enabled)
        .map((record) => textOf(record, 'Metric ID')),
    );
  const off = idsWhere(metrics, false);
  for (const id of [...Array.from(idsWhere(overrides, true)), ...Array.from(columnsOf('accounts'))]) off.delete(id);
  return off;
}

/** What rules and conditions may name: a segment is chosen first, caps and stages come after the readings. */
function vocabularies(
  metrics: Identities,
  columnsOf: DatasetColumns,
  off: ReadonlySet<string>,
): Readonly<Record<'segments' | 'caps' | 'stages', Vocabulary>> {
  const where = 'accounts';
  const columns = columnsOf(where);
  const readings = metrics ? Array.from(metrics.values()) : [];
  const measured = folded([AS_OF], columns, readings);
  return {
    segments: {
      columns,
      circular: circle(
        [...readings, ...RESULTS],
        columns,
        'the segment decides how it is measured',
        '測り方はセグメントで決まる',
      ),
      where,
    },
    caps: {
      columns: measured,
      circular: circle(RESULTS, columns, 'the cap itself changes it', '上限そのものがこの値を変える'),
      where: 'accounts, Metrics',
      off,
    },
    stages: { columns: folded(measured, RESULTS), circular: new Map(), where: 'accounts, Metrics', off },
  };
}

/** Faults of rows that are switched off are warnings, unless an override switches their metric on for a segment. */
function soften(section: Section, switched: ReadonlySet<string>): readonly Problem[] {
  const off = section.records.filter(
    (record) => flagOf(record, 'Enabled') === false && !switched.has(textOf(record, 'Metric ID')),
  );
  if (section.tab !== METRICS_TAB && section.tab !== CAPS_TAB) return section.problems;
  const rows = new Set(off.map(({ row }) => String(row)));
  return section.problems.map((problem) =>
    rows.has(problem.place.replace(/^[A-Z]+/, '')) ? { ...problem, severity: 'warning' as const } : problem,
  );
}
