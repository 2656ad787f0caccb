/** Unsaved work of a window that is no more: taken up again, or thrown away by choice. */
import type { Keeping } from '../drafts/keeping';
import { useDesk } from './context';

export function LeftOver({ keeping }: { readonly keeping: Keeping }) {
  const { world } = useDesk();
  const { words, page } = world;
  if (!keeping.left.value.length) return null;
  const when = new Intl.DateTimeFormat(page.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="ed-left" role="status">
      <ul>
        {keeping.left.value.map((draft) => (
          <li key={draft.tab}>
            <span>{words.leftOver(draft.journal.changed.size, when.format(draft.keptAt))}</span>
            <button
              type="button"
              onClick={() => {
                keeping.takeUp(draft);
              }}
            >
              {words.takeUp}
            </button>
            <button
              type="button"
              class="ed-quiet"
              onClick={() => {
                keeping.throwAway(draft);
              }}
            >
              {words.throwAway}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
