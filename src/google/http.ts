import { refusal } from '../errors';
import type { Http, HttpRequest, HttpResponse } from '../ports';
import { googleContent } from './content';
import { noAnswer } from './messages';

type Request = GoogleAppsScript.URL_Fetch.URLFetchRequest;

/** UrlFetchApp behind the Http port: one fetchAll, no status throws, a request without an answer costs only itself. */
export const googleHttp: Http = {
  fetchAll: (requests) => {
    if (requests.length === 1 && requests[0]) return [fetchOne(requests[0])];
    try {
      return UrlFetchApp.fetchAll(requests.map(toRequest)).map(toResponse);
    } catch {
      // fetchAll loses every answer when one host is unreachable: ask one by one.
      return requests.map(fetchOne);
    }
  },
};

function fetchOne(request: HttpRequest): HttpResponse | Error {
  try {
    const { url, ...options } = toRequest(request);
    return toResponse(UrlFetchApp.fetch(url, options));
  } catch {
    // The platform's message can hold the whole address with its query: it is not passed on.
    return refusal('network', noAnswer(hostOf(request.url)));
  }
}

function toRequest(request: HttpRequest): Request {
  const options: Request & { timeoutSeconds: number } = {
    url: request.url,
    method: request.method,
    headers: { ...request.headers },
    muteHttpExceptions: true,
    // Whoever asks decides what a redirect to another host may carry.
    followRedirects: false,
    timeoutSeconds: request.timeoutSeconds,
  };
  if (request.body !== null) options.payload = request.body;
  const type = Object.keys(request.headers).find((name) => name.toLowerCase() === 'content-type');
  if (type) options.contentType = request.headers[type] as string;
  return options;
}

function toResponse(answer: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpResponse {
  const headers: Record<string, string> = {};
  const sent = answer.getAllHeaders() as Record<string, string | string[]>;
  for (const name of Object.keys(sent)) headers[name.toLowerCase()] = String(sent[name]);
  return {
    status: answer.getResponseCode(),
    headers,
    content: googleContent({
      getContent: () => answer.getContent(),
      text: (charset) => answer.getContentText(charset),
    }),
  };
}

/** The host alone: what a person may be shown of an address. */
function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:]+)/.exec(url)?.[1] ?? '?';
}
