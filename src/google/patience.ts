/** Times a call is tried. */
const TRIES = 3;
const PAUSE_MILLISECONDS = 500;

/** Tries a call of a service again after a pause. For calls that may be repeated: reads, and writes of a whole value. */
export function persistently<T>(call: () => T): T {
  for (let tried = 1; ; tried++) {
    try {
      return call();
    } catch (error) {
      if (tried === TRIES) throw error;
      Utilities.sleep(PAUSE_MILLISECONDS * tried);
    }
  }
}
