import type { StoredForm } from '../../../scripts/local/gas/form-app';
import { START, scriptRuntime } from './script-project';

const MANIFEST = { oauthScopes: ['https://www.googleapis.com/auth/forms'] };
const FORM: StoredForm = {
  id: 'form-1',
  readers: ['owner@example.com'],
  items: [
    { title: 'How likely ...?', type: 'SCALE' },
    { title: 'About you', type: 'SECTION_HEADER' },
    { title: 'Which parts?', type: 'CHECKBOX' },
  ],
  responses: [
    { id: 'r1', at: START, email: 'a@acme.example', answers: { 0: '9', 2: ['Reports', 'Sync'] } },
    { id: 'r2', at: START + 1000, email: '', answers: { 0: '3' } },
  ],
};

function run(body: string, manifest: Readonly<Record<string, unknown>> = MANIFEST): unknown {
  const users = [{ email: 'owner@example.com', locale: 'en' }];
  const runtime = scriptRuntime(`function main() { ${body} }`, { files: { manifest }, users });
  runtime.addForm(FORM);
  return runtime.execute('main');
}

describe('FormApp (Apps Script reference, FormApp and Form)', () => {
  it('opens a form by id, with the scope of forms', () => {
    expect(run("return FormApp.openById('form-1').getItems().map((item) => item.getTitle())")).toEqual([
      'How likely ...?',
      'About you',
      'Which parts?',
    ]);
    expect(() => run("FormApp.openById('other')")).toThrow('No item with the given ID');
    expect(() => run("FormApp.openById('form-1')", {})).toThrow('https://www.googleapis.com/auth/forms');
  });

  it('gives responses after a moment, that moment left out', () => {
    const ids = (since: string) =>
      run(`return FormApp.openById('form-1').getResponses(${since}).map((response) => response.getId())`);
    expect(ids('')).toEqual(['r1', 'r2']);
    expect(ids(`new Date(${START})`)).toEqual(['r2']);
    expect(() => ids('"2026-01-01"')).toThrow('method signature');
  });

  it('gives answers in the order of the items: text, or a list for checkboxes', () => {
    expect(
      run(`const [response] = FormApp.openById('form-1').getResponses();
        return [response.getTimestamp().getTime(), response.getRespondentEmail(), response.getItemResponses()
          .map((answer) => [answer.getItem().getTitle(), answer.getItem().getType().toString(), answer.getResponse()])]`),
    ).toEqual([
      START,
      'a@acme.example',
      [
        ['How likely ...?', 'SCALE', '9'],
        ['Which parts?', 'CHECKBOX', ['Reports', 'Sync']],
      ],
    ]);
  });

  it('has nothing else here', () => {
    expect(() => run("FormApp.create('x')")).toThrow('not implemented: FormApp.create');
  });
});
