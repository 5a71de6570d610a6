import { BANDS, type Config } from '../../domain/config/config';
import type { ColumnWords } from '../../domain/words';
import { column, VIEWERS } from '../column';
import { SHOWN } from '../placed';
import type { Tab } from '../tab';

/** Bands in the order of the Band column, the unscored one last. */
export const BAND_WORDS: readonly string[] = [...BANDS, 'Grey'];

const [OWNER, MANAGER] = VIEWERS;

/** The columns that every Accounts tab has. */
export const ACCOUNT_COLUMNS = [
  column('Account ID', 'id'),
  column('Account Name', 'text', { jump: { tab: 'Breakdown', by: 'Account ID', at: 'Account' }, width: 230 }),
  column('Segment', 'ref', {
    ref: 'Segments',
  }),
  column('Stage', 'text'),
  OWNER,
  column('Score', 'score'),
  column('Band', 'choice', { choices: BAND_WORDS }),
  column('Score Change', 'change'),
  column('Coverage Percent', 'percent'),
  column('Top Reason Note', 'longText'),
  column('As Of Timestamp', 'timestamp'),
  MANAGER,
  column('Team', 'text'),
  column('MRR', 'money'),
  column('Renewal Date', 'date'),
  column('Priority', 'integer'),
  column('More Reasons Note', 'longText'),
  column('Change Note', 'longText'),
  column('Journey Stage', 'text'),
  column('Pulse', 'integer', {
    range: [1, 5],
  }),
  column('Has Pulse Conflict', 'flag'),
  column('Data Date', 'date'),
  column('Stale Metric Count', 'integer'),
  column('Config Version', 'text'),
];

/**
 * The Accounts tab under a configuration: the fixed columns, then one score column a dimension, then one column a
 * quadrant view. Columns that depend on the configuration stand at the right, so that the others keep their place.
 */
export function accountsTab(config: Pick<Config, 'dimensions' | 'quadrants'>): Tab {
  return {
    name: 'Accounts',
    ...SHOWN,
    key: 'Account ID',
    frozen: 2,
    columns: [
      ...ACCOUNT_COLUMNS,
      ...config.dimensions.map(({ id }) => column(dimensionHeader(id), 'score')),
      ...config.quadrants.map(({ id }) => column(quadrantHeader(id), 'text')),
    ],
  };
}

/** Words of the columns that stand in Accounts because the configuration names them. */
export function configuredWords(
  config: Pick<Config, 'dimensions' | 'quadrants'>,
): Readonly<Record<string, ColumnWords>> {
  const dimensions = config.dimensions.map(({ id, name, why }): [string, ColumnWords] => [
    dimensionHeader(id),
    {
      ja: `${name.ja}スコア`,
      note: {
        en: `Score of ${name.en} alone, 0 to 100; empty without data. ${why.en}`.trim(),
        ja: `${name.ja}だけのスコア（0〜100）です。データがなければ空欄です。${why.ja}`,
      },
    },
  ]);
  const quadrants = config.quadrants.map(({ id, name, xAxis, yAxis }): [string, ColumnWords] => [
    quadrantHeader(id),
    {
      ja: name.ja,
      note: {
        en: `Quadrant of ${name.en}: ${xAxis} against ${yAxis}.`,
        ja: `${name.ja}（${xAxis} × ${yAxis}）での位置です。`,
      },
    },
  ]);
  return Object.fromEntries([...dimensions, ...quadrants]);
}

/** Header of a dimension's score column in Accounts. */
export function dimensionHeader(dimension: string): string {
  return `${dimension} Score`;
}

/** Header of a quadrant view's column in Accounts. */
export function quadrantHeader(quadrant: string): string {
  return `${quadrant} Quadrant`;
}
