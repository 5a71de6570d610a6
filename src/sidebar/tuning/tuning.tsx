import { useMemo, useState } from 'preact/hooks';
import type { TuningView } from '../../domain/tuning-views';
import { whatIf } from '../../scoring/what-if';
import { Faults } from '../faults';
import { useLanguage } from '../language';
import * as words from '../messages/tuning';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useCall } from '../use-call';
import { cellChanges, type Draft, drafted, UNCHANGED } from './draft';
import { Save } from './save';
import { readingsOf, scored } from './score';
import { Consequences, Verdict } from './verdict';
import { Versions } from './versions';
import { Weights } from './weights';

interface TuningProps {
  readonly mayTune: boolean;
  /** When the last run ended: readings are then others. */
  readonly ranAt: string;
  readonly open: (accountId: string) => void;
}

/** Where Ops change weights and curves, with the consequences in sight. The readings are fetched once. */
export function Tuning({ mayTune, ranAt, open }: TuningProps) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState(UNCHANGED);
  const [savedAs, setSavedAs] = useState('');
  const loaded = useCall(`tuning ${ranAt}`, () => call('tuningView'));
  const view = loaded.data;
  return (
    <>
      <h1>{t(words.title())}</h1>
      <Failed of={loaded} again={loaded.again} />
      {loaded.busy && (
        <p class="note" role="status">
          {t(words.fetching())}
        </p>
      )}
      {view && view.accountIds.length === 0 && <p class="note">{t(words.noAccounts())}</p>}
      {view && view.accountIds.length > 0 && (
        <Workbench
          view={view}
          draft={draft}
          mayTune={mayTune}
          open={open}
          change={(next) => {
            setSavedAs('');
            setDraft(next);
          }}
          rebase={loaded.again}
          saved={(version) => {
            loaded.put({ ...view, unsaved: [], config: { ...drafted(view.config, draft), version } });
            setDraft(UNCHANGED);
            setSavedAs(version);
          }}
        />
      )}
      <p class="note saved" role="status" hidden={savedAs === ''}>
        {savedAs && t(words.saved(savedAs))}
      </p>
      {view && (
        <Versions
          key={view.config.version}
          mayTune={mayTune}
          restored={() => {
            setSavedAs('');
            loaded.again();
          }}
        />
      )}
    </>
  );
}

interface Props {
  readonly view: TuningView;
  readonly draft: Draft;
  readonly mayTune: boolean;
  readonly open: (accountId: string) => void;
  readonly change: (draft: Draft) => void;
  readonly rebase: () => void;
  readonly saved: (version: string) => void;
}

function Workbench({ view, draft, mayTune, open, change, rebase, saved }: Props) {
  const { t } = useLanguage();
  const [segment, setSegment] = useState('');
  const [detailed, setDetailed] = useState(false);
  const { input, before, names } = useMemo(() => {
    const readings = readingsOf(view);
    return {
      input: readings,
      before: scored(view.config, readings),
      names: new Map(view.accountIds.map((id, account) => [id, view.names[account] ?? id])),
    };
  }, [view]);
  const config = useMemo(() => drafted(view.config, draft), [view, draft]);
  const result = useMemo(() => whatIf(before, scored(config, input)), [before, config, input]);
  return (
    <>
      <Verdict result={result} open={detailed && result.touched > 0} toggle={() => setDetailed(!detailed)} />
      {detailed && result.touched > 0 && (
        <Consequences result={result} view={view} shownName={(id) => names.get(id) ?? id} open={open} />
      )}
      {view.faults.length > 0 && <Faults faults={view.faults} />}
      {view.unsaved.length > 0 && (
        <div class="note">
          <p>{t(words.typedTitle())}</p>
          <ul class="quiet lines">
            {view.unsaved.map((line) => (
              <li key={line.en}>{t(line)}</li>
            ))}
          </ul>
        </div>
      )}
      <label class="field">
        <span>{t(words.scopeLabel())}</span>
        <select value={segment} onChange={(event) => setSegment(event.currentTarget.value)}>
          <option value="">{t(words.everySegment())}</option>
          {view.config.segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
      <Weights view={view} config={config} draft={draft} segment={segment} change={change} />
      <Save
        changes={cellChanges(view.config, draft)}
        base={view.config.version}
        mayTune={mayTune}
        discard={() => change(UNCHANGED)}
        saved={saved}
        rebase={rebase}
      />
    </>
  );
}
