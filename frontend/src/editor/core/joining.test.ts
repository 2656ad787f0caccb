import { describe, expect, it } from 'vitest';

import { joined } from './joining';
import type { Geometry, LonLat } from './space';

const RING: LonLat[] = [
  [100.08, 7.62],
  [100.09, 7.6233333],
  [100.09, 7.63],
  [100.08, 7.62],
];
const ZONE: Geometry = { type: 'Polygon', coordinates: [RING] };

describe('a neighbour of a new outline', () => {
  it('gets its corner where that lies on an edge, rounded to the grid', () => {
    const place: LonLat = [100.083, 7.621];

    expect(joined(ZONE, [place])).toEqual({
      type: 'Polygon',
      coordinates: [[RING[0], place, ...RING.slice(1)]],
    });
  });

  it('stays the same object where none does', () => {
    expect(joined(ZONE, [[100.083, 7.6211], [100.07, 7.6166667], RING[1] ?? [0, 0]])).toBe(ZONE);
  });
});
