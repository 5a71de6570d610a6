import type { Locale } from '../domain/text';
import type { Platform } from '../ports';
import { googleClock } from './clock';
import { googleDatabases } from './databases';
import { googleFiles } from './files';
import { googleForms } from './forms';
import { googleHttp } from './http';
import { googleLock } from './lock';
import { persistently } from './patience';
import { googleScreen } from './screen';
import { googleAppSheetWords, googleDefaults, googleDemo, googleWords } from './set-up-pages';
import { googleCache, googleStore } from './store';
import { googleTriggers } from './triggers';
import { wallClockOf } from './wall-clock';
import { signedToken } from './web-token';
import { googleWorkbooks } from './workbooks';

/** Google behind every port. Made first thing by each entry point; touches no service until a port is used. */
export function googlePlatform(): Platform {
  return {
    clock: googleClock(),
    workbooks: googleWorkbooks,
    http: googleHttp,
    files: googleFiles,
    store: googleStore(() => PropertiesService.getDocumentProperties() ?? PropertiesService.getScriptProperties()),
    installation: googleStore(() => PropertiesService.getScriptProperties()),
    secrets: googleStore(() => PropertiesService.getUserProperties()),
    token: () => ScriptApp.getOAuthToken(),
    databases: googleDatabases,
    forms: googleForms,
    cache: googleCache,
    lock: googleLock,
    triggers: googleTriggers,
    person: { email: () => Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail() },
    mail: {
      send: (to, subject, body, htmlBody) =>
        MailApp.sendEmail({ to, subject, body, name: 'Kenshin', ...(htmlBody && { htmlBody }) }),
      remaining: () => persistently(() => MailApp.getRemainingDailyQuota()),
    },
    screen: googleScreen(userLocale),
    log: { line: (text) => console.log(text) },
    defaults: googleDefaults,
    demo: googleDemo,
    words: googleWords,
    appSheetWords: googleAppSheetWords,
    wallClock: (instant, zone) => wallClockOf(zone)(instant),
    digest: (text) => hexOf(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)),
    webToken: signedToken,
    hmac: (text, key) => hexOf(Utilities.computeHmacSha256Signature(text, key, Utilities.Charset.UTF_8)),
  };
}

/** The language of the person's own account, for messages on their screen. */
export function userLocale(): Locale {
  return Session.getActiveUserLocale().slice(0, 2) === 'ja' ? 'ja' : 'en';
}

/** Bytes as the platform hands them out, signed, in hex. */
function hexOf(bytes: readonly number[]): string {
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
}
