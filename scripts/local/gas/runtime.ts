import { type AccountState, createAccountState } from './account';
import { createChance } from './chance';
import type { PostedChat } from './chat-webhook';
import { type Clock, createClock } from './clock';
import type { Entry, LogLine } from './core-host';
import { type BeforeCall, createExecution, type Execution } from './execution';
import type { StoredForm } from './form-app';
import type { Switches } from './host';
import { LATENCY } from './latency';
import { createLockTable, type LockTable } from './lock-service';
import type { SentMail } from './mail-app';
import { createMeter, type Meter, type Spent } from './meter';
import { openProject, type Project } from './project';
import { createQuotas } from './quota';
import { isPlain } from './realm';
import { ALL_SCOPES } from './scopes';
import { callFunction, type ScriptError, scriptErrorOf } from './script-call';
import { createServices } from './services';
import { commitPending, dropPending } from './spreadsheet/pending';
import { createSpreadsheetState, createWorkbook, type SpreadsheetState } from './spreadsheet/state';
import { fireDueTriggers } from './trigger-scheduler';
import type { TriggerRecord } from './trigger-times';

export interface RuntimeUser {
  readonly email: string;
  /** Language of the person's account, e.g. `ja`. */
  readonly locale: string;
}

export interface RuntimeOptions {
  /** The project as pushed: .js files, .html files, appsscript.json. */
  readonly folder: string;
  /** Virtual time at the start, milliseconds since 1970. */
  readonly start: number;
  /** The first one runs what names no user, and owns the container; default one English-speaking owner. */
  readonly users?: readonly RuntimeUser[];
  readonly account?: 'consumer' | 'workspace';
  readonly switches?: Partial<Switches>;
  /** Spreadsheets that exist; default a bound, empty one in the script's time zone with id `container`. */
  readonly spreadsheets?: SpreadsheetState;
  /** Of the pseudo-random numbers scripts see (`Utilities.getUuid`); default 1. */
  readonly seed?: number;
  /** Varies the price of every call by up to a factor of two either way; without it prices are fixed. */
  readonly jitterSeed?: number;
  /** Adds real computing time of the script to the virtual clock; off, so that runs repeat exactly. */
  readonly countCpu?: boolean;
  /** Adds the real time servers took to the virtual clock; off, so that runs repeat exactly. */
  readonly countServerTime?: boolean;
  /** Stand-ins for hosts, by name: `{ 'bigquery.googleapis.com': 'http://localhost:4711' }`. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Real milliseconds after which a script that never calls a service is ended; default its time limit. */
  readonly cpuLimitMs?: number;
  /** Strikes at any service call of any execution: crash tests. */
  readonly beforeCall?: BeforeCall;
}

export interface ExecuteOptions {
  /** Default `editor`. */
  readonly entry?: Entry;
  /** E-mail address; default the first user. */
  readonly user?: string;
}

/** What became of one execution. */
export interface ExecutionRecord {
  readonly id: number;
  readonly functionName: string;
  readonly entry: Entry;
  readonly user: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: 'completed' | 'failed' | 'killed';
  readonly error: string | null;
  readonly spent: Readonly<Spent>;
  readonly byCall: Readonly<Record<string, Readonly<Spent>>>;
}

