import fc from 'fast-check';
import { DATASETS, type DatasetName } from '../../src/domain/datasets';
import { DATA_TABS } from '../../src/tables/data';
import { memoryPlatform } from '../app/ports/memory-platform';
import { pullInto, source } from '../app/pull/pulled';
import { expectCell, expectProblems, expectText, text } from './drawn';
import { fuzz } from './replay';

const quoted = (field: string): string => `"${field.split('"').join('""')}"`;

/** A file whose header mostly has the names of a dataset, and whose values are anything. */
const file = fc.constantFrom(...DATASETS).chain(({ name, fields }) => {
  const column = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fields.map((field) => field.name)) }, text);
  const named = column.map((written) => written.trim() || 'name');
  const header = fc
    .array(column, { maxLength: 5 })
    .map((columns) => [...fields.filter((field) => field.required).map((field) => field.name), ...columns]);
  const row = fc.array(fc.oneof(text, fc.constantFrom('A', 'B', '2026-01-05', '7')), { maxLength: 9 });
  return fc.record({
    dataset: fc.constant<DatasetName>(name),
    file: fc
      .tuple(header, fc.array(row, { maxLength: 5 }))
      .map(([first, rows]) => [first, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')),
    fieldMap: fc.array(fc.tuple(named, named), { maxLength: 2 }).map((pairs) => new Map(pairs)),
    measures: fc.array(text, { maxLength: 2 }),
  });
});

describe('whatever a file holds', () => {
  it('what is kept of it are cells under our own headers, and everything else is told', () => {
    fuzz(file, ({ file: content, ...setting }) => {
      const platform = memoryPlatform({ files: { file: content } });
      const { report, data } = pullInto(platform, [source(setting)]);
      expectProblems(report.problems);
      expect(report.problems.map(({ code }) => code)).not.toContain('source.bug');
      for (const { said, rows, kept } of report.sources) {
        expectText(said);
        expect([rows >= 0, kept >= 0]).toEqual([true, true]);
      }
      for (const { name } of DATA_TABS) for (const row of data.read(name) ?? []) row.forEach(expectCell);
    });
  });

  it('pulling it again writes nothing', () => {
    fuzz(file, ({ file: content, ...setting }) => {
      const pulled = () => memoryPlatform({ files: { file: content } });
      const { data } = pullInto(pulled(), [source(setting)]);
      const before = DATA_TABS.map(({ name }) => data.read(name));
      pullInto(pulled(), [source(setting)], data);
      expect(DATA_TABS.map(({ name }) => data.read(name))).toEqual(before);
    });
  });
});
