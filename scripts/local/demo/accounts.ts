import type { Cell } from '../../../src/domain/cell';
import { type Day, formatDay } from '../../../src/domain/day';
import { nextRenewal } from './contracts';
import type { Account } from './portfolio';
import type { Random } from './random';

export const ACCOUNT_COLUMNS = [
  'account_id',
  'name',
  'owner_email',
  'manager_email',
  'team',
  'segment',
  'plan',
  'mrr',
  'employees',
  'industry',
  'stage',
  'contract_start',
  'renewal_date',
  'status',
  'domains',
  'external_ids',
  'onboarding_percent',
  'goal_percent',
  'open_invoices',
  'integrations',
] as const;

export const CONTACT_COLUMNS = ['contact_id', 'account_id', 'email', 'name', 'role', 'active', 'left_on'] as const;

/** The CRM's row of an account. Columns from `onboarding_percent` on are the company's own. */
export function accountRow(account: Account, asOf: Day): Cell[] {
  const { arc, company } = account;
  const chance = account.chance('crm');
  const age = asOf - arc.contractStart;
  return [
    account.id,
    company.name,
    account.owner,
    account.team.manager,
    account.team.name,
    account.size,
    account.size === 'Small' ? 'Standard' : chance.pick(['Standard', 'Professional', 'Professional']),
    account.mrr,
    account.employees,
    company.industry,
    arc.churnedOn !== null ? 'Closed' : age < 90 || arc.story === 'stuck-in-onboarding' ? 'Onboarding' : 'Live',
    formatDay(arc.contractStart),
    formatDay(arc.churnedOn ?? nextRenewal(account, asOf)),
    status(account, chance),
    company.domain,
    `zendesk:${40_000 + Number(account.id.slice(2))}`,
    onboardingPercent(account, age, chance),
    goalPercent(account, chance),
    openInvoices(account, chance),
    account.integrations,
  ];
}

/** The CRM's contacts of an account. */
export function contactRows(account: Account): Cell[][] {
  return account.contacts.map((contact) => [
    contact.id,
    account.id,
    contact.email,
    contact.name,
    contact.role,
    contact.leftOn === null,
    contact.leftOn === null ? null : formatDay(contact.leftOn),
  ]);
}

/** One in five who fade away have said so. */
function status(account: Account, chance: Random): string {
  if (account.arc.churnedOn !== null) return 'churned';
  return account.arc.story === 'quiet-churn' && chance.chance(0.2) ? 'notice' : 'active';
}

function onboardingPercent(account: Account, age: number, chance: Random): number {
  const { story, warmth } = account.arc;
  if (story === 'stuck-in-onboarding') return chance.whole(3, 9) * 5;
  if (age < 90) return Math.min(100, 10 + Math.round(age / 5) * 5);
  if (story === 'lukewarm') return chance.whole(12, 19) * 5;
  return warmth > 0.6 ? 100 : chance.whole(17, 20) * 5;
}

/** Progress towards the goal agreed with the account; empty where none was agreed. */
function goalPercent(account: Account, chance: Random): number | null {
  const { story, warmth, adoption } = account.arc;
  if (story === 'goal-reached') return chance.whole(96, 120);
  if (story === 'brand-new' || story === 'stuck-in-onboarding' || chance.chance(0.35 - 0.2 * warmth)) return null;
  const reached = 30 + 60 * (0.5 * warmth + 0.5 * Math.min(1, adoption / 0.8)) * chance.noise(0.2);
  return Math.round(Math.min(110, account.arc.fadeFrom === null ? reached : reached * 0.6));
}

function openInvoices(account: Account, chance: Random): number {
  const late = account.arc.fadeFrom !== null || account.arc.story === 'lukewarm' ? 0.3 : 0.06;
  return chance.chance(late) ? chance.whole(1, 3) : 0;
}
