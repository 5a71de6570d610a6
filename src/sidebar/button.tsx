import type { ComponentChildren, JSX } from 'preact';

type Props = JSX.IntrinsicElements['button'] & {
  /** `primary` is the one thing to do next, `link` stands in a text; nothing for the others. */
  readonly look?: 'primary' | 'link';
  readonly children: ComponentChildren;
};

/** A button that sends no form. */
export function Button({ look, ...rest }: Props) {
  return <button type="button" class={look === 'link' ? look : `button ${look ?? ''}`} {...rest} />;
}
