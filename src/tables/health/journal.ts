import { column } from '../column';
import { SHOWN } from '../placed';
import type { Tab } from '../tab';

export const RUNS = {
  name: 'Runs',
  ...SHOWN,
  key: 'Run ID',
  columns: [
    column('Run ID', 'id'),
    column('Kind', 'choice', {
      choices: ['daily', 'hourly', 'manual', 'backfill', 'setup'],
    }),
    column('State', 'choice', {
      choices: ['running', 'done', 'failed'],
    }),
    column('Started Timestamp', 'timestamp'),
    column('Ended Timestamp', 'timestamp'),
    column('As Of Date', 'date'),
    column('Account Count', 'integer'),
    column('Scored Count', 'integer'),
    column('Problem Count', 'integer'),
    column('Config Version', 'text'),
    column('Slice Count', 'integer'),
    column('Run Note', 'longText'),
    column('Left Out Note', 'longText'),
    column('Starter Email', 'email'),
  ],
} satisfies Tab;

export const PROBLEMS = {
  name: 'Problems',
  ...SHOWN,
  filtered: true,
  key: 'Problem ID',
  columns: [
    column('Problem ID', 'id'),
    column('Severity', 'choice', {
      choices: ['error', 'warning'],
    }),
    column('Source', 'text', { jump: { tab: null, by: 'Source', at: 'Place' } }),
    column('Place', 'text'),
    column('Column', 'text'),
    column('Found Text', 'text'),
    column('Mend Note', 'longText'),
    column('Problem Code', 'text'),
    column('Found Timestamp', 'timestamp'),
  ],
} satisfies Tab;

/** Cells that the text of one configuration may take in Config Versions. */
export const SNAPSHOTS = ['Snapshot 1', 'Snapshot 2', 'Snapshot 3', 'Snapshot 4', 'Snapshot 5', 'Snapshot 6'] as const;

export const CONFIG_VERSIONS = {
  name: 'Config Versions',
  ...SHOWN,
  key: 'Version ID',
  columns: [
    column('Version ID', 'id'),
    column('Config Version', 'text'),
    column('Saved Timestamp', 'timestamp'),
    column('Author Email', 'email'),
    column('Comment', 'longText'),
    column('Change Note', 'longText'),
    ...SNAPSHOTS.map((name) => column(name, 'text')),
  ],
} satisfies Tab;

export const LISTS = {
  name: 'Lists',
  ...SHOWN,
  key: 'List ID',
  columns: [
    column('List ID', 'id'),
    column('List', 'text'),
    column('Item', 'text'),
    column('Item Ja', 'text'),
    column('Sort Order', 'integer'),
  ],
} satisfies Tab;
