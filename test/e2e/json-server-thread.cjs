/** A service that answers with a key only, in pages; in a thread of its own, since a fetch blocks the test's. */
const http = require('node:http');
const { parentPort } = require('node:worker_threads');

const KEY = 'k-0123456789abcdef';
const ACCOUNTS = Array.from({ length: 5 }, (_, index) => ({
  company: { code: `J${index + 1}`, title: `会社 ${index + 1}` },
  mrr: (index + 1) * 100,
}));
const SIZE = 2;

const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://server');
  if (pathname === '/usage.csv') return response.end('account_id,date,logins\nJ1,2026-03-30,7\n');
  if (request.headers['x-api-key'] !== KEY) {
    response.statusCode = 401;
    return response.end('{"error":"no key"}');
  }
  const from = Number(searchParams.get('after') ?? 0);
  const next = from + SIZE < ACCOUNTS.length ? String(from + SIZE) : null;
  response.setHeader('content-type', 'application/json');
  return response.end(JSON.stringify({ data: { items: ACCOUNTS.slice(from, from + SIZE) }, next }));
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
