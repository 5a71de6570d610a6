import { element } from './element';

/** Marks of Google Chat's text, and the element each becomes (Google Chat guide, "Format messages"). */
const MARKS = { '*': 'b', _: 'i', '~': 's', '`': 'code' } as const;

/** A mark opens after and closes before anything that is no letter or digit, so that `a_b_c` stays as it is. */
const PIECES = /<(https?:\/\/[^|>\s]+)(?:\|([^>]*))?>|(?<![\p{L}\p{N}])([*_~`])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/gu;

/** The text of a chat message with bold, italic, struck out and fixed pieces, and links; all else stays text. */
export function chatText(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(PIECES)) {
    const [whole, address, label, mark, inner = ''] = match;
    nodes.push(document.createTextNode(text.slice(from, match.index)));
    nodes.push(address ? linkTo(address, label || address) : marked(mark as keyof typeof MARKS, inner));
    from = match.index + whole.length;
  }
  return [...nodes, document.createTextNode(text.slice(from))];
}

function marked(mark: keyof typeof MARKS, inner: string): HTMLElement {
  if (mark === '`') return element('code', '', inner);
  const made = element(MARKS[mark], '', '');
  made.append(...chatText(inner));
  return made;
}

function linkTo(address: string, label: string): HTMLElement {
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.textContent = label;
  return link;
}
