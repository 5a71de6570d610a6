import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BANDS } from '../domain/config/config';
import { formatDay, parseDay } from '../domain/day';
import { say } from '../domain/text';
import type { AccountView, PulseView } from '../domain/views';
import { Button } from './button';
import { useLanguage } from './language';
import { bandWord } from './messages';
import * as words from './messages/account';
import { Failed } from './refused';
import { call } from './rpc';
import { useDeed } from './use-call';

/** Days that a pulse counts where nobody chooses otherwise; the most certain ones are looked at again sooner. */
const DAYS = 90;
const CERTAIN_DAYS = 30;

/** The pulse that stands for each band, best band first. */
const BAND_PULSES = [5, 4, 2, 1] as const;

interface Props {
  readonly account: AccountView;
  /** A judgement of its own, or an objection to the score, which names the band somebody would expect. */
  readonly kind: 'pulse' | 'disagree';
  readonly saved: (pulses: readonly PulseView[]) => void;
  readonly close: () => void;
}

/** The form of a person's own judgement: a choice, a reason without which it is not taken, and how long it counts. */
export function PulseForm({ account, kind, saved, close }: Props) {
  const { t, locale } = useLanguage();
  const [pulse, setPulse] = useState(0);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState<'pulse' | 'note' | null>(null);
  const first = useRef<HTMLFieldSetElement>(null);
  const deed = useDeed();
  useLayoutEffect(() => first.current?.querySelector('input')?.focus(), []);
  const expiry = until || laterDay(account.asOf, pulse === 1 || pulse === 5 ? CERTAIN_DAYS : DAYS);
  const choices = kind === 'pulse' ? [1, 2, 3, 4, 5] : BAND_PULSES;
  const wordOf = (choice: number, at: number) =>
    kind === 'pulse' ? words.pulseWord(choice) : bandWord(BANDS[at] ?? 'Grey');

  function send(event: Event): void {
    event.preventDefault();
    const lacks = pulse === 0 ? 'pulse' : note.trim() === '' ? 'note' : null;
    setMissing(lacks);
    if (lacks !== null) return;
    const objection = words.disagreement(account.shownScore, bandWord(account.band), note.trim());
    const comment = kind === 'pulse' ? note : say(objection, locale);
    deed.act(() => call('recordPulse', { accountId: account.accountId, pulse, comment, expiry }), saved);
  }

  return (
    <form class="form" onSubmit={send} aria-busy={deed.busy} noValidate>
      <fieldset ref={first}>
        <legend>{t(kind === 'pulse' ? words.pulseQuestion() : words.disagreeQuestion())}</legend>
        {choices.map((choice, at) => (
          <label class="choice" key={choice}>
            <input type="radio" name="pulse" checked={pulse === choice} onChange={() => setPulse(choice)} />
            {kind === 'pulse' && <b>{choice}</b>}
            <span>{t(wordOf(choice, at))}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{t(kind === 'pulse' ? words.noteLabel() : words.disagreeLabel())}</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={note}
          required
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t(words.expiryLabel())}</span>
        <input type="date" value={expiry} onInput={(event) => setUntil(event.currentTarget.value)} />
      </label>
      {missing && (
        <p class="problems" role="alert">
          {t(missing === 'pulse' ? words.pulseMissing() : words.noteMissing())}
        </p>
      )}
      <Failed of={deed} />
      <div class="buttons">
        <button type="submit" class="button primary" disabled={deed.busy}>
          {t(deed.busy ? words.saving() : words.save())}
        </button>
        <Button onClick={close}>{t(words.cancel())}</Button>
      </div>
    </form>
  );
}

function laterDay(day: string, days: number): string {
  return formatDay((parseDay(day) ?? 0) + days);
}
