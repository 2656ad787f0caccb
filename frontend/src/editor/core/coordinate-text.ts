/** Coordinates as people write them: WKT, GeoJSON, or lines of two numbers in degrees or in metres of UTM 47N. */
import GeoJSON from 'ol/format/GeoJSON.js';
import WKT from 'ol/format/WKT.js';

import { westernDigits } from '../../thai-digits';
import { onGrid, samePlace } from './grid';
import { fromUtm, toUtm } from './measuring';
import type { Geometry, LonLat, Ring } from './space';

export type TextFaultCode =
  'empty' | 'unreadable' | 'not-two-numbers' | 'out-of-range' | 'wrong-type' | 'no-start';

/** What cannot be read, and on which line (from 1). */
export class TextFault extends Error {
  constructor(
    readonly code: TextFaultCode,
    readonly line: number,
  ) {
    super(`${code} in line ${line}`);
  }
}

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPolygon'];

/** A geometry from WKT or GeoJSON. Throws a TextFault. */
export function readGeometry(text: string): Geometry {
  const plain = westernDigits(text.trim());
  if (!plain) throw new TextFault('empty', 1);
  const read = parsed(plain);
  if (!TYPES.includes(read.type)) throw new TextFault('wrong-type', 1);
  return checked(read as Geometry);
}

/**
 * A shape from WKT, GeoJSON or lines of positions, which are the corners of whatever of `types` so many can be.
 *
 * Throws a TextFault.
 */
export function readShape(text: string, types: readonly string[]): Geometry {
  if (/^\s*(\{|[a-z])/i.test(text)) return readGeometry(text);
  const places = readLines(text);
  const [first = [NaN, NaN] as LonLat] = places;
  if (places.length === 1 && types.includes('Point')) return { type: 'Point', coordinates: first };
  if (places.length > 1 && types.includes('LineString')) return { type: 'LineString', coordinates: places };
  if (places.length < 3) throw new TextFault('wrong-type', places.length);
  const closed = samePlace(first, places.at(-1) ?? first);
  return { type: 'Polygon', coordinates: [closed ? places : [...places, first]] };
}

/** Positions, one a line: `lon lat` in degrees, or easting and northing in EPSG:32647. Throws a TextFault. */
export function readLines(text: string): LonLat[] {
  const lines = westernDigits(text).split(/\r?\n/);
  const places = lines.flatMap((line, n) => (line.trim() ? [readLine(line, n + 1)] : []));
  if (!places.length) throw new TextFault('empty', 1);
  return places;
}

function readLine(line: string, number: number): LonLat {
  const words = line
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const numbers = words.map(Number);
  const [x = NaN, y = NaN] = numbers;
  if (numbers.length !== 2 || !Number.isFinite(x) || !Number.isFinite(y))
    throw new TextFault('not-two-numbers', number);
  return isGrid(x, y) ? fromUtm([x, y]) : degrees([x, y], number);
}

/** Eastings of a zone lie between 100 and 900 km; no degree does. */
function isGrid(easting: number, northing: number): boolean {
  return easting >= 100_000 && easting <= 900_000 && northing >= 0 && northing <= 10_000_000;
}

function degrees(position: readonly number[], line: number): LonLat {
  const place = onGrid(position);
  const [lon, lat] = place;
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new TextFault('out-of-range', line);
  return place;
}

function parsed(text: string): { type: string; coordinates?: unknown } {
  try {
    if (!text.startsWith('{')) {
      const geometry = new WKT().readGeometry(text.replace(/^SRID=4326;/i, ''));
      return new GeoJSON().writeGeometryObject(geometry) as { type: string };
    }
    const value = JSON.parse(text) as { type: string; geometry?: { type: string } };
    return value.type === 'Feature' && value.geometry ? value.geometry : value;
  } catch {
    throw new TextFault('unreadable', 1);
  }
}

/** The geometry on the grid, if all it holds are positions at the depth that its type has. */
function checked(geometry: Geometry): Geometry {
  const depth = { Point: 0, LineString: 1, Polygon: 2, MultiPolygon: 3 }[geometry.type];
  return { type: geometry.type, coordinates: positions(geometry.coordinates, depth) } as Geometry;
}

function positions(value: unknown, depth: number): unknown {
  if (!Array.isArray(value)) throw new TextFault('unreadable', 1);
  const items = value as unknown[];
  if (depth > 0) return items.map((item) => positions(item, depth - 1));
  if (items.length < 2 || !items.every((item) => typeof item === 'number'))
    throw new TextFault('not-two-numbers', 1);
  return degrees(items, 1);
}

/** The corners of a ring as a planner edits them in a table: without the closing one, one a line. */
export function writeLines(path: Ring, closed: boolean, system: 'degrees' | 'utm'): string {
  const corners = closed ? path.slice(0, -1) : path;
  return corners.map((place) => (system === 'utm' ? utmLine(place) : degreeLine(place))).join('\n');
}

function degreeLine([lon, lat]: LonLat): string {
  return `${lon.toFixed(7)} ${lat.toFixed(7)}`;
}

/** Centimetres are less than a step of the grid, so that what is read back is the same place. */
function utmLine(place: LonLat): string {
  const [easting, northing] = toUtm(place);
  return `${easting.toFixed(3)} ${northing.toFixed(3)}`;
}
