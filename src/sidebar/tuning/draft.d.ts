import type { Band, Config, Curve } from '../../domain/config/config';
import type { CellChange } from '../../domain/tuning-views';
/** What somebody changed and has not saved: by metric id, or by `segment|metric` where it counts for one segment. */
export interface Draft {
  readonly dimensions: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly curves: Readonly<Record<string, Curve>>;
  /** By `band|segment`. */
  readonly bounds: Readonly<Record<string, number>>;
}
export declare const UNCHANGED: Draft;
/** Where a change of a metric is kept: under its id, or with the segment before it. */
export declare function placeOf(segment: string, metric: string): string;
/** The configuration with the draft in it; what the configuration has no place for any more is left out. */
export declare function drafted(config: Config, draft: Draft): Config;
export declare function boundPlace(band: Band, segment: string): string;
/** The draft as cells of the configuration tabs: those that say something else than the configuration does. */
export declare function cellChanges(config: Config, draft: Draft): readonly CellChange[];
/** Weight and curve of a metric for all segments (''), or as one segment has them. */
export declare function standingRule(
  config: Config,
  segment: string,
  metricId: string,
): {
  readonly weight: number;
  readonly curve: Curve;
} | null;
/** `0=0; 5=50; 20=100`, as the Points column of the Metrics tab has it. */
export declare function formatCurve(curve: Curve): string;
