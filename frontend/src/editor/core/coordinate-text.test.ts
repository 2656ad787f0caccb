import { describe, expect, it } from 'vitest';

import {
  TextFault,
  readGeometry,
  readLines,
  readShape,
  writeLines,
  type TextFaultCode,
} from './coordinate-text';
import type { LonLat } from './space';

const SQUARE: LonLat[] = [
  [100.08, 7.62],
  [100.09, 7.62],
  [100.0912345, 7.6312345],
  [100.08, 7.62],
];

function fault(read: () => unknown): [TextFaultCode, number] | null {
  try {
    read();
  } catch (error) {
    if (error instanceof TextFault) return [error.code, error.line];
    throw error;
  }
  return null;
}

describe('coordinates as text', () => {
  it.each([
    ['degrees', '100.08 7.62'],
    ['a comma between', '100.08, 7.62'],
    ['tabs of a spreadsheet', '100.08\t7.62'],
    ['Thai digits', '๑๐๐.๐๘ ๗.๖๒'],
  ])('are read from %s', (_, line) => {
    expect(readLines(line)).toEqual([[100.08, 7.62]]);
  });

  it('are read from metres of UTM 47N', () => {
    expect(readLines('619130.408 842105.832')).toEqual([[100.08, 7.617]]);
  });

  it.each(['degrees', 'utm'] as const)('come back as the same places through %s', (system) => {
    expect(readLines(writeLines(SQUARE, true, system))).toEqual(SQUARE.slice(0, -1));
  });

  it('name the line that cannot be read', () => {
    expect(fault(() => readLines('100.08 7.62\n\n100.09'))).toEqual(['not-two-numbers', 3]);
    expect(fault(() => readLines('100.08 7.62\n7.62 100.08'))).toEqual(['out-of-range', 2]);
    expect(fault(() => readLines(' \n'))).toEqual(['empty', 1]);
  });
});

describe('a geometry as text', () => {
  it.each([
    ['WKT', 'POLYGON((100.08 7.62,100.09 7.62,100.0912345 7.6312345,100.08 7.62))'],
    ['EWKT', 'SRID=4326;POLYGON((100.08 7.62,100.09 7.62,100.0912345 7.6312345,100.08 7.62))'],
    ['GeoJSON', JSON.stringify({ type: 'Polygon', coordinates: [SQUARE] })],
    ['a feature', JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [SQUARE] } })],
  ])('is read from %s', (_, text) => {
    expect(readGeometry(text)).toEqual({ type: 'Polygon', coordinates: [SQUARE] });
  });

  it('drops a height, for the map is flat', () => {
    expect(readGeometry('POINT Z (100.08 7.62 12)')).toEqual({ type: 'Point', coordinates: [100.08, 7.62] });
  });

  it.each<[string, TextFaultCode]>([
    ['', 'empty'],
    ['POLYGO((1 2))', 'unreadable'],
    ['{"type": "Point"', 'unreadable'],
    ['{"type": "Point"}', 'unreadable'],
    ['{"type": "Point", "coordinates": ["100", 7]}', 'not-two-numbers'],
    ['{"type": "Polygon", "coordinates": [100, 7]}', 'unreadable'],
    ['{"type": "MultiPoint", "coordinates": [[100, 7]]}', 'wrong-type'],
    ['POINT(7.62 100.08)', 'out-of-range'],
  ])('%j is refused as %s', (text, code) => {
    expect(fault(() => readGeometry(text))?.[0]).toBe(code);
  });
});

describe('a shape as text', () => {
  const LINES = '100.08 7.62\n100.09 7.62\n100.0912345 7.6312345';

  it('is read from a geometry, or is what so many corners can be', () => {
    expect(readShape('POINT(100.08 7.62)', ['MultiPolygon']).type).toBe('Point');
    expect(readShape(LINES, ['MultiPolygon'])).toEqual({ type: 'Polygon', coordinates: [SQUARE] });
    expect(readShape(`${LINES}\n100.08 7.62`, ['MultiPolygon'])).toEqual({
      type: 'Polygon',
      coordinates: [SQUARE],
    });
    expect(readShape(LINES, ['Point', 'LineString']).type).toBe('LineString');
    expect(readShape('๑๐๐.๐๘ ๗.๖๒', ['Point'])).toEqual({ type: 'Point', coordinates: [100.08, 7.62] });
  });

  it('is refused where so few corners make none', () => {
    expect(fault(() => readShape('100.08 7.62\n100.09 7.62', ['MultiPolygon']))?.[0]).toBe('wrong-type');
  });
});
