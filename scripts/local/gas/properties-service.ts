import type { CoreHost } from './core-host';
import { LATENCY } from './latency';
import { refuseArguments } from './signature';

/** Documented limits: 9 KB a value, 500 KB a store. Source: Apps Script guide, quotas and limits. */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
/** Measured: longer names fail (tanaikech 2023-05-22). */
const KEY_BYTES = 8_066;

export interface PropertyStores {
  readonly script: Record<string, string>;
  readonly document: Record<string, string>;
  readonly user: Record<string, Record<string, string>>;
}

/** `PropertiesService`. Document properties are null in a script that is bound to nothing. */
export function createPropertiesService(host: CoreHost, stores: PropertyStores, bound: boolean): object {
  stores.user[host.user.email] ??= {};
  const own = stores.user[host.user.email] as Record<string, string>;
  return host.strict('PropertiesService', {
    getScriptProperties: () => createProperties(host, stores.script),
    getDocumentProperties: () => (bound ? createProperties(host, stores.document) : null),
    getUserProperties: () => createProperties(host, own),
  });
}

function createProperties(host: CoreHost, store: Record<string, string>): object {
  const read = (method: string): void => {
    host.charge(`Properties.${method}`, LATENCY.propertyRead.ms);
    host.useQuota('properties');
  };
  const write = (method: string): void => {
    host.charge(`Properties.${method}`, LATENCY.propertyWrite.ms);
    host.useQuota('properties');
  };
  const replaceAll = (values: Record<string, string>): void => {
    for (const [key, value] of Object.entries(values)) checkEntry(host, key, value);
    const size = Object.entries(values).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
    if (size > STORE_BYTES) {
      host.fail('You have exceeded the property storage quota. Please remove some properties and try again.');
    }
    for (const key of Object.keys(store)) if (!Object.hasOwn(values, key)) delete store[key];
    for (const [key, value] of Object.entries(values)) store[key] = value;
  };
  const properties = host.strict('Properties', {
    getProperty(key: unknown) {
      read('getProperty');
      const name = keyOf(host, 'getProperty', key);
      return Object.hasOwn(store, name) ? (store[name] as string) : null;
    },
    getProperties() {
      read('getProperties');
      return host.into({ ...store });
    },
    getKeys() {
      read('getKeys');
      return host.into(Object.keys(store));
    },
    setProperty(key: unknown, value: unknown) {
      write('setProperty');
      if (typeof value !== 'string') refuseArguments(host, 'PropertiesService.Properties.setProperty', [key, value]);
      replaceAll({ ...store, [keyOf(host, 'setProperty', key)]: value as string });
      return properties;
    },
    setProperties(values: unknown, deleteAllOthers: unknown = false) {
      write('setProperties');
      const given = Object.entries((values ?? {}) as Record<string, unknown>);
      if (typeof values !== 'object' || values === null || given.some(([, value]) => typeof value !== 'string')) {
        refuseArguments(host, 'PropertiesService.Properties.setProperties', [values]);
      }
      const kept = deleteAllOthers ? {} : store;
      replaceAll({ ...kept, ...(Object.fromEntries(given) as Record<string, string>) });
      return properties;
    },
    deleteProperty(key: unknown) {
      write('deleteProperty');
      delete store[keyOf(host, 'deleteProperty', key)];
      return properties;
    },
    deleteAllProperties() {
      write('deleteAllProperties');
      replaceAll({});
      return properties;
    },
  });
  return properties;
}

function keyOf(host: CoreHost, method: string, key: unknown): string {
  if (key === null || key === undefined || key === '') emptyKey(host);
  if (typeof key !== 'string') refuseArguments(host, `PropertiesService.Properties.${method}`, [key]);
  return key as string;
}

function checkEntry(host: CoreHost, key: string, value: string): void {
  if (key === '') emptyKey(host);
  if (bytes(key) > KEY_BYTES) host.fail('Data storage error');
  if (bytes(value) > VALUE_BYTES) host.fail('Argument too large: value');
}

function emptyKey(host: CoreHost): never {
  return host.fail('When setting or getting a property value, the property name must not be null or empty.');
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
