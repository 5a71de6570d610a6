import type { Fault } from '../../scripts/local/gas/execution';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { ConfigVersionView, SavedView } from '../../src/domain/tuning-views';
import { buildProduct, everything, records, runNow, tab, type } from './product';
import { answer, ask, configTabs, consequences, RETUNED, retune, scored, tryOut, versions } from './tune-stage';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

describe('saving the configuration', () => {
  it('makes a version with who, when, why and what changed', () => {
    const workspace = scored(dist);
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
    const workspace = scored(dist);
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
    const workspace = scored(dist);
    answer(ask(workspace, 'saveConfiguration', 'Defaults to begin with'));
    expect(versions(workspace)).toEqual([expect.objectContaining({ comment: 'Defaults to begin with' })]);
    expect(ask(workspace, 'saveConfiguration', 'again')).toMatchObject({ ok: false, code: 'input' });
  });

  it('is for Ops alone once somebody has that role', () => {
    const workspace = scored(dist);
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
    const workspace = scored(dist);
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
    const workspace = scored(dist);
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
    const workspace = scored(dist);
    const [first] = versions(workspace);
    type(workspace, 'Dimensions', 'Adoption', 'Weight', 'heavy');
    answer(ask(workspace, 'restoreConfiguration', first?.id));
    expect(tryOut(workspace).faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(versions(workspace)).toHaveLength(2);
  });

  it('refuses a version that is not there', () => {
    const workspace = scored(dist);
    expect(ask(workspace, 'restoreConfiguration', 'c-none|2026-01-01T00:00:00')).toMatchObject({
      ok: false,
      code: 'input',
    });
  });

  /** Service calls that a restoring takes. */
  let calls = 0;
  beforeAll(() => {
    let counting = false;
    const workspace = scored(dist, {
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
      const workspace = scored(dist, {
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
    const workspace = scored(dist);
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
    const early = scored(dist, { asOf: String(then) });
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
    const workspace = scored(dist);
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

  it('takes a formula for a fault even where its value would do, and a day for no weight', () => {
    const workspace = scored(dist);
    const dimensions = tab(workspace, 'Dimensions');
    const [header = []] = everything(workspace).Dimensions ?? [];
    const column = header.indexOf('Weight');
    dimensions.formulas.fill({ row: 1, column, rows: 1, columns: 1 }, '=10+20');
    type(workspace, 'Metrics', 'active_days', 'Weight', 46053);
    check(workspace);
    const faults = records(workspace, 'Problems').filter(({ Severity }) => Severity === 'error');
    expect(faults.map((fault) => [fault.Source, fault.Column, fault['Found Text'], fault['Problem Code']])).toEqual([
      ['Dimensions', 'Weight', '=10+20', 'cell.formula'],
      ['Metrics', 'Weight', '46053', 'number.range'],
    ]);
  });
});
