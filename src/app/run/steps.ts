import type { Platform } from '../../ports';
import { configInForce } from '../configuration';
import { wantsWriteBack, writeBackStep } from '../write-back/write-back-step';
import { historyStep } from './history-step';
import type { Progress } from './progress';
import { pullStep } from './pull-step';
import type { RunRecord } from './record';
import { scoreStep } from './score-step';

/** Does one step of the run and returns the run as it stands after it. Throws what the step could not cope with. */
export function runStep(platform: Platform, run: RunRecord, progress: Progress, margin: number): RunRecord {
  switch (run.step) {
    case 'pull':
      return pullStep(platform, run, progress, margin);
    case 'score':
      return scoreStep(platform, run, progress);
    case 'history': {
      const done = historyStep(platform, run, progress, margin);
      const { settings } = configInForce(progress.configuration());
      return done.state === 'done' && wantsWriteBack(settings)
        ? { ...done, state: 'running', endedAt: null, step: 'write back', cursor: 0 }
        : done;
    }
    case 'write back':
      return writeBackStep(platform, run, progress, margin);
  }
}
