import { isKenshinError } from '../../errors';
import { askOne } from '../ask';
import { gather, type Page } from '../gather';
import { jsonOf } from '../json/answer';
import { tableOf } from '../json/table';
import type { Pulled, SourceContext } from '../source';
import { accountsOfTickets, listIn } from './accounts';
import { ZENDESK, zendeskManners, zendeskUrl } from './api';
import { startOf, tellStrays } from './since';
import { RATINGS } from './tickets';

const SURVEY_COLUMNS = ['response_id', 'account_id', 'at', 'kind', 'score'] as const;
/** Answers can be changed after they were given, so that those of the last weeks are asked for again. */
const OVERLAP = 28 * 86400;
const PAGE = 100;

type Kind = 'survey' | 'rating';
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
  const state: Cursor = context.cursor ? JSON.parse(context.cursor) : { since: startOf(context) };
  const began = state.began ?? Math.floor(context.clock.now() / 1000);
  const kinds: readonly Kind[] = state.kind ? [state.kind] : ['survey', 'rating'];
  let refused: unknown = null;
  for (const kind of kinds) {
    const pages = pagesOf(context, kind, state.since);
    let got: ReturnType<typeof gather>;
    try {
      got = gather(context, ZENDESK, state.at ?? '', pages);
    } catch (error) {
      // An account has one of the two: the other answers as if it were forbidden, or not there.
      if (kinds.length === 1 || !isKenshinError(error) || (error.kind !== 'config' && error.kind !== 'credential'))
        throw error;
      if (refused !== null) throw refused;
      refused = error;
      continue;
    }
    const last = kind === kinds[kinds.length - 1];
    if (got.records.length === 0 && got.next === null && !last) continue;
    const known = got.records.length > 0 ? { kind } : state.kind ? { kind: state.kind } : {};
    const cursor: Cursor =
      got.next === null
        ? { since: Math.max(began - OVERLAP, 0), ...known }
        : { since: state.since, began, kind, at: got.next };
    return {
      ...tableWith(context, got.records as Response[]),
      cursor: JSON.stringify(cursor),
      more: got.next !== null,
    };
  }
  throw refused;
}

function pagesOf(context: SourceContext, kind: Kind, since: number): (at: string) => Page {
  const manners = zendeskManners(context);
  // In seconds: where that is taken for milliseconds everything comes, and nothing is lost.
  const first =
    kind === 'survey'
      ? `guide/survey_responses?filter[created_at_start]=${since}&page[size]=${PAGE}`
      : `satisfaction_ratings.json?score=received&start_time=${since}&page[size]=${PAGE}`;
  return (at) => {
    const path = at === '' ? first : `${first}&page[after]=${encodeURIComponent(at)}`;
    const url = zendeskUrl(context.setting, path.replace(/\[/g, '%5B').replace(/\]/g, '%5D'));
    const body = jsonOf(askOne(context, { url }, manners), ZENDESK) as Row | null;
    const meta = (body?.meta ?? {}) as Row;
    const records =
      kind === 'survey'
        ? listIn(body, 'survey_responses').flatMap(surveyed)
        : listIn(body, 'satisfaction_ratings').flatMap(rated);
    return { records, next: meta.has_more === true && meta.after_cursor ? String(meta.after_cursor) : null };
  };
}

function surveyed(response: Readonly<Row>): Response[] {
  const answer = listIn(response, 'answers').find(({ type }) => type === 'rating_scale');
  const subject = listIn(response, 'subjects').find(({ type }) => type === 'ticket')?.id;
  const zrn = /ticket:(\d+)/.exec(String(response.subject_zrns ?? ''))?.[1];
  const score = answer?.rating ?? RATINGS[String(answer?.rating_category)];
  if (score === undefined) return [];
  return [{ id: response.id, ticket: String(subject ?? zrn ?? ''), at: answer?.created_at, score }];
}

function rated({ id, ticket_id: ticket, created_at: at, score }: Readonly<Row>): Response[] {
  const value = RATINGS[String(score).replace(/_.*/, '')];
  return value === undefined ? [] : [{ id, ticket: String(ticket), at, score: value }];
}

function tableWith(context: SourceContext, responses: readonly Response[]): Pulled {
  const last = new Map(responses.map((response) => [String(response.id), response]));
  const tickets = new Set([...last.values()].map(({ ticket }) => ticket).filter((id) => id !== ''));
  const accounts = accountsOfTickets(context, zendeskManners(context), [...tickets]);
  const rows = [...last.values()].flatMap(({ id, ticket, at, score }) => {
    const account = accounts.get(ticket);
    return account === undefined ? [] : [{ response_id: id, account_id: account, at, kind: 'csat', score }];
  });
  tellStrays(context, last.size - rows.length);
  return tableOf(context, ZENDESK, rows, 'response_id', SURVEY_COLUMNS);
}
