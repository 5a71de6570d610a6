import type { Fault } from './fault';

/** Texts that HtmlService or a browser would read as something else than what was written. */
const REFUSED: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /<\?/g,
    what: '`<?` would run as a scriptlet if the page were ever served as a template; write it apart.',
  },
  {
    pattern: /`/g,
    what: 'a backtick: HtmlService cuts what looks like a comment out of template literals; use plain strings.',
  },
  { pattern: /<script[^>]*\ssrc\s*=/gi, what: 'a script from elsewhere; bundle it, the page is one file.' },
  { pattern: /<link[^>]*\shref\s*=/gi, what: 'a style sheet from elsewhere; bundle it, the page is one file.' },
  { pattern: /<!-- (style|script) -->/g, what: 'a marker that the build did not replace.' },
];

/** What must not be in a page that HtmlService serves. `file` is the name faults give. */
export function pageFaults(html: string, file: string): readonly Fault[] {
  return REFUSED.flatMap(({ pattern, what }) =>
    [...html.matchAll(pattern)].map((match) => ({ file, line: lineOf(html, match.index), what })),
  );
}

/** Texts inside a script element that end it, or keep the browser from seeing its end (HTML, "script data states"). */
export function inlineFaults(script: string, file: string): readonly Fault[] {
  return [...script.matchAll(/<\/script|<!--|<script/gi)].map((match) => ({
    file,
    line: lineOf(script, match.index),
    what: `\`${match[0]}\` inside the page's script changes where the browser sees it end; write it apart.`,
  }));
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
