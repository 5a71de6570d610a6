import { VERDICTS } from '../../domain/identity/decision';
import { RULES } from '../../domain/identity/identity';
import { ACCOUNT, column } from '../column';
import { ENTERED, SHOWN } from '../placed';
import type { Tab } from '../tab';

/** What people decided; only they write it. */
export const IDENTITIES = {
  name: 'Identities',
  ...ENTERED,
  key: 'Decision ID',
  columns: [
    column('Decision ID', 'id'),
    // An id may be a bare number, which `text` takes for a slip.
    column('Found', 'longText', { required: true }),
    column('Decision', 'choice', { choices: VERDICTS, required: true }),
    { ...ACCOUNT, required: true },
    column('Comment', 'longText'),
    column('Author Email', 'email'),
    column('Decided Timestamp', 'timestamp'),
  ],
} satisfies Tab;

/** What waits for a decision; only the script writes it. */
export const IDENTITY_SUGGESTIONS = {
  name: 'Identity Suggestions',
  ...SHOWN,
  key: 'Suggestion ID',
  frozen: 3,
  columns: [
    column('Suggestion ID', 'id'),
    column('Found', 'text'),
    ACCOUNT,
    column('Account Name', 'text'),
    column('Evidence Note', 'longText'),
    column('Found In', 'text'),
    column('Row Count', 'integer'),
    column('MRR', 'money'),
  ],
} satisfies Tab;

/** How the rows of a dataset came to their accounts; `no rows` counts the accounts that have none. */
export const IDENTITY_REPORT = {
  name: 'Identity Report',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Identity Report ID',
  columns: [
    column('Identity Report ID', 'id'),
    column('Dataset', 'text'),
    column('Matched By', 'choice', { choices: [...RULES, 'no rows'] }),
    column('Id Count', 'integer'),
    column('Row Count', 'integer'),
    column('Account Count', 'integer'),
    column('MRR', 'money'),
  ],
} satisfies Tab;
