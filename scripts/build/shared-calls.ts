import { type AnyNode, type BinaryExpression, parse } from 'acorn';
import type { Piece } from './edits';
import { bodyOf, childrenOf, type Form, freeNames, inserted, lastStep, rewritten } from './tree';

/**
 * Methods of texts, lists and maps that are called by a function where they come often. Those that run for every letter
 * or cell are left out: `push`, `slice`, `charCodeAt`, `get`, `set`, `has`, `exec`.
 */
const METHODS =
  /^(?:every|filter|find|findIndex|flatMap|forEach|includes|indexOf|join|keys|normalize|reduce|replace|reverse|some|sort|split|startsWith|test|toISOString|toLowerCase|trim|values)$/;
/** Names that a press gives. Others may be of what the script is without, which only `typeof` may ask for. */
const OWN = /^[\w$]{1,3}$/;
/** Fewer bytes are not worth a function. */
const LEAST = 20;

/**
 * The script `var X=(()=>{...})()` with the calls and tests that come often said by short functions: `f(a,b)` for `a.filter(b)`, `t(a)`
 * for `typeof a=="string"`, `j(a,b)` for `"".concat(a,b)`. What a method is called on may be anything that has it.
 */
export function sharedCalls(code: string): readonly Piece[] {
  const program = parse(code, { ecmaVersion: 2022 });
  const body = bodyOf(program);
  if (!body) return [[0, code.length]];
  const free = freeNames(code);
  const often = new Map<string, string>();
  for (const [meaning, bytes] of savedBy(program))
    if (bytes - meaning.length - 4 >= LEAST) often.set(meaning, free.next().value);
  const declared = [...often].map(([meaning, name]) => `${name}=${meaning}`);
  const pieces = rewritten(code, program, form);
  return inserted(pieces, body.start + 1, declared.length > 0 ? `var ${declared.join(',')};` : '');

  function form(node: AnyNode): Form | null {
    const use = useOf(node);
    const name = use && often.get(use.meaning);
    if (!name) return null;
    const values = use.values.flatMap((one, at): readonly Piece[] => [at === 0 ? '' : ',', ...single(one)]);
    return { pieces: [use.negated ? '!' : '', `${name}(`, ...values, ')'], loose: false };
  }

  function single(node: AnyNode): readonly Piece[] {
    const pieces = form(node)?.pieces ?? rewritten(code, node, form);
    return node.type === 'SequenceExpression' ? ['(', ...pieces, ')'] : pieces;
  }
}

/** A call or test that a function can say. */
interface Use {
  /** The function. */
  readonly meaning: string;
  readonly values: readonly AnyNode[];
  readonly negated: boolean;
  /** Bytes saved. */
  readonly saved: number;
}

function useOf(node: AnyNode): Use | null {
  if (node.type === 'BinaryExpression') return typeTest(node);
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression') return null;
  const texts = textsOf(node);
  if (texts) {
    const written = texts.reduce((sum, { start, end }) => sum + end - start, 0) + texts.length - 1;
    return {
      meaning: '(...a)=>"".concat(...a)',
      values: texts,
      negated: false,
      saved: node.end - node.start - written - 4,
    };
  }
  const { callee, arguments: values } = node;
  if (callee.computed || callee.property.type !== 'Identifier' || callee.object.type === 'Super') return null;
  // Without its place in a chain it would not be left out with the chain.
  if (lastStep(callee)) return null;
  const { name } = callee.property;
  if (!METHODS.test(name) || values.some((one) => one.type === 'SpreadElement')) return null;
  const given = ['b', 'c', 'd'].slice(0, values.length).join(',');
  const meaning = values.length === 0 ? `a=>a.${name}()` : `(a,${given})=>a.${name}(${given})`;
  const saved = name.length - (values.length === 0 ? 1 : 2);
  return values.length > 3 ? null : { meaning, values: [callee.object, ...values], negated: false, saved };
}

/** What `"a".concat(b).concat(c)` puts together, which is how a text with values in it is written for a page. */
function textsOf(node: AnyNode): readonly AnyNode[] | null {
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression') return null;
  const { object, property, computed, optional } = node.callee;
  if (computed || optional || property.type !== 'Identifier' || property.name !== 'concat') return null;
  if (object.type === 'Literal' && typeof object.value === 'string')
    return object.value === '' ? node.arguments : [object, ...node.arguments];
  const before = textsOf(object);
  return before && [...before, ...node.arguments];
}

/** `typeof a=="string"`, either way round. */
function typeTest(node: BinaryExpression): Use | null {
  if (!/^[!=]==?$/.test(node.operator)) return null;
  const { left, right } = node;
  const [asked, type] = left.type === 'Literal' ? [right, left] : [left, right];
  if (asked.type !== 'UnaryExpression' || asked.operator !== 'typeof' || type.type !== 'Literal') return null;
  const { argument } = asked;
  if (argument.type === 'Identifier' && !OWN.test(argument.name)) return null;
  const negated = node.operator.startsWith('!');
  const saved = node.end - node.start - (argument.end - argument.start) - 4 - (negated ? 1 : 0);
  return { meaning: `a=>${JSON.stringify(type.value)}==typeof a`, values: [argument], negated, saved };
}

/** Bytes saved by each function, without itself. */
function savedBy(node: AnyNode, bytes = new Map<string, number>()): ReadonlyMap<string, number> {
  const use = useOf(node);
  if (use) bytes.set(use.meaning, (bytes.get(use.meaning) ?? 0) + use.saved);
  for (const child of childrenOf(node)) savedBy(child, bytes);
  return bytes;
}
