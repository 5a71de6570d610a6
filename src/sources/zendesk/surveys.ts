import { isKenshinError } from '../../errors';
import { type Gathered, gather, type Page } from '../gather';
import { listIn } from '../json/answer';
import { keptTable } from '../kept';
import type { Pulled, SourceContext } from '../source';
import { accountsOfTickets } from './accounts';
import { askZendesk, ZENDESK, zendeskUrl } from './api';
import { startOf } from './since';
import { RATINGS } from './tickets';

const SURVEY_COLUMNS = ['response_id', 'account_id', 'at', 'kind', 'score'] as const;
/** Answers can be changed after they were given, so that those of the last weeks are asked for again. */
const OVERLAP = 28 * 86400;
const PAGE = 100;

const KINDS = ['survey', 'rating'] as const;

type Kind = (typeof KINDS)[number];
type Row = Record<string, unknown>;

/** `since` in Unix seconds, and which of the two an account uses, once that is known. */
interface Cursor {
  readonly since: number;
  readonly began?: number;
  readonly kind?: Kind;
  readonly at?: string;
}

/** An answer with a score, and the ticket it is about. */
interface Response {
  readonly id: unknown;
  readonly ticket: string;
  readonly at: unknown;
  readonly score: unknown;
}

/**
 * Satisfaction of customers with tickets: survey responses, or the older good-and-bad ratings where an account has none; one of
 * the two is active at a time. Sources: Zendesk, "CSAT Survey Responses", "Satisfaction Ratings".
 */
export function readSurveys(context: SourceContext): Pulled {
  const now = Math.floor(context.clock.now() / 1000);
  const state: Cursor = context.cursor ? JSON.parse(context.cursor) : { since: startOf(context) };
  const { since, began = now, at = '' } = state;
  let kind = state.kind;
  let got: Gathered | null = null;
  let refused: unknown;
  for (const one of state.kind ? [state.kind] : KINDS) {
    if (got && (got.next || got.records.length > 0)) break;
    try {
      got = gather(context, ZENDESK, at, pagesOf(context, one, since));
      kind = one;
    } catch (error) {
      // An account has one of the two: the other answers as if it were forbidden, or not there.
      const absent = isKenshinError(error) && (error.kind === 'config' || error.kind === 'credential');
      if (state.kind || !absent) throw error;
      refused = refused || error;
    }
  }
  if (!got) throw refused;
  const { records, next } = got;
  const known = state.kind || records.length > 0 ? { kind } : {};
  const cursor = next === null ? { since: Math.max(began - OVERLAP, 0), ...known } : { since, began, kind, at: next };
  return { ...tableWith(context, records as readonly Response[]), cursor: JSON.stringify(cursor), more: next !== null };
}

function pagesOf(context: SourceContext, kind: Kind, since: number): (at: string) => Page {
  // In seconds: where that is taken for milliseconds everything comes, and nothing is lost.
  const [path, list, read] =
    kind === 'survey'
      ? (['guide/survey_responses?filter%5Bcreated_at_start%5D', 'survey_responses', surveyed] as const)
      : (['satisfaction_ratings.json?score=received&start_time', 'satisfaction_ratings', rated] as const);
  const first = zendeskUrl(context.setting, `${path}=${since}&page%5Bsize%5D=${PAGE}`);
  return (at) => {
    const url = at && `&page%5Bafter%5D=${encodeURIComponent(at)}`;
    const body = askZendesk(context, first + url);
    const { has_more: more, after_cursor: after } = (body.meta || {}) as Row;
    return { records: listIn(body, list).flatMap(read), next: more && after ? String(after) : null };
  };
}

function surveyed(response: Readonly<Row>): Response[] {
  const answer = listIn(response, 'answers').find(({ type }) => type === 'rating_scale');
  if (!answer) return [];
  const { rating, rating_category: category, created_at: at } = answer;
  const [, ticket = ''] = /ticket:(\d+)/.exec(String(response.subject_zrns)) || [];
  return scored(response.id, ticket, at, rating || RATINGS[String(category)]);
}

function rated({ id, ticket_id: ticket, created_at: at, score }: Readonly<Row>): Response[] {
  return scored(id, ticket, at, RATINGS[String(score)]);
}

function scored(id: unknown, ticket: unknown, at: unknown, score: unknown): Response[] {
  return score ? [{ id, ticket: String(ticket), at, score }] : [];
}

function tableWith(context: SourceContext, responses: readonly Response[]): Pulled {
  const accounts = accountsOfTickets(context, [...new Set(responses.map(({ ticket }) => ticket).filter((id) => id))]);
  const rows = new Map(
    responses.map(({ id, ticket, at, score }) => {
      const account = accounts.get(ticket) || null;
      return [String(id), { response_id: id, account_id: account, at, kind: 'csat', score }];
    }),
  );
  return keptTable(context, ZENDESK, rows, SURVEY_COLUMNS, []);
}
