import vm from 'node:vm';
import { bound } from './bound';

// 2026-01-05 is day 46027 after 1899-12-30.
describe('cells and Dates meet in the zone of the spreadsheet (Session.getScriptTimeZone warns of the difference)', () => {
  const cell = (zone: string, serial: number, format = 'yyyy-mm-dd') => {
    const { sheet } = bound({ timeZone: zone });
    return (sheet.getRange('A1').setNumberFormat(format).setValue(serial).getValue() as Date).toISOString();
  };

  it.each([
    ['Asia/Tokyo', 46027, '2026-01-04T15:00:00.000Z'],
    ['UTC', 46027, '2026-01-05T00:00:00.000Z'],
    ['America/New_York', 46027, '2026-01-05T05:00:00.000Z'],
    // 2026-07-01 is 46023 + 181 = 46204; New York is on summer time.
    ['America/New_York', 46204, '2026-07-01T04:00:00.000Z'],
    ['Asia/Kolkata', 46027.5, '2026-01-05T06:30:00.000Z'],
    ['Europe/London', 46204.25, '2026-07-01T05:00:00.000Z'],
  ])('in %s the serial %p is the instant %s', (zone, serial, instant) => {
    expect(cell(zone, serial)).toBe(instant);
  });

  it('a wall clock that daylight saving skips lies after the change', () => {
    // 2026-03-08 is 46089; New York skips 02:00 to 03:00.
    expect(cell('America/New_York', 46089 + 2.5 / 24)).toBe('2026-03-08T07:30:00.000Z');
  });

  it.each([
    ['Asia/Tokyo', '2026-01-04T15:00:00Z', 46027, 'yyyy/MM/dd'],
    ['UTC', '2026-01-05T00:00:00Z', 46027, 'yyyy/MM/dd'],
    ['Asia/Tokyo', '2026-01-05T00:00:00Z', 46027.375, 'yyyy/MM/dd H:mm:ss'],
    ['America/New_York', '2026-07-01T04:00:00Z', 46204, 'yyyy/MM/dd'],
  ])('a Date written in %s becomes %s as the serial %p with the format %s', (zone, instant, serial, format) => {
    const { sheet, tab, host } = bound({ timeZone: zone });
    sheet.getRange('A1').setValue(new host.realm.Date(instant));
    expect([tab.values[0]?.[0], tab.formats.numberFormat.at(0, 0)]).toEqual([serial, format]);
  });

  it('keeps the format a cell has when a Date is written', () => {
    const { sheet, tab } = bound();
    sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(new Date(0));
    expect(tab.formats.numberFormat.at(0, 0)).toBe('yyyy-mm-dd');
  });

  it('reads back the very instant that was written, milliseconds included', () => {
    const { sheet } = bound({ timeZone: 'America/New_York' });
    const instant = Date.UTC(2026, 10, 1, 12, 34, 56, 789);
    sheet.getRange('A1').setValue(new Date(instant));
    expect((sheet.getRange('A1').getValue() as Date).getTime()).toBe(instant);
  });

  it('changing the zone of the file moves the instant, not the wall clock', () => {
    const { sheet, file } = bound({ timeZone: 'Asia/Tokyo' });
    sheet.getRange('A1').setValue('2026-01-05');
    file.setSpreadsheetTimeZone('UTC');
    expect((sheet.getRange('A1').getValue() as Date).toISOString()).toBe('2026-01-05T00:00:00.000Z');
    expect(sheet.getRange('A1').getDisplayValue()).toBe('2026-01-05');
  });

  it('a number is a Date only under a day or time format; durations and times are Dates too', () => {
    const { sheet } = bound({ timeZone: 'UTC' });
    const range = sheet.getRange('A1:F1').setValue(1.5);
    range.setNumberFormats([['yyyy-mm-dd', 'h:mm', '[h]:mm:ss', '0.00', '#,##0', 'general']]);
    expect(range.getValues()[0]?.map((value) => (typeof value === 'number' ? value : value.toISOString()))).toEqual([
      '1899-12-31T12:00:00.000Z',
      '1899-12-31T12:00:00.000Z',
      '1899-12-31T12:00:00.000Z',
      1.5,
      1.5,
      1.5,
    ]);
  });

  it('day 0 of a sheet is 1899-12-30, so a time alone is a Date on that day', () => {
    expect(cell('UTC', 0.5, 'h:mm')).toBe('1899-12-30T12:00:00.000Z');
    expect(cell('Asia/Tokyo', 0.5, 'h:mm')).toBe('1899-12-30T03:00:00.000Z');
  });
});

describe('Dates belong to the sandbox (migration to V8: instanceof across contexts is false)', () => {
  it('a Date of a cell is instanceof the Date of the script, not of Node', () => {
    const { sheet, host } = bound();
    sheet.getRange('A1').setValue('2026-01-05');
    Object.assign(host.context, { sheet });
    expect(vm.runInContext("sheet.getRange('A1').getValue() instanceof Date", host.context)).toBe(true);
    expect(sheet.getRange('A1').getValue()).not.toBeInstanceOf(Date);
  });

  it('takes a Date that the script made', () => {
    const { sheet, host } = bound({ timeZone: 'UTC' });
    Object.assign(host.context, { sheet });
    vm.runInContext("sheet.getRange('A1').setValue(new Date(Date.UTC(2026, 0, 5)))", host.context);
    expect(sheet.getRange('A1').getDisplayValue()).toBe('2026/01/05');
  });

  it('arrays are the script’s own as well', () => {
    const { sheet, host } = bound();
    Object.assign(host.context, { sheet });
    const check = "const v = sheet.getRange('A1:B2').getValues(); v instanceof Array && v[0] instanceof Array";
    expect(vm.runInContext(check, host.context)).toBe(true);
  });

  it('what a service throws is an Error of the script named Exception', () => {
    const { sheet, host } = bound();
    Object.assign(host.context, { sheet });
    const check = 'try { sheet.getRange(0, 1) } catch (e) { [e instanceof Error, e.name].join() }';
    expect(vm.runInContext(check, host.context)).toBe('true,Exception');
  });
});