/** A simulated Google account with one script project and the spreadsheet it is bound to. */
export interface Runtime {
  readonly clock: Clock;
  readonly spreadsheets: SpreadsheetState;
  readonly locks: LockTable;
  readonly executions: readonly ExecutionRecord[];
  readonly logs: readonly LogLine[];
  /** Everything spent by all executions. */
  readonly meter: Meter;
  readonly drive: {
    /** Puts a file there and returns its id. `readers` are e-mail addresses; everyone when left out. */
    add(name: string, content: Uint8Array | string, mimeType: string, readers?: readonly string[]): string;
  };
  /** Puts a form there with what came in. */
  addForm(form: StoredForm): void;
  /** Opens a message beside a card; the answer is what the platform puts into the event's `gmail`. */
  openMessage(from: string): { readonly messageId: string; readonly accessToken: string };
  outbox(): readonly SentMail[];
  /** Messages posted to webhooks of Google Chat. */
  chats(): readonly PostedChat[];
  triggers(): readonly TriggerRecord[];
  /**
   * Calls a function as the platform would. From `rpc` arguments and result are copied as google.script.run does;
   * otherwise the result comes back with its Dates and arrays made Node's. Throws ScriptError.
   */
  execute(functionName: string, args?: readonly unknown[], options?: ExecuteOptions): unknown;
  /** Fires due time triggers in order until an instant, and leaves the clock there or later. */
  fireTriggers(until: number): readonly ExecutionRecord[];
  /** All state but spreadsheets, screen, logs and execution records, as JSON. */
  snapshot(): AccountState;
  restore(state: AccountState): void;
}

const MINUTE = 60_000;
/** Simple triggers and card callbacks have 30 seconds, everything else six minutes (Apps Script guide, quotas). */
const SHORT_ENTRIES: readonly Entry[] = ['simple-trigger', 'card'];
const STRICT_SWITCHES: Switches = {
  growOnWrite: false,
  lateWriteErrors: true,
  killLosesWrites: true,
  apostropheInTextCells: false,
};

