/** The history panel: one space through its versions, what was changed of late, and the map of a day. */
import { useEffect } from 'preact/hooks';

import { useDesk } from '../context';
import { OnDay } from './OnDay';
import { Recent } from './Recent';
import { Timeline } from './Timeline';
import { part, subject, type Part } from './subject';

const PARTS: Readonly<Record<Part, () => preact.JSX.Element | null>> = {
  space: OneSpace,
  recent: Recent,
  day: OnDay,
};

export function History() {
  const { past, rooms } = useDesk().world.words;
  const Shown = PARTS[part.value];
  return (
    <section class="ed-review" aria-labelledby="ed-history-title">
      <h2 id="ed-history-title">{rooms.history}</h2>
      <fieldset class="ed-segments">
        <legend>{past.parts}</legend>
        {(['space', 'recent', 'day'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="ed-history-part"
              checked={part.value === each}
              onChange={() => {
                part.value = each;
              }}
            />
            <span>{past.part[each]}</span>
          </label>
        ))}
      </fieldset>
      <Shown />
    </section>
  );
}

/** The selected space, or the one that was chosen among the changes, which may be deleted. */
function OneSpace() {
  const { world } = useDesk();
  const [selected] = world.selection.value;
  useEffect(() => {
    if (selected) subject.value = selected;
  }, [selected]);
  const key = subject.value;
  return key ? <Timeline key={key} spaceKey={key} /> : <p>{world.words.past.pick}</p>;
}
