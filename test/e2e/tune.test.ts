import type { Fault } from '../../scripts/local/gas/execution';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { Cell } from '../../src/domain/cell';
import type { Reply } from '../../src/domain/reply';
import type { CellChange, ConfigVersionView, Consequences, SavedView, WhatIfView } from '../../src/domain/tuning-views';
import { CONFIG_TABS } from '../../src/tables/health/configuration';
import { AS_OF, buildProduct, everything, type Files, records, runNow, setUpProduct, tab, type } from './product';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const DAY = 24 * 3_600_000;

/** Twelve accounts that log in, meet and pay more or less, so that they lie in several bands. */
function files(): Files {
  const ids = Array.from({ length: 12 }, (_, index) => index + 1);
  const accounts = ids.map(
    (id) =>
      `A${id},Account ${id},${id % 2 ? 'aya' : 'ben'}@example.com,East,${id * 10_000},${id * 40},2024-04-01,2026-12-31,active`,
  );
  const usage: string[] = [];
  for (let back = 89; back >= 0; back--) {
    const date = new Date(Date.parse(`${AS_OF}T00:00:00Z`) - back * DAY).toISOString().slice(0, 10);
    for (const id of ids) if (back % 12 < id) usage.push(`A${id},${date},${id * 4},${id}`);
  }
  const touches = ids.flatMap((id) =>
    Array.from(
      { length: id % 4 },
      (_, index) => `T${id}-${index},A${id},2026-03-${10 + index},meeting,a@x.example;b@x.example,executive`,
    ),
  );
  return {
    accounts: `account_id,name,owner_email,team,mrr,employees,contract_start,renewal_date,status\n${accounts.join('\n')}\n`,
    usage: `account_id,date,logins,active_users\n${usage.join('\n')}\n`,
    touches: `touch_id,account_id,at,kind,participants,roles\n${touches.join('\n')}\n`,
  };
}

function scored(options: Parameters<typeof setUpProduct>[2] = {}): Workspace {
  const workspace = setUpProduct(dist, files(), options);
  runNow(workspace);
  return workspace;
}

const ask = <T>(workspace: Workspace, name: string, ...args: unknown[]): Reply<T> =>
  workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<T>;

function answer<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.text.en);
  return reply.data;
}

const tryOut = (workspace: Workspace, changes: readonly CellChange[] = []): WhatIfView =>
  answer(ask<WhatIfView>(workspace, 'whatIf', changes));

function consequences(workspace: Workspace, changes: readonly CellChange[] = []): Consequences {
  const view = tryOut(workspace, changes);
  if (view.consequences === null) throw new Error(view.faults.map(({ why }) => why.en).join(' '));
  return view.consequences;
}

const versions = (workspace: Workspace) =>
  answer(ask<readonly ConfigVersionView[]>(workspace, 'configurationVersions'));

/** Every cell of both workbooks, and what the document's properties keep. */
const books = (workspace: Workspace) => ({
  cells: everything(workspace),
  properties: workspace.runtime.snapshot().properties,
  triggers: workspace.runtime.triggers(),
});

const configTabs = (workspace: Workspace) => {
  const cells = everything(workspace);
  return CONFIG_TABS.map(({ name }) => [name, cells[name]]);
};

/** Only meetings and logins are to count, and Adoption three times as much. */
const RETUNED: readonly CellChange[] = [
  { tab: 'Dimensions', key: 'Engagement', header: 'Weight', value: 5 },
  { tab: 'Dimensions', key: 'Adoption', header: 'Weight', value: 90 },
];

function retune(workspace: Workspace, changes: readonly CellChange[] = RETUNED): void {
  for (const { tab: name, key, header, value } of changes) type(workspace, name, key, header, value);
}

