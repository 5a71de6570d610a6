import type { Band } from '../../domain/config/config';
import { dataset } from '../../domain/datasets';
import { formatDay } from '../../domain/day';
import { isGone } from '../../domain/gone';
import { sentences, type Text } from '../../domain/text';
import type { WeekView } from '../../domain/views';
import { isKenshinError, refusal } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { BAND_ORDER, GREY } from '../../scoring/bands';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { lastConfig } from '../configuration';
import { notSetUp } from '../messages';
import { cellText, isAtRisk } from '../publish/published-account';
import { readRun } from '../run/record';
import { dataWorkbook } from '../workbooks';

/** Touches in which somebody spoke with the customer. */
const SPOKEN: readonly string[] = ['meeting', 'call', 'email'];

/** What a walk through the history knows of an account. */
interface Walk {
  band: Band;
  before: Band;
  fell: string;
}

/**
 * Bands as they moved: from the kept days of Score History, which stand in order of time, and the touches kept as rows.
 * Throws KenshinError `input` before set-up.
 */
export function viewWeek(platform: Platform): WeekView {
  const health = platform.workbooks.health();
  const config = lastConfig(health);
  if (config === null) {
    throw refusal('input', notSetUp());
  }
  const run = readRun(platform);
  if (run === null) return { since: '', moved: [], fell: [], shut: null };
  const since = formatDay(run.asOf - config.settings.changeDays);
  const walks = bandWalks(health, since);
  return {
    since,
    moved: [...walks].filter(([, { before, band }]) => before !== band).map(([id, { before }]) => [id, before]),
    ...fallen(platform, walks),
  };
}

/** Who fell, and whom somebody has spoken with since; or why the person cannot see that. */
function fallen(platform: Platform, walks: ReadonlyMap<string, Walk>): Pick<WeekView, 'fell' | 'shut'> {
  const atRisk = [...walks].filter(([, { band, fell }]) => isAtRisk(band) && fell !== '');
  let data: Workbook;
  try {
    data = dataWorkbook(platform);
  } catch (error) {
    if (!isKenshinError(error)) throw error;
    return { fell: [], shut: sentences([error.text, error.next]) as Text };
  }
  const left = new Set(goneAccounts(data));
  const spoken = atRisk.length > 0 ? lastSpoken(data) : new Map<string, string>();
  return {
    fell: atRisk
      .filter(([id]) => !left.has(id))
      .map(([id, { fell }]) => {
        const contacted = spoken.get(id) ?? '';
        return [id, fell, contacted >= fell ? contacted : ''];
      }),
    shut: null,
  };
}

/** The bands of every account in the kept days of Score History: `before` is that of the day `since`. */
export function bandWalks(health: Workbook, since: string): ReadonlyMap<string, Walk> {
  const column = (name: string) => health.readColumn(SCORE_HISTORY.name, name) ?? [];
  const days = column('Score Date');
  const bands = column('Band');
  const walks = new Map<string, Walk>();
  column('Account').forEach((cell, row) => {
    const id = cellText(cell);
    const day = cellText(days[row]).slice(0, 10);
    const band = (cellText(bands[row]) || 'Grey') as Band;
    const walk = walks.get(id);
    if (!walk) {
      walks.set(id, { band, before: band, fell: isAtRisk(band) ? day : '' });
      return;
    }
    const [from, to] = [BAND_ORDER.indexOf(walk.band), BAND_ORDER.indexOf(band)];
    // Out of Grey it counts from the first day at risk; a healthy band ends it, a gap does not.
    if (isAtRisk(band)) walk.fell = walk.fell === '' || (to > from && from < GREY) ? day : walk.fell;
    else if (to < GREY) walk.fell = '';
    walk.band = band;
    if (day <= since) walk.before = band;
  });
  return walks;
}

/** The last day on which somebody spoke with each account. */
function lastSpoken(data: Workbook): Map<string, string> {
  const { tab } = dataset('touches');
  const column = (name: string) => data.readColumn(tab, name) ?? [];
  const kinds = column('kind');
  const days = column('at');
  const last = new Map<string, string>();
  column('account_id').forEach((cell, row) => {
    const day = cellText(days[row]).slice(0, 10);
    const id = cellText(cell);
    if (SPOKEN.includes(cellText(kinds[row])) && day > (last.get(id) ?? '')) last.set(id, day);
  });
  return last;
}

/** Customers who have left already: nobody need call them. */
export function goneAccounts(data: Workbook): string[] {
  const { tab } = dataset('accounts');
  const states = data.readColumn(tab, 'status') ?? [];
  return (data.readColumn(tab, 'account_id') ?? []).map(cellText).filter((_, row) => isGone(states[row] ?? null));
}
