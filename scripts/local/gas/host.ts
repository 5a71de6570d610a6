/**
 * What a stand-in service receives from the execution it lives in. One stand-in is one file that exports a function
 * `(host: Host, ...state) => object`; the state (spreadsheets, properties, triggers ...) outlives executions, the
 * object is made anew for each, as Apps Script evaluates a script from scratch on every call.
 */
export interface Host {
  /**
   * Books one service call: advances the virtual clock by `ms` and the meter by one call and `cells` cells, and ends
   * the execution when its six minutes are over. Call it first in every service method.
   * `call` reads like the documentation: `Range.getValues`.
   */
  charge(call: string, ms: number, cells?: number): void;
  /** Virtual time in milliseconds since 1970. */
  now(): number;
  /** Constructors of the sandbox: a Date or an array handed to the script must be the script's own. */
  readonly realm: {
    readonly Date: DateConstructor;
    readonly Error: ErrorConstructor;
    readonly Array: ArrayConstructor;
  };
  /** Throws what a service throws: an Error of the sandbox named `Exception` with this message. */
  fail(message: string): never;
  /**
   * The face a script sees: members that are missing throw `not implemented: <className>.<member>` when touched,
   * symbols, `toJSON` and `then` excepted.
   */
  strict<T extends object>(className: string, members: T): T;
  /** The user this execution runs as. */
  readonly user: { readonly email: string; readonly locale: string };
  /** How the execution was started; decides what it may do (no screen from a time trigger). */
  readonly entry: 'menu' | 'rpc' | 'trigger' | 'simple-trigger' | 'editor' | 'card';
  /** Script time zone, from the manifest. */
  readonly scriptZone: string;
  /** OAuth scopes of the manifest; a service whose scope is missing throws the permission text. */
  readonly scopes: readonly string[];
  readonly switches: Switches;
}

/** Contested behaviours of the platform, each set to the stricter side unless a test says otherwise. */
export interface Switches {
  /** May a write past the last row grow the sheet? (facts disagree) */
  readonly growOnWrite: boolean;
  /** Do errors of buffered writes surface at the setter, or at the next read, flush or end? */
  readonly lateWriteErrors: boolean;
  /**
   * Does an execution that the platform stops lose the writes since the last flush, read or other commit? The
   * documentation says that operations are bundled, and not what becomes of the bundle (SpreadsheetApp.flush).
   */
  readonly killLosesWrites: boolean;
  /** Is a leading apostrophe swallowed in a plain-text (`@`) cell too? */
  readonly apostropheInTextCells: boolean;
}
