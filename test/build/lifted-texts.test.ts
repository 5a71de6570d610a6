import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { buildDist } from '../../scripts/build/dist';
import { project, removeProjects } from './project';

afterEach(removeProjects);

const READERS = ['src/google/json-page.ts', 'src/google/lifted-texts.ts'] as const;
const MESSAGES = `
  const early = { en: 'Made while the script is evaluated.', ja: 'スクリプトの評価時に決まる文言です。' };
  export const always = () => early;
  export const plain = () => ({ en: 'Nothing is pulled by itself.', ja: '自動では何も取り込みません。' });
  export const counted = ({ rows, tab }: { rows: number; tab: string }) => ({
    en: \`\${rows} rows in "\${tab}"\${rows > 9 ? \`, more than \${9} of them\` : ''}.\`,
    ja: \`「\${tab}」に\${rows}行あります\`,
  });
  export const listed = (names: string[]) => ({
    en: \`Several: \${names.join(', ')}, that is \${names.length} of \${names.length}.\`,
    ja: \`\${names.length}件（\${names.join('、')}）です。\`,
  });
  export const other = () => ({ code: 'a code that no person reads' });
`;
const API = `
  import * as messages from './app/messages';
  export function sidebarView(rows: number) {
    return [messages.always(), messages.plain(), messages.counted({ rows, tab: 'A $&' }), messages.listed(['a', 'b']), messages.other()];
  }
`;

/** Builds a project whose api says every message; runs it, and counts how often it reads a page. */
async function built() {
  const readers = Object.fromEntries(READERS.map((path) => [path, readFileSync(path, 'utf8')]));
  const root = project({ ...readers, 'src/app/messages.ts': MESSAGES, 'src/api.ts': API });
  await buildDist({ root, outDir: `${root}/dist` });
  const file = (name: string): string => readFileSync(`${root}/dist/${name}`, 'utf8');
  const read: string[] = [];
  const HtmlService = {
    createHtmlOutputFromFile: (name: string) => {
      read.push(name);
      return { getContent: () => file(`${name}.html`) };
    },
  };
  const context = createContext({ SpreadsheetApp: {}, HtmlService });
  runInContext(file('Code.js'), context);
  return {
    say: (rows: number) => JSON.parse(runInContext(`JSON.stringify(sidebarView(${rows}))`, context)),
    read,
    file,
  };
}

describe('texts of messages', () => {
  it('are the same as in the source once they are read from their page', async () => {
    const { say } = await built();
    expect(say(12)).toEqual([
      { en: 'Made while the script is evaluated.', ja: 'スクリプトの評価時に決まる文言です。' },
      { en: 'Nothing is pulled by itself.', ja: '自動では何も取り込みません。' },
      { en: '12 rows in "A $&", more than 9 of them.', ja: '「A $&」に12行あります' },
      { en: 'Several: a, b, that is 2 of 2.', ja: '2件（a、b）です。' },
      { code: 'a code that no person reads' },
    ]);
    expect(say(1)[2].en).toBe('1 rows in "A $&".');
  });

  it('cost one reading of the page in an execution that says some, and none in others', async () => {
    const { say, read } = await built();
    expect(read).toEqual([]);
    say(1);
    say(2);
    expect(read).toEqual(['texts']);
  });

  it('leave the script, but for what no person reads', async () => {
    const { file } = await built();
    const code = file('Code.js');
    expect(code).not.toContain('Nothing is pulled');
    expect(code).not.toContain('自動では');
    expect(code).not.toContain('Made while');
    expect(code).toContain('a code that no person reads');
    expect(file('texts.html')).toContain('Nothing is pulled by itself.');
  });
});
