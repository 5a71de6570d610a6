import { readJson } from '../../../src/sources/json/answer';

const read = (text: string): unknown => readJson(text, 'host');

describe('JSON that is read', () => {
  it('keeps every digit of an id that no number can hold', () => {
    expect(read('{"id":12345678901234567890,"ids":[-9007199254740993, 7]}')).toEqual({
      id: '12345678901234567890',
      ids: ['-9007199254740993', 7],
    });
  });

  it('leaves measures and text as they are', () => {
    const text =
      '{"a":0.12345678901234567,"b":1e3,"c":"x 12345678901234567 \\" :12345678901234567","d":1234567890123456.5}';
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it('is refused where it was cut off, in the middle of a long text too', () => {
    expect(() => read('{"rows":[{"a":1},{"a"')).toThrow('not JSON');
    expect(() => read(`{"id":12345678901234567890,"a":"${'x\\"'.repeat(50000)}`)).toThrow('not JSON');
  });
});
