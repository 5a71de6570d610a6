import { createContext, runInContext } from 'node:vm';
import { assembled } from '../../scripts/build/edits';
import { shortLocals } from '../../scripts/build/short-locals';

function short(source: string): string {
  return assembled({ code: source, marks: [], map: {} }, shortLocals(source)).code;
}

const run = (code: string): unknown => JSON.parse(JSON.stringify(runInContext(`${code};X.all()`, createContext({}))));

/** Each function with what it becomes, or null where it must stay. */
const FUNCTIONS: readonly (readonly [name: string, source: string, becomes: string | null])[] = [
  ['one', 'a=>{let b=a+1;return b*b}', '(a,b=a+1)=>b*b'],
  ['several', '(a,c)=>{let b=a+1,[d]=[b,c],{e}={e:d};return{b,e}}', '(a,c,b=a+1,[d]=[b,c],{e}={e:d})=>({b,e})'],
  ['later', 'a=>{var c;let b;return b=a,c=b,[b,c]}', '(a,c,b)=>(b=a,c=b,[b,c])'],
  ['steps', 'a=>{let b=[a];b.push(2);b.push(3);return b}', '(a,b=[a])=>(b.push(2),b.push(3),b)'],
  ['none', '()=>{let b=(0,5);return b}', '(b=(0,5))=>b'],
  ['given', '(a=1,{z}={z:2})=>{let b=a+z;return b}', '(a=1,{z}={z:2},b=a+z)=>b'],
  ['nested', 'a=>{let f=b=>{let c=b*2;return c};return f(a)}', '(a,f=(b,c=b*2)=>c)=>f(a)'],
  ['spread', 'a=>{let b=a;return b}', null],
  ['passed', 'a=>{let b=a;return b}', null],
  ['more', 'a=>{let b=a;return b}', null],
  ['rest', '(...a)=>{let b=a;return b}', null],
  ['chosen', 'a=>{let b=a;if(b)return b;return 0}', null],
  ['silent', 'a=>{let b=[a];b.push(1)}', null],
  ['made', 'a=>{let b=a;return b}', null],
];
const SOURCE = `var X=(()=>{var ${FUNCTIONS.map(([name, source]) => `${name}=${source}`).join(',')};
made=a=>a;
return{all:()=>[one(2),several(1,2),later(3),steps(1),none(),given(),given(5),nested(4),spread(...[1,2]),[1,2].map(passed),
more(1,2),rest(1,2),chosen(0),chosen(3),silent(1),made(6),(a=>{let b=a;return b+a})(7),[8].map(a=>{let b=a;return b}),X.one]}})();`;

describe('variables of short functions', () => {
  it('become parameters', () => {
    const code = short(SOURCE);
    for (const [name, source, becomes] of FUNCTIONS) expect(code).toContain(`${name}=${becomes ?? source}`);
    expect(code).toContain('((a,b=a)=>b+a)(7)');
    expect(code).toContain('[8].map(a=>{let b=a;return b})');
  });

  it('hold what they held', () => {
    const answers = run(short(SOURCE));
    expect(answers).toEqual(run(SOURCE));
    expect(answers).toEqual([
      9,
      { b: 2, e: 2 },
      [3, 3],
      [1, 2, 3],
      5,
      3,
      7,
      8,
      1,
      [1, 2],
      1,
      [1, 2],
      0,
      3,
      null,
      6,
      14,
      [8],
      null,
    ]);
  });

  it('leave a script that has none as it is', () => {
    const source = 'var X=(()=>{return{all:()=>1}})();';
    expect(short(source)).toBe(source);
  });
});
