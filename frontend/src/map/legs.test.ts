import { describe, expect, test } from 'vitest';

import type { LonLat, MapData } from './data';
import { arrowOf, legLines, sharedBefore } from './legs';

const labels = { schematic: '', zoomIn: '', zoomOut: '', fit: '', map: '' };

function route(overrides: Partial<MapData> = {}): MapData {
  return {
    stops: [
      { n: 1, id: 'a', name: 'A', lonlat: [100.1, 7.6], accuracy_m: 100 },
      { n: 2, id: 'b', name: 'B', lonlat: [100.2, 7.7], accuracy_m: 100 },
    ],
    legs: [0, 1, 2].map(() => ({ mode: 'walk', estimated: true, coordinates: [] })),
    ends: [{ name: 'Start', lonlat: [100, 7.5] }],
    labels,
    ...overrides,
  };
}

describe('the lines of the legs', () => {
  test('a leg without a path of its own runs straight from place to place and closes at the start', () => {
    const lines = legLines(route());

    expect(lines.map((line) => line.coordinates)).toEqual([
      [
        [100, 7.5],
        [100.1, 7.6],
      ],
      [
        [100.1, 7.6],
        [100.2, 7.7],
      ],
      [
        [100.2, 7.7],
        [100, 7.5],
      ],
    ]);
  });

  test('a leg along streets keeps its path', () => {
    const path: LonLat[] = [
      [100, 7.5],
      [100.05, 7.5],
      [100.1, 7.6],
    ];
    const lines = legLines(route({ legs: [{ mode: 'walk', estimated: false, coordinates: path }] }));

    expect(lines).toEqual([{ mode: 'walk', estimated: false, coordinates: path }]);
  });

  test('a leg to an unknown end is not drawn', () => {
    const lines = legLines(route({ ends: [] }));

    expect(lines).toHaveLength(1);
  });

  test('a different end is where the last leg goes', () => {
    const ends = [
      { name: 'Start', lonlat: [100, 7.5] as LonLat },
      { name: 'End', lonlat: [100.5, 7.9] as LonLat },
    ];

    expect(legLines(route({ ends })).at(-1)?.coordinates.at(-1)).toEqual([100.5, 7.9]);
  });
});

test('stops on one point are counted, so that their markers can stand side by side', () => {
  const positions: LonLat[] = [
    [100.1, 7.6],
    [100.2, 7.6],
    [100.100001, 7.6],
    [100.1, 7.6],
  ];

  expect(sharedBefore(positions)).toEqual([0, 0, 1, 2]);
});

describe('the arrow on a line', () => {
  test('sits in the middle and points east on a line to the east', () => {
    const arrow = arrowOf([
      [0, 0],
      [10, 0],
    ]);

    expect(arrow.at).toEqual([5, 0]);
    expect(arrow.rotation).toBeCloseTo(Math.PI / 2);
  });

  test('points north on a line to the north', () => {
    const arrow = arrowOf([
      [3, 0],
      [3, 8],
    ]);

    expect(arrow.rotation).toBeCloseTo(0);
  });

  test('refuses a line of one position', () => {
    expect(() => arrowOf([[0, 0]])).toThrow('two positions');
  });
});
