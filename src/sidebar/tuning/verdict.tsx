import { useState } from 'preact/hooks';
import type { TuningView } from '../../domain/tuning-views';
import type { WhatIf } from '../../scoring/what-if';
import { Band } from '../band';
import { ALL_BANDS, Mix } from '../band-mix';
import { Button } from '../button';
import { useLanguage } from '../language';
import { List } from '../list';
import { bandWord } from '../messages';
import * as words from '../messages/tuning';
import { amount, decimal, plain } from '../numbers';
import { Change } from '../story';

interface VerdictProps {
  readonly result: WhatIf;
  /** Whether who changes band is shown below. */
  readonly open: boolean;
  readonly toggle: () => void;
}

/** The consequences in one line and two bars; it stays in sight while somebody drags. */
export function Verdict({ result, open, toggle }: VerdictProps) {
  const { t } = useLanguage();
  const { up, down } = tally(result);
  return (
    <div class="verdict">
      <p role="status">
        <b>{t(words.verdict(result.moves.length, result.accounts))}</b>
        {up > 0 && <span class="up"> {t(words.movedUp(up))}</span>}
        {down > 0 && <span class="down"> {t(words.movedDown(down))}</span>}
      </p>
      <div class="compared">
        <span>{t(words.now())}</span>
        <Mix counts={ALL_BANDS.map((band) => result.before[band])} />
        <span>{t(words.changedTo())}</span>
        <Mix counts={ALL_BANDS.map((band) => result.after[band])} />
      </div>
      {result.skew.map(({ band, warning }) => (
        <p key={band} class="problems">
          {t(warning)}
        </p>
      ))}
      {result.touched > 0 && (
        <Button look="link" aria-expanded={open} onClick={toggle}>
          {t(open ? words.hideDetails() : words.showDetails())}
        </Button>
      )}
    </div>
  );
}

function tally({ bySegment }: WhatIf): { readonly up: number; readonly down: number } {
  return bySegment.reduce((sum, group) => ({ up: sum.up + group.up, down: sum.down + group.down }), { up: 0, down: 0 });
}

type By = 'bySegment' | 'byOwner' | 'byMrr';
const GROUPINGS: readonly By[] = ['bySegment', 'byOwner', 'byMrr'];

/** Groups of a table that are shown: those where most happens. */
const SHOWN_GROUPS = 50;
const MOVE_ROW = 52;

/** Who changes band, and where. */
export function Consequences({
  result,
  view,
  shownName,
  open,
}: {
  readonly result: WhatIf;
  readonly view: TuningView;
  readonly shownName: (accountId: string) => string;
  readonly open: (accountId: string) => void;
}) {
  const { t, locale } = useLanguage();
  const [by, setBy] = useState<By>('bySegment');
  const nameOf = (key: string): string => {
    if (by === 'byMrr') return t(words.fromMrr(amount(Number(key), locale)));
    if (by === 'byOwner') return key || t(words.nobody());
    const segment = view.config.segments.find(({ id }) => id === key);
    return segment ? t(segment.name) : key;
  };
  const groups = [...result[by]];
  if (by !== 'byMrr') groups.sort((a, b) => b.up + b.down - a.up - a.down);
  return (
    <section>
      <h2>{t(words.consequencesTitle())}</h2>
      <table class="mixes">
        <thead>
          <tr>
            <td />
            <th>{t(words.now())}</th>
            <th>{t(words.changedTo())}</th>
          </tr>
        </thead>
        <tbody>
          {ALL_BANDS.map((band) => (
            <tr key={band}>
              <th scope="row">{t(bandWord(band))}</th>
              <td>{plain(result.before[band], locale)}</td>
              <td>{plain(result.after[band], locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="field">
        <span>{t(words.byLabel())}</span>
        <select value={by} onChange={(event) => setBy(event.currentTarget.value as By)}>
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {t(words.grouping(one))}
            </option>
          ))}
        </select>
      </label>
      <table>
        <thead>
          <tr>
            <th>{t(words.groupHead())}</th>
            <th>{t(words.allHead())}</th>
            <th>{t(words.upHead())}</th>
            <th>{t(words.downHead())}</th>
            <th>{t(words.mrrDownHead())}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, SHOWN_GROUPS).map((group) => (
            <tr key={group.key}>
              <th scope="row">{nameOf(group.key)}</th>
              <td>{plain(group.accounts, locale)}</td>
              <td>{plain(group.up, locale)}</td>
              <td>{plain(group.down, locale)}</td>
              <td>{amount(group.mrrDown, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t(words.movesTitle(result.moves.length))}</h3>
      <List
        items={result.moves}
        label={t(words.movesTitle(result.moves.length))}
        height={MOVE_ROW}
        keyOf={({ accountId }) => accountId}
      >
        {({ accountId, from, to, mrr, ownerEmail }) => (
          <button type="button" class="account-row" onClick={() => open(accountId)}>
            <span class="line">
              <b>{shownName(accountId)}</b>
              <span class="figure quiet">{amount(mrr, locale)}</span>
            </span>
            <span class="line">
              <span class="quiet">{ownerEmail.split('@')[0]}</span>
              <span>
                <Band band={from} />
                <span class="arrow">→</span>
                <Band band={to} />
              </span>
            </span>
          </button>
        )}
      </List>
      <h3>{t(words.moversTitle())}</h3>
      <ul class="moves">
        {result.movers.map(({ accountId, scoreBefore, scoreAfter, change, why }) => (
          <li key={accountId}>
            <span class="line">
              <b>{shownName(accountId)}</b>
              <Change points={change} />
            </span>
            <span class="quiet">
              {decimal(scoreBefore, locale)} → {decimal(scoreAfter, locale)} · {t(why)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
