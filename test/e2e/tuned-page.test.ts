import type { Workspace } from '../../scripts/local/run/workspace';
import type { Reply } from '../../src/domain/reply';
import type { CellChange, SavedView, TuningView, WhatIfView } from '../../src/domain/tuning-views';
import type { OperationsView, SidebarView, StoryView, WeekView } from '../../src/domain/views';
import { whatIf } from '../../src/scoring/what-if';
import { cellChanges, drafted, UNCHANGED } from '../../src/sidebar/tuning/draft';
import { readingsOf, scored } from '../../src/sidebar/tuning/score';
import { buildProduct, everything, records, runNow, setUpProduct, type } from './product';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const ask = <T>(workspace: Workspace, name: string, ...args: unknown[]): Reply<T> =>
  workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<T>;

function answer<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.text.en} ${reply.next.en}`);
  return reply.data;
}

/** Twelve accounts that log in and meet more or less; nobody spoke with A1 since it fell. */
function product(): Workspace {
  const ids = Array.from({ length: 12 }, (_, index) => index + 1);
  const accounts = ids.map((id) => `A${id},Account ${id},${id % 2 ? 'aya' : 'ben'}@example.com,${id * 10_000},active`);
  const usage = ids.flatMap((id) =>
    Array.from(
      { length: 28 },
      (_, day) => `A${id},2026-03-${String(day + 1).padStart(2, '0')},${day % 12 < id ? id * 4 : 0},${id}`,
    ),
  );
  const touches = ids.slice(1).map((id) => `T${id},A${id},2026-03-30,meeting,a@x.example,executive`);
  const workspace = setUpProduct(dist, {
    accounts: `account_id,name,owner_email,mrr,status\n${accounts.join('\n')}\n`,
    usage: `account_id,date,logins,active_users\n${usage.join('\n')}\n`,
    touches: `touch_id,account_id,at,kind,participants,roles\n${touches.join('\n')}\n`,
  });
  runNow(workspace);
  return workspace;
}

describe('the page that tunes', () => {
  it('foretells what the server does, to the last bit', () => {
    const workspace = product();
    const view = answer(ask<TuningView>(workspace, 'tuningView'));
    const metric = view.config.metrics.find(({ id }) => id === 'active_days');
    if (!metric) throw new Error('no metric');
    const green = view.config.bands.find(({ band, segment }) => band === 'Green' && segment === '')?.lowerBound ?? 0;
    const draft = {
      ...UNCHANGED,
      dimensions: { Adoption: 90, Engagement: 5 },
      weights: { active_days: 9 },
      curves: { active_days: metric.curve.map((point) => ({ ...point, points: Math.round(point.points / 2) })) },
      bounds: { 'Green|': green + 2 },
    };
    const input = readingsOf(view);
    const mine = whatIf(scored(view.config, input), scored(drafted(view.config, draft), input));
    const theirs = answer(ask<WhatIfView>(workspace, 'whatIf', cellChanges(view.config, draft))).consequences;
    expect(mine.moves.length).toBeGreaterThan(0);
    expect(mine.before).toEqual(theirs?.before);
    expect(mine.after).toEqual(theirs?.after);
    expect(mine.touched).toBe(theirs?.touched);
    expect(theirs?.moves).toEqual(mine.moves.map((move) => expect.objectContaining(move)));
    expect([mine.bySegment, mine.byOwner, mine.byMrr]).toEqual([theirs?.bySegment, theirs?.byOwner, theirs?.byMrr]);
    expect(mine.skew).toEqual(theirs?.skew);
    expect(theirs?.movers.map(({ accountId, change, why }) => [accountId, change, why])).toEqual(
      mine.movers.map(({ accountId, change, why }) => [accountId, change, why]),
    );
  });

  const WEIGHT: CellChange = { tab: 'Dimensions', key: 'Adoption', header: 'Weight', value: 77 };

  it('saves its cells in the tabs and as a version', () => {
    const workspace = product();
    const { config } = answer(ask<TuningView>(workspace, 'tuningView'));
    const over: CellChange = { tab: 'Overrides', key: 'Enterprise|active_days', header: 'Weight', value: 4 };
    const saved = answer(ask<SavedView>(workspace, 'saveConfiguration', 'more of it', [WEIGHT, over], config.version));
    expect(saved).toMatchObject({ faults: [], conflict: [], version: { comment: 'more of it', inForce: true } });
    expect(records(workspace, 'Dimensions').find(({ Dimension }) => Dimension === 'Adoption')?.Weight).toBe(77);
    expect(records(workspace, 'Overrides')).toContainEqual(
      expect.objectContaining({ Segment: 'Enterprise', 'Metric ID': 'active_days', Weight: 4 }),
    );
    const next = answer(ask<TuningView>(workspace, 'tuningView'));
    expect(next.config.version).toBe(saved.version?.version);
    expect(next.unsaved).toEqual([]);
  });

  it('writes nothing over what somebody else saved or typed since, and says what that was', () => {
    const workspace = product();
    const { config } = answer(ask<TuningView>(workspace, 'tuningView'));
    answer(ask<SavedView>(workspace, 'saveConfiguration', 'first', [WEIGHT], config.version));
    type(workspace, 'Dimensions', 'ROI', 'Weight', 11);
    const before = everything(workspace);
    const second = { ...WEIGHT, value: 33 };
    const refused = answer(ask<SavedView>(workspace, 'saveConfiguration', 'second', [second], config.version));
    expect(refused.version).toBe(null);
    expect(refused.conflict.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^Dimensions: Adoption Weight \d+ -> 77$/),
      expect.stringMatching(/^Dimensions: ROI Weight \d+ -> 11$/),
    ]);
    expect(everything(workspace)).toEqual(before);
    const now = answer(ask<TuningView>(workspace, 'tuningView'));
    expect(now.unsaved.map(({ en }) => en)).toEqual([expect.stringMatching(/^Dimensions: ROI Weight/)]);
    const saved = answer(ask<SavedView>(workspace, 'saveConfiguration', 'second', [second], now.config.version));
    expect(saved.version?.changes).toHaveLength(2);
  });

  it('writes no cell where the configuration would not parse', () => {
    const workspace = product();
    const { config } = answer(ask<TuningView>(workspace, 'tuningView'));
    const before = everything(workspace);
    const wrong: CellChange = { tab: 'Metrics', key: 'active_days', header: 'Points', value: '9=0; 1=100' };
    const saved = answer(ask<SavedView>(workspace, 'saveConfiguration', '', [wrong], config.version));
    expect(saved.version).toBe(null);
    expect(saved.faults).toMatchObject([{ tab: 'Metrics', column: 'Points' }]);
    expect(everything(workspace)).toEqual(before);
  });
});

describe('what the page asks beside the score', () => {
  it('is the book, the week, the story of an account and how everything runs', () => {
    const workspace = product();
    const view = answer(ask<SidebarView>(workspace, 'sidebarView'));
    const rows = view.book?.rows ?? [];
    const accounts = records(workspace, 'Accounts');
    expect(rows.map(([id]) => id).sort()).toEqual(accounts.map((account) => account['Account ID']).sort());
    const published = (id: string) => accounts.find((account) => account['Account ID'] === id);
    for (const [id, name, owner, , , band, , , mrr, , reason] of rows) {
      expect(published(id)).toMatchObject({
        'Account Name': name,
        'Owner Email': owner,
        Band: band,
        MRR: mrr,
        'Top Reason Note': reason,
      });
    }
    const risky = rows.filter(([, , , , , band]) => band === 'Red' || band === 'Yellow').map(([id]) => id);
    const week = answer(ask<WeekView>(workspace, 'weekView'));
    expect(week.since).toBe('2026-03-24');
    expect(week.fell.map(([id]) => id).sort()).toEqual([...risky].sort());
    const contacted = new Map(week.fell.map(([id, , day]) => [id, day]));
    expect(contacted.get('A1')).toBe('');
    const story = answer(ask<StoryView>(workspace, 'storyView', 'A1'));
    expect(story.history[story.history.length - 1]).toEqual(['2026-03-31', published('A1')?.Score]);
    expect(story.moves.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
      Number(published('A1')?.['Score Change']),
      9,
    );
    const operations = answer(ask<OperationsView>(workspace, 'operationsView'));
    expect(operations.sources).toHaveLength(3);
    expect(operations.sources.every(({ good }) => good.startsWith('2026-03-31T'))).toBe(true);
    expect(operations.allProblems).toBe(records(workspace, 'Problems').length);
    expect(ask(workspace, 'showCell', 'Metrics', 'B3').ok).toBe(true);
    expect(ask(workspace, 'showCell', 'Nowhere', 'B3')).toMatchObject({ ok: false, code: 'input' });
  });
});
