/** A row of the Metrics tab; what a row does not say is what most rows say. */
export type MetricRow = Readonly<Record<string, string | number | boolean>>;
