import { type LockedPackage, lockFaults } from '../../scripts/audit/lock-faults';

const FINE: LockedPackage = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' };

describe('the audit of the lock file', () => {
  it('finds nothing in packages that are as expected', () => {
    const packages = {
      '': {},
      'node_modules/preact': FINE,
      'node_modules/esbuild': { ...FINE, dev: true, hasInstallScript: true },
      'node_modules/@esbuild/other': { version: '1.0.0', dev: true, optional: true, os: ['win32'] },
      'node_modules/a/node_modules/gpl': { ...FINE, dev: true, license: 'GPL-3.0' },
    };
    expect(lockFaults(['preact'], packages)).toEqual([]);
  });

  it.each<[string, LockedPackage, string]>([
    ['left-pad', FINE, 'ships as a dependency'],
    ['preact', { ...FINE, license: 'GPL-3.0' }, 'ships under GPL-3.0'],
    ['preact', { version: '1', integrity: 'sha512-x' }, 'ships under no licence'],
    ['tool', { ...FINE, dev: true, hasInstallScript: true }, 'runs a script'],
    ['tool', { version: '1', dev: true }, 'no SHA-512 hash'],
    ['tool', { version: '1', dev: true, optional: true }, 'no SHA-512 hash'],
    ['tool', { ...FINE, dev: true, integrity: 'sha1-abc' }, 'no SHA-512 hash'],
    ['tool', { ...FINE, dev: true, resolved: 'git+ssh://x/y' }, 'comes from git+ssh'],
  ])('names %s %j', (name, locked, said) => {
    expect(lockFaults([], { [`node_modules/x/node_modules/${name}`]: locked })).toEqual([
      expect.stringMatching(`^${name} .*${said.replace('+', '\\+')}`),
    ]);
  });

  it('names a dependency that nobody looked through', () => {
    expect(lockFaults(['moment'], {})).toEqual([expect.stringContaining('moment would ship')]);
  });
});
