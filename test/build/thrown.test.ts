import { createContext, runInContext } from 'node:vm';
import { assembled } from '../../scripts/build/edits';
import { thrownByCalls } from '../../scripts/build/thrown';

function calling(source: string): string {
  return assembled({ code: source, marks: [], map: {} }, thrownByCalls(source)).code;
}

const SOURCE = `var X=(()=>{
  class Fault extends Error{constructor(kind,why){super(why);this.kind=kind}}
  function pick(n){
    if(n===0)throw new Fault("zero","none");
    else if(n===1)throw new Fault("one","one"+(()=>{if(n>1)throw n;return"!"})());
    switch(n){case 2:throw new Fault;case 3:throw(n,{n});default:if(n===4)throw new RangeError("four")}
    try{if(n===5)throw null;if(n===6)throw new Fault(...["six","6"])}catch(e){if(e)throw e;throw void 0}
    return n}
  return{all:()=>Array.from({length:8},(_,n)=>{try{return pick(n)}catch(e){return e instanceof Error?[e instanceof Fault,e.name,e.kind,e.message]:[typeof e,e]}})}
})();`;

const run = (code: string): unknown => JSON.parse(JSON.stringify(runInContext(`${code};X.all()`, createContext({}))));

describe('what is thrown, as calls', () => {
  it('arrives as it did', () => {
    const answers = run(calling(SOURCE));
    expect(answers).toEqual(run(SOURCE));
    expect(answers).toEqual([
      [true, 'Error', 'zero', 'none'],
      [true, 'Error', 'one', 'one!'],
      [true, 'Error', null, ''],
      ['object', { n: 3 }],
      [false, 'RangeError', null, 'four'],
      ['undefined', null],
      [true, 'Error', 'six', '6'],
      7,
    ]);
  });

  it('is a function of its own for a class that is thrown often', () => {
    const code = calling(SOURCE);
    expect(code.match(/throw /g)).toHaveLength(2);
    expect(code).toMatch(/function (\w\w)\(\.\.\.a\)\{throw new Fault\(\.\.\.a\)\}.*\1\("zero","none"\);/s);
  });

  it('leaves a script that throws nothing as it is', () => {
    for (const source of ['var X=(()=>{return{all:()=>1}})();', 'throw new Error("no function")'])
      expect(calling(source)).toBe(source);
  });
});
