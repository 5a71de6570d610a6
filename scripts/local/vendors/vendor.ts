import type { Day } from '../../../src/domain/day';

/** One request as a vendor's stand-in sees it. */
export interface VendorRequest {
  readonly method: string;
  /** Decoded path, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Scheme, host and port under which the stand-in is reached. */
  readonly origin: string;
}

/** What a stand-in answers; an object as `body` is sent as JSON. */
export interface VendorAnswer {
  /** 200 where left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Time the vendor takes on the virtual clock, in milliseconds. */
  readonly modelledMs?: number;
}

/** A vendor that answers by its documentation. */
export interface Vendor {
  answer(request: VendorRequest): VendorAnswer | Promise<VendorAnswer>;
  /** Further faults of its own, by name: what is answered in place of `answer`. */
  readonly faults?: Readonly<Record<string, (request: VendorRequest, value: unknown) => VendorAnswer>>;
  /** Anything a test may ask of it by name: records that change, tokens that end; JSON-safe both ways. */
  readonly commands?: Readonly<Record<string, (value: never) => unknown>>;
  close?(): void | Promise<void>;
}

/** Faults every stand-in knows. */
export type FaultKind =
  /** Answers `value`, a VendorAnswer. */
  | 'answer'
  /** A page for people, with the status `value`. */
  | 'html'
  /** The connection breaks within the body. */
  | 'drop'
  /** A body that ends in its middle, under a length that is right: what some proxies make of it. */
  | 'cut'
  /** The true answer, after `value` milliseconds of the virtual clock. */
  | 'slow'
  /** Sends on to `value`. */
  | 'redirect'
  /** 60 MB. */
  | 'large'
  /** The last answer that this path had, whatever was asked. */
  | 'repeat';

/** A fault that is switched on: for requests that match, from the `after`th on, `times` times. */
export interface Fault {
  readonly kind: FaultKind | (string & {});
  /** Regular expression over `METHOD path?query`; everything where left out. */
  readonly match?: string;
  /** Requests that match and are let through first; none where left out. */
  readonly after?: number;
  /** 1 where left out; -1 for every time. */
  readonly times?: number;
  readonly value?: unknown;
}

/** One line of the request log. Signs are logged too: the log is the test's own. */
export interface Logged {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  /** Fault that was answered; '' for none. */
  readonly fault: string;
}

/** What every stand-in can be started with; JSON-safe. */
export interface VendorOptions {
  /** The day the demo portfolio ends. */
  readonly asOf?: Day;
  readonly seed?: number;
  /** Whatever else one of them takes. */
  readonly [name: string]: unknown;
}

/** A row of the Sources tab, by header. */
export type SourceRow = Readonly<Record<string, string>>;

/**
 * The file `<vendor>/stand-in.ts` exports one of these as `standIn`. `npm start -- --sources` finds it there: a vendor
 * registers itself by having the file.
 */
export interface StandIn {
  /** Makes the vendor with its demo data. */
  create(options: VendorOptions): Vendor;
  /** Rows of the Sources tab that read it, in place of the demo's files of the same datasets. */
  sources(origin: string): readonly SourceRow[];
  /** Datasets of which it has a part only, such as one kind of survey: with `--sources` they come from files. */
  readonly partly?: readonly string[];
  /** Secrets the rows sign with, by property (`secret.<name>.<field>`), as a person would have entered them. */
  secrets(origin: string): Readonly<Record<string, string>>;
}