describe('what-if', () => {
  it('changes no cell of either workbook and keeps nothing, whatever is tried', () => {
    const workspace = scored();
    retune(workspace);
    const before = books(workspace);
    expect(consequences(workspace).touched).toBeGreaterThan(0);
    expect(consequences(workspace, [{ tab: 'Settings', key: 'Pilot Team', header: 'Value', value: 'West' }])).toEqual(
      expect.objectContaining({ accounts: 0, leaving: 12 }),
    );
    expect(tryOut(workspace, [{ tab: 'Dimensions', key: 'ROI', header: 'Weight', value: 'much' }]).consequences).toBe(
      null,
    );
    expect(books(workspace)).toEqual(before);
  });

  it('foretells exactly what a run then publishes', () => {
    const workspace = scored();
    const was = new Map(records(workspace, 'Accounts').map((record) => [record['Account ID'], record]));
    retune(workspace);
    const foretold = consequences(workspace);
    runNow(workspace);
    const is = records(workspace, 'Accounts');
    const moved = is.filter((record) => record.Band !== was.get(record['Account ID'])?.Band);
    expect(moved.length).toBeGreaterThan(0);
    expect(foretold.moved).toBe(moved.length);
    expect([...foretold.moves].sort((a, b) => (a.accountId < b.accountId ? -1 : 1))).toEqual(
      moved.map((record) => {
        const before = was.get(record['Account ID']);
        return expect.objectContaining({
          accountId: record['Account ID'],
          name: record['Account Name'],
          ownerEmail: record['Owner Email'],
          mrr: record.MRR,
          from: before?.Band,
          to: record.Band,
          scoreBefore: before?.Score,
          scoreAfter: record.Score,
        });
      }),
    );
    const count = (band: Cell) => is.filter((record) => record.Band === band).length;
    for (const [band, accounts] of Object.entries(foretold.after))
      expect([band, accounts]).toEqual([band, count(band)]);
    const [mover] = foretold.movers;
    const change = (id: Cell | undefined) =>
      (is.find((record) => record['Account ID'] === id)?.Score as number) - (was.get(id ?? null)?.Score as number);
    const largest = Math.max(...is.map((record) => Math.abs(change(record['Account ID']) || 0)));
    expect(Math.abs(mover?.change ?? 0)).toBeCloseTo(largest, 9);
    expect(mover?.change).toBeCloseTo(change(mover?.accountId), 9);
    expect(mover?.why.en).toMatch(/earns .+ points? (more|less)/);
    expect(foretold.version).not.toBe(foretold.changedVersion);
    expect(versions(workspace)[0]?.version).toBe(foretold.changedVersion);
  });

  it('answers the same for cells the page sends as for the same cells typed into the tabs', () => {
    const workspace = scored();
    const sent = consequences(workspace, RETUNED);
    expect(sent.changes.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^Dimensions: Engagement Weight \d+ -> 5$/),
      expect.stringMatching(/^Dimensions: Adoption Weight \d+ -> 90$/),
    ]);
    retune(workspace);
    expect(consequences(workspace)).toEqual(sent);
  });

  it('reads anew what a change reads differently: a window, a segment, a metric that was off', () => {
    const workspace = scored();
    const changes: CellChange[] = [
      { tab: 'Metrics', key: 'active_days', header: 'Window Days', value: 7 },
      { tab: 'Metrics', key: 'touch_score', header: 'Enabled', value: false },
      { tab: 'Segments', key: 'Enterprise', header: 'Rule', value: 'mrr > 50000' },
    ];
    const present = (name: string, key: Cell) =>
      records(workspace, name).some((record) => Object.values(record)[0] === key);
    for (const { tab: name, key } of changes) expect([key, present(name, key)]).toEqual([key, true]);
    const foretold = consequences(workspace, changes);
    retune(workspace, changes);
    runNow(workspace);
    const after = new Map(records(workspace, 'Accounts').map((record) => [record['Account ID'], record]));
    expect(foretold.touched).toBeGreaterThan(0);
    for (const { accountId, scoreAfter, segment } of foretold.moves) {
      expect([accountId, scoreAfter, segment]).toEqual([
        accountId,
        after.get(accountId)?.Score,
        after.get(accountId)?.Segment,
      ]);
    }
    for (const { accountId, shownAfter } of foretold.movers) {
      expect(Math.abs(Number(shownAfter) - (after.get(accountId)?.Score as number))).toBeLessThan(0.1);
    }
  });

  it('warns where a band would hold more than the configured share', () => {
    const workspace = scored();
    const all = (lowerBound: number): CellChange[] =>
      ['Green', 'Lime', 'Yellow'].map((band, at) => ({
        tab: 'Bands',
        key: band,
        header: 'Lower Bound',
        value: lowerBound - at / 10,
      }));
    const { skew, after, accounts } = consequences(workspace, all(0.3));
    expect(after.Green + after.Grey).toBe(accounts);
    expect(skew[0]).toMatchObject({
      band: 'Green',
      percent: 100,
      warning: { ja: expect.stringContaining('グリーン') },
    });
    expect(
      consequences(workspace, [{ tab: 'Settings', key: 'Skew Warning Percent', header: 'Value', value: 100 }]).skew,
    ).toEqual([]);
  });

  it('lists every fault by tab and cell, in both languages, and scores nothing', () => {
    const workspace = scored();
    type(workspace, 'Metrics', 'active_days', 'Points', '0=100; 5=x');
    type(workspace, 'Dimensions', 'Adoption', 'Weight', 'heavy');
    const { faults, consequences: none } = tryOut(workspace);
    expect(none).toBeNull();
    const errors = faults.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ tab: name, column, value }) => [name, column, value])).toEqual([
      ['Dimensions', 'Weight', 'heavy'],
      ['Metrics', 'Points', '0=100; 5=x'],
    ]);
    for (const { cell, why } of errors) {
      expect(cell).toMatch(/^[A-Z]+\d+$/);
      expect(why.en).toMatch(/\S/);
      expect(why.ja).toMatch(/[ぁ-ん]/);
    }
    // The last good version goes on; a change of it is scored whatever stands in the tabs.
    expect(consequences(workspace, RETUNED).touched).toBeGreaterThan(0);
  });

  it('refuses a cell that is not there, and asks for a run before there are scores', () => {
    const fresh = setUpProduct(dist, files());
    expect(ask(fresh, 'whatIf', [])).toMatchObject({ ok: false, next: { en: expect.stringContaining('Run now') } });
    const workspace = scored();
    expect(ask(workspace, 'whatIf', [{ tab: 'Metrics', key: 'nothing', header: 'Weight', value: 1 }])).toMatchObject({
      ok: false,
      code: 'input',
      text: { en: expect.stringContaining('nothing') },
    });
  });
});

