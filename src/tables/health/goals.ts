import { ACCOUNT, column } from '../column';
import { ENTERED } from '../placed';
import type { Tab } from '../tab';

/** What a goal is: a result agreed with the customer, a task of onboarding, or another step on the way. */
export const GOAL_KINDS: readonly string[] = ['roi', 'onboarding', 'step'];

export const GOALS = {
  name: 'Goals',
  ...ENTERED,
  key: 'Goal ID',
  columns: [
    column('Goal ID', 'id'),
    { ...ACCOUNT, required: true },
    column('Kind', 'choice', { choices: GOAL_KINDS, required: true }),
    column('Goal Name', 'text', { required: true }),
    column('Target', 'number'),
    column('Actual', 'number'),
    column('Unit', 'text'),
    column('Due Date', 'date'),
    column('Done Date', 'date'),
    column('Comment', 'longText'),
    column('Author Email', 'email'),
    column('Update Date', 'date', { required: true }),
  ],
} satisfies Tab;
