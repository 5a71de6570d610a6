import fc from 'fast-check';
import { type ActionUpdate, newestStatuses } from '../../src/plays/action-status';

const said = (action: string, status: string, at: string): ActionUpdate => ({ action, status, at });

describe('the status of an action', () => {
  it('is what was said last, whatever row it stands in', () => {
    const statuses = newestStatuses([
      said('X1', 'done', '2026-03-26T12:00:00'),
      said('X1', 'doing', '2026-03-25T18:30:00'),
      said('X2', 'dismissed', '2026-03-25'),
      said('X2', 'doing', '2026-03-25T00:00:01'),
    ]);
    expect([...statuses]).toEqual([
      ['X1', 'done'],
      ['X2', 'doing'],
    ]);
  });

  it('is what stands in the later row where two were said at one moment', () => {
    const at = '2026-03-26T12:00:00';
    expect(newestStatuses([said('X1', 'done', at), said('X1', 'open', at)]).get('X1')).toBe('open');
  });

  it('follows an id in full width or with blanks around it, but tells case apart', () => {
    const statuses = newestStatuses([
      said(' Ｘ１ ', 'doing', '2026-03-25'),
      said('X1', 'done', '2026-03-26'),
      said('x1', 'open', '2026-03-27'),
    ]);
    expect([...statuses]).toEqual([
      ['X1', 'done'],
      ['x1', 'open'],
    ]);
  });

  const updates = fc.array(
    fc.record({
      action: fc.constantFrom('A', 'B', 'Ａ'),
      status: fc.constantFrom('open', 'doing', 'done', 'dismissed'),
      at: fc.nat(40).map((hours) => new Date(Date.UTC(2026, 0, 30, hours)).toISOString().slice(0, 19)),
    }),
    { maxLength: 12 },
  );

  it('is that of an update nothing newer of the same action follows', () => {
    fc.assert(
      fc.property(updates, (all) => {
        const fold = ({ action }: ActionUpdate) => (action === 'Ａ' ? 'A' : action);
        const statuses = newestStatuses(all);
        expect([...statuses.keys()].sort()).toEqual([...new Set(all.map(fold))].sort());
        for (const [id, status] of statuses) {
          const own = all.filter((update) => fold(update) === id);
          const latest = own.map(({ at }) => Date.parse(`${at}Z`)).reduce((a, b) => Math.max(a, b));
          const ofLatest = own.filter(({ at }) => Date.parse(`${at}Z`) === latest);
          expect(status).toBe(ofLatest[ofLatest.length - 1]?.status);
        }
      }),
    );
  });

  it('stays the same when rows at different moments change places', () => {
    fc.assert(
      fc.property(updates, (all) => {
        const once = all.filter(({ at }, place) => all.findIndex((other) => other.at === at) === place);
        const sorted = (map: ReadonlyMap<string, string>) => [...map].sort();
        expect(sorted(newestStatuses([...once].reverse()))).toEqual(sorted(newestStatuses(once)));
      }),
    );
  });
});