describe('saving the configuration', () => {
  it('makes a version with who, when, why and what changed', () => {
    const workspace = scored();
    retune(workspace);
    const saved = answer(ask<SavedView>(workspace, 'saveConfiguration', ' Adoption decides renewals '));
    expect(saved.version).toMatchObject({
      author: 'ops@example.com',
      comment: 'Adoption decides renewals',
      savedAt: expect.stringMatching(/^2026-03-31T\d\d:\d\d:\d\d$/),
      inForce: true,
      restorable: true,
      changes: [expect.stringContaining('Engagement Weight'), expect.stringContaining('Adoption Weight')],
    });
    expect(versions(workspace).map(({ inForce }) => inForce)).toEqual([true, false]);
    expect(records(workspace, 'Config Versions')).toHaveLength(2);
  });

  it('refuses one with faults, answers them, and the last good version stays in force', () => {
    const workspace = scored();
    const good = versions(workspace);
    const scores = records(workspace, 'Accounts').map(({ Score }) => Score);
    type(workspace, 'Dimensions', 'Adoption', 'Weight', -1);
    const saved = answer(ask<SavedView>(workspace, 'saveConfiguration', 'oops'));
    expect(saved.version).toBeNull();
    expect(saved.faults[0]).toMatchObject({ tab: 'Dimensions', severity: 'error', value: '-1' });
    expect(versions(workspace)).toEqual(good);
    runNow(workspace);
    expect(records(workspace, 'Accounts').map(({ Score }) => Score)).toEqual(scores);
    expect(records(workspace, 'Runs').slice(-1)[0]).toMatchObject({ 'Config Version': good[0]?.version });
  });

  it('gives a version that a run made its comment afterwards, once', () => {
    const workspace = scored();
    answer(ask(workspace, 'saveConfiguration', 'Defaults to begin with'));
    expect(versions(workspace)).toEqual([expect.objectContaining({ comment: 'Defaults to begin with' })]);
    expect(ask(workspace, 'saveConfiguration', 'again')).toMatchObject({ ok: false, code: 'input' });
  });

  it('is for Ops alone once somebody has that role', () => {
    const workspace = scored();
    retune(workspace);
    answer(ask(workspace, 'saveConfiguration', 'tuned'));
    const standing = versions(workspace);
    const members = tab(workspace, 'Members');
    ['hanako@example.com', 'Hanako', 'ops', 'Tokyo'].forEach((value, column) => {
      members.values[column] = [members.values[column]?.[0] ?? null, value];
    });
    const before = everything(workspace);
    for (const reply of [
      ask(workspace, 'saveConfiguration', 'mine'),
      ask(workspace, 'restoreConfiguration', standing[1]?.id),
    ]) {
      expect(reply).toMatchObject({ ok: false, code: 'credential', next: { en: expect.stringContaining('Members') } });
    }
    expect(everything(workspace)).toEqual(before);
  });
});

