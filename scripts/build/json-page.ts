/** JSON as a page that is never shown: what the script reads only now and then stands there. */
export function jsonPage(value: unknown): string {
  // Neither a closing tag nor a comment may appear, whatever the words are.
  const safe = JSON.stringify(value).replace(/</g, '\\u003c').replace(/\//g, '\\/');
  return `<script type="application/json">${safe}</script>\n`;
}
