import { sizeProblems } from '../../../src/app/run/workbook-sizes';
import { memoryWorkbook } from '../ports/memory-workbook';

const holding = (cells: number) => ({ ...memoryWorkbook(), name: () => 'Kenshin Data', cells: () => cells });

describe('a workbook that fills up', () => {
  it('is a warning from six tenths of ten million cells on', () => {
    expect(sizeProblems([holding(5_999_999)])).toEqual([]);
    const [problem] = sizeProblems([holding(100), holding(6_580_000)]);
    expect(problem).toMatchObject({ severity: 'warning', source: 'Kenshin Data' });
    expect(problem?.why.en).toContain('65%');
  });
});
