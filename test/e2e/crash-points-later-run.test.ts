import type { Switches } from '../../scripts/local/gas/host';
import { AFTERMATH, dueDaily, LONG, playErrors, playKills, type Scene, sceneOf } from './crash-scene';
import { buildProduct, type } from './product';
import { replaceFiles, SMALL_FILES, smallPortfolio } from './small-portfolio';
import { openStage } from './stage';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

/** A second daily run, to which rows changed, came and went, and people edited theirs. Nothing is pulled every hour. */
function laterRun(switches: Partial<Switches> = {}): Scene {
  const stage = openStage((beforeCall) => {
    const workspace = smallPortfolio(dist, { beforeCall, switches });
    type(workspace, 'Settings', 'Hourly Pull', 'Value', false);
    workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
    return workspace;
  });
  stage.workspace.runtime.fireTriggers(dueDaily(stage) + AFTERMATH);
  replaceFiles(stage.workspace, {
    accounts: `${SMALL_FILES.accounts}\nAA,Between,b@example.com,West,10,2026-12-31`.replace('Beta,b@', 'Beta,z@'),
    usage: `${SMALL_FILES.usage}\nA,2026-03-31,8,8\nAA,2026-03-31,1,1`.replace('A,2026-03-29,3,7', 'A,2026-03-29,30,7'),
    touches: 'touch_id,account_id,at,kind\nT0,B,2026-03-02,call\nT2,C,2026-01-06,call',
  });
  type(stage.workspace, 'Goals', 'g1', 'Actual', 60);
  type(stage.workspace, 'Pulses', 'p1', 'Pulse', 2);
  return sceneOf(stage);
}

describe('a later daily run without hourly pulls ends in the same workbooks', () => {
  it(
    'when it is killed at any service call, and what it had not sent is lost',
    () => {
      playKills('a later run', laterRun());
    },
    LONG,
  );

  describe('where the platform sends what a script had written', () => {
    let scene: Scene;
    beforeAll(() => {
      scene = laterRun({ killLosesWrites: false });
    });

    it(
      'when it is killed at any service call',
      () => {
        playKills('a later run with its writes sent', scene);
      },
      LONG,
    );

    it.each([false, true])(
      'when a service call throws an error, after its effect: %s',
      (after) => {
        playErrors('a later run', scene, after);
      },
      LONG,
    );
  });
});
