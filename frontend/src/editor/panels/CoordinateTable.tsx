/** The corners as text, ring by ring: the way to draw by keyboard, and to paste WKT, GeoJSON or UTM. */
import { useState } from 'preact/hooks';

import { TextFault, readGeometry, readLines, writeLines } from '../core/coordinate-text';
import { paths } from '../core/grid';
import type { Content, Geometry, LonLat, Rings, SpaceKey } from '../core/space';
import { perform } from '../state/world';
import { useDesk } from './context';

interface Props {
  readonly spaceKey: SpaceKey;
  readonly content: Content;
  readonly disabled: boolean;
}

type System = 'degrees' | 'utm';

export function CoordinateTable({ spaceKey, content, disabled }: Props) {
  const { world } = useDesk();
  const { words } = world;
  const [system, setSystem] = useState<System>('degrees');
  const [fault, setFault] = useState('');
  const take = (read: () => Geometry) => {
    try {
      const geometry = fittingType(content.geometry, read());
      perform(world, words.step.corner, new Map([[spaceKey, { ...content, geometry }]]));
      setFault('');
    } catch (error) {
      if (!(error instanceof TextFault)) throw error;
      setFault(words.textFault[error.code](error.line));
    }
  };
  return (
    <details class="ed-coordinates">
      <summary>{words.coordinates}</summary>
      <label class="ed-check">
        <input
          type="checkbox"
          checked={system === 'utm'}
          onChange={(event) => {
            setSystem(event.currentTarget.checked ? 'utm' : 'degrees');
          }}
        />
        {words.inUtm}
      </label>
      {paths(content.geometry).map((path, n) => (
        <label key={`${n}-${system}`} class="ed-ring">
          {words.ring(n + 1)}
          <textarea
            rows={Math.min(10, path.length)}
            spellcheck={false}
            disabled={disabled}
            value={writeLines(path, isArea(content.geometry), system)}
            onChange={(event) => {
              const text = event.currentTarget.value;
              take(() => replacePath(content.geometry, n, readLines(text)));
            }}
          />
        </label>
      ))}
      <label class="ed-ring">
        {words.paste}
        <textarea
          rows={2}
          spellcheck={false}
          disabled={disabled}
          onChange={(event) => {
            const text = event.currentTarget.value;
            if (text.trim()) take(() => readGeometry(text));
          }}
        />
      </label>
      {fault && (
        <p class="ed-text-fault" role="alert">
          {fault}
        </p>
      )}
    </details>
  );
}

function isArea(geometry: Geometry): boolean {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** The geometry with its n-th list of positions replaced; rings are closed. */
export function replacePath(geometry: Geometry, n: number, places: readonly LonLat[]): Geometry {
  const [first] = places;
  if (!first) return geometry;
  const ring = [...places, first];
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: first };
    case 'LineString':
      return { type: 'LineString', coordinates: places };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.with(n, ring) };
    case 'MultiPolygon': {
      let left = n;
      const parts = geometry.coordinates.map((part): Rings => {
        const at = left;
        left -= part.length;
        return at >= 0 && at < part.length ? part.with(at, ring) : part;
      });
      return { type: 'MultiPolygon', coordinates: parts };
    }
  }
}

/** A pasted geometry as the type that the space has; throws a TextFault where that cannot be. */
function fittingType(old: Geometry, pasted: Geometry): Geometry {
  if (old.type === 'MultiPolygon' && pasted.type === 'Polygon')
    return { type: 'MultiPolygon', coordinates: [pasted.coordinates] };
  if (isArea(old) !== isArea(pasted)) throw new TextFault('wrong-type', 1);
  return pasted;
}
