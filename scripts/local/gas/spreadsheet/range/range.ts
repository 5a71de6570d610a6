import type { Context } from '../context';
import { type Group, makeLazyFace } from '../lazy-face';
import { annotationMethods } from './annotations';
import { arrangementMethods } from './arrangement';
import { formatGroups } from './formats';
import { positionMethods } from './position';
import { richTextMethods } from './rich-texts';
import type { RangeTarget } from './target';
import { valueMethods } from './values';

/** The face of a rectangle of cells. Source: Apps Script reference, Range. */
export function makeRange(context: Context, target: RangeTarget): object {
  const groups: Group[] = [
    (self) => positionMethods(context, target, self),
    (self) => valueMethods(context, target, self),
    (self) => richTextMethods(context, target, self),
    (self) => annotationMethods(context, target, self),
    (self) => arrangementMethods(context, target, self),
    ...formatGroups(context, target),
  ];
  return makeLazyFace(context, 'Range', groups, target);
}
