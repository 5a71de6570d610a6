/** A server in a thread of its own; a synchronous fetch blocks the thread of the test. */
const http = require('node:http');
const https = require('node:https');
const { parentPort } = require('node:worker_threads');

/** Answers held back until as many have come as were announced. */
const waiting = [];

const server = http.createServer(receive);
const secure = https.createServer(require('./loopback-certificate.cjs'), receive);

function receive(request, response) {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => answer(request, response, Buffer.concat(chunks)));
}

function answer(request, response, body) {
  const url = new URL(request.url, 'http://server');
  const query = Object.fromEntries(url.searchParams);
  switch (url.pathname) {
    case '/echo':
      response.setHeader('Content-Type', 'application/json');
      return response.end(
        JSON.stringify({
          method: request.method,
          url: request.url,
          headers: request.headers,
          body: body.toString('latin1'),
        }),
      );
    case '/status':
      response.statusCode = Number(query.code);
      return response.end(query.text ?? 'answer');
    case '/slow':
      return setTimeout(() => response.end(query.name ?? 'slow'), Number(query.ms));
    case '/meet':
      waiting.push(response);
      if (waiting.length === Number(query.of)) for (const each of waiting.splice(0)) each.end('met');
      return undefined;
    case '/hang':
      return undefined;
    case '/drop':
      return request.socket.destroy();
    case '/redirect':
      response.writeHead(Number(query.code ?? 302), { Location: query.to });
      return response.end('moved');
    case '/loop':
      response.writeHead(302, { Location: '/loop' });
      return response.end();
    case '/cookies':
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.setHeader('X-One', 'one');
      return response.end();
    case '/big-header':
      response.setHeader('X-Big', 'x'.repeat(Number(query.size)));
      return response.end('ok');
    case '/bytes':
      response.setHeader('Content-Type', query.type ?? 'application/octet-stream');
      return response.end(Buffer.from(query.hex, 'hex'));
    case '/large':
      return response.end(Buffer.alloc(Number(query.size), 97));
    case '/gzip':
      response.setHeader('Content-Encoding', 'gzip');
      return response.end(require('node:zlib').gzipSync('squeezed'));
    case '/modelled':
      response.setHeader('X-Modelled-Ms', query.ms);
      return response.end();
    default:
      response.statusCode = 404;
      return response.end('nothing here');
  }
}

server.listen(0, '127.0.0.1', () => {
  secure.listen(0, '127.0.0.1', () => {
    parentPort.postMessage({ port: server.address().port, securePort: secure.address().port });
  });
});
