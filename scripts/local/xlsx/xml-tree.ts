import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** An element of a small part, names without their prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text, that of its children left out. */
  readonly text: string;
}

/** What happens while a part is read from front to back; names come without their prefix. */
interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Reads a part as a stream of events. Throws where it is no well-formed XML. */
export function readXml(xml: string, events: XmlEvents): void {
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw new Error(`not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', (tag: SaxesTagPlain) => events.open(local(tag.name), tag.attributes));
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.on('closetag', (tag: SaxesTagPlain) => events.close(local(tag.name)));
  parser.write(xml).close();
}

/** Reads a small part whole. */
export function xmlTree(xml: string): XmlNode {
  type Open = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[]; text: string };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const top = (): Open => open[open.length - 1] as Open;
  readXml(xml, {
    open: (name, attributes) => {
      const node: Open = { name, attributes, children: [], text: '' };
      top().children.push(node);
      open.push(node);
    },
    text: (text) => {
      top().text += text;
    },
    close: () => {
      open.pop();
    },
  });
  return root.children[0] as XmlNode;
}

/** Children of a name. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** First child of a name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((candidate) => candidate.name === name);
}

/** Is an attribute set to true (`1`, `true`)? */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
