import type { Keepsake } from './keepsake';
import { CONTENT, LINK, type Part } from './package-parts';
import { XML_HEAD } from './xml';
import { xmlTree } from './xml-tree';

const NAMESPACE = 'urn:kenshin:workbook';
const ITEM = 'customXml/item1.xml';
const PROPERTIES = 'customXml/itemProps1.xml';

/** The keepsake as custom XML, the one kind of part that Excel hands on when it saves a file. */
export function keepsakeParts(keepsake: Keepsake): Part[] {
  // Whatever XML cannot hold is written as a JSON escape.
  const json = JSON.stringify(keepsake).replace(
    /[<>&\p{Cc}\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    {
      path: ITEM,
      contentType: CONTENT.customXml,
      body: `${XML_HEAD}<workbook xmlns="${NAMESPACE}">${json}</workbook>`,
      links: [{ id: 'rId1', type: LINK.customXmlProperties, target: PROPERTIES }],
    },
    {
      path: PROPERTIES,
      contentType: CONTENT.customXmlProperties,
      body:
        `${XML_HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ` +
        `ds:itemID="{6B656E73-6869-4E00-8000-000000000001}"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    },
  ];
}

/** The keepsake among the parts of a file (path to text); null where there is none that can be read. */
export function readKeepsake(parts: ReadonlyMap<string, string>): Keepsake | null {
  for (const [path, text] of parts) {
    if (!/^customXml\/item\d+\.xml$/.test(path) || !text.includes(NAMESPACE)) continue;
    try {
      const kept = JSON.parse(xmlTree(text).text) as Keepsake;
      if (kept.version === 1) return kept;
    } catch {
      // Somebody else's part, or one torn on its way: the file is then read as any other.
    }
  }
  return null;
}

/** Is the part the keepsake, or about it? Those are left out of the digest. */
export function isKeepsakePart(path: string): boolean {
  return path.startsWith('customXml/');
}
