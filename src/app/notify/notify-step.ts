import type { Config } from '../../domain/config/config';
import type { Problem } from '../../domain/problem';
import { sentences, type Text } from '../../domain/text';
import { withoutAddresses } from '../../errors';
import { scoreMail } from '../../mail/score-mail';
import type { Platform } from '../../ports';
import { MEMBERS_TAB } from '../../tables/health/configuration';
import { readTab } from '../../tables/rows';
import { configInForce } from '../configuration';
import { isOfMails, type Progress } from '../run/progress';
import type { RunRecord } from '../run/record';
import { problemList } from '../store/problem-list';
import { dueIssue, noteIssue, waitingFor } from './issue';
import { openLetters } from './letters';
import * as messages from './messages';

/** A problem of whom today's quota did not reach. */
const LEFT = 'mail.left';

/** Whether a run has anybody to mail. */
export function wantsNotify(platform: Platform, run: RunRecord, { settings, members }: Config): boolean {
  return (
    run.cause === 'daily' &&
    settings.mode === 'Scoring' &&
    members.length > 0 &&
    dueIssue(platform, settings, run.asOf, run.id) !== null
  );
}

/**
 * Mails the members how their accounts stand. Each is noted before the mail goes: a stop at any point may lose one mail,
 * and never sends one twice. Whoever is not reached is a problem with the cell in Members, and the others go on.
 */
export function notifyStep(platform: Platform, run: RunRecord, progress: Progress, margin: number): RunRecord {
  const config = configInForce(progress.configuration());
  const book = progress.problems();
  const due = dueIssue(platform, config.settings, run.asOf, run.id);
  // Mails were switched off since the run was stopped.
  if (due === null) return { ...run, state: 'done', endedAt: platform.clock.now() };
  let issue = due;
  if (issue.told === 0) {
    // What the mails before left standing goes before any is sent: a stop would take it for new.
    book.replace([], isOfMails);
    book.commit(progress.locale());
    progress.health.flush();
  }
  const letterFor = openLetters(platform, progress, config, run.asOf, issue.since);
  const found = problemList();
  let quota = platform.mail.remaining();
  let [left, sent] = [0, 0];
  let paused = false;
  for (const member of waitingFor(issue, config.members)) {
    const letter = letterFor(member);
    if (letter === null) continue;
    const { email } = member;
    paused = sent > 0 && platform.clock.remaining() < margin;
    if (paused) break;
    if (quota < 1) {
      left++;
      found.add(problemOf(progress, LEFT, email, messages.notMailedYet()));
      continue;
    }
    issue = { ...issue, last: email, told: issue.told + 1 };
    noteIssue(platform, issue);
    quota--;
    sent++;
    const { subject, text, html } = scoreMail(letter);
    try {
      platform.mail.send(email, subject, text, html);
    } catch (error) {
      issue = { ...issue, refused: issue.refused + 1 };
      const said = withoutAddresses(error instanceof Error ? error.message : String(error));
      found.add(problemOf(progress, 'mail.refused', email, messages.notTaken(said)));
    }
  }
  book.replace(found.all(), ({ code }) => code === LEFT);
  book.commit(progress.locale());
  progress.health.flush();
  noteIssue(platform, { ...issue, closed: left === 0 && !paused });
  if (paused) return { ...run, cursor: run.cursor + 1 };
  const people = issue.told - issue.refused;
  return {
    ...run,
    state: 'done',
    endedAt: platform.clock.now(),
    said: sentences([run.said, people > 0 ? messages.mailed(people) : null]) as Text,
    leftOut: sentences([run.leftOut, left > 0 ? messages.quotaSpent(left) : null]),
    problems: book.count,
  };
}

function problemOf(progress: Progress, code: string, value: string, why: Text): Problem {
  const { records, place } = readTab(MEMBERS_TAB, progress.configuration().grids[MEMBERS_TAB.name] ?? null);
  const row = records.find(({ values }) => values.Email === value)?.row;
  return {
    severity: code === LEFT ? 'warning' : 'error',
    code,
    source: MEMBERS_TAB.name,
    place: row === undefined ? '' : place(row, 'Email'),
    column: 'Email',
    value,
    why,
  };
}
