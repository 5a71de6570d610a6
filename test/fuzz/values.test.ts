import fc from 'fast-check';
import { DATASETS } from '../../src/domain/datasets';
import { formatDay } from '../../src/domain/day';
import { readAttribute } from '../../src/domain/parse/attribute';
import { parseContext } from '../../src/domain/parse/context';
import { readDay } from '../../src/domain/parse/day';
import { readEmail } from '../../src/domain/parse/email';
import { readField } from '../../src/domain/parse/field';
import { readFlag } from '../../src/domain/parse/flag';
import { foldName } from '../../src/domain/parse/fold';
import { readList } from '../../src/domain/parse/list';
import { readNumber } from '../../src/domain/parse/number';
import type { Parsed } from '../../src/domain/parse/parsed';
import { readText } from '../../src/domain/parse/text';
import { CONFIG_TABS } from '../../src/tables/health/configuration';
import { readCell } from '../../src/tables/read-cell';
import { cell, expectCell, expectText, json, text } from './drawn';
import { fuzz } from './replay';

const CONTEXTS = [
  parseContext('Asia/Tokyo', 'ja-JP'),
  parseContext('America/New_York', 'en-US'),
  parseContext('Europe/Berlin', 'de-DE'),
];
const context = fc.constantFrom(...CONTEXTS);
const value = fc.oneof({ weight: 3, arbitrary: text }, json, fc.constant(undefined));

/** The value of a reading, whose parts are all there; null where it was refused in words. */
function readingOf<T>(parsed: Parsed<T>): T | null {
  const { code, why } = parsed.ok ? (parsed.doubt ?? { code: 'none.none', why: null }) : parsed;
  expect(code).toMatch(/^[a-z]+\.[A-Za-z]+$/);
  if (why) expectText(why);
  return parsed.ok ? parsed.value : null;
}

describe('whatever a value from outside is', () => {
  it('it is read as a number that is one, or refused', () => {
    fuzz(fc.tuple(value, context), ([drawn, in_]) => {
      const number = readingOf(readNumber(drawn, in_));
      if (number !== null) expect(Number.isFinite(number)).toBe(true);
    });
  });

  it('it is read as a day that can be written and read again, or refused', () => {
    fuzz(fc.tuple(value, context), ([drawn, in_]) => {
      const day = readingOf(readDay(drawn, in_));
      if (day === null) return;
      expect(Number.isInteger(day)).toBe(true);
      expect(Math.abs(day)).toBeLessThan(3_000_000);
    });
  });

  it('it is read as text, an address, a list or a flag, or refused', () => {
    fuzz(value, (drawn) => {
      for (const read of [readText, readEmail, readList, readFlag]) expectCell(readingOf<unknown>(read(drawn)));
      expect(readingOf(readEmail(drawn)) ?? 'a@b.co').toMatch(/^[^@\s]+@[^@\s]+$/);
    });
  });

  it('it is read as an attribute, and what was read reads the same again', () => {
    fuzz(fc.tuple(value, context), ([drawn, in_]) => {
      const first = readingOf(readAttribute(drawn, in_));
      expectCell(first);
      expect(readingOf(readAttribute(first, in_))).toEqual(first);
    });
  });

  it('every field of every dataset takes it as a cell or refuses it, and reads its own cell again', () => {
    const fields = DATASETS.flatMap((dataset) => dataset.fields);
    fuzz(fc.tuple(fc.constantFrom(...fields), value, context), ([field, drawn, in_]) => {
      const first = readingOf(readField(field, drawn, in_));
      expectCell(first);
      const again =
        typeof first === 'number' && (field.type === 'day' || field.type === 'moment') ? formatDay(first) : first;
      expect(readingOf(readField(field, again, in_))).toEqual(first);
    });
  });

  it('a name folds to something that folds no further', () => {
    fuzz(text, (name) => expect(foldName(foldName(name))).toBe(foldName(name)));
  });

  it('every column of every configuration tab takes it as a cell or refuses it', () => {
    const columns = CONFIG_TABS.flatMap((tab) => tab.columns);
    fuzz(fc.tuple(fc.constantFrom(...columns), cell), ([column, drawn]) => {
      const read = readCell(column, drawn);
      if (read.ok) expectCell(read.value);
      else expectText(read.why);
    });
  });
});
