import type { Cache, Store } from '../ports';
import { persistently } from './patience';

type Properties = GoogleAppsScript.Properties.Properties;

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
