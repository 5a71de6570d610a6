import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { leadsToCell } from '../links';
import type { Line } from './columns';

/** What the renderer of a column is told beside the cell. */
export interface LinkParams {
  /** Hears of links to cells; others open beside the preview. */
  readonly follow: (link: string) => void;
}

/** Whether a link is drawn as one: it leads to a cell or to a web address; anything else stays text. */
export function canFollow(link: string | undefined): link is string {
  return link !== undefined && (leadsToCell(link) || /^https?:\/\//.test(link));
}

/** A cell that carries a link. Its element stays when the cell is drawn again: a press selects the cell, and the click that ends it follows. */
export class LinkCell implements ICellRendererComp<Line> {
  private readonly anchor = document.createElement('a');
  private link = '';

  init({ follow, ...params }: ICellRendererParams<Line> & LinkParams): void {
    // The keyboard stands on the cell; Enter follows.
    this.anchor.tabIndex = -1;
    this.anchor.addEventListener('click', (event) => {
      if (!leadsToCell(this.link)) return;
      event.preventDefault();
      follow(this.link);
    });
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.anchor;
  }

  refresh({ data, value, column }: ICellRendererParams<Line>): boolean {
    this.link = data?.cells[Number(column?.getColId())]?.[3] ?? '';
    this.anchor.textContent = String(value);
    this.anchor.href = this.link;
    this.anchor.target = leadsToCell(this.link) ? '' : '_blank';
    this.anchor.rel = 'noreferrer';
    return true;
  }
}
