import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Milliseconds that a start may take where other work crowds the machine. */
export const START_LIMIT = 240000;

/** A PostgreSQL on this machine. */
export interface Database {
  readonly url: string;
  /** A server that refuses every password. */
  readonly closedUrl: string;
  stop(): Promise<unknown>;
}

/** Starts a PostgreSQL with what the SQL makes. */
export function startDatabase(sql: string): Promise<Database> {
  const worker = new Worker(path.join(__dirname, 'database-thread.cjs'), { workerData: { sql } });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ port, closedPort }: { port: number; closedPort: number }) =>
      resolve({
        url: `jdbc:postgresql://127.0.0.1:${port}/postgres`,
        closedUrl: `jdbc:postgresql://127.0.0.1:${closedPort}/postgres`,
        stop: () => worker.terminate(),
      }),
    );
  });
}
