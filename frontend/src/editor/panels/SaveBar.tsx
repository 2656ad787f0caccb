/** The comment and the two ways to save; what the server refused, in its words, each with a way to the space. */
import { faults } from '../core/faults';
import { nameOf } from '../state/world';
import { useDesk } from './context';

export function SaveBar() {
  const { world, saving } = useDesk();
  const { words } = world;
  const invalid = world.edits.value.filter((edit) => edit.after && faults(edit.after.geometry).length > 0);
  const busy = world.sync.value === 'saving';
  const save = (propose: boolean) => () => {
    void saving.save(propose);
  };
  return (
    <div class="ed-save">
      <label>
        {words.comment}
        <textarea
          rows={2}
          maxLength={500}
          value={world.comment.value}
          onInput={(event) => {
            world.comment.value = event.currentTarget.value;
          }}
        />
      </label>
      {invalid.length > 0 && (
        <p class="ed-text-fault" role="alert">
          {words.invalid(invalid.map((edit) => nameOf(world, edit.key)).join(', '))}
        </p>
      )}
      <Refusals />
      <div class="ed-save-buttons">
        <button type="button" class="ed-primary" disabled={busy || invalid.length > 0} onClick={save(false)}>
          {words.save}
        </button>
        <button type="button" disabled={busy || invalid.length > 0} onClick={save(true)}>
          {words.propose}
        </button>
      </div>
    </div>
  );
}

function Refusals() {
  const { world, canvas } = useDesk();
  if (!world.refusals.value.length) return null;
  return (
    <div class="ed-text-fault" role="alert">
      <strong>{world.words.refused}</strong>
      <ul>
        {world.refusals.value.map(({ key, field, words }, n) => (
          <li key={n}>
            {key && (
              <button
                type="button"
                class="ed-quiet"
                onClick={() => {
                  world.selection.value = [key];
                  canvas.zoomToSpaces([key]);
                }}
              >
                {nameOf(world, key)}
              </button>
            )}{' '}
            {field && <code>{field}</code>} {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
