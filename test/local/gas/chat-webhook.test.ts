import { exchange } from '../../../scripts/local/gas/http-client';
import { evaluate, failure, START, scriptRuntime } from './script-project';

jest.mock('../../../scripts/local/gas/http-client', () => ({ exchange: jest.fn() }));

const ADDRESS = 'https://chat.googleapis.com/v1/spaces/AAAA/messages';
const WEBHOOK = `${ADDRESS}?key=k&token=t`;

/** A script's POST of JSON, as an expression. */
const posting = (body: string, address = WEBHOOK) =>
  `UrlFetchApp.fetch('${address}', { method: 'post', contentType: 'application/json', muteHttpExceptions: true, payload: ${JSON.stringify(body)} })`;

afterEach(() => expect(exchange).not.toHaveBeenCalled());

describe('a webhook of Google Chat (Google Chat guide, "Build a Google Chat app as a webhook")', () => {
  it('keeps what is posted, and answers with the message as created', () => {
    const runtime = scriptRuntime(
      `function main() { return JSON.parse(${posting('{"text":"*Acme* fell to 41"}')}.getContentText()); }`,
    );
    expect(runtime.execute('main')).toMatchObject({
      name: 'spaces/AAAA/messages/1',
      text: '*Acme* fell to 41',
      space: { name: 'spaces/AAAA' },
    });
    const [{ at = 0, ...kept } = {}, ...others] = runtime.chats();
    expect([kept, others]).toEqual([{ space: 'spaces/AAAA', message: { text: '*Acme* fell to 41' } }, []]);
    expect(at).toBeGreaterThanOrEqual(START);
  });

  it('keeps the messages of a fetchAll in their order', () => {
    const request = (text: string) =>
      `{ url: '${WEBHOOK}', method: 'post', contentType: 'application/json', payload: '{"text":"${text}"}' }`;
    const runtime = scriptRuntime(
      `function main() { return UrlFetchApp.fetchAll([${request('one')}, ${request('two')}]).map((each) => each.getResponseCode()); }`,
    );
    expect(runtime.execute('main')).toEqual([200, 200]);
    expect(runtime.chats().map(({ message }) => message.text)).toEqual(['one', 'two']);
  });

  it.each([
    ['without the key and token of the webhook', posting('{"text":"hi"}', ADDRESS), 401],
    ['with no content', posting('{"thread":{"threadKey":"a"}}'), 400],
    ['that is no JSON object', posting('hello'), 400],
  ])('refuses a message %s', (_, post, status) => {
    const runtime = scriptRuntime(`function main() { return ${post}.getResponseCode(); }`);
    expect(runtime.execute('main')).toBe(status);
    expect(runtime.chats()).toEqual([]);
  });

  it('costs what any fetch costs', () => {
    const spent = evaluate(
      `const before = Date.now(); ${posting('{"text":"hi"}')}; return Date.now() - before;`,
    ) as number;
    expect(spent).toBeGreaterThan(0);
  });

  it('takes nothing but messages', () => {
    expect(failure(`UrlFetchApp.fetch('${WEBHOOK}')`)).toBe(
      'not implemented: GET chat.googleapis.com/v1/spaces/AAAA/messages',
    );
  });
});
