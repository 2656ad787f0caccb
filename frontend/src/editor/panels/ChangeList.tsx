/** What would be saved: each change with its name, a way to look at it and a way to take it back. */
import type { Edit } from '../core/journal';
import { revert } from '../core/journal';
import { partsOf } from '../core/space';
import { arrive, nameOf } from '../state/world';
import { SaveBar } from './SaveBar';
import { useDesk } from './context';

export function ChangeList() {
  const { world } = useDesk();
  const { words } = world;
  const edits = world.edits.value;
  return (
    <section class="ed-changes" aria-labelledby="ed-changes-title">
      <h2 id="ed-changes-title">
        {words.changes} <span class="ed-count">{edits.length}</span>
      </h2>
      {edits.length ? (
        <ul>
          {edits.map((edit) => (
            <Change key={edit.key} edit={edit} />
          ))}
        </ul>
      ) : (
        <p>{words.noChanges}</p>
      )}
      {edits.length > 0 && <SaveBar />}
    </section>
  );
}

function Change({ edit }: { readonly edit: Edit }) {
  const { world, canvas } = useDesk();
  const { words } = world;
  const name = titleOf(edit) ?? nameOf(world, edit.key);
  return (
    <li class={`ed-change ed-change-${edit.action}`}>
      <button
        type="button"
        class="ed-change-name"
        disabled={!edit.after}
        onClick={() => {
          world.selection.value = [edit.key];
          canvas.zoomToSpaces([edit.key]);
        }}
      >
        {name}
      </button>
      <span class="ed-change-action">{words.action[edit.action]}</span>
      <button
        type="button"
        class="ed-quiet"
        aria-label={words.takeBack(name)}
        title={words.takeBack(name)}
        onClick={() => {
          arrive(world, revert(world.journal.value, words.step.revert, edit.key));
        }}
      >
        ↶
      </button>
    </li>
  );
}

/** A deleted space has its name only in what was before. */
function titleOf({ key, after, before }: Edit): string | null {
  if (after) return null;
  const name = before?.properties.name_th;
  return typeof name === 'string' && name ? name : partsOf(key).id;
}
