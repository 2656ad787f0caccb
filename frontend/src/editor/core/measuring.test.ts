import { describe, expect, it } from 'vitest';

import { fromUtm, measure, pathLength, toUtm } from './measuring';
import type { Geometry, LonLat } from './space';

// Eastings, northings, area and boundary below are PROJ's for EPSG:32647.
const KNOWN: [LonLat, number, number][] = [
  [[100.08, 7.617], 619130.4078, 842105.8322],
  [[99.64, 7.1], 570674.9363, 784852.3325],
  [[100.45, 7.95], 659824.7488, 879050.0363],
];

const SQUARE_WITH_HOLE: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [100.08, 7.62],
      [100.09, 7.62],
      [100.09, 7.63],
      [100.08, 7.63],
      [100.08, 7.62],
    ],
    [
      [100.083, 7.623],
      [100.083, 7.626],
      [100.086, 7.626],
      [100.086, 7.623],
      [100.083, 7.623],
    ],
  ],
};

describe('the map grid', () => {
  it.each(KNOWN)('puts %j where PROJ does, to five millimetres', (place, easting, northing) => {
    const [x, y] = toUtm(place);

    expect(Math.abs(x - easting)).toBeLessThan(0.005);
    expect(Math.abs(y - northing)).toBeLessThan(0.005);
  });

  it.each(KNOWN)('brings %j back to the same place of the grid', (place) => {
    expect(fromUtm(toUtm(place))).toEqual(place);
  });
});

describe('measuring', () => {
  it('takes holes out of the area and counts their boundary, as PROJ and GEOS do', () => {
    const { area_m2, length_m } = measure(SQUARE_WITH_HOLE);

    expect(Math.abs(area_m2 / 1109988.154 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(length_m / 5743.0442 - 1)).toBeLessThan(1e-6);
  });

  it('finds no area in a point or a line', () => {
    const line: LonLat[] = [
      [100.08, 7.62],
      [100.09, 7.62],
    ];

    expect(measure({ type: 'Point', coordinates: [100.08, 7.62] })).toEqual({ area_m2: 0, length_m: 0 });
    expect(measure({ type: 'LineString', coordinates: line })).toEqual({
      area_m2: 0,
      length_m: pathLength(line),
    });
  });
});
