import type { Forms } from '../../../src/ports';
import { formsSource } from '../../../src/sources/forms/forms';
import type { SourceContext } from '../../../src/sources/source';
import { memoryPlatform } from '../../app/ports/memory-platform';
import { memoryWorkbook } from '../../app/ports/memory-workbook';
import { pullInto, source } from '../../app/pull/pulled';
import { type AdapterScript, adapterScript } from '../../google/in-script';
import { START } from '../../local/gas/script-project';
import { failureOf } from '../vendor-reading';

const LINK = 'https://docs.google.com/forms/d/form-1/edit';
const DAY = 86400000;

function formsOf(scopes: readonly string[] = ['forms']): { readonly forms: Forms; readonly script: AdapterScript } {
  const script = adapterScript('forms.ts', 'googleForms', scopes);
  script.runtime.addForm({
    id: 'form-1',
    readers: null,
    items: [
      { title: ' NPS ', type: 'SCALE' },
      { title: 'About you', type: 'SECTION_HEADER' },
      { title: 'Parts', type: 'CHECKBOX' },
    ],
    responses: [
      { id: 'r1', at: START - 3 * DAY, email: 'a@acme.example', answers: { 0: '9', 2: ['Reports', 'Sync'] } },
      { id: 'r2', at: START + 500, email: '', answers: { 0: '3' } },
    ],
  });
  return { script, forms: { read: (id, since) => script.call('read', id, since) as ReturnType<Forms['read']> } };
}

function read(forms: Forms, cursor: string | null, location = LINK) {
  const context: SourceContext = {
    ...memoryPlatform({ forms }),
    setting: source({ kind: 'forms', location, dataset: 'surveys' }),
    cursor,
    report: () => undefined,
    pause: () => undefined,
  };
  const pulled = formsSource.read(context);
  const rows: unknown[][] = [];
  pulled.each((cells) => rows.push([...cells]) > 0);
  return { ...pulled, rows };
}

describe('responses to a form', () => {
  it('are rows, questions are columns, sections are none', () => {
    const { columns, rows } = read(formsOf().forms, null);
    expect(columns).toEqual(['response_id', 'at', 'email', 'NPS', 'Parts']);
    expect(rows).toEqual([
      ['r1', '2026-01-02T00:00:00.000Z', 'a@acme.example', '9', ['Reports', 'Sync']],
      ['r2', '2026-01-05T00:00:00.500Z', '', '3', null],
    ]);
  });

  it('are asked for from a day before the newest on, since late ones may share its moment', () => {
    const { forms } = formsOf();
    const { cursor } = read(forms, null);
    expect(cursor).toBe(String(START + 500 - DAY));
    const later = read(forms, cursor ?? null);
    expect(later.rows.map(([id]) => id)).toEqual(['r2']);
    expect(later.cursor).toBe(cursor);
  });

  it('become surveys by the Field Map', () => {
    const { forms } = formsOf();
    const fieldMap = new Map([
      ['score', 'NPS'],
      ['account_id', 'email'],
    ]);
    const setting = source({ kind: 'forms', id: 'nps', location: LINK, dataset: 'surveys', fieldMap });
    const { store } = pullInto(memoryPlatform({ forms }), [setting], memoryWorkbook({ id: 'data' }));
    const table = store.table('surveys');
    const column = (name: string) => table.columns.indexOf(name);
    expect([...table.rows.values()].map((row) => [row[column('response_id')], row[column('score')]])).toEqual([
      ['r1', 9],
    ]);
  });

  it('that cannot be had say what to do', () => {
    expect(failureOf(() => read(formsOf([]).forms, null))).toMatchObject({
      kind: 'credential',
      words: expect.stringContaining('--with forms'),
    });
    expect(failureOf(() => read(formsOf().forms, null, 'elsewhere')).kind).toBe('credential');
  });

  it('need a form', () => {
    expect(formsSource.check(source({ kind: 'forms', location: '' }))).toHaveLength(1);
    expect(formsSource.check(source({ kind: 'forms', location: LINK }))).toEqual([]);
  });
});
