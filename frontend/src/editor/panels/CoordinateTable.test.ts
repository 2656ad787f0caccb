import { describe, expect, it } from 'vitest';

import type { Geometry, LonLat, Ring } from '../core/space';
import { replacePath } from './CoordinateTable';

const ring = (lon: number): Ring =>
  [
    [lon, 7],
    [lon + 1, 7],
    [lon + 1, 8],
    [lon, 7],
  ] as LonLat[];
const open = (lon: number) => ring(lon).slice(0, -1);

describe('a ring edited as text', () => {
  it('replaces that ring of that part, and is closed', () => {
    const zone: Geometry = { type: 'MultiPolygon', coordinates: [[ring(100), ring(101)], [ring(102)]] };

    expect(replacePath(zone, 2, open(110))).toEqual({
      type: 'MultiPolygon',
      coordinates: [[ring(100), ring(101)], [ring(110)]],
    });
    expect(replacePath(zone, 1, open(110))).toEqual({
      type: 'MultiPolygon',
      coordinates: [[ring(100), ring(110)], [ring(102)]],
    });
  });

  it('moves a point', () => {
    expect(replacePath({ type: 'Point', coordinates: [100, 7] }, 0, [[101, 8]])).toEqual({
      type: 'Point',
      coordinates: [101, 8],
    });
  });
});
