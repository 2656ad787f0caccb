import { describe, expect, it } from 'vitest';

import { EMPTY, act, load, undo } from '../core/journal';
import type { Content, Geometry, SpaceKey, Stored } from '../core/space';
import { onGrid } from '../core/grid';
import { Features, fromMap, toMap } from './features';

const ZONE: SpaceKey = 'urban-design-zones/town';
const OTHER: SpaceKey = 'urban-design-zones/lake';

function square(west: number): Geometry {
  const ring = [
    [west, 7.62],
    [west + 0.0012345, 7.62],
    [west + 0.001, 7.6212345],
    [west, 7.62],
  ].map(onGrid);
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}
const content = (lon: number): Content => ({ geometry: square(lon), properties: { name_en: 'Town' } });
const stored = new Map<SpaceKey, Stored>([
  [ZONE, { version: 1, content: content(100.08) }],
  [OTHER, { version: 1, content: content(100.2) }],
]);
const town = load(EMPTY, stored);

function shown(): Features {
  const features = new Features(['urban-design-zones']);
  features.follow(EMPTY, town);
  return features;
}

describe('features of the map', () => {
  it('hold every loaded space once', () => {
    const features = shown();
    features.follow(town, load(town, stored));

    expect(features.sources.get('urban-design-zones')?.getFeatures()).toHaveLength(2);
  });

  it('follow a change and its undoing', () => {
    const features = shown();
    const moved = act(town, 'move', new Map([[ZONE, content(100.09)]]));

    features.follow(town, moved);
    const geometry = features.find(ZONE)?.getGeometry();
    expect(geometry && fromMap(geometry)).toEqual(square(100.09));

    features.follow(moved, undo(moved));
    const back = features.find(ZONE)?.getGeometry();
    expect(back && fromMap(back)).toEqual(square(100.08));
  });

  it('go and come back with the space', () => {
    const features = shown();
    const gone = act(town, 'remove', new Map([[ZONE, null]]));

    features.follow(town, gone);
    expect(features.find(ZONE)).toBeNull();
    expect(features.corners.at([100.08, 7.62])).toEqual([]);

    features.follow(gone, undo(gone));
    expect(features.corners.at([100.08, 7.62])).toEqual([ZONE]);
  });

  it('bring every corner back as exactly what went in', () => {
    for (let n = 0; n < 500; n += 1) {
      const geometry = square(100 + n * 0.0011117);
      const onceRounded = fromMap(toMap(geometry));

      expect(fromMap(toMap(onceRounded))).toEqual(onceRounded);
    }
  });
});
