import type { CoreHost } from './core-host';
import { SCOPES } from './scopes';

/**
 * `Session`. The active user's address may be empty: without the scope for it, and where nobody acts (triggers);
 * the effective user of a trigger is its creator. Source: Apps Script reference, Session.
 */
export function createSession(host: CoreHost): object {
  const user = (email: string): object => host.strict('User', { getEmail: () => email, getUserLoginId: () => email });
  const known = host.scopes.includes(SCOPES.email);
  const acting = known && host.entry !== 'trigger' && host.entry !== 'simple-trigger';
  return host.strict('Session', {
    getActiveUser: () => user(acting ? host.user.email : ''),
    getEffectiveUser() {
      host.permit('Session.getEffectiveUser', SCOPES.email);
      return user(host.user.email);
    },
    getActiveUserLocale: () => host.user.locale,
    getScriptTimeZone: () => host.scriptZone,
    getTemporaryActiveUserKey: () => `key-${Buffer.from(host.user.email).toString('base64url')}`,
  });
}