export function createRuntime(options: RuntimeOptions): Runtime {
  const project = openProject(options.folder);
  const users = options.users ?? [{ email: 'owner@example.com', locale: 'en' }];
  const clock = createClock(options.start);
  const spreadsheets = options.spreadsheets ?? defaultSpreadsheets(project, users[0] as RuntimeUser);
  const locks = createLockTable(clock);
  const meter = createMeter();
  const executions: ExecutionRecord[] = [];
  const logs: LogLine[] = [];
  const jitter = options.jitterSeed === undefined ? null : createChance(options.jitterSeed);
  let account = createAccountState(options.start, options.seed ?? 1);
  let chance = createChance(account.chance);
  const quotas = () => createQuotas(account.quotas, options.account ?? 'consumer', () => clock.now());
  const nextSerial = (): number => ++account.serial;

  const start = (entry: Entry, user: RuntimeUser): Execution => {
    const id = nextSerial();
    return createExecution({
      id,
      entry,
      user,
      account: options.account ?? 'consumer',
      clock,
      chance,
      jitter,
      quotas: quotas(),
      zone: project.zone,
      scopes: project.scopes ?? ALL_SCOPES,
      switches: { ...STRICT_SWITCHES, ...options.switches },
      limitMs: SHORT_ENTRIES.includes(entry) ? MINUTE / 2 : 6 * MINUTE,
      countCpu: options.countCpu ?? false,
      beforeCall: options.beforeCall ?? null,
      log: (level, text) => logs.push({ at: clock.now(), executionId: id, level, text }),
      suspended: () => locks.releaseAll(id),
    });
  };

  const run = (functionName: string, args: readonly unknown[], entry: Entry, user: RuntimeUser): unknown => {
    const overhead = entry === 'rpc' ? LATENCY.rpcRoundTrip.ms : LATENCY.executionStart.ms;
    clock.advance(overhead);
    const startedAt = clock.now();
    const execution = start(entry, user);
    const { host } = execution;
    const services = createServices(host, {
      account,
      project,
      spreadsheets,
      locks,
      quotas: quotas(),
      nextSerial,
      countServerTime: options.countServerTime ?? false,
      hosts: options.hosts ?? {},
    });
    let error: ScriptError | null = null;
    let result: unknown;
    try {
      result = callFunction(execution, project, services, {
        functionName,
        args: withAuthMode(args, entry, services.ScriptApp as { AuthMode: Record<string, unknown> }),
        limitMs: options.cpuLimitMs ?? (SHORT_ENTRIES.includes(entry) ? MINUTE / 2 : 6 * MINUTE),
        finish: () => commitPending(spreadsheets),
      });
    } catch (caught) {
      error = scriptErrorOf(caught, execution);
    }
    dropPending(spreadsheets, execution.dead());
    locks.releaseAll(host.executionId);
    for (const [call, spent] of Object.entries(execution.meter.byCall())) meter.addAll(call, spent);
    executions.push({
      id: host.executionId,
      functionName,
      entry,
      user: user.email,
      startedAt,
      endedAt: clock.now(),
      status: execution.dead() ? 'killed' : error ? 'failed' : 'completed',
      error: error?.message ?? null,
      spent: { ...execution.meter.total },
      byCall: execution.meter.byCall(),
    });
    if (error) throw error;
    return result;
  };

  const userOf = (email: string | undefined): RuntimeUser => {
    const found = email === undefined ? users[0] : users.find((user) => user.email === email);
    if (!found) throw new Error(`no user ${email ?? ''} in this account`);
    return found;
  };
  const runtime: Runtime = {
    clock,
    spreadsheets,
    locks,
    executions,
    logs,
    meter,
    drive: {
      add(name, content, mimeType, readers) {
        const id = `file-${String(nextSerial()).padStart(6, '0')}`;
        const updated = clock.now();
        const bytes = Buffer.from(content);
        account.drive.push({
          id,
          name,
          mimeType,
          content: bytes.toString('base64'),
          updated,
          readers: readers ?? null,
        });
        return id;
      },
    },
    addForm: (form) => void account.forms.push(form),
    openMessage(from) {
      const messageId = `msg-f:${nextSerial()}`;
      const accessToken = `token of ${messageId}`;
      account.openMessages.push({ messageId, accessToken, from });
      return { messageId, accessToken };
    },
    outbox: () => account.outbox,
    chats: () => account.chats,
    triggers: () => account.triggers,
    execute: (functionName, args = [], { entry = 'editor', user } = {}) => run(functionName, args, entry, userOf(user)),
    fireTriggers(until) {
      const before = executions.length;
      fireDueTriggers({
        until,
        clock,
        account,
        quotas: quotas(),
        scriptZone: project.zone,
        run: (trigger, event) => run(trigger.handler, [event], 'trigger', userOf(trigger.user)),
        refuse(trigger, message) {
          executions.push({
            id: nextSerial(),
            functionName: trigger.handler,
            entry: 'trigger',
            user: trigger.user,
            startedAt: clock.now(),
            endedAt: clock.now(),
            status: 'failed',
            error: message,
            spent: { calls: 0, cells: 0, ms: 0 },
            byCall: {},
          });
        },
      });
      return executions.slice(before);
    },
    snapshot: () =>
      JSON.parse(JSON.stringify({ ...account, now: clock.now(), chance: chance.state() })) as AccountState,
    restore(state) {
      account = JSON.parse(JSON.stringify(state)) as AccountState;
      chance = createChance(account.chance);
      clock.set(account.now);
    },
  };
  return runtime;
}

/** The event object of a trigger tells how far the script is authorized (Apps Script guide, event objects). */
function withAuthMode(
  args: readonly unknown[],
  entry: Entry,
  scriptApp: { readonly AuthMode: Readonly<Record<string, unknown>> },
): readonly unknown[] {
  const mode = entry === 'trigger' ? 'FULL' : entry === 'simple-trigger' ? 'LIMITED' : null;
  const [event, ...rest] = args;
  return mode && isPlain(event) ? [{ authMode: scriptApp.AuthMode[mode], ...event }, ...rest] : args;
}

function defaultSpreadsheets(project: Project, owner: RuntimeUser): SpreadsheetState {
  const state = createSpreadsheetState({ containerId: 'container' });
  createWorkbook(state, { id: 'container', name: 'Untitled spreadsheet', timeZone: project.zone, owner: owner.email });
  return state;
}
