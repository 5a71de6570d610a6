import type { Cell } from '../cell';
import type { Field } from '../datasets';
import { readChoice } from './choice';
import type { ParseContext } from './context';
import { readDay } from './day';
import { readEmail } from './email';
import { readFlag } from './flag';
import { readList } from './list';
import { readNumber } from './number';
import type { Parsed } from './parsed';
import { readText } from './text';

/** A value read as its field wants it; days are Day numbers. */
export function readField(field: Field, value: unknown, context: ParseContext): Parsed<Cell> {
  switch (field.type) {
    case 'text':
      return readText(value);
    case 'email':
      return readEmail(value);
    case 'number':
      return readNumber(value, context);
    case 'day':
    case 'moment':
      return readDay(value, context);
    case 'flag':
      return readFlag(value);
    case 'list':
      return readList(value);
    case 'choice':
      return readChoice(value, field.choices ?? []);
  }
}
