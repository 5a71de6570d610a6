import { useEffect, useState } from 'preact/hooks';
import type { SourceFormsView, SourceKeysView, SourceTestView } from '../../domain/source-views';
import type { Text } from '../../domain/text';
import { Button } from '../button';
import { useLanguage } from '../language';
import * as words from '../messages/operation';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useDeed } from '../use-call';
import { FieldMap } from './field-map';

interface Props {
  readonly sourceId: string;
  readonly forms: SourceFormsView;
  /** Tests at once, where no key is missing. */
  readonly start?: boolean;
}

/** A source that stands in the tab: its keys, a live test and the mapping of its columns. */
export function SourceCheck({ sourceId, forms, start = false }: Props) {
  const { t } = useLanguage();
  const [source, setSource] = useState(forms.sources.find((one) => one.sourceId === sourceId));
  const [said, say] = useState<Text | null>(null);
  const [mapping, map] = useState(false);
  const deed = useDeed();
  const lacking = source?.keys.some(({ needed, kept }) => needed && !kept) ?? false;
  const test = () =>
    deed.act(
      () => call('testSource', sourceId),
      (answer) => {
        setSource(answer.source);
        say(answer.said);
      },
    );
  useEffect(() => {
    if (start && source && !lacking) test();
  }, []);
  if (!source) return null;
  return (
    <div class="check" aria-busy={deed.busy}>
      <h3>{sourceId}</h3>
      {source.keys.length > 0 && (
        <Keys
          source={source}
          scope={forms.scope}
          kept={(next, words_) => {
            setSource(next);
            say(words_);
          }}
        />
      )}
      <Failed of={deed} />
      <p role="status" class={said ? 'note' : 'quiet'}>
        {deed.busy ? t(words.testing()) : said && t(said)}
      </p>
      {source.dataset && (
        <div class="buttons">
          <Button disabled={deed.busy || lacking} onClick={test}>
            {t(words.testAgain())}
          </Button>
          <Button disabled={lacking} aria-expanded={mapping} onClick={() => map(!mapping)}>
            {t(words.mapFields())}
          </Button>
        </div>
      )}
      {mapping && <FieldMap source={source} />}
    </div>
  );
}

interface KeysProps {
  readonly source: SourceKeysView;
  readonly scope: Text;
  readonly kept: (source: SourceKeysView, said: Text) => void;
}

/** Keys go to the server and are shown by their last characters only. */
function Keys({ source, scope, kept }: KeysProps) {
  const { t } = useLanguage();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const deed = useDeed();
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const taken = (answer: SourceTestView) => {
    setValues({});
    kept(answer.source, answer.said);
  };
  const send = (event: Event) => {
    event.preventDefault();
    deed.act(() => call('keepSecrets', source.sourceId, given), taken);
  };
  return (
    <form class="form" onSubmit={send} aria-busy={deed.busy} autocomplete="off">
      {source.keys.map(({ field, label, needed, kept: there, end }) => (
        <div key={field}>
          <label class="field">
            <span>{t(there ? words.keptKey(t(label), end) : needed ? words.required(t(label)) : label)}</span>
            <input
              type="password"
              autocomplete="off"
              value={values[field] ?? ''}
              onInput={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
            />
          </label>
          {there && (
            <Button
              look="link"
              disabled={deed.busy}
              onClick={() => deed.act(() => call('forgetSecret', source.sourceId, field), taken)}
            >
              {t(words.deleteKey())}
            </Button>
          )}
        </div>
      ))}
      <p class="quiet">{t(scope)}</p>
      <Failed of={deed} />
      <div class="buttons">
        <button type="submit" class="button" disabled={deed.busy || Object.keys(given).length === 0}>
          {t(deed.busy ? words.testing() : words.keepKeys())}
        </button>
      </div>
    </form>
  );
}
