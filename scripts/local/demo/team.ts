import { type Day, WEEKDAYS, weekday } from '../../../src/domain/day';
import { addRows, type Workspace } from '../run/workspace';
import { TEAMS } from './people';

/**
 * Lists the first team of the demo in Members, with whoever runs it as Ops, and has them mailed on the weekday that the
 * local run begins with, so that there are mails to look at.
 */
export function bringTeam(workspace: Workspace, operator: string, asOf: Day): void {
  const [team] = TEAMS;
  if (!team) return;
  const members = [
    [operator, 'ops', ''],
    [team.manager, 'manager', team.name],
    ...team.owners.map((owner) => [owner, 'csm', team.name]),
  ];
  const rows = members.map(([email = '', role = '', of = '']) => [email, nameIn(email), role, of]);
  addRows(workspace.health(), 'Members', [['Email', 'Name', 'Role', 'Team'], ...rows], asOf);
  const settings = workspace.health().sheets.find(({ name }) => name === 'Settings');
  const row = settings?.values[0]?.indexOf('Mail Weekday') ?? -1;
  const values = settings?.values[1];
  if (values && row > 0) values[row] = WEEKDAYS[weekday(asOf) - 1] as string;
}

/** `Kenta Shimizu` of `kenta.shimizu@example.com`. */
function nameIn(email: string): string {
  const words = (email.split('@')[0] ?? '').split('.');
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}
