import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../domain/reply';
import type { AccountView, RunView, ScheduleView, SidebarView } from '../domain/views';
import { call } from './rpc';
import type { Fault } from './use-call';

/** Milliseconds between two looks at the selection while the person works in the sheet: from the first, while it moves, to the last. */
const LOOK_FIRST = 4_000;
const LOOK_LAST = 30_000;
/** By how much the pause grows after a look that found nothing new. */
const LOOK_SLOWER = 1.25;

/** Milliseconds between two looks at a run that is under way. */
const RUN_POLL = 3_000;

/** What a person started and the server has not answered yet. */
export type Busy = 'run' | 'schedule' | 'account' | 'book' | null;

export interface Sidebar {
  /** Null until the first answer. */
  readonly view: SidebarView | null;
  /** The account a person opened from the list; null while the sheet's selection decides. */
  readonly opened: AccountView | null;
  readonly fault: Fault | null;
  readonly busy: Busy;
  readonly refresh: () => void;
  /** Takes over what another call answered in full. */
  readonly take: (view: SidebarView) => void;
  /** Asks for all accounts where they are not there yet. */
  readonly needBook: () => void;
  readonly run: () => void;
  readonly schedule: (on: boolean) => void;
  readonly open: (accountId: string) => void;
  readonly close: () => void;
}

/**
 * State of the page. A sidebar is told nothing when the selection in the sheet moves, so it asks: at once when the
 * pointer or the focus comes back to it, and now and then while it can be seen, less and less often as long as nothing
 * moves, since every question is a whole execution of the script.
 */
export function useSidebar(): Sidebar {
  const [view, setView] = useState<SidebarView | null>(null);
  const [opened, setOpened] = useState<AccountView | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const asking = useRef(false);
  /** The account of the selected row as last heard, '' for none; null before the first answer. */
  const selected = useRef<string | null>(null);

  /** Takes over a view; answers whether the selection moved. An account opened by hand gives way to a new selection. */
  function show(next: SidebarView): boolean {
    const account = next.account?.accountId ?? '';
    const moved = account !== selected.current;
    selected.current = account;
    if (moved && account !== '') setOpened(null);
    setView((now) => ({ ...next, book: next.book ?? now?.book ?? null }));
    setFault(null);
    return moved;
  }

  async function look(): Promise<boolean> {
    if (asking.current) return false;
    asking.current = true;
    const reply = await call('sidebarView', selected.current);
    asking.current = false;
    if (reply.ok) return show(reply.data);
    setFault(reply);
    return false;
  }

  async function act<T>(what: Busy, asked: Promise<Reply<T>>, done: (data: T) => void): Promise<void> {
    setBusy(what);
    setFault(null);
    const reply = await asked;
    setBusy(null);
    if (reply.ok) done(reply.data);
    else setFault(reply);
  }

  const readBook = () => act('book', call('bookView'), (book) => setView((now) => now && { ...now, book }));
  const open = (accountId: string) => void act('account', call('accountView', accountId), setOpened);
  const showRun = (run: RunView) => setView((now) => now && { ...now, run, problems: run.problems });
  const showSchedule = (schedule: ScheduleView) => setView((now) => now && { ...now, schedule });

  useEffect(() => watchSelection(look), []);

  const openedId = opened?.accountId;
  const runEnded = view?.run?.endedAt;
  const ranBefore = useRef(runEnded);
  useEffect(() => {
    if (runEnded && ranBefore.current !== undefined && runEnded !== ranBefore.current) {
      if (openedId) open(openedId);
      if (view?.book) void readBook();
    }
    if (view) ranBefore.current = runEnded ?? '';
  }, [runEnded, view === null]);

  const underWay = busy === 'run' || view?.run?.state === 'running';
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(async () => {
      const reply = await call('runState');
      if (!reply.ok || !reply.data) return;
      showRun(reply.data);
      if (reply.data.state !== 'running') void look();
    }, RUN_POLL);
    return () => clearInterval(timer);
  }, [underWay]);

  return {
    view,
    opened,
    fault,
    busy,
    refresh: () => void look(),
    take: show,
    needBook: () => {
      if (view && !view.book && busy === null && fault === null) void readBook();
    },
    run: () =>
      void act('run', call('runNow'), (run) => {
        showRun(run);
        void look();
      }),
    schedule: (on) => void act('schedule', call('switchSchedule', on), showSchedule),
    open,
    close: () => setOpened(null),
  };
}

/** Looks at once, whenever the person comes back, and from time to time. Answers how to stop. */
function watchSelection(look: () => Promise<boolean>): () => void {
  let pause = LOOK_FIRST;
  let timer = 0;
  let rested = true;
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const moved = document.visibilityState === 'visible' && (await look());
      pause = moved ? LOOK_FIRST : Math.min(pause * LOOK_SLOWER, LOOK_LAST);
      later();
    }, pause);
  };
  const now = () => {
    if (document.visibilityState !== 'visible' || !rested) return;
    rested = false;
    setTimeout(() => {
      rested = true;
    }, LOOK_FIRST / 2);
    pause = LOOK_FIRST;
    later();
    void look();
  };
  now();
  const pointer = document.documentElement;
  window.addEventListener('focus', now);
  document.addEventListener('visibilitychange', now);
  pointer.addEventListener('mouseenter', now);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('focus', now);
    document.removeEventListener('visibilitychange', now);
    pointer.removeEventListener('mouseenter', now);
  };
}
