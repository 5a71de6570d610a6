import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, goldenFiles } from './portfolio';

const files = goldenFiles();

describe('the scores of the demo portfolio (a wanted change is accepted with: npm run golden:accept)', () => {
  it('fill one file for each story', () => {
    expect(readdirSync(ACCEPTED).sort()).toEqual([...files.keys()].sort());
  });

  it.each([...files])('are those accepted in test/golden/portfolio/%s', (file, text) => {
    expect(text).toBe(readFileSync(join(ACCEPTED, file), 'utf8'));
  });
});
