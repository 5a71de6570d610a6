import { useEffect } from 'preact/hooks';
import { Account } from './account';
import { browserLanguage, Language } from './language';
import { Opening } from './opening';
import { Refused } from './refused';
import { Running } from './running';
import { Schedule } from './schedule';
import { SetUp } from './set-up';
import { Urgent } from './urgent';
import { useSidebar } from './use-sidebar';

/** The whole sidebar: what is known about the chosen account, or where to look first; below it, the runs. */
export function Page() {
  const sidebar = useSidebar();
  const { view, opened, fault, busy } = sidebar;
  const locale = view?.locale ?? browserLanguage();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <Language.Provider value={locale}>{content()}</Language.Provider>;

  function content() {
    const refused = fault && <Refused fault={fault} alone={!view} again={sidebar.refresh} />;
    if (!view) return refused ? <main>{refused}</main> : <Opening />;
    if (!view.ready)
      return (
        <main>
          {refused}
          <SetUp busy={busy === 'set-up'} start={sidebar.setUp} />
        </main>
      );
    const account = opened ?? view.account;
    return (
      <>
        <main aria-busy={busy === 'account'}>
          {refused}
          {account ? (
            <Account account={account} mode={view.mode} close={opened ? sidebar.close : null} key={account.accountId} />
          ) : (
            <Urgent view={view} open={sidebar.open} />
          )}
        </main>
        <footer>
          <Running run={view.run} problems={view.problems} starting={busy === 'run'} start={sidebar.run} />
          <Schedule schedule={view.schedule} busy={busy === 'schedule'} change={sidebar.schedule} />
        </footer>
      </>
    );
  }
}
