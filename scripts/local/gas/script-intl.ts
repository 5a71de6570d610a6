/**
 * Makes a fresh context's Intl.DateTimeFormat speak the script's time zone where none is named, whatever the machine's
 * is. Source: Apps Script reference, Session.getScriptTimeZone.
 */
export function installScriptIntl(intl: { DateTimeFormat: Intl.DateTimeFormatConstructor }, zone: string): void {
  const native = intl.DateTimeFormat;
  const construct = (args: readonly unknown[], newTarget: unknown): object => {
    const [locales = 'en-US', given = {}] = args as [string?, Intl.DateTimeFormatOptions?];
    const options = { ...given, timeZone: given.timeZone ?? zone };
    return Reflect.construct(native, [locales, options], newTarget as () => void);
  };
  const proxy = new Proxy(native, {
    construct: (_target, args, newTarget) => construct(args, newTarget),
    apply: (_target, _self, args) => construct(args, native),
  });
  Object.defineProperty(native.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
  Object.defineProperty(intl, 'DateTimeFormat', { value: proxy, writable: true, configurable: true });
}
