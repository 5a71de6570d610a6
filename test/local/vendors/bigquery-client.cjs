/** Google's own client, in a thread of its own: it imports while it runs, which the test runner's context cannot. */
const { parentPort } = require('node:worker_threads');
const { BigQuery } = require('@google-cloud/bigquery');
const { OAuth2Client } = require('google-auth-library');

parentPort.on('message', async ({ projectId, apiEndpoint, token, options }) => {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: token });
  const client = new BigQuery({ projectId, apiEndpoint, authClient });
  try {
    const [rows] = await client.query(options);
    parentPort.postMessage({ rows: JSON.parse(JSON.stringify(rows)) });
  } catch (error) {
    const { code, message, errors } = error;
    parentPort.postMessage({ error: { code, message, reasons: (errors ?? []).map(({ reason }) => reason) } });
  }
});
