import type { Reply } from '../../src/domain/reply';
import type { StoryView } from '../../src/domain/views';
import { addRow, date } from './people';
import { buildProduct, records, runNow } from './product';
import { smallPortfolio } from './small-portfolio';
import { openStage, type Stage } from './stage';

let stage: Stage;
let rewind: () => void;
beforeAll(async () => {
  const dist = await buildProduct();
  stage = openStage((beforeCall) => smallPortfolio(dist, { beforeCall }));
  rewind = stage.mark();
});

beforeEach(() => rewind());

const update = (action: string, status: string, at: number | null): void =>
  addRow(stage.workspace, 'Action Updates', {
    'Update ID': `${action} ${status}`,
    Action: action,
    Status: status,
    'Author Email': 'a@example.com',
    'Update Timestamp': at,
  });
const actions = () => records(stage.workspace, 'Actions');
const problems = () => records(stage.workspace, 'Problems').filter(({ Source }) => Source === 'Action Updates');
const openActions = () => {
  const reply = stage.workspace.runtime.execute('storyView', ['A'], { entry: 'rpc' }) as Reply<StoryView>;
  return reply.ok ? reply.data.actions : reply;
};

describe('what people do about an action', () => {
  it('is in Actions after the next run, and the updates stay as they were written', () => {
    runNow(stage.workspace);
    expect(actions()).toMatchObject([{ 'Action ID': 'X1', 'Action Name': 'Call them', Status: 'done', Priority: 1 }]);
    update('X1', 'doing', date('2026-03-27') + 0.25);
    runNow(stage.workspace);
    expect(actions()).toMatchObject([
      { 'Action ID': 'X1', Account: 'A', 'Raised Date': '2026-03-20', Status: 'doing', Priority: 1 },
    ]);
    expect(records(stage.workspace, 'Action Updates')).toMatchObject([
      { 'Update ID': 'u1', Status: 'Done', Comment: 'Called them' },
      { 'Update ID': 'X1 doing', Status: 'doing' },
    ]);
    expect(problems()).toEqual([]);
  });

  it('is in the sidebar at once', () => {
    expect(openActions()).toEqual([]);
    update('X1', 'doing', date('2026-03-27'));
    expect(openActions()).toMatchObject([{ name: 'Call them', status: 'doing' }]);
    expect(actions()).toMatchObject([{ Status: 'open' }]);
  });

  it('is a problem with its cell where it names no action, or not when or what', () => {
    update('X7', 'done', date('2026-03-27'));
    update('X1', 'paused', date('2026-03-27'));
    update('X1', 'open', null);
    runNow(stage.workspace);
    expect(problems().map(({ Place, Column, 'Found Text': found }) => [Place, Column, found])).toEqual([
      ['C4', 'Status', 'paused'],
      ['F5', 'Update Timestamp', null],
      ['B3', 'Action', 'X7'],
    ]);
    expect(actions()).toMatchObject([{ Status: 'done' }]);
    expect(records(stage.workspace, 'Action Updates')).toHaveLength(4);
  });
});
