import { describe, expect, it } from 'vitest';

import { readShape, writeShape } from './geometry-text';

const SQUARE = [
  [
    [100, 7],
    [100.1, 7],
    [100.1, 7.1],
    [100, 7],
  ],
];

describe('the text of a geometry', () => {
  it.each(['100.081, 7.617', ' 100.081 7.617 ', '(100.081; 7.617)', '๑๐๐.๐๘๑, ๗.๖๑๗'])('reads %s', (text) => {
    expect(readShape(text)).toEqual({ type: 'Point', coordinates: [100.081, 7.617] });
  });

  it('reads GeoJSON, and a feature around it', () => {
    const area = { type: 'Polygon', coordinates: SQUARE };

    expect(readShape(JSON.stringify(area))).toEqual(area);
    expect(readShape(JSON.stringify({ type: 'Feature', properties: {}, geometry: area }))).toEqual(area);
  });

  it.each([
    '',
    '100.081,',
    '7.617, 100.081',
    '{"type":"Point"}',
    '{"type":"Polygon","coordinates":[[1,2]]}',
    '[]',
  ])('draws nothing for %s', (text) => {
    expect(readShape(text)).toBeUndefined();
  });

  it('rounds to seven digits', () => {
    expect(writeShape({ type: 'Point', coordinates: [100.08123456789, 7.1] })).toBe('100.0812346, 7.1');
  });

  it('writes areas as GeoJSON that it reads again', () => {
    const zone = { type: 'MultiPolygon' as const, coordinates: [SQUARE] };

    expect(readShape(writeShape(zone))).toEqual(zone);
  });
});
