import { useState } from 'preact/hooks';
import type { ConfigVersionView } from '../../domain/tuning-views';
import { Button } from '../button';
import { useLanguage } from '../language';
import { loading } from '../messages';
import * as words from '../messages/tuning';
import { moment } from '../numbers';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useCall, useDeed } from '../use-call';

interface Props {
  readonly mayTune: boolean;
  readonly restored: () => void;
}

/** Every version of the configuration, and the way back to one. Asked for when it is opened. */
export function Versions({ mayTune, restored }: Props) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>{t(words.versionsTitle())}</h2>
        </summary>
        {open && <Rows mayTune={mayTune} restored={restored} />}
      </details>
    </section>
  );
}

function Rows({ mayTune, restored }: Props) {
  const { t, locale } = useLanguage();
  const versions = useCall<readonly ConfigVersionView[]>('versions', () => call('configurationVersions'));
  const [asked, ask] = useState('');
  const deed = useDeed();
  if (versions.fault) return <Failed of={versions} again={versions.again} />;
  if (!versions.data) return <p class="quiet waiting">{t(loading())}</p>;
  const restore = (id: string) =>
    deed.act(
      () => call('restoreConfiguration', id),
      (data) => {
        ask('');
        versions.put(data);
        restored();
      },
    );
  return (
    <>
      <Failed of={deed} />
      <ul class="moves" aria-busy={deed.busy}>
        {versions.data.map(({ id, version, savedAt, author, comment, changes, moreChanges, inForce, restorable }) => (
          <li key={id}>
            <span class="line">
              <b>{moment(savedAt, locale)}</b>
              {inForce ? <span class="tag">{t(words.inForce())}</span> : <span class="quiet">{version}</span>}
            </span>
            {comment && <p>{comment}</p>}
            <p class="quiet">{author}</p>
            {changes.length > 0 && (
              <ul class="quiet lines">
                {changes.map((line) => (
                  <li key={line}>{line}</li>
                ))}
                {moreChanges > 0 && <li>{t(words.moreLines(moreChanges))}</li>}
              </ul>
            )}
            {mayTune && restorable && !inForce && asked !== id && (
              <Button look="link" onClick={() => ask(id)}>
                {t(words.restore())}
              </Button>
            )}
            {asked === id && (
              <div class="buttons" role="alert">
                <span>{t(words.restoreSure(moment(savedAt, locale)))}</span>
                <Button look="primary" disabled={deed.busy} onClick={() => restore(id)}>
                  {t(deed.busy ? words.restoring() : words.restoreYes())}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
