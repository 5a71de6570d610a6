import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(__dirname, '..');

describe('mutation testing', () => {
  it.each(['metrics', 'scoring'])('runs every unit test of src/%s', (folder) => {
    const entry = readFileSync(join(TESTS, 'mutation', `${folder}.ts`), 'utf8');
    const imported = [...entry.matchAll(/'\.\.\/(.+)'/g)].map(([, path]) => `${path}.ts`);
    const files = readdirSync(join(TESTS, folder)).filter((name) => name.endsWith('.test.ts'));
    expect(imported.sort()).toEqual(files.map((name) => `${folder}/${name}`).sort());
  });
});
