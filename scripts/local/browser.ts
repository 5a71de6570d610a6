import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** A headless Chromium that comes with npm alone, its shared libraries included; one for each test file. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return launcher.launch({
    // Without a sandbox, since tests may run as root; web security stays on, unlike with the package's own flags.
    args: ['--no-sandbox', '--no-zygote', '--disable-webgl', '--font-render-hinting=none'],
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  });
}

/**
 * Where the browser lies unpacked. The package unpacks into the temporary folder, and with its libraries only where it
 * believes to be on a server without any; both are told to it for the moment. The folder gets its name when it is
 * complete, so that tests which start at the same time never meet half of it.
 */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), 'kenshin-chromium-147');
  if (existsSync(folder)) return folder;
  const { TMPDIR } = process.env;
  const staging = mkdtempSync(`${folder}-`);
  Object.assign(process.env, { TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  try {
    await chromium.executablePath();
  } finally {
    delete process.env.AWS_LAMBDA_JS_RUNTIME;
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  try {
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(staging, { recursive: true });
  }
  return folder;
}
