import { createBlob } from './blob';
import type { CoreHost } from './core-host';
import { createEnum } from './enums';
import { LATENCY } from './latency';
import type { Project } from './project';

/** `HtmlService`. Pages are served as they are; a template works only while it holds no scriptlet. */
export function createHtmlService(host: CoreHost, project: Project): object {
  const read = (call: string, name: unknown): string => {
    host.charge(call, LATENCY.htmlFile.ms);
    return project.html(String(name)) ?? host.fail(`No HTML file named ${String(name)} was found.`);
  };
  return host.strict('HtmlService', {
    SandboxMode: createEnum(host, 'HtmlService.SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']),
    XFrameOptionsMode: createEnum(host, 'HtmlService.XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
    createHtmlOutput: (html: unknown = '') => createHtmlOutput(host, textOf(html)),
    createHtmlOutputFromFile: (name: unknown) =>
      createHtmlOutput(host, read('HtmlService.createHtmlOutputFromFile', name)),
    createTemplate: (html: unknown) => createTemplate(host, textOf(html)),
    createTemplateFromFile: (name: unknown) => createTemplate(host, read('HtmlService.createTemplateFromFile', name)),
  });
}

function textOf(html: unknown): string {
  const blob = html as { getDataAsString?: () => string };
  return typeof html === 'object' && html !== null && blob.getDataAsString ? blob.getDataAsString() : String(html);
}

function createTemplate(host: CoreHost, source: string): object {
  return host.strict('HtmlTemplate', {
    evaluate() {
      if (source.includes('<?')) throw new host.realm.Error('not implemented: HtmlTemplate.evaluate with scriptlets');
      return createHtmlOutput(host, source);
    },
    getRawContent: () => source,
  });
}

/** A page. Its width changes nothing in a sidebar, which is 300 pixels wide (Apps Script guide, dialogs and sidebars). */
function createHtmlOutput(host: CoreHost, html: string): object {
  let content = html;
  let title = '';
  let width: number | null = null;
  let height: number | null = null;
  const tags: { name: string; content: string }[] = [];
  const output: object = host.strict('HtmlOutput', {
    append(text: unknown) {
      content += String(text);
      return output;
    },
    appendUntrusted(text: unknown) {
      content += String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
      return output;
    },
    clear() {
      content = '';
      return output;
    },
    setContent(text: unknown) {
      content = String(text);
      return output;
    },
    getContent: () => content,
    getBlob: () => createBlob(host, Buffer.from(content), 'text/html', null),
    setTitle(text: unknown) {
      title = String(text);
      return output;
    },
    getTitle: () => title,
    setWidth(pixels: number) {
      width = pixels;
      return output;
    },
    getWidth: () => width,
    setHeight(pixels: number) {
      height = pixels;
      return output;
    },
    getHeight: () => height,
    addMetaTag(name: unknown, text: unknown) {
      tags.push({ name: String(name), content: String(text) });
      return output;
    },
    getMetaTags: () =>
      host
        .into(tags)
        .map((tag) => host.strict('HtmlOutputMetaTag', { getName: () => tag.name, getContent: () => tag.content })),
    setSandboxMode: () => output,
    setXFrameOptionsMode: () => output,
  });
  return output;
}
