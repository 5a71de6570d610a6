import { useState } from 'preact/hooks';
import type { AccountView, PulseView } from '../domain/views';
import { Button } from './button';
import { useLanguage } from './language';
import * as words from './messages/account';
import { calendarDay } from './numbers';
import { PulseForm } from './pulse-form';

interface Props {
  readonly account: AccountView;
  readonly pulses: readonly PulseView[];
  /** Whether the person may add one. */
  readonly mayWrite: boolean;
  /** Takes over the pulses after one was added. */
  readonly put: (pulses: readonly PulseView[]) => void;
}

/** Pulses shown; older ones stand in the tab. */
const SHOWN = 5;

/** What people think of the account, and how to say more. */
export function Pulses({ account, pulses, mayWrite, put }: Props) {
  const { t, locale } = useLanguage();
  const [form, setForm] = useState<'pulse' | 'disagree' | 'saved' | null>(null);
  const day = (text: string) => calendarDay(text, locale);
  return (
    <section>
      <h2>{t(words.pulsesTitle())}</h2>
      {pulses.length === 0 && <p class="quiet">{t(words.pulsesNone())}</p>}
      <ul class="moves">
        {pulses.slice(0, SHOWN).map(({ pulse, comment, author, day: at, expiry }) => (
          <li key={at + author + comment}>
            <span class="line">
              <span class="said">{comment}</span>
              <b>
                {pulse ?? '–'}
                <small>/5</small>
              </b>
            </span>
            <span class="quiet">
              {[author, day(at), expiry && t(words.pulseUntil(day(expiry)))].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {form === 'pulse' || form === 'disagree' ? (
        <PulseForm
          key={form}
          account={account}
          kind={form}
          close={() => setForm(null)}
          saved={(all) => {
            put(all);
            setForm('saved');
          }}
        />
      ) : !mayWrite ? (
        <p class="quiet">{t(words.pulsesOfMembers())}</p>
      ) : (
        <div class="buttons">
          <Button onClick={() => setForm('pulse')}>{t(words.addPulse())}</Button>
          <Button onClick={() => setForm('disagree')}>{t(words.disagree())}</Button>
        </div>
      )}
      <p class="quiet" role="status">
        {form === 'saved' ? t(words.pulseSaved()) : ''}
      </p>
    </section>
  );
}
