import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locale } from '../../../src/domain/text';
import { selectCell } from '../gas/spreadsheet/state';
import { drawCards } from './cards';
import { drawCharts } from './chart-svg';
import { drawRows } from './drawn';
import { bundlePreviewPage, bundleShim } from './page';
import { outcomeOf, type PreviewRuntime } from './runtime';
import { screenOf } from './screen';
import { MAIL_POLICY, mailPage, sentMessages } from './sent';

export interface PreviewOptions {
  readonly runtime: PreviewRuntime;
  /** 0 for any free port. */
  readonly port: number;
  /** Language of the frame; the product speaks that of its settings. */
  readonly locale: Locale;
  /** Folder of the build whose sidebar.html is shown. */
  readonly dist: string;
}

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** Most characters of a request: what a page of this product sends is far below. */
const LONGEST_BODY = 1_000_000;

const DAY = 86_400_000;

/** A request that cannot be answered; the message goes back to the page. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Serves the workbooks as a grid beside the sidebar that ships, both talking to `runtime`. The runtime lives in this
 * thread and a run holds it until the end, so requests wait for each other as if the script had one lane; nothing a
 * script fetches may point at this server. Only this machine can reach it, and only its own page may post.
 */
export async function startPreview({ runtime, port, locale, dist }: PreviewOptions): Promise<Preview> {
  const [page, shim] = await Promise.all([bundlePreviewPage(locale), bundleShim()]);
  let version = 0;
  if (runtime.spreadsheets.ui.menus.size === 0) runtime.execute('onOpen', [{}], { entry: 'simple-trigger' });

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 500;
      send(response, status, 'text/plain', error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Under another name the page of a stranger could be taken for this one (DNS rebinding).
    if (`http://${request.headers.host}` !== url) throw new Refusal(403, `The preview is at ${url}.`);
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (request.method === 'POST') {
      if (request.headers.origin !== url) throw new Refusal(403, 'Only the preview itself may post here.');
      return sendJson(response, posted(pathname, await bodyOf(request)));
    }
    if (pathname === '/') return send(response, 200, 'text/html; charset=utf-8', page);
    if (pathname === '/sidebar') return send(response, 200, 'text/html; charset=utf-8', sidebarPage());
    if (pathname === '/screen') return sendJson(response, screenOf(runtime, version));
    if (pathname === '/rows') return sendJson(response, rows(searchParams));
    if (pathname === '/charts') return sendJson(response, charts(searchParams));
    if (pathname === '/sent') return sendJson(response, sentMessages(runtime));
    if (pathname === '/mail') {
      const mail = mailPage(runtime, Number(searchParams.get('number')));
      if (mail !== null) {
        response.setHeader('content-security-policy', MAIL_POLICY);
        return send(response, 200, 'text/html; charset=utf-8', mail);
      }
    }
    throw new Refusal(404, `There is nothing at ${pathname}.`);
  }

  function posted(pathname: string, body: Record<string, unknown>): unknown {
    if (pathname === '/rpc' || pathname === '/menu') {
      version += 1;
      const args = Array.isArray(body.args) ? body.args : [];
      return outcomeOf(runtime, body.name, args, pathname === '/rpc' ? 'rpc' : 'menu');
    }
    if (pathname === '/cards') return drawCards(runtime, String(body.addresses ?? ''));
    if (pathname === '/next-day') {
      version += 1;
      return runtime.fireTriggers(runtime.clock.now() + DAY).map(({ functionName, status }) => [functionName, status]);
    }
    if (pathname === '/select') {
      const { workbook, tab, row, column } = body;
      selectCell(runtime.spreadsheets, workbookOf(String(workbook)), String(tab), Number(row), Number(column));
      return {};
    }
    throw new Refusal(404, `There is nothing at ${pathname}.`);
  }

  function rows(query: URLSearchParams): unknown {
    return drawRows(tabOf(query).sheet, Number(query.get('from')), Number(query.get('to')));
  }

  function charts(query: URLSearchParams): unknown {
    const { workbook, sheet } = tabOf(query);
    return drawCharts(workbook, sheet);
  }

  function tabOf(query: URLSearchParams) {
    const workbook = workbookOf(query.get('workbook') ?? '');
    const sheet = workbook.sheets.find(({ name }) => name === query.get('tab'));
    if (!sheet) throw new Refusal(404, `${workbook.name} has no tab ${query.get('tab')}.`);
    return { workbook, sheet };
  }

  function workbookOf(id: string) {
    const workbook = runtime.spreadsheets.workbooks.get(id);
    if (!workbook) throw new Refusal(404, `There is no workbook ${id}.`);
    return workbook;
  }

  /** The page as built, read anew so that a rebuild shows; before its own script, what stands in for google.script. */
  function sidebarPage(): string {
    const html = readFileSync(`${dist}/sidebar.html`, 'utf8');
    return html.replace('<head>', () => `<head><script>${shim}</script>`);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LONGEST_BODY) throw new Refusal(413, 'The request is too long.');
  }
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'A JSON object was expected.');
  return body as Record<string, unknown>;
}
