import type { Block } from './blocks';

/** The mail as plain text, for whoever reads no HTML. */
export function plainText(blocks: readonly Block[]): string {
  return `${blocks.map(plain).join('\n').trim()}\n`;
}

/** Headings stand apart from what is above them. */
function plain(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'date':
      return block.text;
    case 'text':
      return `\n${block.text}`;
    case 'heading':
      return `\n## ${block.text}`;
    case 'group':
      return `\n[${block.text}]`;
    case 'foot':
      return `\n-- \n${block.text}`;
    case 'link':
      return `\n${block.text}\n${block.url}`;
    case 'more':
      return `${block.text}\n${block.url}`;
    case 'account': {
      const { name, band, score, change, reasons, url } = block;
      const head = [`${oneLine(name)} | ${band.word} ${score}`, change].filter((part) => part !== '').join(' | ');
      return [head, ...reasons.map((reason) => `  - ${reason}`), `  ${url}`].join('\n');
    }
    case 'move':
      return `${oneLine(block.name)}: ${block.from.word} → ${block.to.word}`;
    case 'bands':
      return block.counts.map(([{ word }, count]) => `${word} ${count}`).join(' | ');
  }
}

/** A name from a CRM may hold a line break. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ');
}
