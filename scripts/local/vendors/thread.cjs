/** A vendor's stand-in in a thread of its own: the runtime's fetch blocks the thread that asks. */
require('tsx/cjs');
const { parentPort, workerData } = require('node:worker_threads');
const { serve } = require('./server.ts');
const { standIn } = require(workerData.file);

const CALLS = ['fail', 'log', 'command', 'close'];

serve(standIn.create(workerData.options)).then(
  (server) => {
    parentPort.on('message', async ({ id, call, args }) => {
      try {
        if (!CALLS.includes(call)) throw new Error(`no call ${call}`);
        parentPort.postMessage({ id, value: await server[call](...args) });
        if (call === 'close') parentPort.close();
      } catch (error) {
        parentPort.postMessage({ id, error: String(error?.message ?? error) });
      }
    });
    parentPort.postMessage({ origin: server.origin });
  },
  (error) => parentPort.postMessage({ error: String(error?.stack ?? error) }),
);
