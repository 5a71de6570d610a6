import type { Cell } from '../../src/domain/cell';
import type { CellChange } from '../../src/domain/tuning-views';
import { buildProduct, records, runNow, setUpProduct, type } from './product';
import { ask, books, consequences, files, RETUNED, retune, scored, tryOut, versions } from './tune-stage';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

describe('what-if', () => {
  it('changes no cell of either workbook and keeps nothing, whatever is tried', () => {
    const workspace = scored(dist);
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
    const workspace = scored(dist);
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
    const workspace = scored(dist);
    const sent = consequences(workspace, RETUNED);
    expect(sent.changes.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^Dimensions: Engagement Weight \d+ -> 5$/),
      expect.stringMatching(/^Dimensions: Adoption Weight \d+ -> 90$/),
    ]);
    retune(workspace);
    expect(consequences(workspace)).toEqual(sent);
  });

  it('reads anew what a change reads differently: a window, a segment, a metric that was off', () => {
    const workspace = scored(dist);
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
    const workspace = scored(dist);
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
    const workspace = scored(dist);
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
    const workspace = scored(dist);
    expect(ask(workspace, 'whatIf', [{ tab: 'Metrics', key: 'nothing', header: 'Weight', value: 1 }])).toMatchObject({
      ok: false,
      code: 'input',
      text: { en: expect.stringContaining('nothing') },
    });
  });
});
