import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface Props<T> {
  readonly items: readonly T[];
  readonly label: string;
  /** Pixels of a row. */
  readonly height: number;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ComponentChildren;
}

/** Rows that are drawn whole; beyond them only those in view, and a few on either side. */
const WHOLE = 40;
const VIEW = 420;
const SPARE = 6;

/** A list of any length: of a long one only what can be seen is drawn. */
export function List<T>({ items, label, height, keyOf, children }: Props<T>) {
  const [top, setTop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  if (items.length <= WHOLE)
    return (
      <ul class="rows" aria-label={label}>
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    );
  const first = Math.max(0, Math.floor(top / height) - SPARE);
  const last = Math.min(items.length, first + Math.ceil(VIEW / height) + 2 * SPARE);
  const scroll = () => setTop(box.current?.scrollTop ?? 0);
  return (
    <div class="window" ref={box} style={{ height: `${VIEW}px` }} onScroll={scroll}>
      <ul class="rows" aria-label={label} style={{ height: `${items.length * height}px` }}>
        {items.slice(first, last).map((item, at) => (
          <li
            key={keyOf(item)}
            style={{ top: `${(first + at) * height}px`, height: `${height}px` }}
            aria-setsize={items.length}
            aria-posinset={first + at + 1}
          >
            {children(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
