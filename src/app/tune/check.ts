import type { Text } from '../../domain/text';
import { refusal } from '../../errors';
import type { Platform } from '../../ports';
import { lastConfig, parseTabs, readConfigGrids } from '../configuration';
import { holding } from '../holding';
import { notSetUp } from '../messages';
import { openProblemBook } from '../problem-book';
import { isOfConfiguration } from '../run/progress';
import { isSetUp } from '../workbooks';
import * as messages from './messages';

/** Parses the configuration tabs as they stand, lists what is wrong in Problems and says how much that is. */
export function checkConfiguration(platform: Platform): Text {
  if (!isSetUp(platform)) {
    throw refusal('input', notSetUp());
  }
  return holding(platform, () => {
    const health = platform.workbooks.health();
    const { config, problems } = parseTabs(platform, readConfigGrids(health));
    const good = config ?? lastConfig(health);
    const book = openProblemBook(health, platform.wallClock(platform.clock.now(), health.zone));
    book.replace(problems, isOfConfiguration);
    book.commit(good?.settings.language ?? 'en');
    const faults = problems.filter(({ severity }) => severity === 'error').length;
    if (faults > 0) return messages.checkedFaults(faults, good?.version ?? null);
    return problems.length > 0 ? messages.checkedWarnings(problems.length) : messages.checkedFaultless();
  });
}
