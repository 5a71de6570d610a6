import type { Platform } from '../../ports';
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
    case 'history':
      return historyStep(platform, run, progress, margin);
  }
}
