import { useState } from 'preact/hooks';
import type { SidebarView } from '../../domain/views';
import { Button } from '../button';
import { useLanguage } from '../language';
import * as words from '../messages/operation';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useDeed } from '../use-call';
import { SourceEditor } from './source-editor';

interface Props {
  /** Whether the demo stands among the sources. */
  readonly demo: boolean;
  /** The sources are others than before. */
  readonly changed: () => void;
  readonly take: (view: SidebarView) => void;
}

/** Where the data come from: a demo to try, or a source of one's own. */
export function DataStep({ demo, changed, take }: Props) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const deed = useDeed();
  return (
    <>
      <p>{t(demo ? words.demoThere() : words.demoWhat())}</p>
      {demo && <p class="quiet">{t(words.removeDemoWhat())}</p>}
      <Failed of={deed} />
      <div class="buttons" aria-busy={deed.busy}>
        {demo ? (
          <Button
            disabled={deed.busy}
            onClick={() =>
              deed.act(
                () => call('removeDemo'),
                (view) => {
                  take(view);
                  changed();
                },
              )
            }
          >
            {t(deed.busy ? words.removing() : words.removeDemo())}
          </Button>
        ) : (
          <Button look="primary" disabled={deed.busy} onClick={() => deed.act(() => call('loadDemo'), changed)}>
            {t(deed.busy ? words.loadingDemo() : words.tryDemo())}
          </Button>
        )}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(words.connect())}
        </Button>
      </div>
      {open && <SourceEditor saved={changed} />}
    </>
  );
}
