import { fromXstring } from './xml';
import { readXml } from './xml-tree';

/** The shared texts of a file by index. Rich text loses its formats; readings above characters (ruby) are left out. */
export function readStrings(xml: string | null): string[] {
  const texts: string[] = [];
  if (xml === null) return texts;
  let text = '';
  let isText = false;
  let inRuby = false;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inRuby = true;
      else if (name === 't') isText = !inRuby;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') inRuby = false;
      else if (name === 'si') texts.push(fromXstring(text));
    },
  });
  return texts;
}
