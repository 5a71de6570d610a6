import type { ScheduleView } from '../domain/views';
import { Button } from './button';
import { useLanguage } from './language';
import { mend, scheduleTitle } from './messages';

interface Props {
  readonly schedule: ScheduleView;
  readonly busy: boolean;
  readonly change: (on: boolean) => void;
}

/** Whether runs start by themselves. A schedule that is on but damaged is repaired by switching it on again. */
export function Schedule({ schedule, busy, change }: Props) {
  const { t } = useLanguage();
  const { state, said } = schedule;
  const on = state !== 'off';
  const damaged = on && state !== 'on';
  return (
    <section class="schedule">
      <div class="line">
        <h2 id="schedule">{t(scheduleTitle())}</h2>
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={on}
          aria-labelledby="schedule"
          disabled={busy}
          onClick={() => change(!on)}
        />
      </div>
      <p class={damaged ? 'problems' : 'quiet'}>{t(said)}</p>
      {damaged && (
        <Button disabled={busy} onClick={() => change(true)}>
          {t(mend())}
        </Button>
      )}
    </section>
  );
}
