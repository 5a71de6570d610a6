import vm from 'node:vm';
import type { Host, Switches } from '../../../scripts/local/gas/host';
import { ALL_SCOPES } from '../../../scripts/local/gas/scopes';
import { createFace } from '../../../scripts/local/gas/strict';

/** One service call as it was booked. */
export interface Charge {
  readonly call: string;
  readonly ms: number;
  readonly cells: number;
}

/** A host for tests of single services: books calls in a list and lets nothing else happen. */
export interface TestHost extends Host {
  readonly charges: Charge[];
  /** Constructors of a vm context of its own. */
  readonly context: vm.Context;
}

/** Noon of 2026-03-10 in Tokyo. */
const TEST_NOW = Date.UTC(2026, 2, 10, 3);

export function createTestHost(
  options: Partial<Pick<Host, 'entry' | 'scopes' | 'user' | 'scriptZone'>> & {
    readonly now?: number;
    readonly switches?: Partial<Switches>;
  } = {},
): TestHost {
  const context = vm.createContext({});
  const realm = vm.runInContext('({ Date, Error, Array })', context) as TestHost['realm'];
  const charges: Charge[] = [];
  const refuse = (message: string, name: string): never => {
    throw Object.assign(new realm.Error(message), { name });
  };
  const owner = {
    assertAlive: () => undefined,
    refuse: (message: string) => refuse(message, 'Error'),
    watch: null,
    faces: new WeakSet<object>(),
  };
  return {
    charges,
    context,
    realm,
    charge: (call, ms, cells = 0) => {
      charges.push({ call, ms, cells });
    },
    now: () => options.now ?? TEST_NOW,
    fail: (message) => refuse(message, 'Exception'),
    strict: (className, members) => createFace(owner, className, members),
    user: options.user ?? { email: 'ops@example.com', locale: 'ja' },
    entry: options.entry ?? 'menu',
    scriptZone: options.scriptZone ?? 'Asia/Tokyo',
    scopes: options.scopes ?? ALL_SCOPES,
    switches: {
      growOnWrite: false,
      lateWriteErrors: false,
      killLosesWrites: false,
      apostropheInTextCells: true,
      ...options.switches,
    },
  };
}
