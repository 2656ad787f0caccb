/** What would be saved: each change with its name, what differs, a way to look at it and a way to take it back. */
import { useState } from 'preact/hooks';

import { differences } from '../core/differences';
import type { Edit } from '../core/journal';
import { revert } from '../core/journal';
import { arrive, nameOf } from '../state/world';
import { partsOf } from '../core/space';
import { valueText } from '../words/values';
import { SaveBar } from './SaveBar';
import { useDesk } from './context';
import { fieldsFor, labelOf } from './fields';

export function ChangeList() {
  const { world } = useDesk();
  const { words } = world;
  const edits = world.edits.value;
  return (
    <section class="ed-changes" aria-labelledby="ed-changes-title">
      <h2 id="ed-changes-title">
        {words.changes} <span class="ed-count">{edits.length}</span>
      </h2>
      {world.queue.value.length > 0 && world.sync.value !== 'saving' && (
        <p class="ed-queue" role="status">
          {words.saving.queued(world.queue.value.length)}
        </p>
      )}
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
  const [open, setOpen] = useState(false);
  const name = nameOf(world, edit.key);
  return (
    <li class={`ed-change ed-change-${edit.action}`}>
      <div class="ed-change-line">
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
      </div>
      {edit.after && (
        <details
          class="ed-examples"
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
          }}
        >
          <summary>{words.saving.details}</summary>
          {open && <Differences edit={edit} />}
        </details>
      )}
    </li>
  );
}

function Differences({ edit }: { readonly edit: Edit }) {
  const { world } = useDesk();
  const { words } = world;
  const fields = fieldsFor(world, partsOf(edit.key).collection);
  return (
    <table class="ed-change-fields">
      <thead>
        <tr>
          <th scope="col">{words.saving.field}</th>
          <th scope="col">{words.saving.before}</th>
          <th scope="col">{words.saving.after}</th>
        </tr>
      </thead>
      <tbody>
        {differences(edit).map(({ field, before, after }) => {
          const known = fields.find(({ name }) => name === field);
          return (
            <tr key={field}>
              <th scope="row">{labelOf(world, edit.key, field)}</th>
              <td>{valueText(world, known, before)}</td>
              <td>{valueText(world, known, after)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
