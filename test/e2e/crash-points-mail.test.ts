import type { Switches } from '../../scripts/local/gas/host';
import { AFTERMATH, LONG, playErrors, playKills, type Scene, sceneOf } from './crash-scene';
import { addRow } from './people';
import { buildProduct, type } from './product';
import { smallPortfolio } from './small-portfolio';
import { ALL_POINTS, openStage, strikeAt } from './stage';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const PEOPLE = ['a@example.com', 'b@example.com', 'm@example.com', 'ops@example.com'];
const ROLES = ['csm', 'csm', 'manager', 'ops'];

/** A daily run that mails four people and ends. */
function mailingRun(switches: Partial<Switches> = {}): Scene {
  return sceneOf(
    openStage((beforeCall) => {
      const workspace = smallPortfolio(dist, { beforeCall, switches });
      const chosen = { 'Mail Weekday': 'Every Day', 'Hourly Pull': false, 'Backfill Months': 0 };
      for (const [name, value] of Object.entries(chosen)) type(workspace, 'Settings', name, 'Value', value);
      PEOPLE.forEach((Email, at) => {
        addRow(workspace, 'Members', { Email, Role: ROLES[at] as string });
      });
      workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
      return workspace;
    }),
  );
}

/** The number of the call with which the mails begin: shortly before the quota is asked for. */
function beginning({ calls }: Scene): number {
  return calls.indexOf('MailApp.getRemainingDailyQuota') - 40;
}

/** The scene, disturbed where it mails and behind it. */
function whereItMails(scene: Scene): Scene {
  const from = beginning(scene);
  return { ...scene, worlds: scene.worlds.filter((call) => call >= from) };
}

describe('a daily run that mails ends in the same workbooks, and mails nobody twice', () => {
  let [lost, sent]: Scene[] = [];
  beforeAll(() => {
    lost = mailingRun();
    sent = mailingRun({ killLosesWrites: false });
  }, LONG);

  /** Whom the run mails when it is killed at a call, 0 for none. */
  const mailed = ({ stage, rewind, due }: Scene, killed: number): string[] => {
    const { runtime } = stage.workspace;
    rewind();
    stage.watch(strikeAt(killed, 'kill'));
    runtime.fireTriggers(due + AFTERMATH);
    stage.watch(null);
    return runtime.outbox().flatMap(({ to, htmlBody }) => (htmlBody === null ? [] : to));
  };

  it('everybody once where nothing disturbs it, and all but one where it is killed at a mail', () => {
    const scene = lost as Scene;
    expect(beginning(scene)).toBeGreaterThan(100);
    expect(mailed(scene, 0)).toEqual(PEOPLE);
    const mails = scene.calls.flatMap((name, at) => (name === 'MailApp.sendEmail' ? [at + 1] : []));
    expect(mails).toHaveLength(PEOPLE.length);
    mails.forEach((call, at) => {
      expect(mailed(scene, call)).toEqual(PEOPLE.filter((address) => address !== PEOPLE[at]));
    });
  });

  it(
    'when it is killed at any service call of the mails, and what it had not sent is lost',
    () => {
      playKills('mails', whereItMails(lost as Scene));
    },
    LONG,
  );

  it(
    'when it is killed at any service call of the mails, and what it had written is sent',
    () => {
      playKills('mails with their writes sent', whereItMails(sent as Scene));
    },
    LONG,
  );

  it.each([false, true])(
    'when a service call before or between the mails throws an error, after its effect: %s',
    (after) => {
      const scene = sent as Scene;
      const places = scene.calls.map((_, at) => at + 1).filter((call) => call >= beginning(scene));
      // What a mail itself throws is a problem of its own.
      const others = places.filter((call) => scene.calls[call - 1] !== 'MailApp.sendEmail');
      const named = ALL_POINTS ? others : others.filter((_, at) => at % 3 === 0);
      playErrors('mails', scene, after, named);
    },
    LONG,
  );
});
