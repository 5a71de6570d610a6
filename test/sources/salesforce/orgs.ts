import { type RunningVendor, standInOf, startVendor } from '../../../scripts/local/vendors/start';
import type { VendorOptions } from '../../../scripts/local/vendors/vendor';
import { salesforceSource } from '../../../src/sources/salesforce/salesforce';
import type { SourceSetting } from '../../../src/sources/source';
import { type Bite, bite } from '../vendor-reading';

/** Keys of a stand-in, filled before the tests begin. */
export const SECRETS: Record<string, string> = {};

/** More records than a page holds, and more contacts than are asked for page by page. */
export const MANY: VendorOptions = { counts: { Account: 5000, Contact: 50100 }, polls: 2 };

/** A stand-in that runs while the tests of a file do; each test finds it without faults and with an empty log. */
export function orgWhileTesting(options: VendorOptions = {}): RunningVendor {
  let org: RunningVendor;
  beforeAll(async () => {
    org = await startVendor('salesforce', options);
    Object.assign(SECRETS, (await standInOf('salesforce')).secrets(org.origin));
  });
  afterEach(async () => {
    await org.fail();
    await org.log();
  });
  afterAll(() => org.stop());
  return {
    get origin() {
      return org.origin;
    },
    fail: (...faults) => org.fail(...faults),
    log: () => org.log(),
    command: (name, value) => org.command(name, value),
    stop: () => org.stop(),
  };
}

/** Reads an org as a source of kind salesforce; `location` of the changes names another one. */
export function readerOf(org: RunningVendor) {
  const set = (changes: Partial<SourceSetting>): Partial<SourceSetting> => ({
    ...{ location: org.origin, secretName: 'salesforce' },
    ...changes,
  });
  const read = (changes: Partial<SourceSetting>, cursor: string | null = null): Bite =>
    bite(salesforceSource, set(changes), { secrets: { ...SECRETS }, cursor });
  return {
    set,
    read,
    /** Every bite to the end. */
    readAll: (changes: Partial<SourceSetting>, cursor: string | null = null): readonly Bite[] => {
      const bites = [read(changes, cursor)];
      while (bites[bites.length - 1]?.more) bites.push(read(changes, bites[bites.length - 1]?.cursor));
      return bites;
    },
    /** What was asked since the last time, in short. */
    lines: async (): Promise<string[]> =>
      (await org.log()).map(({ method, url, status }) => `${method} ${url.split('?')[0]} ${status}`),
  };
}

export const TOKEN = 'POST /services/oauth2/token 200';
