import { SingleBar } from 'cli-progress';

/** What a local run shows while it works. */
export interface Progress {
  /** A step is done. */
  done(what: string): void;
  /** A step with countable service calls begins. */
  begin(what: string): void;
  call(name: string): void;
  end(what: string): void;
}

/** Redrawn at most this often, in calls: drawing must not slow the run. */
const CALLS_PER_DRAW = 20;

/** A line per step and, on a terminal, a moving count of service calls; plain lines elsewhere. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | null = null;
  let calls = 0;
  return {
    done: (what) => stream.write(`✓ ${what}\n`),
    begin: (what) => {
      calls = 0;
      if (!stream.isTTY) return;
      bar = new SingleBar({
        format: `… ${what}: {value} service calls, {name}`,
        stream,
        clearOnComplete: true,
        hideCursor: true,
      });
      bar.start(1_000_000, 0, { name: '' });
    },
    call: (name) => {
      calls++;
      if (bar && calls % CALLS_PER_DRAW === 0) {
        bar.update(calls, { name });
        bar.render();
      }
    },
    end: (what) => {
      bar?.stop();
      bar = null;
      stream.write(`✓ ${what} (${calls.toLocaleString('en')} service calls)\n`);
    },
  };
}
