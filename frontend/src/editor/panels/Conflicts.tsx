/** Somebody was faster: mine, theirs and what both began with, side by side, field by field; the map shows all three. */
import { useState } from 'preact/hooks';

import type { Conflict } from '../api/changeset';
import { contentOf, settleOn } from '../core/journal';
import { compare, resolve, type Conflict as FieldConflict, type Side } from '../core/merging';
import { measure } from '../core/measuring';
import type { Content, Geometry } from '../core/space';
import { arrive, nameOf } from '../state/world';
import { areaText, metresText } from '../words/numbers';
import { useDesk } from './context';

export function Conflicts() {
  const { world } = useDesk();
  const [conflict] = world.conflicts.value;
  return conflict ? <OneConflict key={conflict.key} conflict={conflict} /> : null;
}

function OneConflict({ conflict }: { readonly conflict: Conflict }) {
  const { world, saving } = useDesk();
  const { words } = world;
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const mine = contentOf(world.journal.value, conflict.key);
  const theirs = conflict.theirs.content;
  const merge = mine && compare(conflict.base?.content ?? theirs, mine, theirs);
  const settle = (content: Content | null) => {
    arrive(world, settleOn(world.journal.value, conflict.key, conflict.theirs, content));
    world.conflicts.value = world.conflicts.value.slice(1);
  };
  const chosen = merge && resolve(merge, choices);
  const every = (side: Side) =>
    merge && resolve(merge, Object.fromEntries(merge.conflicts.map(({ field }) => [field, side])));
  return (
    <section class="ed-conflict" role="alertdialog" aria-labelledby="ed-conflict-title">
      <h2 id="ed-conflict-title">{words.conflict(nameOf(world, conflict.key), conflict.who)}</h2>
      <p>{words.conflictHint}</p>
      {merge && merge.conflicts.length > 0 && (
        <Fields
          conflicts={merge.conflicts}
          choices={choices}
          onChoose={(field, side) => {
            setChoices({ ...choices, [field]: side });
          }}
        />
      )}
      <div class="ed-save-buttons">
        {chosen && (
          <button
            type="button"
            class="ed-primary"
            onClick={() => {
              settle(chosen);
            }}
          >
            {words.decide}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            settle(merge ? every('mine') : null);
          }}
        >
          {words.allMine}
        </button>
        <button
          type="button"
          onClick={() => {
            settle(theirs);
          }}
        >
          {words.allTheirs}
        </button>
        <button
          type="button"
          onClick={() => {
            settle(merge ? every('mine') : null);
            void saving.save(true);
          }}
        >
          {words.propose}
        </button>
      </div>
    </section>
  );
}

interface FieldsProps {
  readonly conflicts: readonly FieldConflict[];
  readonly choices: Readonly<Record<string, Side>>;
  readonly onChoose: (field: string, side: Side) => void;
}

function Fields({ conflicts, choices, onChoose }: FieldsProps) {
  const { world } = useDesk();
  const { words } = world;
  return (
    <table>
      <thead>
        <tr>
          <th />
          <th>{words.base}</th>
          <th>{words.mine}</th>
          <th>{words.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={conflict.field}>
            <th scope="row">{conflict.field === 'geometry' ? words.shape : conflict.field}</th>
            <td>{shown(conflict.base, world.page.language)}</td>
            {(['mine', 'theirs'] as const).map((side) => (
              <td key={side}>
                <label class="ed-check">
                  <input
                    type="radio"
                    name={`ed-choice-${conflict.field}`}
                    aria-label={`${words[side]}: ${conflict.field === 'geometry' ? words.shape : conflict.field}`}
                    checked={choices[conflict.field] === side}
                    onChange={() => {
                      onChoose(conflict.field, side);
                    }}
                  />
                  {shown(conflict[side], world.page.language)}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value as a person reads it; a shape by its size. */
function shown(value: FieldConflict['mine'], language: 'th' | 'en'): string {
  if (value === undefined || value === null) return '–';
  if (isGeometry(value)) {
    const { area_m2, length_m } = measure(value);
    return area_m2 ? areaText(area_m2, language) : length_m ? metresText(length_m, language) : value.type;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isGeometry(value: NonNullable<FieldConflict['mine']>): value is Geometry {
  return typeof value === 'object' && 'coordinates' in value;
}
