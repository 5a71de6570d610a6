import { useState } from 'preact/hooks';
import type { AccountView, StoryView } from '../domain/views';
import { Button } from './button';
import { useLanguage } from './language';
import { loading } from './messages';
import * as words from './messages/account';
import { showAll } from './messages/day';
import { shortDay, signed } from './numbers';
import { Pulses } from './pulses';
import { Failed } from './refused';
import { call } from './rpc';
import { Trend } from './trend';
import { type Loaded, useCall } from './use-call';

/** Lines of what changed that stand before the button that shows the rest. */
const FIRST = 4;

interface Props {
  readonly account: AccountView;
  readonly story: Loaded<StoryView>;
}

/** What lies behind the score, asked for once the score is on the screen. */
export function useStory({ accountId, asOf }: Pick<AccountView, 'accountId' | 'asOf'>): Loaded<StoryView> {
  return useCall(`${accountId}|${asOf}`, () => call('storyView', accountId));
}

/** The trend, in a place that is kept free for it. */
export function TrendSection({ account, story }: Props) {
  const { t } = useLanguage();
  return (
    <section class="trend-section" aria-busy={story.busy}>
      <h2>{t(words.trendTitle())}</h2>
      {story.data && <Trend story={story.data} bounds={account.bounds} />}
      {!story.data &&
        (story.fault ? <Failed of={story} again={story.again} /> : <p class="quiet waiting">{t(loading())}</p>)}
    </section>
  );
}

/** What changed, what is to be done, and what people think. */
export function Story({
  account,
  story: { data, put },
  scored,
  mayWrite,
}: Props & { readonly scored: boolean; readonly mayWrite: boolean }) {
  if (!data) return null;
  return (
    <>
      {scored && <Moves moves={data.moves} days={account.changeDays} />}
      <Actions actions={data.actions} />
      <Pulses account={account} pulses={data.pulses} mayWrite={mayWrite} put={(pulses) => put({ ...data, pulses })} />
    </>
  );
}

function Moves({ moves, days }: { readonly moves: StoryView['moves']; readonly days: number }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const lines = gathered(moves).map((move) => ({ ...move, note: move.note || t(words.configMoved()) }));
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <section>
      <h2>{t(words.movesTitle())}</h2>
      {moves.length === 0 && <p class="quiet">{t(words.movesNone(days))}</p>}
      <ul class="moves">
        {shown.map(({ cause, points, note }) => (
          <li key={`${cause} ${note}`}>
            <span class="line">
              <span>{note}</span>
              <Change points={points} />
            </span>
            <span class="tag">{t(words.causeWord(cause))}</span>
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button look="link" onClick={() => setAll(true)}>
          {t(showAll(lines.length))}
        </Button>
      )}
    </section>
  );
}

/** Points as they changed, with a colour where they did. */
export function Change({ points }: { readonly points: number }) {
  const { locale } = useLanguage();
  const shown = signed(points, locale);
  return <b class={shown === null ? 'none' : points > 0 ? 'up' : 'down'}>{shown ?? '±0'}</b>;
}

/** What a changed configuration moved as one line, without words where it is of several metrics; largest first. */
function gathered(moves: StoryView['moves']): StoryView['moves'] {
  const config = moves.filter(({ cause }) => cause === 'config');
  if (config.length < 2) return moves;
  const points = config.reduce((sum, move) => sum + move.points, 0);
  return [...moves.filter(({ cause }) => cause !== 'config'), { cause: 'config', points, note: '' }].sort(
    (a, b) => Math.abs(b.points) - Math.abs(a.points),
  );
}

function Actions({ actions }: Pick<StoryView, 'actions'>) {
  const { t, locale } = useLanguage();
  if (actions.length === 0) return null;
  return (
    <section>
      <h2>{t(words.actionsTitle())}</h2>
      <ul class="moves">
        {actions.map(({ name, reason, due, status }) => (
          <li key={name + reason}>
            <span class="line">
              <b>{name}</b>
              {due && <span class="quiet">{t(words.dueOn(shortDay(due, locale)))}</span>}
            </span>
            <span class="quiet">
              {reason}
              {status === 'doing' && <span class="tag">{t(words.doing())}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
