import type { RunView } from '../domain/views';
import { Button } from './button';
import { useLanguage } from './language';
import { goesOn, neverRun, problemsCount, runFailed, runNow, runningTitle, runTitle, starting } from './messages';
import { moment, percent } from './numbers';

interface Props {
  readonly run: RunView | null;
  readonly problems: number;
  /** True from the press of the button until the server has answered. */
  readonly starting: boolean;
  /** Null for people who may not start one. */
  readonly start: (() => void) | null;
}

/** The last run or the one under way, and the button for the next. */
export function Running({ run, problems, starting: started, start }: Props) {
  const { t, locale } = useLanguage();
  const live = run?.state === 'running' ? run : null;
  const busy = started || live !== null;
  return (
    <section class="running">
      <div class="line">
        <h2>{t(busy ? runningTitle() : runTitle())}</h2>
        {start && (
          <Button disabled={busy} onClick={start}>
            {t(runNow())}
          </Button>
        )}
      </div>
      <div role="status">
        {busy ? (
          <>
            <p>{live ? t(live.said) : t(starting())}</p>
            <progress
              aria-label={t(runningTitle())}
              max={1}
              {...(live ? { value: live.progress, 'aria-valuetext': percent(live.progress * 100, locale) } : {})}
            />
            <p class="quiet">{t(goesOn())}</p>
          </>
        ) : (
          <Ended run={run} />
        )}
      </div>
      {!busy && problems > 0 && <p class="problems">{t(problemsCount(problems))}</p>}
    </section>
  );
}

function Ended({ run }: { readonly run: RunView | null }) {
  const { t, locale } = useLanguage();
  if (!run) return <p class="quiet">{t(neverRun())}</p>;
  return (
    <>
      <p>
        {run.state === 'failed' && <b class="failed">{t(runFailed())}</b>}
        {t(run.said)}
      </p>
      <p class="quiet">{moment(run.endedAt || run.startedAt, locale)}</p>
    </>
  );
}
