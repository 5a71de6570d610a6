import { useState } from 'preact/hooks';
import type { AccountView, StoryView } from '../domain/views';
import { useLanguage } from './language';
import { loading } from './messages';
import * as words from './messages/account';
import { shortDay, signed } from './numbers';
import { Pulses } from './pulses';
import { Refused } from './refused';
import { call } from './rpc';
import { Trend } from './trend';
import { useCall } from './use-call';

/** Lines of what changed that stand before the button that shows the rest. */
const FIRST = 4;

/** What lies behind the score, asked for once the score is on the screen: trend, changes, actions, pulses. */
export function Story({ account, scored }: { readonly account: AccountView; readonly scored: boolean }) {
  const { t } = useLanguage();
  const { accountId, asOf } = account;
  const story = useCall(`${accountId}|${asOf}`, () => call('storyView', accountId));
  const data = story.data?.accountId === accountId ? story.data : null;
  if (story.fault) return <Refused fault={story.fault} alone={false} again={story.again} />;
  return (
    <>
      {scored && (
        <section aria-busy={!data}>
          <h2>{t(words.trendTitle())}</h2>
          {data ? <Trend story={data} bounds={account.bounds} /> : <p class="quiet waiting">{t(loading())}</p>}
        </section>
      )}
      {scored && data && <Moves moves={data.moves} days={account.changeDays} />}
      {data && <Actions actions={data.actions} />}
      {data && <Pulses account={account} pulses={data.pulses} put={(pulses) => story.put({ ...data, pulses })} />}
    </>
  );
}

function Moves({ moves, days }: { readonly moves: StoryView['moves']; readonly days: number }) {
  const { t, locale } = useLanguage();
  const [all, showAll] = useState(false);
  const shown = all ? moves : moves.slice(0, FIRST);
  return (
    <section>
      <h2>{t(words.movesTitle())}</h2>
      {moves.length === 0 && <p class="quiet">{t(words.movesNone(days))}</p>}
      <ul class="moves">
        {shown.map(({ cause, points, note }) => (
          <li key={`${cause} ${note}`}>
            <span class="line">
              <span>{note}</span>
              <b class={points > 0 ? 'up' : 'down'}>{signed(points, locale) ?? '±0'}</b>
            </span>
            <span class="tag">{t(words.causeWord(cause))}</span>
          </li>
        ))}
      </ul>
      {shown.length < moves.length && (
        <button type="button" class="link" onClick={() => showAll(true)}>
          {t(words.restOfMoves(moves.length))}
        </button>
      )}
    </section>
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
