/** The comment and the two ways to save; what the server refused, in its words, each with a way to the space. */
import { faults } from '../core/faults';
import type { Edit } from '../core/journal';
import { mayPublish } from '../core/rights';
import { partsOf } from '../core/space';
import { nameOf, type World } from '../state/world';
import { useDesk } from './context';
import { fieldsFor, labelOf } from './fields';
import { missing } from './schema';

export function SaveBar() {
  const { world, saving } = useDesk();
  const { words } = world;
  const edits = world.edits.value;
  const invalid = edits.filter((edit) => !isFit(world, edit));
  const publishes = mayPublish(world.rights.value, edits);
  const barred = world.sync.value === 'saving' || invalid.length > 0;
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
      {!publishes && (
        <p class="ed-help" id="ed-rights">
          {world.rights.value.propose ? words.saving.proposeOnly : words.saving.mayNothing}
        </p>
      )}
      <div class="ed-save-buttons">
        <button
          type="button"
          class={publishes ? 'ed-primary' : undefined}
          disabled={barred || !publishes}
          aria-describedby={publishes ? undefined : 'ed-rights'}
          onClick={() => void saving.save(false)}
        >
          {words.save}
        </button>
        <button
          type="button"
          class={publishes ? undefined : 'ed-primary'}
          disabled={barred || !world.rights.value.propose}
          onClick={() => void saving.save(true)}
        >
          {words.propose}
        </button>
      </div>
    </div>
  );
}

/** Whether nothing is known to be wrong with an edit: by the server's judgement, else by the browser's preview. */
function isFit(world: World, { key, after }: Edit): boolean {
  if (!after) return true;
  const judged = world.judgements.value.get(key);
  const wrong = judged?.content === after ? judged.faults : faults(after.geometry);
  return !wrong.length && !missing(fieldsFor(world, partsOf(key).collection), after.properties).length;
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
            {key && field && <strong>{labelOf(world, key, field)}:</strong>} {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
