import type { Cell } from '../../../src/domain/cell';
import { civil, type Day } from '../../../src/domain/day';
import { isWorkingDay, workingDayUpTo } from './calendar';
import type { Account, Size } from './portfolio';
import type { Random } from './random';
import { intensity } from './stories';
import { moment } from './touches';
import { historyStart } from './usage';

export const SURVEY_COLUMNS = ['response_id', 'account_id', 'at', 'kind', 'score', 'respondent_email'] as const;
export const TICKET_COLUMNS = ['ticket_id', 'account_id', 'opened_at', 'closed_at', 'priority', 'csat'] as const;

/**
 * Answers to the quarterly NPS (0-10) and to shorter questions in between: CSAT 1-5, CES 1-7, goal completion
 * 0-100. Most NPS mails stay unanswered, and some accounts never answer one.
 */
export function surveyRows(account: Account, asOf: Day): Cell[][] {
  const chance = account.chance('surveys');
  const rows: Cell[][] = [];
  const answer = (day: Day, kind: string, score: number): void => {
    const there = account.contacts.filter((contact) => contact.leftOn === null || contact.leftOn >= day);
    const respondent = there.length > 0 ? chance.pick(there).email : null;
    rows.push([`S-${account.id}-${rows.length + 1}`, account.id, moment(day, chance), kind, score, respondent]);
  };
  const last = account.arc.churnedOn ?? asOf;
  for (let day = Math.max(historyStart(asOf), account.arc.contractStart + 14); day <= last; day++) {
    const { month, date } = civil(day);
    if (date !== 10) continue;
    const sent = workingDayUpTo(day);
    const mood = moodOn(account, day, asOf);
    const answers = chance.chance(0.25 + 0.35 * account.arc.warmth);
    if (answers && month % 3 === 2 && account.arc.story !== 'nps-silent') {
      answer(sent, 'nps', clamp(Math.round(10 * mood * chance.noise(0.1)), 0, 10));
    }
    if (!answers || month % 3 === 2) continue;
    const draw = chance.next();
    if (draw < 0.3) answer(sent, 'csat', clamp(Math.round(5 * mood * chance.noise(0.12)), 1, 5));
    else if (draw < 0.45) answer(sent, 'ces', clamp(Math.round(7 * mood * chance.noise(0.12)), 1, 7));
    else if (draw < 0.6) answer(sent, 'gcr', clamp(Math.round((100 * mood * chance.noise(0.15)) / 5) * 5, 0, 100));
  }
  return rows;
}

/** 0..1: how content the people at the account are on a day. */
function moodOn(account: Account, day: Day, asOf: Day): number {
  const { arc } = account;
  if (arc.story === 'goal-reached') return 0.95;
  const lost = arc.fadeFrom !== null && day > arc.fadeFrom ? 0.75 : 1;
  const settled = day - arc.contractStart < 45 ? 0.05 : 0;
  const use = arc.story === 'seasonal' ? 1 : Math.min(1, intensity(arc, day, asOf));
  return Math.min(1, (0.42 + 0.36 * arc.warmth + 0.22 * use + settled) * lost);
}

/** Tickets a month, by size of company. */
const MONTHLY: Readonly<Record<Size, number>> = { Enterprise: 3.2, Growth: 1.3, Small: 0.45 };

/** Support tickets: more where people are new or unhappy, slower and worse rated there; the last ones may be open. */
export function ticketRows(account: Account, asOf: Day): Cell[][] {
  const chance = account.chance('tickets');
  const rows: Cell[][] = [];
  const last = account.arc.churnedOn ?? asOf;
  for (let day = Math.max(historyStart(asOf), account.arc.contractStart); day <= last; day++) {
    if (!isWorkingDay(day)) continue;
    const mood = moodOn(account, day, asOf);
    const newness = day - account.arc.contractStart < 60 ? 1.8 : 1;
    const trouble = newness * (1.7 - mood) * Math.max(0.25, intensity(account.arc, day, asOf));
    if (!chance.chance((MONTHLY[account.size] * trouble) / 20)) continue;
    rows.push(ticket(account, `K-${account.id}-${rows.length + 1}`, day, mood, last, chance));
  }
  return rows;
}

function ticket(account: Account, id: string, day: Day, mood: number, last: Day, chance: Random): Cell[] {
  const draw = chance.next() + 0.15 * (1 - mood);
  const priority = draw < 0.25 ? 'low' : draw < 0.8 ? 'normal' : draw < 0.95 ? 'high' : 'urgent';
  const days = Math.floor(chance.next() ** 2 * (priority === 'urgent' ? 4 : 14) * (1.7 - mood));
  const closed = day + days <= last;
  const rated = closed && chance.chance(0.3);
  const opened = moment(day, chance);
  // A ticket of one day closes after it was opened, at the end of office hours.
  const closedAt = closed ? (days === 0 ? `${opened.slice(0, 11)}18:10:00` : moment(day + days, chance)) : null;
  const csat = rated ? clamp(Math.round(5 * mood * chance.noise(0.2)), 1, 5) : null;
  return [id, account.id, opened, closedAt, priority, csat];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
