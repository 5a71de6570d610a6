import path from 'node:path';
import { createSyncFn } from 'synckit';

export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | null;
  readonly followRedirects: boolean;
  readonly validateCertificates: boolean;
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
}

export interface WireAnswer {
  readonly status: number;
  /** As the server wrote them, repeats included. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** Real time it took. */
  readonly ms: number;
}

export interface WireFailure {
  readonly failure: 'timeout' | 'dns' | 'size' | 'redirects' | 'tls' | 'unreachable';
  readonly message: string;
  readonly ms: number;
}

type Exchange = (requests: readonly WireRequest[]) => (WireAnswer | WireFailure)[];

let exchangeInWorker: Exchange | null = null;

/**
 * Sends requests in parallel and blocks until the slowest is answered; answers in the order of the requests. The work
 * is done by a thread of its own, so a server in the caller's thread could never answer.
 */
export const exchange: Exchange = (requests) => {
  exchangeInWorker ??= createSyncFn(path.join(__dirname, 'http-worker.cjs')) as unknown as Exchange;
  return exchangeInWorker(requests);
};
