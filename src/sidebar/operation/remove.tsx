import { useState } from 'preact/hooks';
import type { SidebarView } from '../../domain/views';
import { useLanguage } from '../language';
import * as words from '../messages/operation';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useDeed } from '../use-call';

/** The way out: nothing happens until a word is typed. */
export function Remove({ take }: { readonly take: (view: SidebarView) => void }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [people, setPeople] = useState(false);
  const deed = useDeed();
  const word = t(words.removeWord());
  const send = (event: Event) => {
    event.preventDefault();
    deed.act(() => call('removeProduct', people), take);
  };
  return (
    <section>
      <details>
        <summary>
          <h2>{t(words.removeTitle())}</h2>
        </summary>
        <form class="form" onSubmit={send} aria-busy={deed.busy}>
          <p>{t(words.removeWhat())}</p>
          <label class="choice">
            <input type="checkbox" checked={people} onChange={() => setPeople(!people)} />
            <span>{t(words.removePeople())}</span>
          </label>
          <label class="field">
            <span>{t(words.removeConfirm(word))}</span>
            <input type="text" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
          <Failed of={deed} />
          <div class="buttons">
            <button type="submit" class="button danger" disabled={deed.busy || typed.trim() !== word}>
              {t(deed.busy ? words.removing() : words.removeAll())}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
