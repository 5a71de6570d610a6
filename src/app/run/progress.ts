import { type Day, parseDay } from '../../domain/day';
import type { Facts } from '../../domain/facts';
import type { Problem } from '../../domain/problem';
import { type Locale, same } from '../../domain/text';
import type { Platform, Workbook } from '../../ports';
import { DATA_TABS } from '../../tables/data';
import { CONFIG_TABS } from '../../tables/health/configuration';
import { GOALS } from '../../tables/health/goals';
import { IDENTITIES } from '../../tables/health/identities';
import { PULSES } from '../../tables/health/pulses';
import { type ReadTab, readTab } from '../../tables/rows';
import { type Configuration, loadConfiguration } from '../configuration';
import type { Identities } from '../identity/identities';
import { openProblemBook, type ProblemBook } from '../problem-book';
import { AGELESS, ageOn } from '../store/age';
import { type DataStore, openDataStore } from '../store/data-store';
import { covers, loadFacts, type Span, WHOLE } from '../store/load-facts';
import { unknownAccount } from '../store/messages';
import { notePeople, strangersIn, withPeopleTables } from '../store/people-tables';
import { dataWorkbook } from '../workbooks';
import { forgetBasis } from './basis';
import { goalsOf, pulsesOf } from './people-records';

/** What an execution has read, each thing once and only when a step needs it. */
export interface Progress {
  readonly health: Workbook;
  configuration(): Configuration;
  store(): DataStore;
  problems(): ProblemBook;
  /**
   * Facts as stored, with what people recorded (which is booked in the store's history), as far as `span` reaches;
   * problems in them are in the book already.
   */
  facts(span?: Span): Facts;
  /** Who is who in the facts; null where no source brings accounts. */
  identities(): Identities | null;
  /** Names under which problems may stand that no source caused: the tabs of both workbooks. */
  tabs(): readonly string[];
  /** Of the configuration once it is read; English until then. */
  locale(): Locale;
}

const CONFIG_SOURCES: readonly string[] = CONFIG_TABS.map(({ name }) => name);
const FACT_SOURCES: readonly string[] = [...DATA_TABS, PULSES, GOALS, IDENTITIES].map(({ name }) => name);

/** Codes of what turns up when readings are computed: in a metric's definition, in a stored value. */
const READING_CODES = /^(metric|reading)\./;

/** Whether a standing problem was found when readings were computed. */
export function isOfReadings({ code }: Problem): boolean {
  return READING_CODES.test(code);
}

/** Whether a standing problem is a mail to a member that did not go: it stands until it goes, or nobody waits for it. */
export function isOfMails({ code }: Problem): boolean {
  return code.slice(0, 5) === 'mail.';
}

/** Whether a standing problem was found when the configuration was parsed. */
export function isOfConfiguration(problem: Problem): boolean {
  return CONFIG_SOURCES.includes(problem.source) && !isOfReadings(problem);
}

function isOfFacts(problem: Problem): boolean {
  return FACT_SOURCES.includes(problem.source) && !isOfReadings(problem);
}

/** `asOf` is the day of the run, which may have ended since it began; today without a run. */
export function openProgress(platform: Platform, health: Workbook, asOf?: Day): Progress {
  let configuration: Configuration | null = null;
  let store: DataStore | null = null;
  let problems: ProblemBook | null = null;
  let facts: Facts | null = null;
  let reached: Span | null = null;
  let identities: Identities | null = null;
  const once = <T>(make: () => T): (() => T) => {
    let made: { readonly value: T } | null = null;
    return () => {
      made = made ?? { value: make() };
      return made.value;
    };
  };
  const decisions = once(() => readTab(IDENTITIES, health.read(IDENTITIES.name)));
  const day = once(() => asOf ?? (parseDay(platform.wallClock(platform.clock.now(), health.zone)) as Day));
  const people = once(() => {
    const [pulses, goals] = [PULSES, GOALS].map((tab) => readTab(tab, health.read(tab.name))) as [ReadTab, ReadTab];
    const records = { pulses: pulsesOf(pulses), goals: goalsOf(goals) };
    notePeople(progress.store().rowHistory(), records, day());
    return { records, problems: [...pulses.problems, ...goals.problems] };
  });
  const progress: Progress = {
    health,
    configuration: () => {
      if (configuration === null) {
        configuration = loadConfiguration(platform, health);
        const { config, problems: found } = configuration;
        const isMember = ({ value }: Problem): boolean =>
          config !== null &&
          config.settings.mailWeekday !== 'off' &&
          config.members.some(({ email }) => email === value);
        progress
          .problems()
          .replace(found, (problem) => isOfConfiguration(problem) && !(isOfMails(problem) && isMember(problem)));
      }
      return configuration;
    },
    store: () => {
      if (store === null) {
        const months = configuration?.config?.settings.retentionMonths;
        const age = months === undefined ? AGELESS : ageOn(day(), months);
        store = openDataStore(dataWorkbook(platform), progress.locale(), age, () => forgetBasis(platform));
      }
      return store;
    },
    problems: () => {
      problems = problems ?? openProblemBook(health, platform.wallClock(platform.clock.now(), health.zone));
      return problems;
    },
    facts: (span = WHOLE) => {
      if (facts === null || reached === null || !covers(reached, span)) {
        const loaded = loadFacts(progress.store(), decisions(), span);
        const { records, problems: ofPeople } = people();
        if (facts === null) {
          const unknown = ([PULSES, GOALS] as const).flatMap(({ name }, at) =>
            strangersIn(loaded.facts, at === 0 ? records.pulses : records.goals, loaded.identities?.identity).map(
              (value): Problem => ({
                ...{ severity: 'warning', code: 'account.unknown', source: name, place: '', column: 'Account', value },
                why: unknownAccount(same(name)),
              }),
            ),
          );
          progress.problems().replace([...loaded.problems, ...ofPeople, ...unknown], isOfFacts);
        }
        reached = span;
        identities = loaded.identities;
        facts = withPeopleTables(loaded.facts, records, identities?.identity, progress.store().rowHistory());
      }
      return facts;
    },
    identities: () => {
      if (facts === null) progress.facts();
      return identities;
    },
    tabs: () => [...health.tabs(), ...CONFIG_SOURCES, ...FACT_SOURCES],
    locale: () => configuration?.config?.settings.language ?? 'en',
  };
  return progress;
}
