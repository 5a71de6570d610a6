import path from 'node:path';
import { Worker } from 'node:worker_threads';

export interface Fixture {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The same over TLS, with a certificate that nobody vouches for. */
  readonly secureOrigin: string;
  stop(): Promise<unknown>;
}

/** Starts the loopback server in its own thread. */
export function startServer(): Promise<Fixture> {
  const worker = new Worker(path.join(__dirname, 'loopback-thread.cjs'));
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ port, securePort }: { port: number; securePort: number }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        secureOrigin: `https://127.0.0.1:${securePort}`,
        stop: () => worker.terminate(),
      }),
    );
  });
}
