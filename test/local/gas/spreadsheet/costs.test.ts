import { commitPending, dropPending } from '../../../../scripts/local/gas/spreadsheet/pending';
import { bound, reopened, thrown } from './bound';

const last = (made: ReturnType<typeof bound> | ReturnType<typeof reopened>) =>
  made.host.charges[made.host.charges.length - 1];

describe('what calls cost (measured by tanaikech and mogsdad; Google publishes nothing)', () => {
  it('a read costs by the cell', () => {
    const made = bound({ rows: 1000, columns: 4 });
    made.sheet.getRange(1, 1, 1000, 4).getValues();
    // 200 + 4,000 x 0.0085.
    expect(last(made)).toEqual({ call: 'Range.getValues', ms: 234, cells: 4000 });
  });

  it('writes are buffered: cheap at first, paid for at the next read', () => {
    const made = bound({ rows: 1000, columns: 4 });
    const range = made.sheet.getRange(1, 1, 1000, 4);
    range.setValues(Array.from({ length: 1000 }, () => [1, 2, 3, 4]));
    // 20 + 4,000 x 0.01.
    expect(last(made)).toEqual({ call: 'Range.setValues', ms: 60, cells: 4000 });
    made.sheet.getRange('A1').getValue();
    // 200 + 0.0085 and the commit: 150 + 4,000 x 0.05.
    expect(last(made)?.ms).toBeCloseTo(200.0085 + 350, 9);
    made.sheet.getRange('A1').getValue();
    expect(last(made)?.ms).toBeCloseTo(200.0085, 9);
  });

  it('flush sends what waits', () => {
    const made = bound();
    made.sheet.getRange('A1:B1').setValues([[1, 2]]);
    made.app.flush();
    // 5 + 150 + 2 x 0.05.
    expect(last(made)).toEqual({ call: 'SpreadsheetApp.flush', ms: 155.1, cells: 0 });
  });

  it('the first read of a name or size is dear, the next cheap until something is written', () => {
    const made = bound();
    const cost = (work: () => unknown) => {
      work();
      return last(made)?.ms;
    };
    made.file.rename('Renamed');
    made.app.flush();
    expect(cost(() => made.file.getName())).toBe(150);
    expect(cost(() => made.sheet.getLastRow())).toBe(5);
    made.sheet.getRange('A1').setValue(1);
    expect(cost(() => made.sheet.getMaxRows())).toBeCloseTo(150 + 150.05, 9);
  });

  it('appendRow costs as much as many buffered writes', () => {
    const made = bound();
    made.sheet.appendRow([1]);
    expect(last(made)).toEqual({ call: 'Sheet.appendRow', ms: 300, cells: 1 });
  });

  it('handles and rows are cheap', () => {
    const made = bound();
    made.file.getSheetByName('Data');
    expect(last(made)?.ms).toBe(8);
    made.sheet.insertRowAfter(1);
    expect(last(made)?.ms).toBe(10);
  });

  it('one value for a whole range hardly costs by the cell', () => {
    const made = bound({ rows: 100_000, columns: 5 });
    made.sheet.getRange(1, 1, 100_000, 5).setValue(0);
    // 200 + 500,000 x 0.0001.
    expect(last(made)?.ms).toBe(250);
  });
});

describe('commitPending, which the runtime calls when an execution ends', () => {
  it('books what was not sent, once', () => {
    const { sheet, host, state } = bound();
    sheet.getRange('A1').setValue(1);
    const before = host.charges.length;
    commitPending(state);
    commitPending(state);
    expect(host.charges.slice(before)).toEqual([{ call: 'SpreadsheetApp.commit', ms: 150.05, cells: 0 }]);
  });

  it('books nothing where nothing waits', () => {
    const { sheet, host, state } = bound();
    sheet.getRange('A1').getValue();
    const before = host.charges.length;
    commitPending(state);
    expect(host.charges.length).toBe(before);
  });

  it('throws the error of a buffered write (unconfirmed)', () => {
    const { state } = bound();
    const { sheet } = reopened(state, { switches: { lateWriteErrors: true } });
    sheet.getRange('A1').setValue('x'.repeat(50001));
    expect(thrown(() => commitPending(state))).toMatch(/50000 characters/);
    expect(thrown(() => commitPending(state))).toBe('nothing');
  });

  it('throws the error of an append that was refused late', () => {
    const { state } = bound({ rows: 1 });
    const { sheet } = reopened(state, { switches: { lateWriteErrors: true } });
    sheet.appendRow(['x'.repeat(50001)]);
    expect(thrown(() => commitPending(state))).toMatch(/50000 characters/);
  });

  it('dropPending forgets what a killed execution left', () => {
    const { sheet, host, state } = bound();
    sheet.getRange('A1').setValue(1);
    const before = host.charges.length;
    dropPending(state, true);
    commitPending(state);
    expect(host.charges.length).toBe(before);
  });

  describe('with the switch killLosesWrites (what becomes of a bundle is not documented)', () => {
    const written = () => {
      const made = bound();
      made.sheet.getRange('A1').setValue('sent');
      made.sheet.getRange('A1').getValue();
      const again = reopened(made.state, { switches: { killLosesWrites: true } });
      return { ...again, state: made.state };
    };
    const cell = ({ workbooks }: ReturnType<typeof bound>['state']) =>
      [...workbooks.values()][0]?.sheets[0]?.values[0]?.[0];

    it('a killed execution loses what it wrote since the last read', () => {
      const { sheet, state } = written();
      sheet.getRange('A1').setValue('read');
      sheet.getRange('A1').getValue();
      sheet.getRange('A1').setValue('lost');
      sheet.insertRowsAfter(1, 5);
      expect(cell(state)).toBe('lost');
      const rows = [...state.workbooks.values()][0]?.sheets[0]?.maxRows as number;
      dropPending(state, true);
      expect(cell(state)).toBe('read');
      expect([...state.workbooks.values()][0]?.sheets[0]?.maxRows).toBe(rows - 5);
    });

    it('loses nothing after a flush, nor when it ended by itself', () => {
      const { sheet, state, app } = written();
      sheet.getRange('A1').setValue('flushed');
      app.flush();
      dropPending(state, true);
      expect(cell(state)).toBe('flushed');
      sheet.getRange('A1').setValue('ended');
      dropPending(state, false);
      expect(cell(state)).toBe('ended');
    });
  });
});
