import type { Switches } from '../../scripts/local/gas/host';
import { LONG, playErrors, playKills, type Scene, sceneOf } from './crash-scene';
import { buildProduct } from './product';
import { smallPortfolio } from './small-portfolio';
import { openStage } from './stage';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const firstRun = (switches: Partial<Switches> = {}): Scene =>
  sceneOf(openStage((beforeCall) => smallPortfolio(dist, { beforeCall, switches })));

describe('the first daily run ends in the same workbooks', () => {
  it(
    'when it is killed at any service call, and what it had not sent is lost',
    () => {
      playKills('the first run', firstRun());
    },
    LONG,
  );

  describe('where the platform sends what a script had written', () => {
    let scene: Scene;
    beforeAll(() => {
      scene = firstRun({ killLosesWrites: false });
    });

    it(
      'when it is killed at any service call',
      () => {
        playKills('the first run with its writes sent', scene);
      },
      LONG,
    );

    it.each([false, true])(
      'when a service call throws an error, after its effect: %s',
      (after) => {
        playErrors('the first run', scene, after);
      },
      LONG,
    );
  });
});
