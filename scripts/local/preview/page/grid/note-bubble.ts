import type { ITooltipComp, ITooltipParams } from 'ag-grid-community';

/** The note of the cell under the pointer, shown as a sheet does. */
export class NoteBubble implements ITooltipComp {
  private readonly bubble = document.createElement('div');

  init({ value }: ITooltipParams): void {
    this.bubble.className = 'note';
    this.bubble.setAttribute('role', 'tooltip');
    this.bubble.textContent = String(value ?? '');
  }

  getGui(): HTMLElement {
    return this.bubble;
  }
}
