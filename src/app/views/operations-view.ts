import type { OperationsView } from '../../domain/views';
import { refusal } from '../../errors';
import type { Platform } from '../../ports';
import { SOURCE_KINDS } from '../../sources';
import { PROBLEMS } from '../../tables/health/journal';
import { readTab } from '../../tables/rows';
import { SOURCE_COLUMNS, sourcesTab } from '../../tables/sources';
import { noSuchTab } from '../messages';
import { cellText } from '../publish/published-account';
import { rememberedSources } from '../pull/source-memory';
import { webhookSetting } from '../write-back/webhook';

/** Problems that go to the page; the tab holds all. */
const SHOWN = 300;

/** How the product runs: its sources with the last time each brought its data, and what stands in Problems. */
export function viewOperations(platform: Platform): OperationsView {
  const health = platform.workbooks.health();
  const known = rememberedSources(platform.store);
  const records = (read: ReturnType<typeof readTab>) => read.records.map(({ values }) => values);
  const sources = records(readTab(sourcesTab(SOURCE_KINDS), health.read('Sources')));
  const problems = records(readTab(PROBLEMS, health.read(PROBLEMS.name)));
  const tabs = health.tabs();
  const troubles = (id: string) => problems.filter((problem) => problem.Source === id).length;
  const webhook = webhookSetting(health);
  return {
    sources: [
      ...sources.map((source) => {
        const id = cellText(source[SOURCE_COLUMNS.id]);
        const good = known.get(id)?.good ?? null;
        return {
          id,
          kind: cellText(source[SOURCE_COLUMNS.kind]),
          dataset: cellText(source[SOURCE_COLUMNS.dataset]),
          enabled: source[SOURCE_COLUMNS.enabled] !== false,
          good: good === null ? '' : platform.wallClock(good, health.zone),
          problems: troubles(id),
        };
      }),
      ...(webhook
        ? [
            {
              ...{ id: webhook.id, kind: webhook.kind, dataset: '', enabled: true, good: '' },
              problems: troubles(webhook.id),
            },
          ]
        : []),
    ],
    problems: problems.slice(0, SHOWN).map((problem) => {
      const source = cellText(problem.Source);
      return {
        severity: problem.Severity === 'warning' ? 'warning' : 'error',
        source,
        place: cellText(problem.Place),
        column: cellText(problem.Column),
        value: cellText(problem['Found Text']),
        why: cellText(problem['Mend Note']),
        tab: tabs.includes(source) ? source : '',
      };
    }),
    allProblems: problems.length,
  };
}

/** Puts the cursor on a cell of the Health workbook; on the first where it is no address. Throws KenshinError `input`. */
export function showCell(platform: Platform, tab: string, cell: string): null {
  if (platform.screen.show(tab, /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell) ? cell : 'A1')) return null;
  throw refusal('input', noSuchTab(tab));
}
