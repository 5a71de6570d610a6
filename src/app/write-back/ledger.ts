import type { Grid } from '../../domain/cell';
import { parseDay } from '../../domain/day';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { digest } from '../../sources/digest';
import { WRITE_BACK_LEDGER } from '../../tables/data/write-back';
import { layoutOf } from '../../tables/layout';
import { readTab, type TabRecord, toRow } from '../../tables/rows';
import { writeChanges } from '../store/write-changes';
import type { PlainAccount } from './outgoing';

/** What each record was last accepted with. */
export interface Ledger {
  /** Whether this very content was accepted, and not so long ago that its day looks old. */
  isSent(key: string, fingerprint: string, asOf: string): boolean;
  note(key: string, account: PlainAccount, fingerprint: string, now: string): void;
  /** Writes what was noted. */
  commit(): void;
  /** Records of a target that were accepted since a moment of the wall clock. */
  sentSince(target: string, moment: string): number;
}

/** Days after which the same score is sent again, for the sake of its date. */
const RENEWED_DAYS = 7;

/** The key of a record in the ledger. */
export function ledgerKey(target: string, recordId: string): string {
  return `${target}|${recordId}`;
}

export function openLedger(data: Workbook, locale: Locale): Ledger {
  let standing: Grid | null = data.read(WRITE_BACK_LEDGER.name);
  const rows = new Map<string, TabRecord>();
  for (const { values } of readTab(WRITE_BACK_LEDGER, standing).records) rows.set(String(values.ledger_id), values);
  let noted = false;
  return {
    isSent: (key, fingerprint, asOf) => {
      const last = rows.get(key);
      const age = Number(parseDay(asOf)) - Number(parseDay(String(last?.as_of ?? '')));
      return last?.fingerprint === fingerprint && age < RENEWED_DAYS;
    },
    note: (key, { account_id, as_of }, fingerprint, now) => {
      noted = true;
      rows.set(key, { ledger_id: key, account_id, fingerprint, as_of, sent_at: now });
    },
    commit: () => {
      if (!noted) return;
      noted = false;
      const written = [...rows.keys()].sort().map((key) => toRow(WRITE_BACK_LEDGER, rows.get(key) as TabRecord));
      writeChanges(data, layoutOf(WRITE_BACK_LEDGER, locale, 0), standing, written);
      standing = [WRITE_BACK_LEDGER.columns.map(({ name }) => name), ...written];
      data.flush();
    },
    sentSince: (target, moment) =>
      [...rows.entries()].filter(([key, { sent_at }]) => key.startsWith(`${target}|`) && String(sent_at) >= moment)
        .length,
  };
}

/** A short text that differs where the content differs, and that no sheet takes for a number. */
export function fingerprintOf(content: unknown): string {
  return `x${digest(content)}`;
}
