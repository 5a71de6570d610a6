import { type Fixture, startServer } from './loopback';
import { evaluate } from './script-project';

let server: Fixture;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('UrlFetchApp.fetch', () => {
  it('gets text, code and headers over real HTTP', () => {
    expect(
      evaluate(`const r = UrlFetchApp.fetch('${server.origin}/status?code=201&text=hi');
        return [r.getResponseCode(), r.getContentText()]`),
    ).toEqual([201, 'hi']);
  });
});
