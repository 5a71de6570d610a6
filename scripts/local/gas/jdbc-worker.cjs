/** Speaks PostgreSQL's wire protocol for the Jdbc service, in a thread of its own, so that the script can block. */
const { runAsWorker } = require('synckit');
const { Client } = require('pg');

/** By number: open connections. */
const clients = new Map();
let serial = 0;

const raw = { getTypeParser: () => (text) => text };

const WORK = {
  async open({ owner, host, port, database, user, password, seconds }) {
    // An execution that ended has left its connections behind.
    for (const [id, open] of clients) if (open.owner !== owner) await WORK.close({ id });
    const client = new Client({
      host,
      port,
      database,
      user,
      password,
      connectionTimeoutMillis: seconds * 1000,
      types: raw,
    });
    // A connection that breaks between questions must not end the thread.
    client.on('error', () => undefined);
    await client.connect();
    serial += 1;
    clients.set(serial, { client, owner, begun: false });
    return serial;
  },
  async query({ id, sql, values, readOnly, autoCommit, seconds, most }) {
    const open = clients.get(id);
    const { client } = open;
    if (!autoCommit && !open.begun) {
      await client.query(readOnly ? 'BEGIN READ ONLY' : 'BEGIN');
      open.begun = true;
    }
    if (seconds > 0) await client.query(`SET statement_timeout = ${seconds * 1000}`);
    const { fields, rows } = await client.query({ text: sql, values, rowMode: 'array', queryMode: 'extended' });
    return {
      columns: fields.map(({ name, dataTypeID }) => ({ name, oid: dataTypeID })),
      rows: most > 0 ? rows.slice(0, most) : rows,
    };
  },
  async close({ id }) {
    const open = clients.get(id);
    if (!open) return;
    clients.delete(id);
    if (open.begun) await open.client.query('ROLLBACK').catch(() => undefined);
    await open.client.end();
  },
};

runAsWorker(async (work, request) => {
  try {
    return { value: await WORK[work](request) };
  } catch (error) {
    return {
      error: { message: String(error.message), code: String(error.code ?? ''), position: error.position ?? null },
    };
  }
});
