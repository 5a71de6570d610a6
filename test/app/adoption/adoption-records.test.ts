import { adoptionRecords, type DayCount } from '../../../src/app/adoption/adoption-records';
import { parseDay } from '../../../src/domain/day';
import { MEMBERS, TODAY } from './adopted';

const asOf = parseDay(TODAY) as number;
const ago = (days: number, email = 'aya@example.com', uses = 1, accounts = 0): DayCount => ({
  email,
  day: asOf - days,
  uses,
  accounts,
});
const row = (counts: readonly DayCount[], email: string) =>
  adoptionRecords(MEMBERS, counts, asOf).find((record) => record.Email === email);

describe('rows of Adoption', () => {
  it('are one a member, also of those who never came', () => {
    expect(adoptionRecords(MEMBERS, [], asOf)).toEqual(
      [
        ['aya@example.com', 'Aya', 'csm', 'East'],
        ['ben@example.com', 'Ben', 'manager', null],
      ].map(([Email, Name, Role, Team]) => ({
        Email,
        Name,
        Role,
        Team,
        'Use Count 7d': 0,
        'Use Count 30d': 0,
        'Account Count 30d': 0,
        'Seen Date': null,
        'Has Never Used': true,
        'Is Member': true,
      })),
    );
  });

  it('count 7 and 30 days with the as-of day, neither one more nor one less', () => {
    const counts = [
      ago(0),
      ago(6, undefined, 2, 1),
      ago(7, undefined, 4, 2),
      ago(29, undefined, 8, 4),
      ago(30, undefined, 16, 8),
    ];
    expect(row(counts, 'aya@example.com')).toMatchObject({
      'Use Count 7d': 3,
      'Use Count 30d': 15,
      'Account Count 30d': 7,
      'Seen Date': TODAY,
      'Has Never Used': false,
    });
  });

  it('remember when a member came last, however long ago', () => {
    expect(row([ago(200)], 'aya@example.com')).toMatchObject({
      'Use Count 30d': 0,
      'Seen Date': '2025-07-15',
      'Has Never Used': false,
    });
  });

  it('know nothing of days after the as-of day, nor of days without a use', () => {
    expect(row([ago(-1), ago(3, undefined, 0)], 'aya@example.com')).toMatchObject({ 'Has Never Used': true });
  });

  it('have others who came within 30 days, and nobody else', () => {
    const counts = [ago(40, 'cho@example.com'), ago(2, 'cho@example.com'), ago(30, 'dai@example.com')];
    expect(row(counts, 'cho@example.com')).toMatchObject({
      Name: null,
      Role: null,
      'Use Count 30d': 1,
      'Is Member': false,
    });
    expect(row(counts, 'dai@example.com')).toBeUndefined();
  });

  it('begin with those who never or longest ago came; who is no member stands last', () => {
    const counts = [ago(1, 'ben@example.com'), ago(5, 'cho@example.com')];
    const order = (own: readonly DayCount[]) => adoptionRecords(MEMBERS, own, asOf).map(({ Email }) => Email);
    expect(order(counts)).toEqual(['aya@example.com', 'ben@example.com', 'cho@example.com']);
    expect(order([...counts, ago(0)])).toEqual(['ben@example.com', 'aya@example.com', 'cho@example.com']);
  });
});
