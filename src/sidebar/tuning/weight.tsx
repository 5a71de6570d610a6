import { useId } from 'preact/hooks';
import { useLanguage } from '../language';
import * as words from '../messages/tuning';

interface Props {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly change: (value: number) => void;
}

/** A weight as a slider, and as a number beside it for those who know which. */
export function Weight({ name, value, most, step, change }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const label = t(words.weightOf(name));
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
