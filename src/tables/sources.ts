import { DATASETS } from '../domain/datasets';
import { column } from './column';
import type { Tab } from './tab';

/** Headers of the Sources tab, as the code that reads a row names them. */
export const SOURCE_COLUMNS = {
  id: 'Source ID',
  enabled: 'Enabled',
  kind: 'Kind',
  dataset: 'Dataset',
  location: 'Location',
  tabName: 'Tab Name',
  rowsPath: 'Rows Path',
  paging: 'Paging',
  options: 'Options',
  headerName: 'Header Name',
  secretName: 'Secret Name',
  fieldMap: 'Field Map',
  measures: 'Measures',
  every: 'Every',
  note: 'Note',
} as const;

/** How an answer is cut into pages. */
export const PAGINGS = ['none', 'cursor', 'page', 'offset', 'link'] as const;
export type Paging = (typeof PAGINGS)[number];

export const EVERY = ['daily', 'hourly'] as const;
export type Every = (typeof EVERY)[number];

/** The Sources tab, one row a source. `kinds` are the kinds of sources that are installed. */
export function sourcesTab(kinds: readonly string[]) {
  const name = SOURCE_COLUMNS;
  return {
    name: 'Sources',
    workbook: 'health',
    writer: 'ops',
    kind: 'table',
    key: name.id,
    columns: [
      column(name.id, 'id', {
        required: true,
      }),
      column(name.enabled, 'flag'),
      column(name.kind, 'choice', {
        choices: kinds,
        required: true,
      }),
      column(name.dataset, 'choice', {
        choices: DATASETS.map((dataset) => dataset.name),
        required: true,
      }),
      column(name.location, 'text'),
      column(name.tabName, 'text'),
      column(name.rowsPath, 'text'),
      column(name.paging, 'choice', { choices: PAGINGS }),
      column(name.options, 'longText'),
      column(name.headerName, 'text'),
      column(name.secretName, 'text'),
      column(name.fieldMap, 'longText'),
      column(name.measures, 'longText'),
      column(name.every, 'choice', { choices: EVERY }),
      column(name.note, 'longText'),
    ],
  } satisfies Tab;
}
