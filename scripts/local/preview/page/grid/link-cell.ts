import type { ICellRendererParams } from 'ag-grid-community';
import { leadsToCell } from '../links';
import type { Line } from './columns';

/** Whether a link is drawn as one: it leads to a cell or to a web address; anything else stays text. */
export function canFollow(link: string | undefined): link is string {
  return link !== undefined && (leadsToCell(link) || /^https?:\/\//.test(link));
}

/** Draws the cells of a column that carry a link. `follow` hears of links to cells; others open beside the preview. */
export function linkCells(
  column: number,
  follow: (link: string) => void,
): (params: ICellRendererParams<Line>) => HTMLElement {
  return ({ data, value }) => {
    const link = data?.cells[column]?.[3] ?? '';
    const anchor = document.createElement('a');
    anchor.textContent = String(value);
    anchor.href = link;
    // The keyboard stands on the cell; Enter follows.
    anchor.tabIndex = -1;
    if (leadsToCell(link)) {
      anchor.addEventListener('click', (event) => {
        event.preventDefault();
        follow(link);
      });
    } else {
      anchor.target = '_blank';
      anchor.rel = 'noreferrer';
    }
    return anchor;
  };
}
