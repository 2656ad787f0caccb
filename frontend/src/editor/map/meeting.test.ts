import { describe, expect, it } from 'vitest';

import { moveCorner } from '../core/corners';
import { EMPTY, act, load, type Journal } from '../core/journal';
import type { Content, LonLat, SpaceKey, Stored } from '../core/space';
import { Features } from './features';

const MIDDLE: LonLat = [100.0833333, 7.6166667];
const ZONES = [0, 1, 2, 3].map((n): SpaceKey => `urban-design-zones/zone-${n}`);

/** One of four squares that meet in the middle. */
function square(n: number): Content {
  const [east, north] = [n % 2 ? 0.01 : -0.01, n < 2 ? 0.01 : -0.01];
  const [lon, lat] = MIDDLE;
  const ring: LonLat[] = [MIDDLE, [lon + east, lat], [lon + east, lat + north], [lon, lat + north], MIDDLE];
  return { geometry: { type: 'MultiPolygon', coordinates: [[ring]] }, properties: {} };
}

function shown(): { features: Features; journal: Journal } {
  const stored = new Map(
    ZONES.map((key, n): [SpaceKey, Stored] => [key, { version: 1, content: square(n) }]),
  );
  const journal = load(EMPTY, stored);
  const features = new Features(['urban-design-zones']);
  features.follow(EMPTY, journal);
  return { features, journal };
}

describe('where spaces meet', () => {
  it('every space that has the corner is known', () => {
    expect(shown().features.corners.at(MIDDLE)).toHaveLength(4);
  });

  it('a corner some centimetres away is another one', () => {
    expect(shown().features.corners.at([MIDDLE[0] + 2e-7, MIDDLE[1]])).toEqual([]);
  });

  it('an edge belongs to the two that have both of its ends', () => {
    const end: LonLat = [MIDDLE[0] + 0.01, MIDDLE[1]];

    expect(new Set(shown().features.corners.along(MIDDLE, end))).toEqual(new Set([ZONES[1], ZONES[3]]));
  });

  it('a corner that moved away is forgotten', () => {
    const { features, journal } = shown();
    const geometry = moveCorner(square(0).geometry, MIDDLE, [100.0801, 7.6201]);

    features.follow(
      journal,
      act(journal, 'move', new Map([[ZONES[0] ?? 'a/b', { geometry, properties: {} }]])),
    );

    expect(features.corners.at(MIDDLE)).toHaveLength(3);
  });
});
