import { describe, expect, it } from 'vitest';

import { addCorner, changeTogether, moveCorner, removeCorner } from './corners';
import type { Content, Geometry, LonLat, SpaceKey } from './space';

const MIDDLE: LonLat = [100.08, 7.62];

/** A square of side 0.01° that has MIDDLE as one of its corners. */
function square(east: 1 | -1, north: 1 | -1): Geometry {
  const [lon, lat] = MIDDLE;
  const far: LonLat = [lon + 0.01 * east, lat + 0.01 * north];
  return { type: 'MultiPolygon', coordinates: [[[MIDDLE, [far[0], lat], far, [lon, far[1]], MIDDLE]]] };
}

const FOUR = new Map<SpaceKey, Content>(
  (
    [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const
  ).map(([east, north], n) => [
    `urban-design-zones/zone-${n}`,
    { geometry: square(east, north), properties: {} },
  ]),
);

describe('shared corners', () => {
  it('move in all four zones by one act', () => {
    const to: LonLat = [100.0801, 7.6201];

    const moved = changeTogether(
      [...FOUR.keys()],
      (key) => FOUR.get(key) ?? null,
      (geometry) => moveCorner(geometry, MIDDLE, to),
    );

    expect(moved?.size).toBe(4);
    for (const { geometry } of moved?.values() ?? []) {
      expect(JSON.stringify(geometry)).not.toContain(JSON.stringify(MIDDLE));
      expect(JSON.stringify(geometry).split(JSON.stringify(to))).toHaveLength(3);
    }
  });

  it('are added on an edge in both neighbours, whichever way each runs', () => {
    const end: LonLat = [100.09, 7.62];
    const half: LonLat = [100.085, 7.62];
    const changed = changeTogether(
      ['urban-design-zones/zone-0', 'urban-design-zones/zone-1'],
      (key) => FOUR.get(key) ?? null,
      (geometry) => addCorner(geometry, MIDDLE, end, half),
    );

    expect(changed?.size).toBe(2);
    for (const { geometry } of changed?.values() ?? [])
      expect(JSON.stringify(geometry)).toContain(JSON.stringify(half));
  });
});

describe('taking a corner away', () => {
  it('closes the ring anew where it began', () => {
    const left = removeCorner(square(1, 1), MIDDLE);

    expect(left).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [100.09, 7.62],
            [100.09, 7.63],
            [100.08, 7.63],
            [100.09, 7.62],
          ],
        ],
      ],
    });
  });

  it('is refused when too few are left, for every space of the act', () => {
    const triangle = removeCorner(square(1, 1), MIDDLE);

    expect(triangle && removeCorner(triangle, [100.09, 7.63])).toBeNull();
    expect(removeCorner({ type: 'Point', coordinates: MIDDLE }, MIDDLE)).toBeNull();
    expect(
      changeTogether(
        ['a/b'],
        () => ({ geometry: { type: 'Point', coordinates: MIDDLE }, properties: {} }),
        () => null,
      ),
    ).toBeNull();
  });
});
