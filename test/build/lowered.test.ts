import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { assembled } from '../../scripts/build/edits';
import { lowered } from '../../scripts/build/lowered';

/** The script in older words, without its map. */
function older(source: string): string {
  return assembled({ code: source, marks: [], map: {} }, lowered(source)).code;
}

/** A script that answers an expression of `a`, `b` and `f`, a function that notes its calls in `said`. */
function script(expression: string): string {
  return `var X=(()=>{var said=[];var f=(...x)=>{said.push(x.length);return x[0]};return{all:(a,b)=>{var c;said=[];return[${expression},c,said]}}})();`;
}

/** What a script answers, or how it fails, for each pair of values of `a` and `b`; told apart to the last `undefined`. */
function answers(code: string, pairs: readonly string[]): unknown {
  const asked = pairs.map((pair) => `()=>X.all(${pair})`);
  const told = '(k,v)=>v===undefined?"undefined":Number.isNaN(v)?"NaN":v';
  return runInContext(
    `${code};[${asked}].map((ask,at)=>{try{return at+JSON.stringify(ask(),${told})}catch(e){return at+e.name}}).join("\\n")`,
    createContext({}),
  );
}

const VALUES = [
  'null',
  'void 0',
  '0',
  '""',
  'false',
  '[]',
  '{b:null}',
  '{b:{c:0,d(x){return[this.c,x]}}}',
  '{b:[[1]]}',
];

const PAIRS = VALUES.flatMap((a) => VALUES.map((b) => `${a},${b}`));

/** None holds a space, or text between backticks. */
const EXPRESSIONS = [
  'a??1 a??b a??f(1) a?.b??f(2) a?.b??"none" a?.b??{} a?.b??[1,b] (a??{}).b a??(f(3),b) a??(()=>b) a??-1 a??1/0',
  'a?.b a?.b.c a?.b?.c a?.b?.c?.d a?.[b] a?.[f(b)] a?.b?.[0]?.[0] f(a)?.b f(a)?.b?.c??7 a?.b.c.d a?.b[b] f(a)?.["b"]',
  'a?.b?.d(f(a)?.b) a?.b?.d?.(1) f(a)?.b?.d(f(1,2),...[3]) f(a?.b??b)?.c f((a?.b,b))?.b f(a??b,a?.b) (c=a)?.b??c',
  '!a?.b typeof(a??b) (a??b)+1 1+(a?.b??1) (a?.b)===c (a??f(1))===b (a?.b?c=1:c=2) (a?.b).c (a??f(b))?.b ((a,b))?.b',
  '[...a?.b??[]] (c??(c=a)) a?.b??b??9 (a||b)??f(4) a??b?.c (a??b?.c)?.d {p:a??b,q:a?.b,...a?.b} (()=>a??b)()',
  '((x=a?.b,{y=b??1}={})=>[x,y])() f(a?.b?.c)??f(b?.c?.d) a?.[b?.c??"b"] a?b?.c:a??b (a?.b,b)??1 a?.b?.d?.(b).length (a||{}).d?.(1) (b||{d(x){return[this,x]}}).d?.(f(a)?.b?.d?.(1))',
].flatMap((line) => line.split(' '));

describe('newer operators in older words', () => {
  it.each(EXPRESSIONS)('%s', (expression) => {
    const source = script(expression);
    const code = older(source);
    expect(() => parse(code, { ecmaVersion: 2019 })).not.toThrow();
    expect(answers(code, PAIRS)).toBe(answers(source, PAIRS));
  });

  it('keep apart from the words before them', () => {
    const source =
      'var X=(()=>{return{all:(a,b)=>{switch(a){case(b??1):return(a??b)+1}throw new Error(typeof(a??"x"))}}})();';
    const pairs = ['1,null', '2,2', '"y",1', 'null,0'];
    expect(answers(older(source), pairs)).toBe(answers(source, pairs));
    expect(older(source)).toMatch(/case\(\w\w\(b,1\)\):return \w\w\(a,b\)\+1/);
  });

  it('are functions only where the other value may be worked out at once', () => {
    expect(older(script('a??b.c'))).toContain('null!=a?a:b.c');
    expect(older(script('f(a)??f(b)'))).toMatch(/null!=\((\w\w)=f\(a\)\)\?\1:f\(b\)/);
    expect(older(script('a?.b??0'))).toMatch(/\w\w\(a,"b",0\)/);
  });

  it('leave a script without them as it is', () => {
    const source = script('a||b');
    expect(older(source)).toBe(source);
  });

  it('leave to the gate what has no form here', () => {
    expect(older(script('f(a)[f(b)]?.(1)'))).toContain('f(a)[f(b)]?.(1)');
    const other = 'const a=b??1;';
    expect(older(other)).toBe(other);
  });
});
