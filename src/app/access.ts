import type { Member } from '../domain/config/config';
import { refusal } from '../errors';
import type { Platform, Workbook } from '../ports';
import { MEMBERS_TAB } from '../tables/health/configuration';
import { readTab } from '../tables/rows';
import { lastConfig } from './configuration';
import { roleNeeded } from './messages';
import { scheduleOwner } from './schedule';

type Role = Member['role'];
type Person = Pick<Member, 'email' | 'role'>;

const EVERYBODY = null;
const MEMBERS: readonly Role[] = ['csm', 'manager', 'ops'];
const OPS: readonly Role[] = ['ops'];

/**
 * The functions of api.ts, the menu and the time triggers, and the roles that may call them. Whatever writes asks for
 * Ops: a run works with the keys, the files and the quota of whoever starts it.
 */
export const ACCESS = {
  accountView: EVERYBODY,
  bookView: EVERYBODY,
  operationsView: EVERYBODY,
  recordPulse: MEMBERS,
  showCell: EVERYBODY,
  storyView: EVERYBODY,
  weekView: EVERYBODY,
  configurationVersions: EVERYBODY,
  runState: EVERYBODY,
  sidebarView: EVERYBODY,
  tuningView: MEMBERS,
  whatIf: MEMBERS,
  restoreConfiguration: OPS,
  runNow: OPS,
  saveConfiguration: OPS,
  loadDemo: OPS,
  removeDemo: OPS,
  removeProduct: OPS,
  sampleSource: OPS,
  saveSource: OPS,
  setUpProduct: OPS,
  sourceForms: OPS,
  keepSecrets: OPS,
  forgetSecret: OPS,
  testSource: OPS,
  switchSchedule: OPS,
  eventOpened: EVERYBODY,
  homepage: EVERYBODY,
  messageOpened: EVERYBODY,
  menuCheckSchedule: EVERYBODY,
  menuCheckAppSheet: OPS,
  menuCheckConfiguration: OPS,
  menuRunNow: OPS,
  menuScheduleOff: OPS,
  menuScheduleOn: OPS,
  menuSetUp: OPS,
  dailyRun: OPS,
  hourlyRun: OPS,
  resumeRun: OPS,
} as const;

/** The name of a function that Google or the page may call. */
export type Door = keyof typeof ACCESS;

/**
 * Throws KenshinError `credential` where the person who calls `door` has none of its roles. Roles stand in the Members
 * tab; while it names nobody as ops, everybody who may edit may do everything.
 */
export function permit(platform: Platform, door: Door): void {
  const roles: readonly Role[] | null = ACCESS[door];
  if (roles === null) return;
  const { people, email, role, mayTune } = standing(platform);
  if (mayTune) return;
  if (role !== null && roles.includes(role)) return;
  const holders = people.filter((person) => roles.includes(person.role)).map((person) => person.email);
  throw refusal('credential', roleNeeded(roles, email, role ?? '', holders));
}

/** Who calls: their role in the Members tab, and whether they may do what Ops do, as everybody may while nobody is Ops. */
export function standing(platform: Platform) {
  const people = peopleOf(platform.workbooks.health());
  const email = platform.person.email().toLowerCase();
  const role = (email !== '' && people.find((person) => person.email === email)?.role) || null;
  return { people, email, role, mayTune: role === 'ops' || !people.some((person) => person.role === 'ops') };
}

/** Like `permit`, for functions that time triggers call: those of the schedule's owner need not look anything up. */
export function permitTrigger(platform: Platform, door: Door): void {
  if (scheduleOwner(platform) !== platform.person.email()) permit(platform, door);
}

/** The tab as it stands: a mistake in it is mended in it. Without a tab that can be read, the last version counts. */
function peopleOf(health: Workbook): readonly Person[] {
  const { records, headerOk } = readTab(MEMBERS_TAB, health.read(MEMBERS_TAB.name));
  if (!headerOk) return lastConfig(health)?.members ?? [];
  return records.map(({ values }) => ({ email: String(values.Email ?? ''), role: values.Role as Role }));
}
