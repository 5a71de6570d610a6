import { posix } from 'node:path';
import { XML_HEAD, xmlAttribute, xmlText } from './xml';

/** A part of the file, with what the package says about it. */
export interface Part {
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
  readonly links?: readonly Link[];
}

/** A relationship of a part. The target is a path from the root of the package. */
export interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const LINK = {
  workbook: `${OFFICE}/officeDocument`,
  worksheet: `${OFFICE}/worksheet`,
  styles: `${OFFICE}/styles`,
  sharedStrings: `${OFFICE}/sharedStrings`,
  comments: `${OFFICE}/comments`,
  vml: `${OFFICE}/vmlDrawing`,
  drawing: `${OFFICE}/drawing`,
  chart: `${OFFICE}/chart`,
  customXml: `${OFFICE}/customXml`,
  customXmlProperties: `${OFFICE}/customXmlProps`,
  properties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
} as const;

const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const CONTENT = {
  workbook: `${SHEETML}.sheet.main+xml`,
  worksheet: `${SHEETML}.worksheet+xml`,
  styles: `${SHEETML}.styles+xml`,
  sharedStrings: `${SHEETML}.sharedStrings+xml`,
  comments: `${SHEETML}.comments+xml`,
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  properties: 'application/vnd.openxmlformats-package.core-properties+xml',
  customXml: 'application/xml',
  customXmlProperties: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const;

/** The files of a package: its parts, their relationships, and the list of content types. */
export function packageFiles(parts: readonly Part[], links: readonly Link[]): Record<string, string> {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(parts),
    '_rels/.rels': linksXml('', links),
  };
  for (const part of parts) {
    files[part.path] = part.body;
    if (part.links && part.links.length > 0) files[linksPath(part.path)] = linksXml(part.path, part.links);
  }
  return files;
}

/** Where the relationships of a part stand. */
export function linksPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** The part that names the workbook. */
export function propertiesXml(title: string): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`
  );
}

/** Targets are written relative to the part: some programs do not follow those from the root. */
function linksXml(path: string, links: readonly Link[]): string {
  const items = links.map(({ id, type, target }) => {
    const relative = posix.relative(posix.dirname(`/${path}`), `/${target}`);
    return `<Relationship Id="${id}" Type="${type}" Target="${xmlAttribute(relative)}"/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(parts: readonly Part[]): string {
  const items = parts
    .filter((part) => part.contentType !== CONTENT.vml)
    .map((part) => `<Override PartName="/${part.path}" ContentType="${part.contentType}"/>`);
  return (
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${CONTENT.vml}"/>` +
    `${items.join('')}</Types>`
  );
}
