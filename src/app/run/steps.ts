import type { Platform } from '../../ports';
import { configInForce } from '../configuration';
import { notifyStep, wantsNotify } from '../notify/notify-step';
import { wantsWriteBack, writeBackStep } from '../write-back/write-back-step';
import { historyStep } from './history-step';
import type { Progress } from './progress';
import { pullStep } from './pull-step';
import type { RunRecord, Step } from './record';
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
      const config = configInForce(progress.configuration());
      if (done.state === 'done' && wantsNotify(platform, run, config)) return onwards(done, 'notify');
      return beyondMails(done, progress);
    }
    case 'notify':
      return beyondMails(notifyStep(platform, run, progress, margin), progress);
    case 'write back':
      return writeBackStep(platform, run, progress, margin);
  }
}

function beyondMails(run: RunRecord, progress: Progress): RunRecord {
  const { settings } = configInForce(progress.configuration());
  return run.state === 'done' && wantsWriteBack(settings) ? onwards(run, 'write back') : run;
}

/** A run that a step ended goes on with another. */
function onwards(run: RunRecord, step: Step): RunRecord {
  return { ...run, state: 'running', endedAt: null, step, cursor: 0 };
}
