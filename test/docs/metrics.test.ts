import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGGREGATES, COMPARES, MISSING_POLICIES } from '../../src/domain/config/config';
import { parseCurve } from '../../src/domain/config/curve';
import { DATASETS } from '../../src/domain/datasets';
import { parseExpression } from '../../src/domain/expression/parse';

const GUIDES = ['metrics.md', 'metrics.ja.md'].map((name) => readFileSync(join(__dirname, '../../docs', name), 'utf8'));

/** Everything between backquotes. */
const quoted = (guide: string): string[] => [...guide.matchAll(/`([^`]+)`/g)].map(([, text]) => text as string);

describe.each(['English', 'Japanese'] as const)('the guide to metrics in %s', (language) => {
  const guide = GUIDES[language === 'English' ? 0 : 1] as string;

  it('names every dataset, aggregate, comparison and way with missing readings', () => {
    for (const word of [...AGGREGATES, ...COMPARES, ...MISSING_POLICIES]) expect(quoted(guide)).toContain(word);
    for (const { name } of DATASETS) expect(guide).toContain(name);
  });

  it('shows what can be entered as it stands', () => {
    const points = quoted(guide).filter((text) => /^\d+=\d/.test(text));
    expect(points.map((text) => parseCurve(text).ok)).toEqual([true, true]);
    const expressions = quoted(guide).filter((text) => / [-=<>!/]|\[/.test(text) && !points.includes(text));
    expect(expressions.length).toBeGreaterThanOrEqual(10);
    expect(expressions.filter((text) => !parseExpression(text).ok)).toEqual([]);
  });
});

it('shows the same in both languages', () => {
  const [english, japanese] = GUIDES.map(quoted) as [string[], string[]];
  expect([...japanese].sort()).toEqual([...english].sort());
});
