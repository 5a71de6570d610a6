import { BANDS } from '../../domain/config/config';
import { column } from '../column';
import type { Tab } from '../tab';
import { nameJa, POINTS_RANGE, PROTECTED, rule, WEIGHT_RANGE, whyJa } from './configuration-columns';
import { METRICS_TAB } from './metrics';

export const SETTINGS_TAB = {
  ...PROTECTED,
  name: 'Settings',
  key: 'Setting',
  columns: [
    column('Setting', 'id', { required: true }),
    column('Value', 'text'),
    column('Why', 'longText'),
    column('Setting Ja', 'text', { optional: true }),
    whyJa,
    column('Allowed Text', 'text', {
      optional: true,
    }),
  ],
} satisfies Tab;

export const DIMENSIONS_TAB = {
  ...PROTECTED,
  name: 'Dimensions',
  key: 'Dimension',
  columns: [
    column('Dimension', 'id', { required: true }),
    nameJa,
    column('Weight', 'number', {
      required: true,
      range: WEIGHT_RANGE,
    }),
    column('Why', 'longText'),
    whyJa,
  ],
} satisfies Tab;

export const SEGMENTS_TAB = {
  ...PROTECTED,
  name: 'Segments',
  key: 'Segment',
  columns: [
    column('Segment', 'id', { required: true }),
    rule,
    nameJa,
    column('Why', 'longText', { optional: true }),
    whyJa,
  ],
} satisfies Tab;

export const OVERRIDES_TAB = {
  ...PROTECTED,
  name: 'Overrides',
  key: '',
  frozen: 2,
  columns: [
    column('Segment', 'ref', {
      ref: 'Segments',
      required: true,
    }),
    column('Metric ID', 'ref', {
      ref: 'Metrics',
      required: true,
    }),
    column('Weight', 'number', {
      range: WEIGHT_RANGE,
    }),
    column('Points', 'curve'),
    column('Enabled', 'flag'),
    column('Why', 'longText', { optional: true }),
    whyJa,
  ],
} satisfies Tab;

export const BANDS_TAB = {
  ...PROTECTED,
  name: 'Bands',
  key: '',
  columns: [
    column('Band', 'choice', {
      choices: BANDS,
      required: true,
    }),
    column('Segment', 'ref', { ref: 'Segments' }),
    column('Lower Bound', 'number', { required: true, range: POINTS_RANGE }),
  ],
} satisfies Tab;

export const CAPS_TAB = {
  ...PROTECTED,
  name: 'Caps',
  key: 'Cap ID',
  columns: [
    column('Cap ID', 'id', { required: true }),
    column('Condition', 'expression', { required: true }),
    column('Highest Score', 'number', {
      required: true,
      range: POINTS_RANGE,
    }),
    column('Reason', 'text', {
      required: true,
    }),
    column('Reason Ja', 'text'),
    column('Enabled', 'flag', { required: true }),
  ],
} satisfies Tab;

export const STAGES_TAB = {
  ...PROTECTED,
  name: 'Stages',
  key: 'Stage',
  columns: [
    column('Stage', 'id', { required: true }),
    rule,
    nameJa,
    column('Why', 'longText', { optional: true }),
    whyJa,
  ],
} satisfies Tab;

export const QUADRANTS_TAB = {
  ...PROTECTED,
  name: 'Quadrants',
  key: 'Quadrant',
  columns: [
    column('Quadrant', 'id', { required: true }),
    nameJa,
    column('X Axis', 'text', { required: true }),
    column('X High From', 'number', { required: true, range: POINTS_RANGE }),
    column('Y Axis', 'text', { required: true }),
    column('Y High From', 'number', { required: true, range: POINTS_RANGE }),
    ...(['High High', 'High Low', 'Low High', 'Low Low'] as const).flatMap((corner) => [
      column(corner, 'text', { required: true }),
      column(`${corner} Ja`, 'text'),
    ]),
  ],
} satisfies Tab;

export const MEMBERS_TAB = {
  ...PROTECTED,
  name: 'Members',
  key: 'Email',
  columns: [
    column('Email', 'email', {
      required: true,
    }),
    column('Name', 'text'),
    column('Role', 'choice', {
      choices: ['csm', 'ops', 'manager'],
      required: true,
    }),
    column('Team', 'text'),
  ],
} satisfies Tab;

/** The configuration tabs that `parseConfig` reads, in the order in which people meet them. */
export const CONFIG_TABS: readonly Tab[] = [
  SETTINGS_TAB,
  DIMENSIONS_TAB,
  METRICS_TAB,
  SEGMENTS_TAB,
  OVERRIDES_TAB,
  BANDS_TAB,
  CAPS_TAB,
  STAGES_TAB,
  QUADRANTS_TAB,
  MEMBERS_TAB,
];
