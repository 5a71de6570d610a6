import { ACCOUNT, column } from '../column';
import { ENTERED } from '../placed';
import type { Tab } from '../tab';

export const PULSES = {
  name: 'Pulses',
  ...ENTERED,
  key: 'Pulse ID',
  columns: [
    column('Pulse ID', 'id'),
    { ...ACCOUNT, required: true },
    column('Pulse', 'integer', {
      required: true,
      range: [1, 5],
    }),
    column('Comment', 'longText', { required: true }),
    column('Author Email', 'email', { required: true }),
    column('Pulse Date', 'date', { required: true }),
    column('Expiry Date', 'date'),
  ],
} satisfies Tab;
