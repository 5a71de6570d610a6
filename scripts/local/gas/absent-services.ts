import type { Host } from './host';

const NAMES = ['BigQuery', 'CalendarApp', 'XmlService'] as const;

/** Services that exist on the platform but not here: any member throws `not implemented: <service>.<member>`. */
export function createAbsentServices(host: Host): Readonly<Record<string, object>> {
  return Object.fromEntries(NAMES.map((name) => [name, host.strict(name, {})]));
}
