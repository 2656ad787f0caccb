import { describe, expect, it } from 'vitest';

import type { Geometry, LonLat } from './space';
import { tidied } from './tidying';

const [A, B, C]: readonly [LonLat, LonLat, LonLat] = [
  [100, 7],
  [101, 7],
  [101, 8],
];

describe('a drawing', () => {
  it('keeps each corner once', () => {
    const traced: Geometry = { type: 'Polygon', coordinates: [[A, A, B, C, C, A, A]] };

    expect(tidied(traced)).toEqual({ type: 'Polygon', coordinates: [[A, B, C, A]] });
    expect(tidied({ type: 'LineString', coordinates: [A, A, B] })).toEqual({
      type: 'LineString',
      coordinates: [A, B],
    });
  });

  it('turns outlines counter-clockwise and holes the other way', () => {
    expect(
      tidied({
        type: 'MultiPolygon',
        coordinates: [
          [
            [A, C, B, A],
            [A, B, C, A],
          ],
        ],
      }),
    ).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [
          [A, B, C, A],
          [A, C, B, A],
        ],
      ],
    });
  });
});
