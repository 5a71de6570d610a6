import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly change: (value: number) => void;
}

/** A weight or a bound as a slider, and as a number beside it for those who know which. */
export function Weight({ label, value, most, step, change }: Props) {
  const id = useId();
  const put = (next: number) => {
    if (Number.isFinite(next) && next >= 0) change(next);
  };
  return (
    <span class="weight">
      <input
        type="range"
        id={id}
        min={0}
        max={Math.max(most, value)}
        step={step}
        value={value}
        aria-label={label}
        onInput={(event) => put(event.currentTarget.valueAsNumber)}
      />
      <input
        type="number"
        min={0}
        step="any"
        value={value}
        aria-label={label}
        onChange={(event) => put(event.currentTarget.valueAsNumber)}
      />
    </span>
  );
}
