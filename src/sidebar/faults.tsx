import type { FaultView } from '../domain/tuning-views';
import { Button } from './button';
import { useLanguage } from './language';
import { goTo } from './messages/tuning';
import { Failed } from './refused';
import { call } from './rpc';
import { useDeed } from './use-call';

/** What is wrong with cells of the configuration, each with a way to the cell. */
export function Faults({ faults }: { readonly faults: readonly FaultView[] }) {
  const { t } = useLanguage();
  return (
    <ul class="moves">
      {faults.map(({ tab, cell, column, value, why }) => (
        <li key={`${tab} ${cell} ${column} ${why.en}`}>
          <p>{t(why)}</p>
          {value && <p class="quiet">{value}</p>}
          <Jump tab={tab} cell={cell} />
        </li>
      ))}
    </ul>
  );
}

/** A button that puts the cursor of the sheet on a cell. */
export function Jump({ tab, cell }: { readonly tab: string; readonly cell: string }) {
  const { t } = useLanguage();
  const deed = useDeed();
  return (
    <>
      <Button
        look="link"
        onClick={() =>
          deed.act(
            () => call('showCell', tab, cell),
            () => undefined,
          )
        }
      >
        {t(goTo(cell ? `${tab}!${cell}` : tab))}
      </Button>
      <Failed of={deed} />
    </>
  );
}