describe('restoring a version', () => {
  it('writes the tabs back cell by cell, keeps their validation, and is a version of its own', () => {
    const workspace = scored();
    const [first] = versions(workspace);
    const tabs = configTabs(workspace);
    const rules = JSON.stringify(tab(workspace, 'Metrics').validations);
    retune(workspace);
    answer(ask(workspace, 'saveConfiguration', 'tuned'));
    const [restored, ...older] = answer(
      ask<readonly ConfigVersionView[]>(workspace, 'restoreConfiguration', first?.id),
    );
    expect(configTabs(workspace)).toEqual(tabs);
    expect(JSON.stringify(tab(workspace, 'Metrics').validations)).toBe(rules);
    expect(restored).toMatchObject({
      version: first?.version,
      comment: `restored ${first?.version} of ${first?.savedAt.replace('T', ' ')}`,
      inForce: true,
      changes: [expect.stringContaining('Engagement Weight 5 -> '), expect.stringContaining('Adoption Weight 90 -> ')],
    });
    expect(older.map(({ comment }) => comment)).toEqual(['tuned', '']);
    expect(consequences(workspace)).toMatchObject({ touched: 0, changes: [] });
  });

  it('first keeps what was changed and not saved', () => {
    const workspace = scored();
    const [first] = versions(workspace);
    retune(workspace);
    const unsaved = consequences(workspace).changedVersion;
    answer(ask(workspace, 'restoreConfiguration', first?.id));
    const [, kept] = versions(workspace);
    expect(kept).toMatchObject({ version: unsaved, comment: expect.stringContaining(first?.version ?? '-') });
    answer(ask(workspace, 'restoreConfiguration', kept?.id));
    expect(records(workspace, 'Dimensions').find(({ Dimension }) => Dimension === 'Adoption')?.Weight).toBe(90);
  });

  it('puts an end to faults in the tabs', () => {
    const workspace = scored();
    const [first] = versions(workspace);
    type(workspace, 'Dimensions', 'Adoption', 'Weight', 'heavy');
    answer(ask(workspace, 'restoreConfiguration', first?.id));
    expect(tryOut(workspace).faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(versions(workspace)).toHaveLength(2);
  });

  it('refuses a version that is not there', () => {
    const workspace = scored();
    expect(ask(workspace, 'restoreConfiguration', 'c-none|2026-01-01T00:00:00')).toMatchObject({
      ok: false,
      code: 'input',
    });
  });

  /** Service calls that a restoring takes. */
  let calls = 0;
  beforeAll(() => {
    let counting = false;
    const workspace = scored({
      beforeCall: (call) => {
        if (counting) calls = Math.max(calls, call);
        return undefined;
      },
    });
    const [first] = versions(workspace);
    retune(workspace);
    answer(ask(workspace, 'saveConfiguration', 'tuned'));
    counting = true;
    answer(ask(workspace, 'restoreConfiguration', first?.id));
    counting = false;
  });

  // The last calls of a restoring forget that it was begun.
  it.each([7, 16, 26, 40, 55, 70, 85, 94, 99])(
    'that the platform stops after %i %% of it leaves one whole configuration after the next run',
    (percent) => {
      const at = Math.round((calls * percent) / 100);
      expect(at).toBeGreaterThan(1);
      let armed = false;
      const workspace = scored({
        beforeCall: (call): Fault | undefined => (armed && call === at ? 'kill' : undefined),
      });
      const [first] = versions(workspace);
      const original = configTabs(workspace);
      retune(workspace);
      answer(ask(workspace, 'saveConfiguration', 'tuned'));
      const tuned = configTabs(workspace);
      armed = true;
      let stopped = false;
      try {
        ask(workspace, 'restoreConfiguration', first?.id);
      } catch {
        stopped = true;
      }
      armed = false;
      expect(stopped).toBe(true);
      runNow(workspace);
      expect([original, tuned]).toContainEqual(configTabs(workspace));
      const inForce = versions(workspace)[0]?.version;
      expect(records(workspace, 'Runs').slice(-1)[0]).toMatchObject({ State: 'done', 'Config Version': inForce });
      expect(consequences(workspace).changes).toEqual([]);
    },
  );
});

describe('a new version', () => {
  it('is marked in Score History, and Movements tell its part from the customers’', () => {
    const workspace = scored();
    retune(workspace);
    answer(ask(workspace, 'saveConfiguration', 'tuned'));
    const { runtime } = workspace;
    runtime.fireTriggers(runtime.clock.now() + 30 * 3_600_000);
    const [version, old] = versions(workspace).map((one) => one.version);
    const history = records(workspace, 'Score History').filter(({ Account }) => Account === 'A12');
    const marked = history.filter((record) => record['Has New Version'] === true);
    expect(marked).toEqual([expect.objectContaining({ 'Config Version': version })]);
    expect(history.filter((record) => record['Config Version'] === old).length).toBeGreaterThan(0);
    const moved = records(workspace, 'Movements');
    expect(moved.some(({ Cause }) => Cause === 'config')).toBe(true);
    expect(moved.some(({ Cause }) => Cause === 'behaviour')).toBe(true);
    for (const id of new Set(moved.map(({ Account }) => Account))) {
      const mine = moved.filter(({ Account }) => Account === id);
      const sum = mine.reduce((total, line) => total + (line['Points Moved'] as number), 0);
      const { 'Score Before': before, 'Score After': after } = mine[0] as (typeof mine)[number];
      expect(Math.abs(sum - ((after as number) - (before as number)))).toBeLessThan(1e-9);
    }
    // What the version alone did to the day compared with, scored under it: the same facts, the other rules.
    const then = moved[0]?.['From Date'];
    const early = scored({ asOf: String(then) });
    const retuned = new Map(consequences(early, RETUNED).moves.map((move) => [move.accountId, move]));
    for (const [id, { scoreBefore, scoreAfter }] of retuned) {
      const mine = moved.filter(({ Account, Cause }) => Account === id && Cause === 'config');
      const sum = mine.reduce((total, line) => total + (line['Points Moved'] as number), 0);
      expect(Math.abs(sum - ((scoreAfter ?? 0) - (scoreBefore ?? 0)))).toBeLessThan(1e-9);
    }
    expect(retuned.size).toBeGreaterThan(0);
  });
});

describe('checking the configuration from the menu', () => {
  const check = (workspace: Workspace) => workspace.runtime.execute('menuCheckConfiguration', [], { entry: 'menu' });

  it('lists the faults in Problems, makes no version, and takes them off once they are mended', () => {
    const workspace = scored();
    const [standing] = versions(workspace);
    const weight = records(workspace, 'Dimensions').find(({ Dimension }) => Dimension === 'Adoption')?.Weight ?? null;
    type(workspace, 'Dimensions', 'Adoption', 'Weight', 'heavy');
    check(workspace);
    const faults = () => records(workspace, 'Problems').filter(({ Source }) => Source === 'Dimensions');
    expect(faults()).toEqual([expect.objectContaining({ 'Found Text': 'heavy', Severity: 'error' })]);
    type(workspace, 'Dimensions', 'Adoption', 'Weight', weight);
    check(workspace);
    expect(faults()).toEqual([]);
    expect(versions(workspace)).toEqual([standing]);
  });
});
