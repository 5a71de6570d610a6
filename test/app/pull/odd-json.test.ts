import { memoryPlatform } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullInto, source, TODAY } from './pulled';

/** Pulls records of JSON as a dataset, into a workbook of Tokyo. */
function pullJson(dataset: 'tickets' | 'accounts', body: string) {
  const data = memoryWorkbook({ id: 'data', zone: 'Asia/Tokyo' });
  const setting = source({ id: 'web', kind: 'json', dataset, location: 'https://a.example/list' });
  const { report } = pullInto(memoryPlatform({ answer: () => ({ body }) }), [setting], data, TODAY);
  const [header = [], ...rows] = data.read(dataset === 'tickets' ? 'Tickets' : 'CRM Accounts') ?? [];
  const at = (name: string) => header.indexOf(name);
  return { report, column: (name: string) => rows.map((row) => row[at(name)]) };
}

describe('records of JSON', () => {
  it('with dates in five shapes and zones are on the same day of the workbook', () => {
    // Each is 2026-01-06 in Tokyo, however early in the day.
    const opened = [
      '"2026-01-06"',
      '"2026-01-05T16:30:00.000+0000"',
      '"2026-01-05T10:30:00-06:00"',
      '"2026/01/06 01:30"',
      String(Date.UTC(2026, 0, 5, 16, 30)),
      `"${Date.UTC(2026, 0, 5, 16, 30)}"`,
      String(Date.UTC(2026, 0, 5, 16, 30) / 1000),
      '"5 Jan 2026 16:30 GMT"',
    ];
    const records = opened.map((date, at) => `{"id":"T${at}","account_id":"A","opened_at":${date}}`);
    const { column, report } = pullJson('tickets', `[${records.join(',')}]`);
    expect(column('opened_at')).toEqual(opened.map(() => '2026-01-06'));
    expect(report.problems).toEqual([]);
  });

  it('with numbers as text are numbers, and ids beyond 2^53 keep their last digit', () => {
    const body = '[{"id":9007199254740993,"mrr":"1,200.50","employees":"12"},{"id":9007199254740995,"mrr":7}]';
    const { column, report } = pullJson('accounts', body);
    expect(column('account_id')).toEqual(['9007199254740993', '9007199254740995']);
    expect([column('mrr'), column('employees')]).toEqual([
      [1200.5, 7],
      [12, null],
    ]);
    expect(report.problems).toEqual([]);
  });

  it('that stand twice are told, and the later one counts', () => {
    const { column, report } = pullJson('accounts', '[{"id":"A","name":"Old"},{"id":"Ａ","name":"New"}]');
    expect(column('name')).toEqual(['New']);
    expect(marks(report.problems)).toEqual(['warning | key.duplicate | row 2 | id | A']);
  });
});
