import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Day, formatDay, parseDay } from '../src/domain/day';
import { buildDist } from './build/dist';
import { bringTeam } from './local/demo/team';
import { writeDemo } from './local/demo/write';
import { startPreview } from './local/preview/start';
import { bringConfigFolder } from './local/run/config-folder';
import { newestDay, readDataFolder } from './local/run/data-folder';
import { readOptions, type StartOptions, USAGE } from './local/run/options';
import { tabRecords, writeOutputs } from './local/run/outputs';
import { createProgress } from './local/run/progress';
import { summaryText } from './local/run/summary';
import { startVendorSources } from './local/run/vendor-sources';
import { connectFiles, OPERATOR, openWorkspace, type Workspace } from './local/run/workspace';

/** Seed of the demo portfolio: the same customers on every machine. */
const DEMO_SEED = 20261;

/** Longest time a run may take on the virtual clock before it is given up. */
const LONGEST_RUN = 24 * 3_600_000;

/** `npm start`: builds what ships and runs it whole on this machine, from set-up to published tabs. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void console.log(USAGE);
  const options = readOptions(process.argv.slice(2));
  const progress = createProgress(process.stderr);
  const root = resolve(__dirname, '..');
  const dist = join(root, 'dist');
  const built = await buildDist({ root, outDir: dist });
  progress.done(
    `built dist (${built.files.map(({ name, bytes }) => `${name} ${Math.round(bytes / 1000)} KB`).join(', ')})`,
  );

  const { folder, asOf, said } = prepareData(options);
  progress.done(said);
  const workspace = openWorkspace(dist, asOf, options.locale, (_, name) => {
    progress.call(name);
    return undefined;
  });
  const { runtime } = workspace;
  if (options.config !== null) {
    progress.done(`configuration: ${bringConfigFolder(workspace.health(), options.config, asOf).join(', ')}`);
  }
  runtime.execute('onOpen', [{}], { entry: 'simple-trigger' });
  progress.begin('setting up');
  runtime.execute('menuSetUp', [], { entry: 'menu' });
  progress.end('set up both workbooks');
  failOnAlert(workspace);
  const vendors = options.sources ? await startVendorSources({ asOf, seed: DEMO_SEED }, options.sources) : null;
  connectFiles(
    workspace,
    folder.files.filter(({ dataset }) => !vendors?.datasets.includes(dataset)),
    asOf,
  );
  if (vendors !== null) {
    vendors.connect(workspace, asOf);
    progress.done(`connected ${vendors.said}`);
  }
  if (options.data === null && options.config === null) bringTeam(workspace, OPERATOR, asOf);
  progress.begin('the daily trigger runs');
  runDaily(workspace);
  progress.end('pulled, scored and published');

  mkdirSync(options.out, { recursive: true });
  const { report, files } = writeOutputs(workspace, options.out, formatDay(asOf));
  const records = (tab: string) => tabRecords(workspace.health().sheets.find(({ name }) => name === tab));
  const mode = records('Settings').find(({ Setting }) => Setting === 'Mode')?.Value;
  console.log(
    `\n${summaryText({
      locale: options.locale,
      asOf: report.asOf,
      accounts: records('Accounts'),
      problems: report.problems,
      runs: report.runs,
      mode: String(mode),
      calls: report.calls,
      modelledMs: report.modelledMs,
      executions: report.executions.length,
      mails: report.mails,
      files: files.map((file) => join(options.out, file)),
    })}`,
  );
  if (options.once) return void (await vendors?.stop());
  const preview = await startPreview({ runtime, port: options.port, locale: options.locale, dist });
  console.log(`\nOpen ${preview.url} to look at it; Ctrl+C ends.`);
}

/** The data to run on: the folder that was named, or the demo portfolio written beside the outputs. */
function prepareData(options: StartOptions): { folder: ReturnType<typeof readDataFolder>; asOf: Day; said: string } {
  const today = parseDay(new Date().toISOString()) as Day;
  if (options.data === null) {
    const asOf = options.asOf ?? today;
    const dir = join(options.out, 'demo');
    writeDemo(dir, { seed: DEMO_SEED, asOf });
    return { folder: readDataFolder(dir), asOf, said: `demo portfolio as of ${formatDay(asOf)} in ${dir}` };
  }
  const folder = readDataFolder(options.data);
  const newest = newestDay(folder.files, today);
  const asOf = options.asOf ?? newest ?? today;
  const why = options.asOf !== null ? '--as-of' : newest === null ? 'today' : 'the newest day in the data';
  const left = folder.ignored.length > 0 ? `; not a dataset, left alone: ${folder.ignored.join(', ')}` : '';
  const names = folder.files.map(({ name }) => name).join(', ');
  return { folder, asOf, said: `data: ${names} as of ${formatDay(asOf)} (${why})${left}` };
}

/** Lets the clock run until the daily trigger has fired and its run, however many executions it takes, has ended. */
function runDaily({ runtime }: Workspace): void {
  const limit = runtime.clock.now() + LONGEST_RUN;
  const ended = () => {
    const reply = runtime.execute('runState', [], { entry: 'rpc' }) as { data: { state: string } | null };
    return reply.data !== null && reply.data.state !== 'running';
  };
  const due = runtime.triggers().find(({ handler }) => handler === 'dailyRun');
  if (!due) throw new Error('set-up left no daily trigger');
  while (runtime.clock.now() < limit) {
    runtime.fireTriggers(runtime.clock.now() + 10 * 60_000);
    if (ended()) return;
  }
  throw new Error('the run did not end within a day of the virtual clock; see run.json');
}

/** What the product shows in a box instead of doing is an error here. */
function failOnAlert({ runtime }: Workspace): void {
  const alert = runtime.spreadsheets.ui.alerts[0];
  if (alert) throw new Error(alert.text);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
