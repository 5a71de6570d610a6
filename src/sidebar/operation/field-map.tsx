import { useState } from 'preact/hooks';
import type { SourceKeysView, SourceSampleView } from '../../domain/source-views';
import { useLanguage } from '../language';
import * as words from '../messages/operation';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useCall, useDeed } from '../use-call';

/** Which of a source's columns is read as which field; what is recognised by its name stands there already. */
export function FieldMap({ source }: { readonly source: SourceKeysView }) {
  const { t } = useLanguage();
  const { sourceId } = source;
  const sample = useCall<SourceSampleView>(sourceId, () => call('sampleSource', sourceId));
  const [chosen, choose] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const deed = useDeed();
  if (sample.fault) return <Failed of={sample} again={sample.again} />;
  if (!sample.data) return <p class="quiet waiting">{t(words.testing())}</p>;
  const { columns, rows, fields } = sample.data;
  const columnOf = (name: string, column: string) => chosen[name] ?? column;
  const send = (event: Event) => {
    event.preventDefault();
    const pairs = fields
      .map(({ name, column }) => [name, columnOf(name, column)] as const)
      .filter(([name, column]) => column !== '' && column.toLowerCase() !== name);
    const row = {
      'Source ID': sourceId,
      Kind: source.kind,
      Dataset: source.dataset,
      'Field Map': pairs.map(([name, column]) => `${name}=${column}`).join('; '),
    };
    deed.act(
      () => call('saveSource', row),
      () => setSaved(true),
    );
  };
  return (
    <form class="form" onSubmit={send} aria-busy={deed.busy}>
      <h3>{t(words.mapTitle())}</h3>
      {fields.map(({ name, required, column }) => (
        <label class="field mapped" key={name}>
          <span>{required ? t(words.required(name)) : name}</span>
          <select
            value={columnOf(name, column)}
            onChange={(event) => {
              setSaved(false);
              choose({ ...chosen, [name]: event.currentTarget.value });
            }}
          >
            <option value="">{t(words.mapNothing())}</option>
            {columns
              .filter((one) => one !== '')
              .map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
          </select>
        </label>
      ))}
      {rows.length > 0 && (
        <details>
          <summary>{t(words.sample())}</summary>
          {rows.map((cells) => (
            <dl key={cells.join('|')}>
              {cells.map((cell, at) => (
                <div key={columns[at]}>
                  <dt>{columns[at]}</dt>
                  <dd>{cell}</dd>
                </div>
              ))}
            </dl>
          ))}
        </details>
      )}
      <Failed of={deed} />
      <div class="buttons">
        <button type="submit" class="button primary" disabled={deed.busy}>
          {t(words.saveMap())}
        </button>
      </div>
      <p class="quiet" role="status">
        {saved && t(words.mapSaved())}
      </p>
    </form>
  );
}
