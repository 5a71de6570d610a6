import { column } from '../column';
import { KEPT } from '../placed';
import type { Tab } from '../tab';

const ACCOUNT = [
  column('account_id', 'id'),
  column('external_ids', 'text'),
  column('name', 'text'),
  column('owner_email', 'email'),
  column('score', 'number'),
  column('band', 'text'),
  column('score_change', 'number'),
  column('reasons', 'longText'),
  column('as_of', 'date'),
] as const;

/** The published scores without formats and colours, for tools that read a sheet. */
export const EXPORT_TAB = {
  name: 'Export',
  ...KEPT,
  key: 'account_id',
  columns: ACCOUNT,
} satisfies Tab;

/** What a dry run would send. */
export const WRITE_BACK_PREVIEW = {
  name: 'Write Back Preview',
  ...KEPT,
  key: 'preview_id',
  columns: [
    column('preview_id', 'id'),
    column('target', 'text'),
    column('record_id', 'text'),
    column('note', 'longText'),
    ...ACCOUNT,
  ],
} satisfies Tab;

/** What the other side has accepted last: only what differs is sent again. */
export const WRITE_BACK_LEDGER = {
  name: 'Write Back Ledger',
  ...KEPT,
  key: 'ledger_id',
  columns: [
    column('ledger_id', 'id'),
    column('account_id', 'text'),
    column('fingerprint', 'text'),
    column('as_of', 'date'),
    column('sent_at', 'timestamp'),
  ],
} satisfies Tab;
