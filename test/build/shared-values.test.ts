import { SourceMap } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { assembled, edited, mapOf, opened, type Script } from '../../scripts/build/edits';
import { lineEnds } from '../../scripts/build/lines';
import { sharedValues } from '../../scripts/build/shared-values';
import { shortFunctions, shortValues } from '../../scripts/build/short-functions';

/** A script as the press hands it over, with its map to `source`. */
function pressed(source: string): Script {
  const { code, map } = transformSync(source, { minify: true, sourcemap: 'external', sourcefile: 'source.js' });
  return opened(code.trim(), map);
}

function shared(source: string): string {
  const before = pressed(source);
  return edited(before, sharedValues(before.code)).code;
}

const run = (code: string): unknown => JSON.parse(JSON.stringify(runInContext(`${code};X.all()`, createContext({}))));

const SOURCE = `
var X = (() => {
  "use strict";
  const kinds = (value) => typeof value === "string" ? "a text of some length" : "string";
  function pick(value) {
    switch (value) {
      case "a text of some length": return "a text of some length";
      case "string": return "a" in { a: 1 } ? "string" : "string";
    }
    return "a text of some length" in { "a text of some length": 1 };
  }
  const where = function () { throw new Error("a text of some length"); };
  return { all: () => [kinds("x"), kinds(1), pick(kinds("x")), pick(kinds(1)), pick("other"), { string: "string" }], where };
})();
`;

