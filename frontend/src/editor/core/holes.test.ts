import { describe, expect, it } from 'vitest';

import { addHole, fillHole } from './holes';
import type { Geometry, LonLat, Ring } from './space';

const ring = (west: number, side: number): Ring => {
  const east = west + side;
  return [
    [west, 7],
    [east, 7],
    [east, 7 + side],
    [west, 7 + side],
    [west, 7],
  ] as LonLat[];
};
const inner = ring(100.5, 0.1).map(([lon, lat]): LonLat => [lon, lat + 0.2]);
const zone: Geometry = { type: 'MultiPolygon', coordinates: [[ring(98, 1)], [ring(100, 1)]] };

describe('holes', () => {
  it('are cut into the part that holds them', () => {
    expect(addHole(zone, inner)).toEqual({
      type: 'MultiPolygon',
      coordinates: [[ring(98, 1)], [ring(100, 1), inner]],
    });
  });

  it('are not cut where they would lie outside', () => {
    expect(addHole(zone, ring(100.9, 0.5))).toBeNull();
    expect(addHole({ type: 'Point', coordinates: [100, 7] }, inner)).toBeNull();
  });

  it('are filled by a place inside', () => {
    const holed = addHole(zone, inner);

    expect(holed && fillHole(holed, [100.55, 7.25])).toEqual(zone);
    expect(holed && fillHole(holed, [100.1, 7.1])).toBeNull();
  });
});
