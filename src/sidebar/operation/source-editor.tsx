import { useState } from 'preact/hooks';
import type { DatasetName } from '../../domain/datasets';
import type { KindView, SavedSourceView, SourceFormsView } from '../../domain/source-views';
import { useLanguage } from '../language';
import { loading } from '../messages';
import * as words from '../messages/operation';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useCall, useDeed } from '../use-call';
import { SourceCheck } from './source-check';

/** What stands under Location for a kind, by an example. */
const PLACES: Readonly<Record<string, string>> = {
  csv: 'https://drive.google.com/file/d/…',
  json: 'https://api.example.com/accounts',
  salesforce: 'acme.my.salesforce.com',
  zendesk: 'acme.zendesk.com',
  redash: 'https://redash.example.com',
  bigquery: 'my-project-id',
  jdbc: 'jdbc:postgresql://db.example.com:5432/app',
  calendar: 'primary',
  forms: 'https://docs.google.com/forms/d/…',
};

/** Kinds that ask with a query of the person's own, kept in a tab. */
const QUERIED = ['bigquery', 'jdbc'];

/** Columns of the Sources tab that hold one thing each, and the kinds that ask for it. */
const FIELDS = [
  { header: 'Location', label: words.locationLabel, kinds: ['tab', ...Object.keys(PLACES)] },
  { header: 'Tab Name', label: words.tabLabel, kinds: ['tab', ...QUERIED] },
  { header: 'Rows Path', label: words.rowsPathLabel, kinds: ['json', ...QUERIED] },
  { header: 'Header Name', label: words.headerLabel, kinds: ['json', 'csv'] },
  { header: 'Secret Name', label: words.secretLabel, kinds: ['json', 'csv'] },
];

/** Options that stand in sight; more of them are folded away. */
const FEW = 3;

/** Connects a source: its row, its keys, a live test and the mapping of its columns. `saved` hears of every new row. */
export function SourceEditor({ saved }: { readonly saved: () => void }) {
  const { t } = useLanguage();
  const forms = useCall<SourceFormsView>('forms', () => call('sourceForms'));
  const [connected, connect] = useState('');
  if (forms.fault) return <Failed of={forms} again={forms.again} />;
  if (!forms.data) return <p class="quiet waiting">{t(loading())}</p>;
  return (
    <>
      <SourceForm
        kinds={forms.data.kinds}
        done={(id) => {
          connect(id);
          forms.again();
          saved();
        }}
      />
      {connected && !forms.busy && <SourceCheck key={connected} sourceId={connected} forms={forms.data} start />}
    </>
  );
}

function SourceForm({
  kinds,
  done,
}: {
  readonly kinds: readonly KindView[];
  readonly done: (sourceId: string) => void;
}) {
  const { t } = useLanguage();
  const [kind, setKind] = useState(kinds[0]?.kind ?? '');
  const [dataset, setDataset] = useState<DatasetName>('accounts');
  const [name, setName] = useState('');
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<SavedSourceView['faults']>([]);
  const deed = useDeed();
  const chosen = kinds.find((one) => one.kind === kind);
  const datasets = words.DATASETS.filter(
    (one) => !chosen?.streams || chosen.streams.some((stream) => stream.dataset === one),
  );
  const brings = datasets.includes(dataset) ? dataset : (datasets[0] ?? 'accounts');
  const id = name.trim() || `${kind}_${brings}`;
  const fields = FIELDS.filter(({ kinds: of }) => of.includes(kind));
  const labelOf = (column: string) => {
    const field = fields.find(({ header }) => header === column);
    return field ? t(field.label(kind)) : column;
  };

  function send(event: Event): void {
    event.preventDefault();
    const given = (chosen?.options ?? []).filter((option) => options[option.name]?.trim());
    const row = {
      'Source ID': id,
      Kind: kind,
      Dataset: brings,
      Options: given.map((option) => `${option.name}=${options[option.name]?.trim()}`).join('; '),
      ...Object.fromEntries(fields.map(({ header }) => [header, cells[header] ?? ''])),
    };
    deed.act(
      () => call('saveSource', row),
      (answer) => {
        setFaults(answer.faults);
        if (answer.faults.length === 0) done(answer.sourceId);
      },
    );
  }

  const inputs = chosen?.options.map((option) => (
    <label class="field" key={option.name}>
      <span>{option.name}</span>
      <input
        type="text"
        value={options[option.name] ?? ''}
        onInput={(event) => setOptions({ ...options, [option.name]: event.currentTarget.value })}
      />
      <small class="quiet">{t(option.note)}</small>
    </label>
  ));

  return (
    <form class="form" onSubmit={send} aria-busy={deed.busy}>
      <label class="field">
        <span>{t(words.kindLabel())}</span>
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
          {kinds.map((one) => (
            <option key={one.kind} value={one.kind}>
              {t(words.kindWord(one.kind))}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t(words.datasetLabel())}</span>
        <select value={brings} onChange={(event) => setDataset(event.currentTarget.value as DatasetName)}>
          {datasets.map((one) => (
            <option key={one} value={one}>
              {t(words.datasetWord(one))}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t(words.nameLabel())}</span>
        <input type="text" value={name} placeholder={id} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {fields.map(({ header, label }) => (
        <label class="field" key={header}>
          <span>{t(label(kind))}</span>
          <input
            type="text"
            value={cells[header] ?? ''}
            placeholder={header === 'Location' ? PLACES[kind] : undefined}
            onInput={(event) => setCells({ ...cells, [header]: event.currentTarget.value })}
          />
        </label>
      ))}
      {(chosen?.options.length ?? 0) > FEW ? (
        <details open={faults.some(({ column }) => column === 'Options')}>
          <summary>{t(words.moreOptions())}</summary>
          {inputs}
        </details>
      ) : (
        inputs
      )}
      {faults.map(({ column, why }) => (
        <p class="problems" role="alert" key={column + why.en}>
          {labelOf(column)}: {t(why)}
        </p>
      ))}
      <Failed of={deed} />
      <div class="buttons">
        <button type="submit" class="button primary" disabled={deed.busy}>
          {t(deed.busy ? words.testing() : words.saveAndTest())}
        </button>
      </div>
    </form>
  );
}
