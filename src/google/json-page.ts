/** What the build put into a page that is never shown. */
export function readJsonPage(file: string): unknown {
  const page = HtmlService.createHtmlOutputFromFile(file).getContent();
  return JSON.parse(page.slice(page.indexOf('>') + 1, page.lastIndexOf('<')));
}
