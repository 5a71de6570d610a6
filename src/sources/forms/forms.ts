import { answered } from '../messages';
import type { Pulled, SourceContext, SourceDeclaration } from '../source';
import * as messages from './messages';

/** Columns besides the questions. */
const OWN = ['response_id', 'at', 'email'];
const DAY = 86400000;

/** Answers to a Google form: one row a response, one column a question. */
export const formsSource: SourceDeclaration = {
  kind: 'forms',
  options: [],
  credential: [],
  streams: null,
  check: ({ location }) => (location === '' ? [{ column: 'Location', why: messages.formMissing() }] : []),
  test: ({ setting, forms, clock }) => {
    forms.read(setting.location, clock.now());
    return answered('Google Forms');
  },
  read,
};

/** What came in since the last response that is known, which is read again: others may share its moment. */
function read({ setting, forms, cursor }: SourceContext): Pulled {
  const since = cursor === null ? 0 : Number(cursor);
  const { titles, responses } = forms.read(setting.location, since);
  const questions = [...new Set(titles)].filter((title) => title !== '');
  const latest = responses.reduce((last, { at }) => Math.max(last, at), since + DAY);
  return {
    ...{ name: 'Google Forms', columns: [...OWN, ...questions], headerRow: 0, addressing: 'row', key: 'response_id' },
    cursor: String(latest - DAY),
    each: (visit) => {
      responses.every(({ id, at, email, answers }, place) =>
        visit([id, new Date(at).toISOString(), email, ...questions.map((title) => answers[title] ?? null)], place + 1),
      );
    },
  };
}
