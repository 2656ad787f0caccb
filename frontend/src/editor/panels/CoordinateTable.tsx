/** The corners as text, ring by ring: the way to draw by keyboard, and to paste WKT, GeoJSON or UTM. */
import { useRef, useState } from 'preact/hooks';

import { TextFault, readGeometry, readLines, writeLines } from '../core/coordinate-text';
import { paths } from '../core/grid';
import { besideLine, withoutLine } from '../core/lines';
import type { Content, Geometry, LonLat, Ring, Rings, SpaceKey } from '../core/space';
import { perform } from '../state/world';
import { editRing } from '../tools/ring';
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
  const attempt = (act: () => void) => {
    try {
      act();
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
        <RingText
          key={`${n}-${system}`}
          n={n}
          path={path}
          geometry={content.geometry}
          system={system}
          disabled={disabled}
          onText={(text, label) => {
            attempt(() => {
              const places = readLines(text);
              editRing(
                world,
                { key: spaceKey, n, places, geometry: replacePath(content.geometry, n, places) },
                label,
              );
            });
          }}
        />
      ))}
      <label class="ed-ring">
        {words.paste}
        <textarea
          rows={2}
          spellcheck={false}
          disabled={disabled}
          onChange={(event) => {
            const text = event.currentTarget.value;
            if (!text.trim()) return;
            attempt(() => {
              const geometry = fittingType(content.geometry, readGeometry(text));
              perform(world, words.step.corner, new Map([[spaceKey, { ...content, geometry }]]));
            });
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

interface RingProps {
  readonly n: number;
  readonly path: Ring;
  readonly geometry: Geometry;
  readonly system: System;
  readonly disabled: boolean;
  readonly onText: (text: string, label: string) => void;
}

/** One ring: its lines, and the corner at the cursor put in or taken out by button or key. */
function RingText({ n, path, geometry, system, disabled, onText }: RingProps) {
  const { world } = useDesk();
  const { corner } = world.words.acts;
  const area = useRef<HTMLTextAreaElement>(null);
  const closed = isArea(geometry);
  const text = writeLines(path, closed, system);
  const at = () => area.current?.value.slice(0, area.current.selectionStart).split('\n').length ?? 1;
  const insert = () => {
    const lines = besideLine(path, closed, at() - 1);
    if (lines) onText(writeLines(lines, false, system), corner.insertStep);
  };
  const remove = () => {
    const lines = withoutLine(path, closed, at() - 1);
    if (lines) onText(writeLines(lines, false, system), corner.removeStep);
    else world.notice.value = corner.tooFew;
  };
  const press = (event: KeyboardEvent) => {
    if (!event.ctrlKey || (event.key !== 'Enter' && event.key !== 'Delete')) return;
    if (event.key === 'Enter') insert();
    else remove();
    event.preventDefault();
  };
  return (
    <div class="ed-ring">
      <label>
        {world.words.ring(n + 1)}
        <textarea
          ref={area}
          rows={Math.min(10, path.length)}
          spellcheck={false}
          disabled={disabled}
          value={text}
          onKeyDown={press}
          onChange={(event) => {
            onText(event.currentTarget.value, world.words.step.corner);
          }}
        />
      </label>
      {geometry.type !== 'Point' && (
        <div class="ed-corner-keys" title={corner.hint}>
          <button type="button" disabled={disabled} onClick={insert}>
            {corner.insert}
          </button>
          <button type="button" disabled={disabled} onClick={remove}>
            {corner.remove}
          </button>
        </div>
      )}
    </div>
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
