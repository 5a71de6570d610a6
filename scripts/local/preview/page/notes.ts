/** Shows the note of the cell under the pointer, as a sheet does. */
export function hoverNotes(grid: HTMLElement): void {
  const bubble = document.createElement('div');
  bubble.className = 'note';
  bubble.setAttribute('role', 'tooltip');
  bubble.hidden = true;
  document.body.append(bubble);
  grid.addEventListener('mouseover', ({ target }) => {
    const cell = (target as HTMLElement).closest<HTMLElement>('[data-note]');
    bubble.hidden = !cell;
    if (!cell) return;
    bubble.textContent = cell.dataset.note ?? '';
    const { right, top, left } = cell.getBoundingClientRect();
    const fits = right + bubble.offsetWidth + 12 < window.innerWidth;
    bubble.style.left = `${fits ? right + 6 : Math.max(6, left - bubble.offsetWidth - 6)}px`;
    bubble.style.top = `${top}px`;
  });
  grid.addEventListener('mouseleave', () => {
    bubble.hidden = true;
  });
}
