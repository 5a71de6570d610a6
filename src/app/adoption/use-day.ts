import type { Config } from '../../domain/config/config';
import { type Day, parseDay } from '../../domain/day';
import type { Platform, Workbook } from '../../ports';
import { STORE_KEYS } from '../store-keys';

/** A person's use on one day, kept as a small value of the document until a run has counted it. */
interface UseDay {
  readonly day: Day;
  readonly uses: number;
  /** One for each account looked at: tells them apart for this person and day, and does not name them. */
  readonly marks: readonly string[];
  /** Time of day and account id ('' for none) of each use; empty but with the setting Adoption Detail. */
  readonly log: readonly (readonly [time: string, accountId: string])[];
}

/** A pending day with its person and the key it stands under. */
export interface PendingDay extends UseDay {
  readonly key: string;
  readonly email: string;
}

/** Days of a person that may wait for a run; one after that takes the place of the oldest. */
const SLOTS = 14;

/** Accounts told apart on one day. */
const MARKS = 300;

/** Bytes of a value: below the 9 KB a property may have (Apps Script quotas, "Properties value size"). */
const BYTES = 8500;

/**
 * Notes that the person at the screen used the product, and which account they saw: one small value read and written,
 * no lock and no sheet, because the person waits. Each person's day has a value of its own, so that two people never
 * write over each other. A note that fails is left out: the person's answer matters more.
 */
export function noteUse(platform: Platform, health: Workbook, config: Config, accountId: string | null): void {
  try {
    const now = platform.wallClock(platform.clock.now(), health.zone);
    const day = parseDay(now) as Day;
    const email = platform.person.email().toLowerCase() || '(unknown)';
    const key = `${STORE_KEYS.use}${day % SLOTS}.${email}`;
    const stored = JSON.parse(platform.store.get(key) ?? 'null') as UseDay | null;
    const { uses, marks, log }: UseDay = stored?.day === day ? stored : { day, uses: 0, marks: [], log: [] };
    const mark = accountId === null ? '' : platform.digest(`${day}|${email}|${accountId}`).slice(0, 6);
    const isNew = mark !== '' && !marks.includes(mark) && marks.length < MARKS;
    const use = { day, uses: uses + 1, marks: isNew ? [...marks, mark] : marks };
    let kept = config.settings.adoptionDetail ? [...log, [now.slice(11), accountId ?? '']] : [];
    let text = JSON.stringify({ ...use, log: kept });
    while (kept.length > 0 && bytesOf(text) > BYTES) {
      kept = kept.slice(1);
      text = JSON.stringify({ ...use, log: kept });
    }
    platform.store.set({ [key]: text });
  } catch (error) {
    platform.log.line(`use not noted: ${String(error)}`);
  }
}

/** The days that wait to be counted. */
export function pendingDays(platform: Platform): readonly PendingDay[] {
  return Object.entries(platform.store.getAll())
    .filter(([key]) => key.startsWith(STORE_KEYS.use))
    .map(([key, text]) => ({ ...(JSON.parse(text) as UseDay), key, email: key.replace(/^.*?\..*?\./, '') }));
}

/** At most: a UTF-16 unit that is not ASCII takes up to three bytes. */
function bytesOf(text: string): number {
  return text.replace(/[^ -~]/g, '   ').length;
}
