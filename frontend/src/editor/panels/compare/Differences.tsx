/** Changes of spaces: each with its fields, and all their shapes on the map while this is open. */
import { useEffect, useState } from 'preact/hooks';

import { keyOf } from '../../core/space';
import { showDifferences, type GeometryDifference, type Shown } from '../../map/difference';
import { titleOf } from './titles';
import { areaText, metresText } from '../../words/numbers';
import { useDesk } from '../context';
import { sizesOf } from './areas';
import { Fields, type Pairs } from './Fields';

export interface Changed {
  readonly collection: string;
  readonly id: string;
  readonly attributes?: Pairs;
  readonly geometry?: GeometryDifference | null;
}

export function Differences({ changes }: { readonly changes: readonly Changed[] }) {
  const { world } = useDesk();
  const { words } = world;
  const named = changes.length > 1;
  const nothing = changes.every(
    ({ geometry, attributes = {} }) => !geometry && !Object.keys(attributes).length,
  );
  return (
    <div class="ed-differences">
      <Shapes changes={changes} />
      {changes.map(({ collection, id, attributes = {} }) => (
        <div key={keyOf(collection, id)}>
          {named && <h4>{titleOf(world, keyOf(collection, id))}</h4>}
          <Fields collection={collection} pairs={attributes} />
        </div>
      ))}
      {nothing && <p>{words.compare.noDifference}</p>}
    </div>
  );
}

/** The shapes on the map as long as this stands, and what they come to; nothing where no shape changed. */
export function Shapes({ changes }: { readonly changes: readonly Changed[] }) {
  const shapes = changes.flatMap(({ geometry }) => geometry ?? []);
  return shapes.length ? <OnTheMap changes={changes} shapes={shapes} /> : null;
}

interface OnTheMapProps {
  readonly changes: readonly Changed[];
  readonly shapes: readonly GeometryDifference[];
}

function OnTheMap({ changes, shapes }: OnTheMapProps) {
  const { world, canvas } = useDesk();
  const { compare } = world.words;
  const [shown, setShown] = useState<Shown | null>(null);
  const [bySide, setBySide] = useState(false);
  const about = JSON.stringify(changes.map(({ collection, id, geometry }) => [collection, id, geometry]));
  useEffect(() => {
    const drawn = showDifferences(
      canvas,
      changes.map(({ collection, id, geometry = null }) => ({ key: keyOf(collection, id), parts: geometry })),
      compare,
    );
    setShown(drawn);
    return drawn.stop;
  }, [canvas, about]);
  useEffect(() => {
    shown?.side(bySide);
  }, [shown, bySide]);
  return (
    <section class="ed-shapes" aria-label={compare.shape}>
      <Legend shapes={shapes} bySide={bySide} />
      <label class="ed-check">
        <input
          type="checkbox"
          checked={bySide}
          onChange={({ currentTarget }) => {
            setBySide(currentTarget.checked);
          }}
        />
        {compare.bySide}
      </label>
    </section>
  );
}

function Legend({
  shapes,
  bySide,
}: {
  readonly shapes: readonly GeometryDifference[];
  readonly bySide: boolean;
}) {
  const { page, words } = useDesk().world;
  const { compare } = words;
  const sizes = sizesOf(shapes);
  const area = (m2: number) => areaText(m2, page.language);
  const grown = sizes.grown_m2 === null ? null : Math.round(sizes.grown_m2);
  return (
    <ul class="ed-legend">
      <li>
        <i class="ed-key ed-key-before" /> {compare.before}
      </li>
      <li>
        <i class="ed-key ed-key-after" /> {compare.after}
      </li>
      {!bySide && sizes.added_m2 !== null && (
        <li>
          <i class="ed-key ed-key-added" /> {compare.added}: {area(sizes.added_m2)}
        </li>
      )}
      {!bySide && sizes.removed_m2 !== null && (
        <li>
          <i class="ed-key ed-key-removed" /> {compare.removed}: {area(sizes.removed_m2)}
        </li>
      )}
      {grown !== null && (
        <li>
          {grown > 0
            ? compare.grew(area(grown))
            : grown < 0
              ? compare.shrank(area(-grown))
              : compare.sameSize}
        </li>
      )}
      {sizes.moved_m !== null && sizes.moved_m >= 0.05 && (
        <li>{compare.moved(metresText(sizes.moved_m, page.language))}</li>
      )}
    </ul>
  );
}
