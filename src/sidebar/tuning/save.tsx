import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CellChange, SavedView } from '../../domain/tuning-views';
import { Button } from '../button';
import { Faults } from '../faults';
import { useLanguage } from '../language';
import * as words from '../messages/tuning';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useDeed } from '../use-call';

interface Props {
  readonly changes: readonly CellChange[];
  /** Version of the configuration that the changes were made in. */
  readonly base: string;
  readonly mayTune: boolean;
  readonly discard: () => void;
  readonly saved: (version: string) => void;
  /** Reads the configuration anew and keeps the changes. */
  readonly rebase: () => void;
}

/** The bar in which changes are saved as a version, and what keeps them from it. */
export function Save({ changes, base, mayTune, discard, saved, rebase }: Props) {
  const { t } = useLanguage();
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const [answer, setAnswer] = useState<SavedView | null>(null);
  const deed = useDeed();
  if (changes.length === 0) return null;

  function send(event: Event): void {
    event.preventDefault();
    deed.act(
      () => call('saveConfiguration', note, changes, base),
      (view) => {
        setAnswer(view);
        if (!view.version) return;
        setNote('');
        setOpen(false);
        saved(view.version.version);
      },
    );
  }

  return (
    <form class="save" onSubmit={send} aria-busy={deed.busy}>
      <div class="line">
        <b>{t(words.unsavedChanges(changes.length))}</b>
        <span class="choices">
          <Button
            look="link"
            onClick={() => {
              setAnswer(null);
              deed.forget();
              discard();
            }}
          >
            {t(words.discard())}
          </Button>
          {mayTune && !open && (
            <Button look="primary" onClick={() => setOpen(true)}>
              {t(words.saveAs())}
            </Button>
          )}
        </span>
      </div>
      <Failed of={deed} />
      {answer && answer.conflict.length > 0 && (
        <div class="refused" role="alert">
          <h2>{t(words.conflictTitle())}</h2>
          <ul>
            {answer.conflict.map((line) => (
              <li key={line.en}>{t(line)}</li>
            ))}
          </ul>
          <p>{t(words.conflictKept(changes.length))}</p>
          <Button
            onClick={() => {
              setAnswer(null);
              rebase();
            }}
          >
            {t(words.rebase())}
          </Button>
        </div>
      )}
      {answer && !answer.version && answer.faults.length > 0 && (
        <div class="refused" role="alert">
          <h2>{t(words.faultsTitle())}</h2>
          <Faults faults={answer.faults} />
        </div>
      )}
      {mayTune && open && (
        <>
          <label class="field">
            <span>{t(words.noteLabel())}</span>
            <input
              type="text"
              ref={field}
              value={note}
              maxLength={500}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </label>
          <div class="buttons">
            <button type="submit" class="button primary" disabled={deed.busy}>
              {t(deed.busy ? words.saving() : words.saveVersion())}
            </button>
          </div>
        </>
      )}
      {!mayTune && <p class="quiet">{t(words.opsSave())}</p>}
    </form>
  );
}