describe('values that come often', () => {
  it('get one name, and the script does what it did', () => {
    const code = shared(SOURCE);
    expect(code.match(/a text of some length/g)).toHaveLength(2);
    expect(run(code)).toEqual(run(pressed(SOURCE).code));
    expect(run(code)).toEqual([
      'a text of some length',
      'string',
      'a text of some length',
      'string',
      true,
      { string: 'string' },
    ]);
  });

  it('keep their place where a type is compared or a member named', () => {
    const code = shared(SOURCE);
    expect(code).toMatch(/typeof \w+=="string"/);
    expect(code).toMatch(/\{string:\w+\}/);
    expect(code).toContain('{"a text of some length":1}');
  });

  it('may be members of the language, which do without their object', () => {
    const uses = Array.from(
      { length: 9 },
      (_, at) => `Math.floor(${at}.5), JSON.stringify([${at}]), Array.from([${at}])`,
    );
    const source = `var X = (() => { var made = []; made.push(${uses.join()}); return { all: () => made }; })();`;
    const code = shared(source);
    expect(code.match(/Math\.floor|JSON\.stringify|Array\.from/g)).toHaveLength(3);
    expect(run(code)).toEqual(Array.from({ length: 9 }, (_, at) => [at, `[${at}]`, [at]]).flat());
  });

  it('may be names of the language, but for members and names in objects', () => {
    const uses = Array.from({ length: 9 }, (_, at) => `String(${at}), new Map([[${at}, String]]).size`);
    const source = `var X = (() => { var own = [].concat({ String: { Map: 1 } }), made = [own[0].String.Map]; made.push(${uses.join()}); made.push(typeof String, "a" instanceof String); return { all: () => made }; })();`;
    const code = shared(source);
    expect(code.match(/String/g)).toHaveLength(3);
    expect(code.match(/Map/g)).toHaveLength(3);
    expect(run(code)).toEqual([1, ...Array.from({ length: 9 }, (_, at) => [String(at), 1]).flat(), 'function', false]);
  });

  it('may be functions that hold no variable of another', () => {
    const own = Array.from({ length: 5 }, () => 'list.map(({ name: e }) => [e, outer])').join();
    const held = Array.from({ length: 5 }, () => 'list.map((a) => [a.name, local])').join();
    const shadowed = Array.from({ length: 5 }, () => 'list.map((a) => [a.name, twice])').join();
    const source = `var X = (() => {
      var outer = [].concat(5), twice = [].concat(6);
      var pick = (list) => { for (const local of [].concat(7)) return [${held}]; };
      var other = (list, twice) => [${shadowed}];
      return { all: () => { var list = [].concat({ name: 1 }); return [${own}, pick(list), other(list, 8)]; } };
    })();`;
    const code = shared(source);
    expect(run(code)).toEqual(run(pressed(source).code));
    expect(code.match(/\{name:\w\}\)=>/g)).toHaveLength(1);
    expect(code.match(/\.name,/g)).toHaveLength(10);
  });

  it('stay where a name would cost more', () => {
    const source = 'var X = (() => { const a = ["yes", "no", "yes"]; return { all: () => a }; })();';
    expect(shared(source)).toBe(pressed(source).code);
  });

  it('take no name that the script uses', () => {
    const names = ['aa', 'ba', 'ca'].map((name) => `const ${name} = globalThis.${name};`).join('');
    const source = `var X = (() => { return { all: () => { ${names} return ["long enough to share", "long enough to share", "long enough to share"]; } }; })();`;
    const { code } = transformSync(source, { minifyWhitespace: true });
    const made = edited({ code: code.trim(), marks: [], map: {} }, sharedValues(code));
    expect(made.code).toMatch(/^var X=\(\(\)=>\{var da="long enough to share";/);
    expect(run(made.code)).toEqual(Array(3).fill('long enough to share'));
  });
});

describe('functions as arrows', () => {
  const short = (source: string): string => {
    const before = pressed(source);
    return assembled(before, shortFunctions(before.code)).code;
  };

  it('do what the functions did, before and after the place where they stood', () => {
    const source = `var X = (() => {
      const early = later(3);
      function later(value) { return value * 2; }
      function listed(...values) { return { values, count: values.length }; }
      function either(value, other = () => later(value)) { if (value > 1) return other(); return "low"; }
      function Made() { this.name = "made"; }
      function many() { return arguments.length; }
      return { all: () => [early, listed(1, 2), either(1), either(4), new Made().name, many(1, 2, 3)] };
    })();`;
    expect(run(short(source))).toEqual([6, { values: [1, 2], count: 2 }, 'low', 8, 'made', 3]);
    expect(run(pressed(source).code)).toEqual(run(short(source)));
    expect(short(source)).toMatch(/^var X=\(\(\)=>\{var later=\w=>\w\*2,|^var X=\(\(\)=>\{var \w=\w=>\w\*2,/);
    expect(short(source).match(/function/g)).toHaveLength(2);
  });
});

describe('functions that are values, as arrows', () => {
  const short = (source: string): string => {
    const before = pressed(source);
    return assembled(before, shortValues(before.code)).code;
  };

  it('do what the functions did', () => {
    const source = `var X = (() => {
      const Made = function (name) { this.name = name; };
      const Kept = function () { return 1; };
      const object = {
        size() { return [this.base, arguments.length]; }, base: 7, set to(value) { this.base = value; }, get from() { return 5; },
        twice(value) { return value * 2; }, ["three" + 1](value = function () { return 3; }()) { return { value }; },
        "a b"(a, b) { return a, b; }, *steps() { yield 1; }, many(list) { let n = 0; for (const one of list) n += one; return n; },
      };
      const nested = function (list, { by } = { by: 2 }) { return list.map(function (one) { return function () { return { one: one * by }; }; }); };
      const chosen = function (n) { if (n > 1) return "more"; return "less"; }(2) + (function () { return "!"; })();
      const deep = function fact(n) { return n < 2 ? 1 : n * fact(n - 1); };
      const pick = (function (a) { return a; })(0) ? 1 : typeof function () {} == "function" && function () { return "yes"; }();
      return { all: () => {
        object.to = 8;
        return [new Made("x").name, typeof new Kept(), object.size(1), object.from, object.twice(4), object.three1(), object["a b"](1, 2),
          [...object.steps()], object.many([1, 2]), nested([1, 2]).map((one) => one()), chosen, deep(4), pick];
      } };
    })();`;
    const answers = run(short(source));
    expect(answers).toEqual(run(pressed(source).code));
    const listed = ['x', 'object', [8, 1], 5, 8, { value: 3 }, 2, [1], 3, [{ one: 2 }, { one: 4 }], 'more!', 24, 'yes'];
    expect(answers).toEqual(listed);
    expect(short(source)).toContain('twice:');
    expect(short(source).match(/function/g)).toHaveLength(3);
  });
});

describe('the map of a script that was pressed', () => {
  it('still leads every line of the script to the line of its source, over line ends in texts as well', () => {
    const source = SOURCE.replace('"a" in', '`two\nlines` in');
    const before = pressed(source);
    expect(before.code.split('\n').length).toBe(2);
    const arrows = assembled(before, shortValues(before.code));
    const short = assembled(arrows, shortFunctions(arrows.code));
    const named = edited(short, sharedValues(short.code));
    const made = edited(named, lineEnds(named.code, 40));
    const lines = made.code.split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const word of ['throw ', 'switch', 'typeof']) {
      const line = lines.findIndex((text) => text.includes(word));
      const entry = new SourceMap(JSON.parse(mapOf(made))).findEntry(line, (lines[line] as string).indexOf(word));
      const origin = source.split('\n').findIndex((text) => text.includes(word));
      expect(entry).toMatchObject({ originalSource: 'source.js', originalLine: origin });
    }
  });
});
