import type { Cache, Store } from '../ports';

type Properties = GoogleAppsScript.Properties.Properties;

/** Times a call of the property service is tried. Every such call may be repeated: it names the whole value. */
const TRIES = 3;
const PAUSE_MILLISECONDS = 500;

function persistently<T>(call: () => T): T {
  for (let tried = 1; ; tried++) {
    try {
      return call();
    } catch (error) {
      if (tried === TRIES) throw error;
      Utilities.sleep(PAUSE_MILLISECONDS * tried);
    }
  }
}

/** One property store. `open` is asked anew each time: nothing is touched before it is needed. */
export function googleStore(open: () => Properties): Store {
  return {
    get: (key) => persistently(() => open().getProperty(key)),
    getAll: () => persistently(() => open().getProperties()),
    set: (values) => {
      persistently(() => open().setProperties({ ...values }));
    },
    remove: (key) => {
      persistently(() => open().deleteProperty(key));
    },
  };
}

/** The document's cache; outside a document the script's. */
export const googleCache: Cache = {
  get: (key) => openCache().get(key),
  put: (key, value, seconds) => openCache().put(key, value, seconds),
};

function openCache(): GoogleAppsScript.Cache.Cache {
  return CacheService.getDocumentCache() ?? (CacheService.getScriptCache() as GoogleAppsScript.Cache.Cache);
}
