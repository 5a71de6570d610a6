import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useLanguage } from '../language';
import * as words from '../messages/operation';

/** One step of the first run: what it is for, whether it is done, and what to do in it. */
export interface Step {
  readonly title: string;
  readonly done: boolean;
  readonly content: ComponentChildren;
}

/**
 * The steps in order. Whether one is done is read from the workbook alone; the first that is to be done opens, and what
 * stood open stays so, for a step that has just been done may still be worked in.
 */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useLanguage();
  const next = steps.findIndex(({ done }) => !done);
  const opened = useRef(new Set<number>()).current.add(next);
  return (
    <section>
      <h2>{t(words.guide(steps.filter(({ done }) => done).length, steps.length))}</h2>
      <ol class="guide">
        {steps.map(({ title, done, content }, at) => (
          <li key={title} class={done ? 'done' : ''}>
            <details open={opened.has(at)}>
              <summary>
                <span class="number-of" aria-hidden="true">
                  {done ? '✓' : at + 1}
                </span>
                <span>{title}</span>
                <span class="unseen">{t(done ? words.stepDone() : words.stepOpen())}</span>
              </summary>
              <div class="step">{content}</div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
