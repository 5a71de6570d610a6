/** A real PostgreSQL behind its wire protocol, and a server that lets nobody in; in a thread, since the test's blocks. */
const net = require('node:net');
const { parentPort, workerData } = require('node:worker_threads');
const { PGlite } = require('@electric-sql/pglite');
const { PGLiteSocketServer } = require('@electric-sql/pglite-socket');

function listen(server) {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));
}

/** ErrorResponse with SQLSTATE 28P01 (PostgreSQL manual, message formats), whoever comes. */
function refuse(socket) {
  const fields = 'SFATAL\0C28P01\0Mpassword authentication failed for user "reader"\0\0';
  const message = Buffer.alloc(5 + fields.length);
  message.write('E');
  message.writeInt32BE(4 + fields.length, 1);
  message.write(fields, 5);
  socket.on('error', () => undefined);
  socket.once('data', () => socket.end(message));
}

async function main() {
  const db = await PGlite.create();
  await db.exec(workerData.sql);
  const probe = net.createServer();
  const port = await listen(probe);
  await new Promise((done) => probe.close(done));
  await new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: 4 }).start();
  const closedPort = await listen(net.createServer(refuse));
  parentPort.postMessage({ port, closedPort });
}

main().catch((error) => {
  throw error;
});
