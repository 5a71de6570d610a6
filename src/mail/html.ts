import type { Locale } from '../domain/text';
import { BAND_COLORS } from '../tables/band-colors';
import type { Block, NamedBand } from './blocks';

/**
 * The mail as HTML that mail programs show alike: inline styles alone, no image and no script, one column that is as wide
 * as the screen up to 600 px. Every text is escaped.
 */
export function htmlText(blocks: readonly Block[], locale: Locale): string {
  const body = blocks.map(html).join('\n');
  return `<div lang="${locale}" style="max-width:600px;margin:0 auto;padding:12px 4px;font:15px/1.6 Arial,'Hiragino Sans','Noto Sans JP',Meiryo,sans-serif;color:#202124;overflow-wrap:anywhere">\n${body}\n</div>\n`;
}

const QUIET = 'color:#5f6368;font-size:13px';

function html(block: Block): string {
  switch (block.kind) {
    case 'title':
      return of('h1', 'margin:0;font-size:18px;line-height:1.4', escaped(block.text));
    case 'date':
      return of('p', `margin:0 0 6px;${QUIET}`, escaped(block.text));
    case 'heading':
      return of(
        'h2',
        'margin:26px 0 6px;padding-bottom:4px;border-bottom:1px solid #dadce0;font-size:16px',
        escaped(block.text),
      );
    case 'group':
      return of('h3', 'margin:14px 0 4px;font-size:13px;color:#5f6368', escaped(block.text));
    case 'text':
      return of('p', 'margin:0 0 6px', escaped(block.text));
    case 'foot':
      return of('p', `margin:26px 0 0;padding-top:10px;border-top:1px solid #dadce0;${QUIET}`, escaped(block.text));
    case 'link':
      return of(
        'p',
        'margin:22px 0 0',
        link(
          block,
          'display:inline-block;padding:9px 18px;border-radius:6px;background:#0b57d0;color:#ffffff;font-weight:bold;text-decoration:none',
        ),
      );
    case 'more':
      return of('p', 'margin:6px 0', link(block));
    case 'account': {
      const { band, score, change, reasons } = block;
      const top = `${named(block)}<br>${chip(band, score)}${change && ` <span style="${QUIET}">${escaped(change)}</span>`}`;
      const why = reasons.map((reason) => of('li', 'margin:0 0 2px', escaped(reason))).join('');
      return of(
        'div',
        'margin:0 0 16px',
        of('div', 'margin:0 0 4px', top) + (why && of('ul', 'margin:0;padding:0 0 0 20px', why)),
      );
    }
    case 'move':
      return of('p', 'margin:0 0 8px', `${named(block)}<br>${chip(block.from)} → ${chip(block.to)}`);
    case 'bands':
      return of(
        'p',
        'margin:0',
        block.counts
          .map(([band, count]) =>
            of('span', 'display:inline-block;margin:0 14px 6px 0', `${chip(band)} <b>${count}</b>`),
          )
          .join(' '),
      );
  }
}

/** An account's name in bold, which leads to its row. */
function named({ name, url }: { readonly name: string; readonly url: string }): string {
  return link({ text: name, url }, 'color:#0b57d0;font-weight:bold');
}

function link({ text, url }: { readonly text: string; readonly url: string }, style: string = 'color:#0b57d0'): string {
  return `<a href="${escaped(url)}" target="_blank" rel="noopener" style="${style}">${escaped(text)}</a>`;
}

/** A band in its colours, the word in it, and the score where one is told. */
function chip({ band, word }: NamedBand, score: string = ''): string {
  const { background = '', text = '' } = BAND_COLORS.find((one) => one.band === band) ?? {};
  return of(
    'span',
    `display:inline-block;padding:0 9px;border-radius:10px;background:${background};color:${text};font-size:13px;line-height:20px;white-space:nowrap`,
    `${escaped(word)}${score && ` <b>${escaped(score)}</b>`}`,
  );
}

function of(tag: string, style: string, content: string): string {
  return `<${tag} style="${style}">${content}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] as string);
}
