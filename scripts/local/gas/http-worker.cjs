/** Runs in a thread of its own and answers whole batches of requests, so that the script's thread can block on them. */
const http = require('node:http');
const https = require('node:https');
const zlib = require('node:zlib');
const { runAsWorker } = require('synckit');

const REDIRECTS = 20;
const RESPONSE_HEADER_BYTES = 256 * 1024;

runAsWorker((requests) => Promise.all(requests.map(answer)));

async function answer(request) {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  try {
    return { ...(await follow(request)), ms: elapsed() };
  } catch (error) {
    return { failure: failureOf(error), message: String(error?.message ?? error), ms: elapsed() };
  }
}

async function follow(request) {
  const deadline = Date.now() + request.timeoutMs;
  let { url, method, headers, body } = request;
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    const response = await send({ ...request, url, method, headers, body }, deadline - Date.now());
    const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (!request.followRedirects || !location || ![301, 302, 303, 307, 308].includes(response.status)) return response;
    url = new URL(location, url).href;
    if (response.status < 307 && method !== 'GET') {
      method = 'GET';
      body = null;
      headers = headers.filter(([name]) => !/^content-/i.test(name));
    }
  }
  throw Object.assign(new Error('too many redirects'), { code: 'TOO_MANY_REDIRECTS' });
}

function send({ url, method, headers, body, validateCertificates, maxBytes }, timeoutMs) {
  return new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const call = (secure ? https : http).request(url, {
      method,
      agent: false,
      maxHeaderSize: RESPONSE_HEADER_BYTES,
      rejectUnauthorized: validateCertificates,
    });
    const timer = setTimeout(
      () => call.destroy(Object.assign(new Error('timed out'), { code: 'TIMED_OUT' })),
      Math.max(0, timeoutMs),
    );
    const fail = (error) => {
      clearTimeout(timer);
      reject(error);
    };
    call.on('error', fail);
    call.on('response', (response) => {
      const chunks = [];
      let size = 0;
      response.on('error', fail);
      response.on('aborted', () => fail(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })));
      response.on('data', (chunk) => {
        size += chunk.length;
        if (size > maxBytes) call.destroy(Object.assign(new Error('too large'), { code: 'TOO_LARGE' }));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        clearTimeout(timer);
        try {
          resolve({
            status: response.statusCode,
            headers: pairs(response.rawHeaders),
            body: new Uint8Array(decompress(Buffer.concat(chunks), response.headers['content-encoding'], maxBytes)),
          });
        } catch (error) {
          reject(error);
        }
      });
    });
    for (const [name, value] of headers) call.setHeader(name, value);
    if (body) {
      call.setHeader('Content-Length', body.length);
      call.write(body);
    } else if (method !== 'GET') call.setHeader('Content-Length', 0);
    call.end();
  });
}

function pairs(raw) {
  const list = [];
  for (let index = 0; index < raw.length; index += 2) list.push([raw[index], raw[index + 1]]);
  return list;
}

function decompress(bytes, encoding, maxOutputLength) {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip' || encoding === 'x-gzip') return zlib.gunzipSync(bytes, { maxOutputLength });
  if (encoding === 'deflate') return zlib.inflateSync(bytes, { maxOutputLength });
  if (encoding === 'br') return zlib.brotliDecompressSync(bytes, { maxOutputLength });
  return bytes;
}

function failureOf(error) {
  const code = String(error?.code ?? '');
  if (code === 'TIMED_OUT' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns';
  if (code === 'TOO_LARGE' || code === 'ERR_BUFFER_TOO_LARGE') return 'size';
  if (code === 'TOO_MANY_REDIRECTS') return 'redirects';
  if (/CERT|SIGNATURE|SSL|TLS|EPROTO|ALTNAME|SELF_SIGNED/.test(code)) return 'tls';
  return 'unreachable';
}
