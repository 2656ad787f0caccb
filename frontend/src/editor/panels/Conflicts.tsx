/** Somebody was faster: mine, theirs and what both began with, side by side, field by field; the map shows all three. */
import { useState } from 'preact/hooks';

import type { Conflict } from '../api/changeset';
import { contentOf, settleOn } from '../core/journal';
import { compare, resolve, theirOwn, type Conflict as FieldConflict, type Side } from '../core/merging';
import { partsOf, same, type Content, type SpaceKey } from '../core/space';
import { arrive, nameOf } from '../state/world';
import { freshKey } from '../tools/draw';
import { valueText } from '../words/values';
import { useDesk } from './context';
import { fieldsFor, labelOf } from './fields';

export function Conflicts() {
  const { world } = useDesk();
  const [conflict] = world.conflicts.value;
  if (!conflict) return null;
  return conflict.theirs ? (
    <Changed key={conflict.key} conflict={conflict} theirs={conflict.theirs.content} />
  ) : (
    <Gone key={conflict.key} spaceKey={conflict.key} />
  );
}

/** The space is no more: it stays so, or mine becomes a new one. */
function Gone({ spaceKey }: { readonly spaceKey: SpaceKey }) {
  const { world } = useDesk();
  const { words } = world;
  const mine = contentOf(world.journal.value, spaceKey);
  const leave = (notice: string) => {
    arrive(world, settleOn(world.journal.value, spaceKey, null, null), notice);
    world.conflicts.value = world.conflicts.value.slice(1);
  };
  return (
    <section class="ed-conflict" role="alertdialog" aria-labelledby="ed-conflict-title">
      <h2 id="ed-conflict-title">{words.saving.goneTitle(nameOf(world, spaceKey))}</h2>
      <p>{words.saving.goneHint}</p>
      <div class="ed-save-buttons">
        {mine && (
          <button
            type="button"
            class="ed-primary"
            onClick={() => {
              const key = freshKey(world, partsOf(spaceKey).collection);
              leave(words.saving.keptAsNew);
              arrive(world, settleOn(world.journal.value, key, null, mine));
              world.selection.value = [key];
            }}
          >
            {words.saving.keepAsNew}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            leave('');
          }}
        >
          {words.saving.acceptGone}
        </button>
      </div>
    </section>
  );
}

function Changed({ conflict, theirs }: { readonly conflict: Conflict; readonly theirs: Content }) {
  const { world, saving } = useDesk();
  const { words } = world;
  const { key } = conflict;
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const mine = contentOf(world.journal.value, key);
  const base = conflict.base?.content ?? theirs;
  const merge = mine && compare(base, mine, theirs);
  const settle = (content: Content | null) => {
    arrive(world, settleOn(world.journal.value, key, conflict.theirs, content), words.saving.settled);
    world.conflicts.value = world.conflicts.value.slice(1);
  };
  const chosen = merge && resolve(merge, choices);
  const onTop =
    merge && resolve(merge, Object.fromEntries(merge.conflicts.map(({ field }) => [field, 'mine'])));
  const alsoTheirs = mine ? theirOwn(base, mine, theirs) : [];
  return (
    <section class="ed-conflict" role="alertdialog" aria-labelledby="ed-conflict-title">
      <h2 id="ed-conflict-title">{words.conflict(nameOf(world, key), conflict.who)}</h2>
      <p>{mine ? words.conflictHint : words.saving.youDelete}</p>
      {merge && merge.conflicts.length > 0 && (
        <Fields
          spaceKey={key}
          conflicts={merge.conflicts}
          choices={choices}
          onChoose={(field, side) => {
            setChoices({ ...choices, [field]: side });
          }}
        />
      )}
      {alsoTheirs.length > 0 && (
        <p>{words.saving.theyChanged(alsoTheirs.map((field) => labelOf(world, key, field)).join(', '))}</p>
      )}
      <div class="ed-save-buttons">
        {chosen && (
          <Way
            primary
            words={words.decide}
            go={() => {
              settle(chosen);
            }}
          />
        )}
        <Way
          words={mine ? words.allMine : words.saving.deleteAnyway}
          go={() => {
            settle(onTop);
          }}
        />
        {mine && !same(mine, onTop) && (
          <Way
            words={words.saving.allMineOnly}
            go={() => {
              settle(mine);
            }}
          />
        )}
        <Way
          words={words.allTheirs}
          go={() => {
            settle(theirs);
          }}
        />
        <Way
          words={words.propose}
          go={() => {
            settle(onTop);
            void saving.save(true, new Set([key]));
          }}
        />
      </div>
    </section>
  );
}

interface WayProps {
  readonly words: string;
  readonly primary?: boolean;
  readonly go: () => void;
}

function Way({ words, primary = false, go }: WayProps) {
  return (
    <button type="button" class={primary ? 'ed-primary' : undefined} onClick={go}>
      {words}
    </button>
  );
}

interface FieldsProps {
  readonly spaceKey: SpaceKey;
  readonly conflicts: readonly FieldConflict[];
  readonly choices: Readonly<Record<string, Side>>;
  readonly onChoose: (field: string, side: Side) => void;
}

function Fields({ spaceKey, conflicts, choices, onChoose }: FieldsProps) {
  const { world } = useDesk();
  const { words } = world;
  const fields = fieldsFor(world, partsOf(spaceKey).collection);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.saving.field}</th>
          <th scope="col" class="ed-line-base">
            {words.base}
          </th>
          <th scope="col" class="ed-line-mine">
            {words.mine}
          </th>
          <th scope="col" class="ed-line-theirs">
            {words.theirs}
          </th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => {
          const known = fields.find(({ name }) => name === conflict.field);
          const label = labelOf(world, spaceKey, conflict.field);
          return (
            <tr key={conflict.field}>
              <th scope="row">{label}</th>
              <td>{valueText(world, known, conflict.base)}</td>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <label class="ed-check">
                    <input
                      type="radio"
                      name={`ed-choice-${conflict.field}`}
                      aria-label={`${words[side]}: ${label}`}
                      checked={choices[conflict.field] === side}
                      onChange={() => {
                        onChoose(conflict.field, side);
                      }}
                    />
                    {valueText(world, known, conflict[side])}
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
