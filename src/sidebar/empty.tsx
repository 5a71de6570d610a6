import type { Text } from '../domain/text';
import { Button } from './button';
import { useLanguage } from './language';
import { firstSteps } from './messages';

/** What stands in place of a view that has nothing to show: what is missing, and why. */
export interface Lack {
  readonly title: Text;
  readonly why: Text;
}

/** A view with nothing to show, and the way to the first steps for those who may take them. */
export function Empty({ lack, steps }: { readonly lack: Lack; readonly steps: (() => void) | null }) {
  const { t } = useLanguage();
  return (
    <section class="first">
      <h1>{t(lack.title)}</h1>
      <p class="note">{t(lack.why)}</p>
      {steps && (
        <Button look="primary" onClick={steps}>
          {t(firstSteps())}
        </Button>
      )}
    </section>
  );
}
