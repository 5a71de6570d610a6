import type { CoreHost, LogLevel } from './core-host';
import { LATENCY } from './latency';
import { isDate } from './realm';

/** `Logger`: lines of the execution log. Source: Apps Script reference, Logger. */
export function createLogger(host: CoreHost): object {
  const lines: string[] = [];
  const logger = host.strict('Logger', {
    log(...args: unknown[]) {
      host.charge('Logger.log', LATENCY.log.ms);
      const text = lineOf(args);
      lines.push(text);
      host.log('info', text);
      return logger;
    },
    getLog: () => lines.map((line) => `${line}\n`).join(''),
    clear() {
      lines.length = 0;
    },
  });
  return logger;
}

/** `console`: the same log, with levels and timers. Source: Apps Script guide, logging. */
export function createConsole(host: CoreHost): object {
  const timers = new Map<string, number>();
  const writer =
    (method: string, level: LogLevel) =>
    (...args: unknown[]): void => {
      host.charge(`console.${method}`, LATENCY.log.ms);
      host.log(level, lineOf(args));
    };
  return host.strict('console', {
    log: writer('log', 'debug'),
    info: writer('info', 'info'),
    warn: writer('warn', 'warn'),
    error: writer('error', 'error'),
    time(label: unknown = 'default') {
      timers.set(String(label), host.now());
    },
    timeEnd(label: unknown = 'default') {
      const started = timers.get(String(label));
      if (started === undefined) return;
      timers.delete(String(label));
      const elapsed = host.now() - started;
      host.charge('console.timeEnd', LATENCY.log.ms);
      host.log('debug', `${String(label)}: ${elapsed}ms`);
    },
  });
}

/** `%s` and its kin take the values that follow; what is left over comes after a space. */
function lineOf(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(shown).join(' ');
  const text = first.replace(/%[sdifjoO]/g, (place) => (rest.length > 0 ? shown(rest.shift()) : place));
  return [text, ...rest.map(shown)].join(' ');
}

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null || isDate(value)) return String(value);
  if ((value as { name?: unknown }).name !== undefined && 'message' in value) return String(value);
  return JSON.stringify(value) ?? String(value);
}
