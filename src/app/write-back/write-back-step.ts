import type { Settings } from '../../domain/config/config';
import type { Problem } from '../../domain/problem';
import { type Locale, say, sentences, type Text } from '../../domain/text';
import { isKenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { EXPORT_TAB, WRITE_BACK_PREVIEW } from '../../tables/data/write-back';
import { layoutOf } from '../../tables/layout';
import { type TabRecord, toRow } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { configInForce } from '../configuration';
import type { Progress } from '../run/progress';
import type { RunRecord } from '../run/record';
import { type ProblemList, problemList } from '../store/problem-list';
import { dataWorkbook } from '../workbooks';
import { fingerprintOf, type Ledger, ledgerKey, openLedger } from './ledger';
import * as messages from './messages';
import { type Outgoing, outgoingAccounts } from './outgoing';
import type { Sending, Target, TargetFault } from './target';
import { targetsOf } from './targets';

/** The run's cursor counts targets by this and the rows of one below it; no portfolio is as large. */
const TARGET = 10_000_000;

/** Requests between two entries in the ledger: what a stop in between sends again. */
const BATCHES = 10;

const CODE = 'writeback';

/** Whether a run has anything to send or export. */
export function wantsWriteBack({ mode, writeBack, exportTab }: Settings): boolean {
  return mode === 'Scoring' && (writeBack !== 'off' || exportTab);
}

/**
 * Sends what has changed since it was last accepted, from the published Accounts tab, and ends the run. What a target
 * refuses is a problem, and the others go on. A stop at any point sends at most some rows twice, with the same content and
 * key.
 */
export function writeBackStep(platform: Platform, run: RunRecord, progress: Progress, margin: number): RunRecord {
  const config = configInForce(progress.configuration());
  const { settings } = config;
  const data = dataWorkbook(platform);
  const accounts = outgoingAccounts(progress, config);
  const fresh = run.cursor === 0;
  if (settings.exportTab && fresh) replaceTab(data, EXPORT_TAB, accounts.map(rowOf), settings);
  const found = problemList();
  const dry = settings.writeBack === 'dry';
  let { said } = run;
  let next: number | null = null;
  if (settings.writeBack !== 'off') {
    const { targets, faults } = targetsOf(platform, progress.health, settings);
    if (fresh) for (const fault of faults) found.add(problemOf(fault));
    const since = platform.wallClock(run.startedAt, data.zone);
    const locale = settings.language;
    const ledger = openLedger(data, locale);
    const work = { platform, ledger, found, dry, margin, since, zone: data.zone, locale };
    const preview: TabRecord[] = [];
    for (let at = Math.floor(run.cursor / TARGET); at < targets.length && next === null; at++) {
      const target = targets[at] as Target;
      const from = at === Math.floor(run.cursor / TARGET) ? run.cursor % TARGET : 0;
      const told = tell(target, accounts, from, preview, work);
      if (told.next !== null) next = at * TARGET + told.next;
      said = sentences([said, told.said]) ?? said;
    }
    if (dry) replaceTab(data, WRITE_BACK_PREVIEW, preview, settings);
    else if (fresh && data.lastRow(WRITE_BACK_PREVIEW.name) > 1) replaceTab(data, WRITE_BACK_PREVIEW, [], settings);
  }
  progress.problems().replace(found.all(), ({ code }) => fresh && code.startsWith(CODE));
  progress.problems().commit(progress.locale());
  if (next !== null) return { ...run, said, cursor: next };
  return { ...run, state: 'done', endedAt: platform.clock.now(), said, problems: progress.problems().count };
}

interface Work {
  readonly platform: Platform;
  readonly ledger: Ledger;
  readonly found: ProblemList;
  readonly dry: boolean;
  readonly margin: number;
  /** Wall clock of the run's beginning. */
  readonly since: string;
  readonly zone: string;
  readonly locale: Locale;
}

/** Tells one target from a row on; answers the row to go on at in the next execution, null at the end. */
function tell(
  target: Target,
  accounts: readonly Outgoing[],
  from: number,
  preview: TabRecord[],
  work: Work,
): { readonly said: Text | null; readonly next: number | null } {
  const { platform, ledger, found, dry } = work;
  const told = (): number => ledger.sentSince(target.id, work.since);
  try {
    const faults = target.open(dry);
    for (const fault of faults) found.add(problemOf(fault));
    if (faults.length > 0) return { said: messages.sent(target.id, 0, true), next: null };
    const { sendings, without } = sendingsOf(target, accounts);
    if (from === 0) for (const [account, why] of without) found.add(refusal(target, account, 'record', why));
    const waiting = sendings.flatMap((sending, index) => {
      const print = fingerprintOf(target.contentOf(sending.account));
      const sent = ledger.isSent(ledgerKey(target.id, sending.recordId), print, sending.account.plain.as_of);
      return index < from || sent ? [] : [{ ...sending, index, print }];
    });
    if (dry) {
      for (const sending of waiting) preview.push(previewRecord(target, sending, null));
      for (const [account, why] of without)
        preview.push(previewRecord(target, { account, recordId: '' }, say(why, work.locale)));
      return { said: messages.wouldSend(target.id, waiting.length), next: null };
    }
    let trouble = without.length > 0;
    for (let at = 0, batches = 1; at < waiting.length; at += target.most, batches++) {
      if (at > 0 && platform.clock.remaining() < work.margin) {
        ledger.commit();
        return { said: null, next: waiting[at]?.index ?? 0 };
      }
      const batch = waiting.slice(at, at + target.most);
      const answers = target.send(batch);
      const now = platform.wallClock(platform.clock.now(), work.zone);
      batch.forEach(({ account, recordId, print }, index) => {
        const why = answers[index] ?? null;
        if (why === null) ledger.note(ledgerKey(target.id, recordId), account.plain, print, now);
        else {
          trouble = true;
          found.add(refusal(target, account, 'refused', why));
        }
      });
      if (batches % BATCHES === 0) ledger.commit();
    }
    ledger.commit();
    return { said: messages.sent(target.id, told(), trouble), next: null };
  } catch (error) {
    if (!isKenshinError(error)) throw error;
    // What was accepted before stands in the ledger; the rest is sent by the next run.
    ledger.commit();
    const why = { en: `${error.text.en} ${error.next.en}`, ja: error.text.ja + error.next.ja };
    found.add({ ...problemOf({ source: target.id, column: '', value: '', why }), code: `${CODE}.${error.kind}` });
    return { said: messages.sent(target.id, told(), true), next: null };
  }
}

/** The records to tell, each once, in the order of the accounts; and the accounts without one. */
function sendingsOf(
  target: Target,
  accounts: readonly Outgoing[],
): { readonly sendings: readonly Sending[]; readonly without: readonly (readonly [Outgoing, Text])[] } {
  const sendings: Sending[] = [];
  const without: [Outgoing, Text][] = [];
  const owners = new Map<string, string>();
  for (const account of accounts) {
    const records = target.recordsOf(account);
    if ('en' in records) {
      without.push([account, records]);
      continue;
    }
    for (const recordId of records) {
      const owner = owners.get(recordId);
      if (owner !== undefined) without.push([account, messages.recordShared(owner)]);
      else {
        owners.set(recordId, account.plain.account_id);
        sendings.push({ account, recordId });
      }
    }
  }
  return { sendings, without };
}

function refusal(target: Target, { plain }: Outgoing, kind: string, why: Text): Problem {
  const problem = problemOf({ source: target.id, column: 'Account ID', value: plain.account_id, why });
  return { ...problem, severity: kind === 'record' ? 'warning' : 'error', code: `${CODE}.${kind}` };
}

function problemOf({ source, column, value, why }: TargetFault): Problem {
  return { severity: 'error', code: `${CODE}.fault`, source, place: '', column, value, why };
}

function replaceTab(data: Workbook, tab: Tab, records: readonly TabRecord[], { language }: Settings): void {
  data.replace(
    layoutOf(tab, language, 0),
    records.map((record) => toRow(tab, record)),
  );
}

/** The account as a row: lists become texts. */
function rowOf({ plain }: Outgoing): TabRecord {
  return { ...plain, external_ids: plain.external_ids.join(';'), reasons: plain.reasons.join('\n') };
}

function previewRecord(target: Target, { account, recordId }: Sending, note: string | null): TabRecord {
  const id = ledgerKey(target.id, recordId === '' ? account.plain.account_id : recordId);
  return { ...rowOf(account), preview_id: id, target: target.id, record_id: recordId, note };
}
