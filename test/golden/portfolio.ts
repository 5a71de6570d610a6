import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { demoStories } from '../../scripts/local/demo/generate';
import { writeDemo } from '../../scripts/local/demo/write';
import { defaultConfig } from '../../src/app/defaults';
import { type PublishedAccount, publishedAccounts } from '../../src/app/publish/published-account';
import { accountsInScope, customersOn, scoreDay } from '../../src/app/run/portfolio';
import { loadFacts } from '../../src/app/store/load-facts';
import { DATASETS } from '../../src/domain/datasets';
import { dayOf } from '../../src/domain/day';
import type { Facts } from '../../src/domain/facts';
import { parseConfig } from '../../src/tables/config/parse-config';
import { memoryPlatform } from '../app/ports/memory-platform';
import { pullInto, source } from '../app/pull/pulled';

/** The folder in which the accepted scores are kept, one file for each story of the demo portfolio. */
export const ACCEPTED = join(__dirname, 'portfolio');

const AS_OF = dayOf(2026, 11, 20) as number;
const DEMO = { seed: 20261, asOf: AS_OF };

/** The demo portfolio, pulled from its CSV files, scored and explained under the default configuration. */
function scoredDemo(): PublishedAccount[] {
  const { config, problems } = parseConfig(defaultConfig('en'));
  if (config === null || problems.length > 0)
    throw new Error(`the default configuration has ${problems.length} faults`);
  const facts = demoFacts();
  const accountIds = accountsInScope(facts, config, AS_OF);
  const before = AS_OF - config.settings.changeDays;
  const then = scoreDay(facts, config, customersOn(facts, accountIds, before), before);
  return publishedAccounts(scoreDay(facts, config, accountIds, AS_OF), { then, thenUnderNow: then });
}

/** What the scores of the demo portfolio look like on paper, by file name. */
export function goldenFiles(): ReadonlyMap<string, string> {
  const stories = demoStories(DEMO);
  const files = new Map<string, string>();
  for (const account of scoredDemo()) {
    const file = `${stories[account.accountId]}.txt`;
    files.set(file, (files.get(file) ?? '') + paragraph(account));
  }
  return files;
}

/** The Demo data as the product pulls them, through memory instead of a workbook. */
function demoFacts(): Facts {
  const folder = mkdtempSync(join(tmpdir(), 'kenshin-golden-'));
  try {
    const files = Object.fromEntries(
      writeDemo(folder, DEMO).map((path) => [basename(path, '.csv'), readFileSync(path, 'utf8')]),
    );
    const sources = DATASETS.map(({ name }) => source({ id: name, dataset: name, location: name }));
    return loadFacts(pullInto(memoryPlatform({ files }), sources, undefined, AS_OF).store).facts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An account in a few lines: who, the score and what it is made of, and the reasons in both languages. */
function paragraph(account: PublishedAccount): string {
  const { score, moved, reasons, attribute, accountId } = account;
  const { segment, stage, band, coverage, cap, quadrants, dimensions } = score;
  const lines = [
    [accountId, attribute('name'), segment.id, stage?.id ?? '-', ...quadrants.map(({ name }) => name?.en ?? '-')].join(
      ' | ',
    ),
    `${band} ${number(score.score)} shown ${score.shown} change ${number(moved?.change ?? null)} coverage ${number(coverage)}`,
    dimensions.map(({ dimension, score: points }) => `${dimension.id} ${number(points)}`).join(' '),
    ...(cap === null ? [] : [`Cap ${cap.cap.id} ${number(cap.points)}`]),
    ...reasons.flatMap(({ en, ja }) => [en, ja]),
  ];
  return `${lines[0]}\n${lines
    .slice(1)
    .map((line) => `  ${line}\n`)
    .join('')}\n`;
}

function number(value: number | null): string {
  return value === null ? '-' : String(Math.round(value * 1e9) / 1e9);
}
