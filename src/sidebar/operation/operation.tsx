import { useState } from 'preact/hooks';
import type { OperationsView, SidebarView } from '../../domain/views';
import { Button } from '../button';
import { Jump } from '../faults';
import { useLanguage } from '../language';
import { List } from '../list';
import { loading } from '../messages';
import * as words from '../messages/operation';
import { moment } from '../numbers';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useCall } from '../use-call';
import { DataStep } from './data-step';
import { LanguageStep } from './language-step';
import { Remove } from './remove';
import { SourceCheck } from './source-check';
import { type Step, Steps } from './steps';

interface Props {
  readonly view: SidebarView;
  readonly running: boolean;
  readonly run: () => void;
  readonly schedule: (on: boolean) => void;
  readonly refresh: () => void;
  readonly take: (view: SidebarView) => void;
  readonly seePortfolio: () => void;
}

/** The first run, step by step, and how everything works since. */
export function Operation({ view, running, run, schedule, refresh, take, seePortfolio }: Props) {
  const { t } = useLanguage();
  const loaded = useCall<OperationsView>(`operations ${view.run?.endedAt ?? ''}`, () => call('operationsView'));
  const { data } = loaded;
  const scored = view.run?.state === 'done' && view.run.accounts > 0 ? view.run : null;
  const sources = data?.sources.filter(({ enabled, dataset }) => enabled && dataset !== '') ?? [];
  const steps: readonly Step[] = [
    {
      title: t(words.languageStep()),
      done: true,
      content: <LanguageStep key={view.locale} view={view} changed={refresh} />,
    },
    {
      title: t(words.dataStep()),
      done: sources.length > 0,
      content: <DataStep demo={sources.some(({ id }) => id.startsWith('demo_'))} changed={loaded.again} take={take} />,
    },
    {
      title: t(words.runStep()),
      done: scored !== null,
      content: (
        <>
          <p>{scored ? t(words.firstResult(scored.scored, scored.accounts)) : t(words.runWhat())}</p>
          <div class="buttons">
            <button type="button" class={scored ? 'button' : 'button primary'} disabled={running} onClick={run}>
              {t(words.runFirst())}
            </button>
            {scored && (
              <Button look="primary" onClick={seePortfolio}>
                {t(words.seePortfolio())}
              </Button>
            )}
          </div>
        </>
      ),
    },
    {
      title: t(words.scheduleStep()),
      done: view.schedule.state === 'on',
      content: (
        <>
          <p>{t(view.schedule.said)}</p>
          {view.schedule.state !== 'on' && (
            <div class="buttons">
              <Button look="primary" onClick={() => schedule(true)}>
                {t(words.switchOn())}
              </Button>
            </div>
          )}
        </>
      ),
    },
    {
      title: t(words.teamStep()),
      done: view.role !== null,
      content: (
        <>
          <p>{t(words.teamWhat())}</p>
          <Jump tab="Members" cell="A2" />
        </>
      ),
    },
  ];
  return (
    <>
      <h1>{t(words.title())}</h1>
      <Failed of={loaded} again={loaded.again} />
      {!data && loaded.busy && <p class="quiet waiting">{t(loading())}</p>}
      {data && <Steps steps={steps} />}
      {data && <Sources sources={data.sources} />}
      {data && <Problems problems={data.problems} all={data.allProblems} />}
      {data && <Remove take={take} />}
    </>
  );
}

function Sources({ sources }: Pick<OperationsView, 'sources'>) {
  const { t, locale } = useLanguage();
  const [chosen, choose] = useState('');
  return (
    <section>
      <h2>{t(words.sourcesTitle())}</h2>
      {sources.length === 0 && <p class="quiet">{t(words.noSource())}</p>}
      <ul class="moves">
        {sources.map(({ id, kind, dataset, enabled, good, problems }) => (
          <li key={id}>
            <span class="line">
              <b>{id}</b>
              {problems > 0 && <span class="problems">{t(words.sourceProblems(problems))}</span>}
            </span>
            <span class="quiet">
              {[
                words.kindWord(kind),
                ...(dataset ? [enabled ? words.lastGood(good && moment(good, locale)) : words.switchedOff()] : []),
              ]
                .map(t)
                .join(' · ')}
            </span>
            {enabled && (
              <div>
                <Button
                  look="link"
                  aria-expanded={chosen === id}
                  aria-label={`${t(words.check())} ${id}`}
                  onClick={() => choose(chosen === id ? '' : id)}
                >
                  {t(words.check())}
                </Button>
              </div>
            )}
            {chosen === id && <Check sourceId={id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Check({ sourceId }: { readonly sourceId: string }) {
  const { t } = useLanguage();
  const forms = useCall('forms', () => call('sourceForms'));
  if (forms.fault) return <Failed of={forms} again={forms.again} />;
  return forms.data ? <SourceCheck sourceId={sourceId} forms={forms.data} /> : <p class="quiet">{t(loading())}</p>;
}

const PROBLEM_ROW = 108;

function Problems({ problems, all }: { readonly problems: OperationsView['problems']; readonly all: number }) {
  const { t } = useLanguage();
  return (
    <section>
      <h2>{t(words.problemsTitle(all))}</h2>
      {all === 0 && <p class="quiet">{t(words.noProblem())}</p>}
      {all > problems.length && <p class="quiet">{t(words.problemsCut(problems.length, all))}</p>}
      <List
        items={problems.map((problem, at) => ({ ...problem, at }))}
        label={t(words.problemsTitle(all))}
        height={PROBLEM_ROW}
        keyOf={({ at }) => `${at}`}
      >
        {({ severity, source, place, column, value, why, tab, at }) => (
          <div class="problem">
            <span class="line">
              <b>{[source, column].filter(Boolean).join(' · ')}</b>
              <span class={severity === 'error' ? 'tag bad' : 'tag'}>{t(words.severity(severity))}</span>
            </span>
            <p title={why}>{why}</p>
            {value && <p class="quiet value">{value}</p>}
            {!tab && place && <p class="quiet">{place}</p>}
            <Jump tab={tab || 'Problems'} cell={tab ? place : `A${at + 2}`} />
          </div>
        )}
      </List>
    </section>
  );
}
