import { readFileSync } from 'node:fs';
import { type LockedPackage, lockFaults } from './audit/lock-faults';

/**
 * `npm run audit`: looks through the packages that this project is built with. It is offline, and so not `npm audit`: a
 * check must give the same answer tomorrow for the same files, and mirrors of the registry do not offer the endpoint for
 * advisories. Advisories are asked for by hand, where there is one: `npm audit --omit=dev` for what ships.
 */
const read = <T>(name: string): T => JSON.parse(readFileSync(`${__dirname}/../${name}`, 'utf8')) as T;
const { dependencies } = read<{ dependencies: Record<string, string> }>('package.json');
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const faults = lockFaults(Object.keys(dependencies), packages);
console.log(faults.length === 0 ? `${Object.keys(packages).length - 1} packages are as expected.` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
