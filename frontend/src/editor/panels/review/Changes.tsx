/** The changes of a proposal, each with its state; all their shapes on the map, or those of one. */
import { useState } from 'preact/hooks';

import { keyOf } from '../../core/space';
import { Shapes } from '../compare/Differences';
import { Fields, useReading } from '../compare/Fields';
import { labelsOf } from '../compare/labels';
import { fieldText, valueText } from '../compare/values';
import { useDesk } from '../context';
import type { Choices } from './OneProposal';
import type { Proposal } from './queue';

type Change = Proposal['changes'][number];

interface ChangesProps {
  readonly proposal: Proposal;
  readonly chosen: Choices;
  readonly onChoose: (chosen: Choices) => void;
}

export function Changes({ proposal: { changes }, chosen, onChoose }: ChangesProps) {
  const { review } = useDesk().world.words;
  const [only, setOnly] = useState<number | null>(null);
  const choose = (index: number, field: string, side: 'mine' | 'theirs') => {
    onChoose({ ...chosen, [index]: { ...chosen[index], [field]: side } });
  };
  return (
    <>
      <Shapes changes={only === null ? changes : changes.slice(only, only + 1)} />
      <ol class="ed-proposed">
        {changes.map((change, index) => (
          <li key={keyOf(change.collection, change.id)}>
            <OneChange change={change} />
            {changes.length > 1 && change.geometry && (
              <button
                type="button"
                class="ed-plain"
                aria-pressed={only === index}
                onClick={() => {
                  setOnly(only === index ? null : index);
                }}
              >
                {only === index ? review.all : review.onlyThis}
              </button>
            )}
            {change.conflicts.length > 0 && (
              <Conflicts
                change={change}
                chosen={chosen[index] ?? {}}
                onChoose={(field, side) => {
                  choose(index, field, side);
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function OneChange({ change }: { readonly change: Change }) {
  const { world, canvas } = useDesk();
  const { compare, review } = world.words;
  const key = keyOf(change.collection, change.id);
  const { th, en } = change.name ?? {};
  const name = (world.page.language === 'th' ? (th ?? en) : (en ?? th)) ?? change.id;
  const kind = world.page.collections.find(({ id }) => id === change.collection)?.title;
  return (
    <>
      <h3>
        <span class={`ed-act ed-act-${change.action}`}>{compare.action[change.action]}</span>{' '}
        {change.action === 'create' ? (
          name
        ) : (
          <button
            type="button"
            class="ed-link"
            onClick={() => {
              world.selection.value = [key];
              canvas.zoomToSpaces([key]);
            }}
          >
            {name}
          </button>
        )}{' '}
        <small>{kind}</small>
      </h3>
      <Fields collection={change.collection} pairs={change.attributes} />
      {change.gone && <p class="ed-warning">{review.gone}</p>}
      {change.stale && !change.gone && change.base_version !== null && (
        <p class="ed-warning">{review.stale(change.base_version, change.current_version ?? 0)}</p>
      )}
    </>
  );
}

interface ConflictsProps {
  readonly change: Change;
  readonly chosen: Readonly<Record<string, 'mine' | 'theirs'>>;
  readonly onChoose: (field: string, side: 'mine' | 'theirs') => void;
}

function Conflicts({ change, chosen, onChoose }: ConflictsProps) {
  const { compare, review } = useDesk().world.words;
  const reading = useReading(change.collection);
  const labels = labelsOf(useDesk().world, change.collection);
  const text = (field: string, value: unknown) =>
    field === 'geometry' ? '' : `: ${valueText(field, value, reading)}`;
  return (
    <div class="ed-both">
      <p>{review.conflicts}</p>
      {change.conflicts.map((conflict) => {
        const field = fieldText(conflict.field, labels, compare.shape);
        return (
          <fieldset key={conflict.field}>
            <legend>{review.conflict(field)}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label class="ed-check" key={side}>
                <input
                  type="radio"
                  name={`ed-both-${change.id}-${conflict.field}`}
                  checked={chosen[conflict.field] === side}
                  onChange={() => {
                    onChoose(conflict.field, side);
                  }}
                />
                <span>
                  {review[side]}
                  {text(conflict.field, conflict[side])}
                </span>
              </label>
            ))}
            {conflict.field !== 'geometry' && (
              <p class="ed-hint">
                {review.base}
                {text(conflict.field, conflict.base)}
              </p>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
