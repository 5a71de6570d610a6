import { createContext, runInContext } from 'node:vm';
import { assembled } from '../../scripts/build/edits';
import { sharedCalls } from '../../scripts/build/shared-calls';

function shared(source: string): string {
  return assembled({ code: source, marks: [], map: {} }, sharedCalls(source)).code;
}

/** A script that answers each of the expressions, so often that a function for its calls is worth it. */
function script(expressions: readonly string[]): string {
  const listed = expressions.flatMap((one) => Array.from({ length: 40 }, () => one));
  return `var X=(()=>{var l=[3,1,2],t=" Ab c ",o={filter(a){return[this===o,a,arguments.length]},typeof:null};return{all:()=>[${listed.join()}]}})();`;
}

const run = (code: string): unknown => JSON.parse(JSON.stringify(runInContext(`${code};X.all()`, createContext({}))));

describe('calls and tests that come often', () => {
  it.each([
    ['a method without values', 't.trim().toLowerCase()', /\w\w\(\w\w\(t\)\)/],
    ['a method of a list', 'l.filter(a=>a>1)', /\w\w\(l,a=>a>1\)/],
    ['a method with several values', 't.replace(/b/,"x").split(" ")', /\w\w\(\w\w\(t,\/b\/,"x"\)," "\)/],
    ['a method of anything else by that name', 'o.filter(5)', /\w\w\(o,5\)/],
    [
      'calls within calls',
      '[...l].sort((a,b)=>a-b).some(a=>[a].includes(l.indexOf(a)))',
      /\w\w\(\[\.\.\.l\],\(a,b\)=>a-b\)/,
    ],
    ['what commas lead to', '(0,l).filter((1,a=>a),l)', /\w\w\(\(0,l\),\(1,a=>a\),l\)/],
    ['a type', '[1,"a",null].map(a=>"string"==typeof a?"number"!=typeof l[0]:typeof a==="object")', /!\w\w\(l\[0\]\)/],
    ['a type beside a word', '(a=>{return"string"==typeof a})(t)', /return \w\w\(a\)/],
    [
      'texts put together in turn',
      '"a".concat(t).concat(l,"".concat(l[1]).concat("b")).concat(...l)',
      /\w\w\("a",t,l,\w\w\(l\[1\],"b"\),\.\.\.l\)/,
    ],
    ['texts put together', '"".concat(t,l[0],null,void 0,"")', /\w\w\(t,l\[0\],null,void 0,""\)/],
  ])('%s gets a function', (_, expression, said) => {
    const source = script([expression]);
    const code = shared(source);
    expect(code).toMatch(said);
    expect(code.length).toBeLessThan(source.length);
    expect(run(code)).toEqual(run(source));
  });

  it.each([
    ['values of any number', 'l.filter(...[a=>a>1])'],
    ['a computed name', 'l["filter"](a=>a>1)'],
    ['a method that runs for every letter', 't.charCodeAt(0)'],
    ['a name that the script may be without', 'typeof Nowhere=="object"'],
    ['a list put together', '[].concat(l).concat(t)'],
    ['a method in a chain', 'o.typeof?.of.filter(a=>a)'],
    ['a method that is asked for', 'l?.filter?.(a=>a>1)'],
  ])('%s stays', (_, expression) => {
    const source = script([expression]);
    expect(shared(source)).toBe(source);
    expect(() => run(source)).not.toThrow();
  });

  it('stay where a function would cost more', () => {
    const source = 'var X=(()=>{return{all:()=>[1].filter(a=>a).includes(1)}})();';
    expect(shared(source)).toBe(source);
  });
});
