import type { Text } from '../text';
import type { Curve, CurvePoint } from './config';
import { plainNumber } from './plain-number';

/** A curve, or what is wrong with its text. */
export type ParsedCurve = { readonly ok: true; readonly curve: Curve } | { readonly ok: false; readonly why: Text };

/** Largest reading, by size, that a control point may name. */
const LARGEST_READING = 1e15;

/**
 * Reads control points `reading=points; ...` such as `0=0; 5=50; 20=100`. Readings may not fall; two points at one
 * reading make a step (three would hide one), points lie within 0..100. Full-width marks count as half-width ones.
 */
export function parseCurve(text: string): ParsedCurve {
  const parts = text
    .normalize('NFKC')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return refuse(says.empty());
  const curve: CurvePoint[] = [];
  for (const part of parts) {
    const pair = part.split('=');
    const reading = plainNumber(pair[0] ?? '');
    const points = plainNumber(pair[1] ?? '');
    if (pair.length !== 2 || reading === null || points === null) return refuse(says.part(part));
    if (Math.abs(reading) > LARGEST_READING) return refuse(says.large(part));
    if (points < 0 || points > 100) return refuse(says.points(part));
    const before = curve[curve.length - 1];
    if (before && reading < before.reading) return refuse(says.falling(part, before.reading));
    if (before && reading === before.reading && curve[curve.length - 2]?.reading === reading) {
      return refuse(says.thrice(part));
    }
    curve.push({ reading, points });
  }
  return { ok: true, curve };
}

/** The text of a curve, as `parseCurve` reads it. */
export function formatCurve(curve: Curve): string {
  return curve.map(({ reading, points }) => `${reading}=${points}`).join('; ');
}

function refuse(why: Text): ParsedCurve {
  return { ok: false, why };
}

const says = {
  empty: (): Text => ({
    en: 'there are no control points. Write some, e.g. 0=0; 5=50; 20=100.',
    ja: '点数が書かれていません。「0=0; 5=50; 20=100」のように書いてください。',
  }),
  part: (part: string): Text => ({
    en: `"${part}" is no control point. Write reading=points with a semicolon between two, e.g. 0=0; 5=50; 20=100.`,
    ja: `「${part}」は点数として読めません。「実測値=点数」をセミコロンで区切ってください（例: 0=0; 5=50; 20=100）。`,
  }),
  large: (part: string): Text => ({
    en: `the reading in "${part}" is too large. Stay within ±1e15.`,
    ja: `「${part}」の実測値が大きすぎます。±1e15 以内にしてください。`,
  }),
  points: (part: string): Text => ({
    en: `the points in "${part}" must lie from 0 to 100.`,
    ja: `「${part}」の点数は 0〜100 にしてください。`,
  }),
  falling: (part: string, before: number): Text => ({
    en: `points must rise in reading, but "${part}" comes after ${before}. Put the control points in order of reading.`,
    ja: `実測値は小さい順に並べてください。「${part}」が ${before} より後ろにあります。`,
  }),
  thrice: (part: string): Text => ({
    en: `"${part}" is the third point at one reading. Two make a step; remove one.`,
    ja: `「${part}」は同じ実測値の 3 つめの点です。段差は 2 点で表すので、1 つ消してください。`,
  }),
};
