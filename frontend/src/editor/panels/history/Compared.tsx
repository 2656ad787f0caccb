/** Any two versions of a space: chosen from two lists, their difference in words and on the map. */
import { given, type Kind } from '../../../api/client';
import { partsOf, type SpaceKey } from '../../core/space';
import { useAsked } from '../asking';
import { Differences } from '../compare/Differences';
import { Failed } from '../compare/Failed';
import { useDesk } from '../context';

export interface Pair {
  readonly older: number;
  readonly newer: number;
}

interface ComparedProps {
  readonly spaceKey: SpaceKey;
  /** The versions there are, newest first. */
  readonly numbers: readonly number[];
  readonly pair: Pair | null;
  readonly onPair: (pair: Pair | null) => void;
}

export function Compared({ spaceKey, numbers, pair, onPair }: ComparedProps) {
  const { compare, past } = useDesk().world.words;
  const [newest = 1, second = 1] = numbers;
  const shown = pair ?? { older: second, newer: newest };
  return (
    <section class="ed-compared" aria-label={past.compare}>
      {(['older', 'newer'] as const).map((side) => (
        <label key={side}>
          {past[side]}
          <select
            value={shown[side]}
            onChange={({ currentTarget }) => {
              onPair({ ...shown, [side]: Number(currentTarget.value) });
            }}
          >
            {numbers.map((number) => (
              <option key={number} value={number}>
                {past.version(number)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {pair ? (
        <>
          <Difference spaceKey={spaceKey} pair={pair} />
          <button
            type="button"
            class="ed-plain"
            onClick={() => {
              onPair(null);
            }}
          >
            {past.endCompare}
          </button>
        </>
      ) : (
        <button
          type="button"
          class="ed-plain"
          onClick={() => {
            onPair(shown);
          }}
        >
          {compare.compareThese}
        </button>
      )}
    </section>
  );
}

function Difference({ spaceKey, pair }: { readonly spaceKey: SpaceKey; readonly pair: Pair }) {
  const { compare } = useDesk().world.words;
  const { collection, id } = partsOf(spaceKey);
  const path = { collection: collection as Kind, feature_id: id, ...pair };
  const { asked, again } = useAsked(
    (api) =>
      given(
        api.GET('/collections/{collection}/items/{feature_id}/versions/{older}/diff/{newer}', {
          params: { path },
        }),
      ),
    [spaceKey, pair.older, pair.newer],
  );
  if (asked.kind === 'loading') return <p role="status">{compare.loading}</p>;
  if (asked.kind === 'failed') return <Failed words={asked.words} onAgain={again} />;
  return <Differences changes={[asked.value]} />;
}
