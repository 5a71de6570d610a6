import type { Grid } from '../../domain/cell';
import type { MetricDataset } from '../../domain/config/config';

/** Configuration tabs as they stand in the workbook, by tab name; null or absent where a tab is missing. */
export type ConfigGrids = Readonly<Record<string, Grid | null>>;

/**
 * Columns that the Data workbook holds beyond the canonical ones, by dataset; for usage its measures too. A dataset
 * that is absent was not looked at.
 */
export type KnownColumns = Readonly<Partial<Record<MetricDataset, readonly string[]>>>;
