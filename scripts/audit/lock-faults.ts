/** A package as package-lock.json has it. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly hasInstallScript?: boolean;
}

/** Packages whose code goes into what is pushed, each looked through before it was let in. */
const SHIPPED: readonly string[] = ['preact'];

/** Licences that let their code ship within this product. */
const PERMISSIVE: readonly string[] = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

/**
 * Tools that may run code when they are installed: they fetch or check the binary for this machine; protobufjs compares
 * version numbers.
 */
const INSTALL_SCRIPTS: readonly string[] = ['@parcel/watcher', '@swc/core', 'esbuild', 'protobufjs'];

const FOLDER = 'node_modules/';

/**
 * What in the lock file must not be trusted as it stands, a line each. `packages` are those of package-lock.json by
 * their place; `direct` the names under `dependencies` in package.json.
 */
export function lockFaults(
  direct: readonly string[],
  packages: Readonly<Record<string, LockedPackage>>,
): readonly string[] {
  const faults = new Set<string>();
  for (const name of direct) {
    if (!SHIPPED.includes(name))
      faults.add(`${name} would ship; look through it and name it in scripts/audit, or use devDependencies.`);
  }
  for (const [place, locked] of Object.entries(packages)) {
    if (place === '') continue;
    const name = place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);
    if (!locked.dev && !SHIPPED.includes(name)) faults.add(`${name} ships as a dependency of another package.`);
    if (!locked.dev && !PERMISSIVE.includes(locked.license ?? ''))
      faults.add(`${name} ships under ${locked.license ?? 'no licence'}.`);
    if (locked.hasInstallScript && !INSTALL_SCRIPTS.includes(name))
      faults.add(`${name} runs a script when it is installed.`);
    if (locked.resolved !== undefined && !locked.resolved.startsWith('https://'))
      faults.add(`${name} comes from ${locked.resolved.split(':')[0]}, not from a registry over https.`);
    const elsewhere = locked.optional === true && locked.os !== undefined;
    if (!/^sha512-/.test(locked.integrity ?? '') && !elsewhere)
      faults.add(`${name} has no SHA-512 hash; run npm install again.`);
  }
  return [...faults];
}
