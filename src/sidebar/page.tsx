import { useEffect, useRef, useState } from 'preact/hooks';
import { Account } from './account';
import { Empty } from './empty';
import { type Face, Faces, facesFor } from './faces';
import { browserLanguage, Language, useLanguage } from './language';
import { noAccounts, noRunYet, selectedElsewhere } from './messages';
import { MyDay } from './my-day';
import { Opening } from './opening';
import { Operation } from './operation/operation';
import { Portfolio } from './portfolio';
import { Refused } from './refused';
import { Running } from './running';
import { Schedule } from './schedule';
import { SetUp } from './set-up';
import { Tuning } from './tuning/tuning';
import { type Sidebar, useSidebar } from './use-sidebar';

/** The whole sidebar: the face that fits the person's role; below it, the runs. */
export function Page() {
  const sidebar = useSidebar();
  const locale = sidebar.view?.locale ?? browserLanguage();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Language.Provider value={locale}>
      <Content sidebar={sidebar} />
    </Language.Provider>
  );
}

function Content({ sidebar }: { readonly sidebar: Sidebar }) {
  const { t } = useLanguage();
  const { view, opened, fault, busy } = sidebar;
  const [chosen, turn] = useState<Face | null>(null);
  const tuned = useRef(false);
  const refused = fault && <Refused fault={fault} alone={!view} again={sidebar.refresh} />;
  if (!view) return refused ? <main>{refused}</main> : <Opening />;
  if (!view.ready)
    return (
      <main>
        {refused}
        <SetUp
          view={view}
          done={(next) => {
            sidebar.take(next);
            turn('operation');
          }}
        />
      </main>
    );
  const { faces, first } = facesFor(view);
  const face = chosen !== null && faces.includes(chosen) ? chosen : first;
  const account = opened ?? view.account;
  const lack = view.run === null ? noRunYet() : view.book?.rows.length === 0 ? noAccounts() : null;
  const shown = face === 'accounts' && account ? null : face === 'operation' ? null : lack;
  // What somebody has begun to tune stays while they look at another face.
  tuned.current = tuned.current || (face === 'tuning' && !lack);
  const show = (accountId: string) => {
    sidebar.open(accountId);
    turn('accounts');
    window.scrollTo(0, 0);
  };
  return (
    <>
      <Faces faces={faces} face={face} turn={turn} />
      {face !== 'accounts' && view.account && (
        <button type="button" class="selected" onClick={() => turn('accounts')}>
          {t(selectedElsewhere(view.account.name))}
        </button>
      )}
      <main aria-busy={busy === 'account'}>
        {refused}
        {shown && <Empty lack={shown} steps={view.mayTune ? () => turn('operation') : null} />}
        {!shown &&
          face === 'accounts' &&
          (account ? (
            <Account account={account} view={view} close={opened ? sidebar.close : null} key={account.accountId} />
          ) : (
            <MyDay view={view} open={show} needBook={sidebar.needBook} />
          ))}
        {!shown && face === 'portfolio' && <Portfolio view={view} open={show} needBook={sidebar.needBook} />}
        {tuned.current && (
          <div hidden={face !== 'tuning' || shown !== null}>
            <Tuning mayTune={view.mayTune} ranAt={view.run?.endedAt ?? ''} open={show} />
          </div>
        )}
        {face === 'operation' && (
          <Operation
            view={view}
            running={busy === 'run' || view.run?.state === 'running'}
            run={sidebar.run}
            schedule={sidebar.schedule}
            refresh={sidebar.refresh}
            take={sidebar.take}
            seePortfolio={() => turn('portfolio')}
          />
        )}
      </main>
      <footer>
        <Running
          run={view.run}
          problems={view.problems}
          starting={busy === 'run'}
          start={view.mayTune ? sidebar.run : null}
        />
        {view.mayTune && <Schedule schedule={view.schedule} busy={busy === 'schedule'} change={sidebar.schedule} />}
      </footer>
    </>
  );
}
