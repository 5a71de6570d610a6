import type { SourceFormsView, SourceKeysView, SourceTestView } from '../../domain/source-views';
import { sentences, type Text } from '../../domain/text';
import { isKenshinError, KenshinError } from '../../errors';
import type { Platform, Store } from '../../ports';
import { SOURCES } from '../../sources';
import { keyLabel } from '../../sources/messages';
import { COMMON_OPTIONS, noteOf } from '../../sources/option';
import { secretKey, secretName, tokenKey } from '../../sources/secret-key';
import type { SourceContext, SourceSetting } from '../../sources/source';
import { readSourceSettings } from '../pull/source-settings';
import { scheduleOwner } from '../schedule';
import { openDataStore } from '../store/data-store';
import { dataWorkbook } from '../workbooks';
import { webhookSetting } from '../write-back/webhook';
import * as messages from './messages';

/** Characters of a key that are shown once it is kept, of keys more than twice as long. */
const SHOWN = 4;
/** A property holds 9 KB with its name (Apps Script quotas). */
const LONGEST = 8000;

/** What signs with keys: a source, or the webhook. */
interface Signer {
  readonly setting: Pick<SourceSetting, 'id' | 'kind' | 'secretName'> & { readonly dataset: string };
  readonly keys: readonly { readonly field: string; readonly label: Text; readonly needed: boolean }[];
  /** Asks as little as shows that the keys in `secrets` are right; says what was found. */
  test(secrets: Store): Text;
}

/** What the form of sources needs: kinds, sources and their keys, as the declarations and the Sources tab say. */
export function sourceForms(platform: Platform): SourceFormsView {
  return {
    kinds: SOURCES.map(({ kind, options, credential, streams }) => ({
      kind,
      options: [...options, ...COMMON_OPTIONS].map((option) => ({ name: option.name, note: noteOf(option.note) })),
      credential: credential.map(({ name, label }) => ({ field: name, label: noteOf(label) })),
      streams: streams?.map(({ dataset, from, cursor }) => ({ dataset, from, incremental: cursor !== null })) ?? null,
    })),
    sources: signersOf(platform).map((signer) => keysOf(signer, platform.secrets)),
    scope: messages.scope(scheduleOwner(platform)),
  };
}

/**
 * Keeps keys of a source for the current person. Where all that are needed are there the source is tried with them: the
 * old keys stay where that fails, and new ones are kept all the same where there were none. Throws KenshinError.
 */
export function keepSecrets(
  platform: Platform,
  sourceId: string,
  values: Readonly<Record<string, string>>,
): SourceTestView {
  const signer = found(platform, sourceId);
  const { setting } = signer;
  const given: Record<string, string> = {};
  for (const field of Object.keys(values)) {
    if (!signer.keys.some((key) => key.field === field)) throw unknown(sourceId);
    const value = (values[field] as string).trim();
    if (value === '') throw new KenshinError('input', messages.keyEmpty(), messages.enterKey());
    if (value.length > LONGEST) throw new KenshinError('input', messages.keyTooLong(), messages.enterKey());
    given[secretKey(secretName(setting, field))] = value;
  }
  const beside = overlaid(platform.secrets, given, tokenKey(setting));
  const lacking = keysOf(signer, beside).keys.filter((key) => key.needed && !key.kept);
  let said = sentences([
    messages.kept(endOf(Object.values(given)[0] ?? '')),
    lacking.length > 0 ? messages.untested(lacking.map(({ label }) => label)) : null,
  ]) as Text;
  if (lacking.length === 0) {
    const had = Object.keys(given).some((key) => platform.secrets.get(key) !== null);
    try {
      said = sentences([said, signer.test(beside)]) as Text;
    } catch (error) {
      if (!isKenshinError(error)) throw error;
      if (had) throw new KenshinError(error.kind, error.text, sentences([error.next, messages.oldStays()]) as Text);
      said = sentences([messages.keptUntested(), error.text, error.next]) as Text;
    }
  }
  platform.secrets.remove(tokenKey(setting));
  platform.secrets.set(given);
  return { said, source: keysOf(signer, platform.secrets) };
}

