import { useLanguage } from './language';
import { loading } from './messages';

/** The page before the first answer: the shape of what comes, so that nothing jumps. */
export function Opening() {
  const { t } = useLanguage();
  return (
    <main class="opening" aria-busy="true">
      <p class="unseen" role="status">
        {t(loading())}
      </p>
      <i class="blank name" />
      <i class="blank score" />
      <i class="blank" />
      <i class="blank" />
      <i class="blank short" />
    </main>
  );
}
