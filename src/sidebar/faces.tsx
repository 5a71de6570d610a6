import type { SidebarView } from '../domain/views';
import { useLanguage } from './language';
import { facesLabel, faceWord } from './messages';

/** The faces of the page: one account or my day, all accounts, the configuration, and how it runs. */
export type Face = 'accounts' | 'portfolio' | 'tuning' | 'operation';

/** The faces that are for the person, and the one that opens first. */
export function facesFor({ role, mayTune }: Pick<SidebarView, 'role' | 'mayTune'>): {
  readonly faces: readonly Face[];
  readonly first: Face;
} {
  const faces: readonly Face[] = mayTune
    ? ['accounts', 'portfolio', 'tuning', 'operation']
    : ['accounts', 'portfolio', ...(role === null ? [] : (['tuning'] as const))];
  const first = role === 'ops' ? 'tuning' : role === 'manager' ? 'portfolio' : 'accounts';
  return { faces, first };
}

interface Props {
  readonly faces: readonly Face[];
  readonly face: Face;
  readonly turn: (face: Face) => void;
}

/** The row of faces at the top. */
export function Faces({ faces, face, turn }: Props) {
  const { t } = useLanguage();
  return (
    <nav class="faces" aria-label={t(facesLabel())}>
      {faces.map((one) => (
        <button type="button" key={one} aria-current={one === face ? 'page' : undefined} onClick={() => turn(one)}>
          {t(faceWord(one))}
        </button>
      ))}
    </nav>
  );
}
