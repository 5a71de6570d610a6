import { ACCOUNT, column } from '../column';
import { ENTERED, SHOWN } from '../placed';
import type { Tab } from '../tab';

const EMAIL = column('Email', 'email');

export const ADOPTION = {
  name: 'Adoption',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  filtered: true,
  key: 'Email',
  columns: [
    EMAIL,
    column('Name', 'text'),
    column('Role', 'choice', {
      choices: ['csm', 'ops', 'manager'],
    }),
    column('Team', 'text'),
    column('Use Count 7d', 'integer'),
    column('Use Count 30d', 'integer'),
    column('Account Count 30d', 'integer'),
    column('Seen Date', 'date'),
    column('Has Never Used', 'flag'),
    column('Is Member', 'flag'),
  ],
} satisfies Tab;

export const ADOPTION_IMPORT = {
  name: 'Adoption Import',
  ...ENTERED,
  key: '',
  columns: [
    { ...EMAIL, required: true },
    column('Date', 'date', { required: true }),
    column('Uses', 'integer', { range: [0, 100000] }),
  ],
} satisfies Tab;

/** Stands only while the setting Adoption Detail is on. */
export const ADOPTION_LOG = {
  name: 'Adoption Log',
  ...SHOWN,
  key: 'Log ID',
  columns: [column('Log ID', 'id'), EMAIL, column('Use Timestamp', 'timestamp'), ACCOUNT],
} satisfies Tab;
