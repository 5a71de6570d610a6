import { AGGREGATES, COMPARES, MISSING_POLICIES } from '../../domain/config/config';
import { DATASETS } from '../../domain/datasets';
import { column } from '../column';
import type { Tab } from '../tab';
import { nameJa, PROTECTED, WEIGHT_RANGE, whyJa } from './configuration-columns';

/** Datasets a metric may read, as the Metrics tab names them. */
const METRIC_DATASETS: readonly string[] = [...DATASETS.map(({ name }) => name), 'pulses', 'goals'];

const DAYS_RANGE = [1, 3660] as const;

export const METRICS_TAB = {
  ...PROTECTED,
  name: 'Metrics',
  key: 'Metric ID',
  frozen: 2,
  columns: [
    column('Metric ID', 'id', {
      required: true,
    }),
    column('Name', 'text', { required: true }),
    nameJa,
    column('Dimension', 'ref', {
      ref: 'Dimensions',
      required: true,
    }),
    column('Lens', 'choice', {
      choices: ['outcome', 'experience'],
      required: true,
    }),
    column('Kind', 'choice', {
      choices: ['process', 'outcome'],
      required: true,
    }),
    column('Dataset', 'choice', {
      choices: METRIC_DATASETS,
      required: true,
    }),
    column('Aggregate', 'choice', {
      choices: AGGREGATES,
      required: true,
    }),
    column('Field', 'text'),
    column('Filter', 'expression'),
    column('Window Days', 'integer', {
      range: DAYS_RANGE,
    }),
    column('Compare', 'choice', {
      choices: COMPARES,
    }),
    column('Missing', 'choice', {
      choices: MISSING_POLICIES,
    }),
    column('Missing Days', 'integer', { range: DAYS_RANGE }),
    column('Weight', 'number', { required: true, range: WEIGHT_RANGE }),
    column('Points', 'curve', { required: true }),
    column('Enabled', 'flag', { required: true }),
    column('Why', 'longText'),
    column('Owner Email', 'email'),
    column('Fresh Days', 'integer', {
      range: DAYS_RANGE,
    }),
    column('Unit', 'text', {
      optional: true,
    }),
    column('Unit Ja', 'text', {
      optional: true,
    }),
    whyJa,
  ],
} satisfies Tab;
