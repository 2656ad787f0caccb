/** The map as it stood at the end of a day, laid over it to look at as long as this is open. */
import { useEffect, useState } from 'preact/hooks';

import { LoadingFailed, loadCollection } from '../../api/loading';
import { showThen } from '../../map/past';
import type { SpaceKey, Stored } from '../../core/space';
import type { World } from '../../state/world';
import { dayText } from '../compare/values';
import { useDesk } from '../context';

type Shown = { readonly day: string; readonly spaces: ReadonlyMap<SpaceKey, Stored> } | null;

export function OnDay() {
  const { world, canvas } = useDesk();
  const { compare, past } = world.words;
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' }); // as ISO 8601 writes it
  const [day, setDay] = useState(today);
  const [shown, setShown] = useState<Shown>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => (shown ? showThen(canvas, world, shown.spaces) : undefined), [canvas, world, shown]);
  const show = async () => {
    setBusy(true);
    setFault('');
    try {
      setShown({ day, spaces: await spacesOn(world, day) });
    } catch (error) {
      if (!(error instanceof LoadingFailed) && !(error instanceof TypeError)) throw error;
      setFault(
        error instanceof LoadingFailed ? world.words.loadingFailed(error.collection) : compare.offline,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="ed-day"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <p class="ed-hint">{past.dayHint}</p>
      <label>
        {past.dayOf}
        <input
          type="date"
          required
          max={today}
          value={day}
          onInput={({ currentTarget }) => {
            setDay(currentTarget.value);
          }}
        />
      </label>
      <div class="ed-save-buttons">
        <button type="submit" class="ed-primary" disabled={busy}>
          {past.show}
        </button>
        {shown && (
          <button
            type="button"
            onClick={() => {
              setShown(null);
            }}
          >
            {past.backToNow}
          </button>
        )}
      </div>
      {busy && <p role="status">{compare.loading}</p>}
      {fault && (
        <p class="ed-warning" role="alert">
          {fault}
        </p>
      )}
      {shown && (
        <p class="ed-since" role="status">
          {past.asItStood(dayText(shown.day, world.page.language), shown.spaces.size)}
        </p>
      )}
    </form>
  );
}

async function spacesOn(world: World, day: string): Promise<ReadonlyMap<SpaceKey, Stored>> {
  const found = await Promise.all(world.page.collections.map(({ id }) => loadCollection(id, fetch, day)));
  return new Map(found.flatMap((spaces) => [...spaces]));
}
