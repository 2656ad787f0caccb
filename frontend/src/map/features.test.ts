import { describe, expect, it } from 'vitest';

import type { LonLat } from './data';
import { spotsOf, type Feature, type Geometry } from './features';

const SQUARE: LonLat[] = [
  [100, 7],
  [102, 7],
  [102, 9],
  [100, 9],
  [100, 7],
];

function feature(geometry: Geometry | null, properties: Feature['properties'] = {}): Feature {
  return { type: 'Feature', id: 'wat-wang', geometry, properties };
}

describe('spotsOf', () => {
  it('draws a point where it is, with its accuracy and its name in the language of the page', () => {
    const wat = feature(
      { type: 'Point', coordinates: [100.1, 7.6] },
      { name_th: 'วัดวัง', name_en: 'Wat Wang', accuracy_m: 700 },
    );
    const [thai] = spotsOf(wat, 'th');

    expect(thai).toMatchObject({ name: 'วัดวัง', lonlat: [100.1, 7.6], accuracy_m: 700, outline: [] });
    expect(spotsOf(wat, 'en-GB')[0]?.name).toBe('Wat Wang');
  });

  it('takes the other name, then the id, where a name is missing', () => {
    const point: Geometry = { type: 'Point', coordinates: [100.1, 7.6] };

    expect(spotsOf(feature(point, { name_th: 'วัดวัง', name_en: '' }), 'en')[0]?.name).toBe('วัดวัง');
    expect(spotsOf(feature(point), 'th')[0]?.name).toBe('wat-wang');
  });

  it('draws an area by its outer rings, with the dot in the middle of the largest', () => {
    const small = SQUARE.map(([lon, lat]): LonLat => [lon / 100 + 50, lat / 100]);
    const [spot] = spotsOf(feature({ type: 'MultiPolygon', coordinates: [[small], [SQUARE, small]] }), 'th');

    expect(spot?.outline).toEqual([small, SQUARE]);
    expect(spot?.lonlat[0]).toBeCloseTo(101);
    expect(spot?.lonlat[1]).toBeCloseTo(8);
  });

  it('draws a line along itself', () => {
    const [spot] = spotsOf(feature({ type: 'LineString', coordinates: SQUARE.slice(0, 3) }), 'th');

    expect(spot?.lonlat).toEqual([102, 7]);
    expect(spot?.outline).toEqual([SQUARE.slice(0, 3)]);
  });

  it('passes over what has no geometry', () => {
    const empty = feature({ type: 'MultiPolygon', coordinates: [] });

    expect(spotsOf({ type: 'FeatureCollection', features: [feature(null), empty] }, 'th')).toEqual([]);
  });
});
