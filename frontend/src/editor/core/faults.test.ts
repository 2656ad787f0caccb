import { describe, expect, it } from 'vitest';

import { faults } from './faults';
import type { Geometry, LonLat } from './space';

/** A ring in steps of 0.001° from 100, 7, closed. */
function ring(...steps: [number, number][]): LonLat[] {
  const places = steps.map(([x, y]): LonLat => [(100000 + x) / 1000, (7000 + y) / 1000]);
  return [...places, ...places.slice(0, 1)];
}
const polygon = (...rings: LonLat[][]): Geometry => ({ type: 'Polygon', coordinates: rings });
const codes = (geometry: Geometry) => faults(geometry).map((fault) => fault.code);

const SQUARE = ring([0, 0], [10, 0], [10, 10], [0, 10]);

describe('faults seen while drawing', () => {
  it.each<[string, Geometry, string[]]>([
    ['a square', polygon(SQUARE), []],
    ['a hole inside', polygon(SQUARE, ring([2, 2], [4, 2], [4, 4])), []],
    ['a hole that touches the shell', polygon(SQUARE, ring([0, 0], [4, 2], [2, 4])), []],
    ['a corner on a straight edge', polygon(ring([0, 0], [5, 0], [10, 0], [10, 10])), []],
    ['two corners', polygon(ring([0, 0], [10, 0])), ['too-few-points']],
    ['a line there and back', polygon(ring([0, 0], [5, 0], [10, 0])), ['spike', 'spike']],
    ['the same corner twice', polygon(ring([0, 0], [10, 0], [10, 0], [10, 10])), ['duplicate-point']],
    ['a bow tie', polygon(ring([0, 0], [10, 10], [10, 0], [0, 10])), ['self-crossing']],
    [
      'a corner on another edge',
      polygon(ring([0, 0], [10, 0], [10, 10], [5, 0], [0, 10])),
      ['self-crossing'],
    ],
    ['a thorn', polygon(ring([0, 0], [10, 0], [10, 10], [10, 15], [10, 10], [0, 10])), ['spike']],
    ['a hole outside', polygon(SQUARE, ring([12, 2], [14, 2], [14, 4])), ['hole-outside']],
    [
      'a line of one place',
      {
        type: 'LineString',
        coordinates: [
          [100, 7],
          [100, 7],
        ],
      },
      ['too-few-points'],
    ],
  ])('%s', (_, geometry, expected) => {
    expect(codes(geometry)).toEqual(expected);
  });

  it('says where a boundary crosses itself', () => {
    const [fault] = faults(polygon(ring([0, 0], [10, 10], [10, 0], [0, 10])));

    expect(fault?.at[0]).toBeCloseTo(100.005, 9);
    expect(fault?.at[1]).toBeCloseTo(7.005, 9);
  });

  it('looks into every part of a multipolygon', () => {
    const bow = ring([20, 0], [30, 10], [30, 0], [20, 10]);

    expect(codes({ type: 'MultiPolygon', coordinates: [[SQUARE], [bow]] })).toEqual(['self-crossing']);
  });
});
