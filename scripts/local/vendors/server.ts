import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Logged, Vendor, VendorAnswer, VendorRequest } from './vendor';

const LARGE = 60 * 1024 * 1024;
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = '<!DOCTYPE html><html><head><title>Sorry</title></head><body><h1>Service unavailable</h1></body></html>';

/** A vendor behind a real HTTP server, with faults that can be switched and a log of what was asked. */
export interface VendorServer {
  readonly origin: string;
  /** Replaces all faults. */
  fail(faults: readonly Fault[]): void;
  /** What was asked since the last call; forgets it. */
  log(): readonly Logged[];
  command(name: string, value: unknown): unknown;
  close(): Promise<void>;
}

interface Armed extends Fault {
  seen: number;
  used: number;
}

/** Serves a vendor on a free port of this machine. */
export async function serve(vendor: Vendor): Promise<VendorServer> {
  let armed: Armed[] = [];
  let logged: Logged[] = [];
  let origin = '';
  const last = new Map<string, VendorAnswer>();

  const faultFor = (line: string): Armed | null => {
    let found: Armed | null = null;
    for (const fault of armed) {
      if (fault.match !== undefined && !new RegExp(fault.match).test(line)) continue;
      fault.seen += 1;
      const due = fault.seen > (fault.after ?? 0) && (fault.times === -1 || fault.used < (fault.times ?? 1));
      if (!due || found) continue;
      fault.used += 1;
      found = fault;
    }
    return found;
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming, origin);
    const method = incoming.method ?? 'GET';
    const url = incoming.url ?? '/';
    const fault = faultFor(`${method} ${url}`);
    const answer = await answerOf(request, fault);
    if (!fault) last.set(request.path, answer);
    const { headers, body } = request;
    logged.push({ method, url, headers, body, status: answer.status ?? 200, fault: fault?.kind ?? '' });
    send(response, answer, fault?.kind === 'drop');
  };

  const answerOf = async (request: VendorRequest, fault: Armed | null): Promise<VendorAnswer> => {
    const own = fault && vendor.faults?.[fault.kind];
    if (own) return own(request, fault.value);
    switch (fault?.kind) {
      case undefined:
      case 'drop':
        return vendor.answer(request);
      case 'answer':
        return fault.value as VendorAnswer;
      case 'html':
        return { status: Number(fault.value ?? 503), headers: HTML, body: PAGE };
      case 'cut': {
        const whole = await vendor.answer(request);
        const text = textOf(whole.body);
        return { ...whole, headers: { 'content-type': 'application/json', ...whole.headers }, body: half(text) };
      }
      case 'slow':
        return { ...(await vendor.answer(request)), modelledMs: Number(fault.value) };
      case 'redirect':
        return { status: 302, headers: { location: String(fault.value) } };
      case 'large':
        return { headers: { 'content-type': 'application/json' }, body: `["${'x'.repeat(LARGE)}"]` };
      case 'repeat':
        return last.get(request.path) ?? vendor.answer(request);
      default:
        throw new Error(`the stand-in knows no fault ${fault?.kind}`);
    }
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      // A mistake of the stand-in itself must show in the test, whatever the script makes of it.
      send(response, { status: 599, body: String(error instanceof Error ? error.stack : error) }, false);
      logged.push({ method: '', url: '', headers: {}, body: String(error), status: 599, fault: 'mistake' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    fail: (faults) => {
      armed = faults.map((fault) => ({ ...fault, seen: 0, used: 0 }));
    },
    log: () => {
      const lines = logged;
      logged = [];
      return lines;
    },
    command: (name, value) => {
      const command = vendor.commands?.[name];
      if (!command) throw new Error(`the stand-in knows no command ${name}`);
      return command(value as never);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await vendor.close?.();
    },
  };
}

async function read(incoming: IncomingMessage, origin: string): Promise<VendorRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const { pathname, searchParams } = new URL(incoming.url ?? '/', origin);
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(pathname),
    query: searchParams,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts).toString('utf8'),
    origin,
  };
}

function send(response: ServerResponse, { status, headers, body, modelledMs }: VendorAnswer, drop: boolean): void {
  const text = textOf(body);
  const plain = typeof body === 'object' && body !== null;
  response.statusCode = status ?? 200;
  if (plain) response.setHeader('content-type', 'application/json; charset=utf-8');
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (modelledMs !== undefined) response.setHeader('x-modelled-ms', String(modelledMs));
  if (!drop) return void response.end(text);
  response.setHeader('content-length', Buffer.byteLength(text) + 10);
  response.write(half(text), () => response.destroy());
}

function textOf(body: unknown): string {
  return body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}
