import type { Cell } from '../domain/cell';
import { PLAIN, plainNumber } from '../domain/config/plain-number';
import { formatDay, parseDay } from '../domain/day';
import { readDay } from '../domain/parse/day';
import { readEmail as parseEmail } from '../domain/parse/email';
import { readFlag as parseFlag } from '../domain/parse/flag';
import { isFormulaError } from '../domain/parse/missing';
import { quote } from '../domain/problem';
import type { Text } from '../domain/text';
import { says } from './messages';
import type { Column } from './tab';

/** The value of a cell in its column's type, or why it is none. */
export type CellRead =
  | { readonly ok: true; readonly value: Cell }
  | { readonly ok: false; readonly code: string; readonly why: Text };

/** Reads a cell that is not blank. Numbers are taken as people type them (see `plainNumber`); text is trimmed. */
export function readCell(column: Column, cell: Cell): CellRead {
  if (typeof cell === 'string' && (cell.trim().startsWith('=') || isFormulaError(cell.trim()))) {
    return refuse('cell.formula', says.formula(column.name));
  }
  switch (column.type) {
    case 'integer':
    case 'number':
    case 'score':
    case 'change':
    case 'percent':
    case 'money':
      return readNumeric(column, cell);
    case 'flag':
      return readFlag(column, cell);
    case 'choice':
      return readChoice(column, cell);
    case 'email':
      return readEmail(column, cell);
    case 'date':
    case 'timestamp':
      return readDate(column, cell);
    case 'id':
      return readName(column, cell);
    case 'text':
      return column.required ? readName(column, cell) : accept(String(cell).trim());
    default:
      return accept(String(cell).trim());
  }
}

function readNumeric(column: Column, cell: Cell): CellRead {
  const number = plainNumber(cell);
  if (number === null) return refuse('number.unreadable', says.number(column.name, quote(cell)));
  if (column.type === 'integer' && !Number.isInteger(number)) return refuse('number.whole', says.whole(column.name));
  if (column.range && (number < column.range[0] || number > column.range[1])) {
    return refuse('number.range', says.range(column.name, column.range[0], column.range[1]));
  }
  return accept(number);
}

function readFlag(column: Column, cell: Cell): CellRead {
  const flag = parseFlag(cell);
  return flag.ok && flag.value !== null ? accept(flag.value) : refuse('flag.unreadable', says.flag(column.name));
}

function readChoice(column: Column, cell: Cell): CellRead {
  const word = String(cell).normalize('NFKC').trim().toLowerCase();
  const choices = column.choices ?? [];
  const chosen = choices.find((choice) => choice.toLowerCase() === word);
  return chosen === undefined ? refuse('choice.unknown', says.choice(column.name, choices)) : accept(chosen);
}

function readEmail(column: Column, cell: Cell): CellRead {
  const email = parseEmail(cell);
  return email.ok && email.value !== null ? accept(email.value) : refuse('email.unreadable', says.email(column.name));
}

/** ISO text stands as it is, its time of day included; a date that people typed as text becomes ISO. */
function readDate(column: Column, cell: Cell): CellRead {
  if (typeof cell === 'string' && parseDay(cell.trim()) !== null) return accept(cell.trim());
  const day = readDay(cell, PLAIN);
  return day.ok && day.value !== null
    ? accept(formatDay(day.value))
    : refuse('date.unreadable', says.date(column.name));
}

/** A name is words: a bare number, a date or TRUE is a slip of the column. */
function readName(column: Column, cell: Cell): CellRead {
  const text = String(cell).trim();
  const number = plainNumber(cell) !== null || !Number.isNaN(Number(text.normalize('NFKC')));
  const slipped = typeof cell !== 'string' || number || parseDay(text) !== null || /^(true|false|nan)$/i.test(text);
  return slipped ? refuse('text.unreadable', says.text(column.name, quote(cell))) : accept(text);
}

function accept(value: Cell): CellRead {
  return { ok: true, value };
}

function refuse(code: string, why: Text): CellRead {
  return { ok: false, code, why };
}
