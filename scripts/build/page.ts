import { readFile } from 'node:fs/promises';
import { type BuildOptions, build } from 'esbuild';
import { BuildRefused } from './fault';
import { inlineFaults, pageFaults } from './page-gate';
import { pressed } from './press';

const PAGE = 'src/sidebar/index.html';
/** Characters of a line, about. */
const LINE = 500;

/**
 * The sidebar as one HTML file: script and style stand where index.html has its markers. HtmlService serves it as it
 * is, never as a template; first data come by google.script.run.
 * Throws BuildRefused for anything HtmlService would change.
 */
export async function bundlePage(root: string): Promise<string> {
  const { outputFiles } = await build({
    ...options(root),
    entryPoints: { script: 'src/sidebar/main.tsx', style: 'src/sidebar/main.css' },
  });
  const bundled = { code: text('script.js'), marks: [], map: {} };
  const { code: script } = await pressed(bundled, { line: LINE, older: false });
  const style = text('style.css');
  const shell = await readFile(`${root}/${PAGE}`, 'utf8');
  const html = shell
    .replace('<!-- style -->', () => `<style>${style.trim()}</style>`)
    .replace('<!-- script -->', () => `<script>${script.trim()}</script>`);
  const faults = [...inlineFaults(script, 'dist/sidebar.html'), ...pageFaults(html, 'dist/sidebar.html')];
  if (!html.includes('<style>') || !html.includes('<script>'))
    faults.push({ file: PAGE, line: 0, what: 'needs the markers <!-- style --> and <!-- script -->.' });
  if (faults.length > 0) throw new BuildRefused(faults);
  return html;

  function text(name: string): string {
    return outputFiles.find((file) => file.path.endsWith(name))?.text ?? '';
  }
}

function options(root: string) {
  return {
    absWorkingDir: root,
    outdir: `${root}/dist`,
    bundle: true,
    write: false,
    target: 'es2020',
    format: 'iife',
    platform: 'browser',
    // One call an element with its children as arguments: a tenth shorter than the automatic form.
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    tsconfigRaw: {},
    inject: [`${__dirname}/jsx.ts`],
    minify: true,
    // The minifier would turn strings with several newlines into template literals, in which HtmlService cuts.
    supported: { 'template-literal': false },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  } as const satisfies BuildOptions;
}