/** Asks the source as little as shows that place and keys are right. Throws the KenshinError that a pull would end in. */
export function testSource(platform: Platform, sourceId: string): SourceTestView {
  const signer = found(platform, sourceId);
  return { said: signer.test(platform.secrets), source: keysOf(signer, platform.secrets) };
}

/** Deletes a key of a source, and what was signed in with it. */
export function forgetSecret(platform: Platform, sourceId: string, field: string): SourceTestView {
  const signer = found(platform, sourceId);
  platform.secrets.remove(tokenKey(signer.setting));
  platform.secrets.remove(secretKey(secretName(signer.setting, field)));
  return { said: messages.forgotten(), source: keysOf(signer, platform.secrets) };
}

function settingsOf(platform: Platform): readonly SourceSetting[] {
  return readSourceSettings(platform.workbooks.health().read('Sources')).settings;
}

function signersOf(platform: Platform): readonly Signer[] {
  const signers = settingsOf(platform).map((setting): Signer => {
    const source = SOURCES.find(({ kind }) => kind === setting.kind);
    const keys = (source?.credential ?? []).map(({ name, label, needed }) => ({
      ...{ field: name, label: noteOf(label), needed: needed(setting) },
    }));
    return { setting, keys, test: (secrets) => source?.test(contextOf(platform, setting, secrets)) as Text };
  });
  const webhook = webhookSetting(platform.workbooks.health());
  if (webhook === null) return signers;
  // Nothing can be asked of a receiver without sending it scores.
  const keys = [{ field: '', label: noteOf(keyLabel), needed: true }];
  return [...signers, { setting: webhook, keys, test: messages.webhookSigns }];
}

function found(platform: Platform, sourceId: string): Signer {
  const signer = signersOf(platform).find(({ setting }) => setting.id === sourceId);
  if (!signer) throw unknown(sourceId);
  return signer;
}

function unknown(sourceId: string): KenshinError {
  return new KenshinError('input', messages.unknownSource(sourceId), messages.checkSources());
}

/** What a source of the Sources tab may use, with the keys that are kept. Throws KenshinError for one that is not there. */
export function sourceContext(platform: Platform, sourceId: string): SourceContext {
  const setting = settingsOf(platform).find(({ id }) => id === sourceId);
  if (!setting) throw unknown(sourceId);
  return contextOf(platform, setting, platform.secrets);
}

function contextOf(platform: Platform, setting: SourceSetting, secrets: Store): SourceContext {
  return {
    ...platform,
    setting,
    secrets,
    domains: () => {
      const { columns, rows } = openDataStore(dataWorkbook(platform), 'en').table('accounts');
      const at = columns.indexOf('domains');
      return [...rows.values()].map((row) => String(row[at] ?? ''));
    },
    cursor: null,
    report: () => undefined,
    pause: () => undefined,
  };
}

function keysOf({ setting, keys }: Signer, secrets: Store): SourceKeysView {
  return {
    sourceId: setting.id,
    kind: setting.kind,
    dataset: setting.dataset,
    keys: keys.map((key) => {
      const value = secrets.get(secretKey(secretName(setting, key.field))) ?? '';
      return { ...key, kept: value !== '', end: endOf(value) };
    }),
  };
}

function endOf(secret: string): string {
  return secret.length > SHOWN * 2 ? secret.slice(-SHOWN) : '';
}

/** The store as it would be with these values, and without what was signed in with the old ones; writes stay here. */
function overlaid(store: Store, values: Readonly<Record<string, string>>, without: string): Store {
  const kept: Record<string, string | null> = { ...values, [without]: null };
  return {
    get: (key) => (key in kept ? (kept[key] ?? null) : store.get(key)),
    getAll: () => store.getAll(),
    set: (added) => void Object.assign(kept, added),
    remove: (key) => {
      kept[key] = null;
    },
  };
}
