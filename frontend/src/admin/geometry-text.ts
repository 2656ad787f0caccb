/** A geometry as the form's text: `lon, lat` for a point, GeoJSON for the rest. WGS 84, 7 digits. The server decides. */
import { westernDigits } from '../thai-digits';

export type Position = number[];
export interface Shape {
  type: 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon';
  coordinates: Position | Position[] | Position[][] | Position[][][];
}

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?`;
const PAIR = new RegExp(String.raw`^\(?\s*(${NUMBER})\s*[,;\s]\s*(${NUMBER})\s*\)?$`);
const DEPTH: Record<string, number> = { Point: 0, LineString: 1, Polygon: 2, MultiPolygon: 3 };

/** The shape that can be drawn, or undefined while the text is not (yet) one. */
export function readShape(text: string): Shape | undefined {
  const plain = westernDigits(text.trim());
  const pair = PAIR.exec(plain);
  if (pair) return drawable({ type: 'Point', coordinates: [Number(pair[1]), Number(pair[2])] });
  try {
    return drawable(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function writeShape(shape: Shape): string {
  const coordinates = rounded(shape.coordinates);
  if (shape.type === 'Point') return (coordinates as Position).join(', ');
  return JSON.stringify({ type: shape.type, coordinates });
}

function drawable(written: unknown): Shape | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  const { type, coordinates, geometry } = written as Record<string, unknown>;
  if (type === 'Feature') return drawable(geometry);
  const depth = typeof type === 'string' ? DEPTH[type] : undefined;
  if (depth === undefined || !nested(coordinates, depth)) return undefined;
  return written as Shape;
}

function nested(coordinates: unknown, depth: number): boolean {
  if (!Array.isArray(coordinates)) return false;
  if (depth) return coordinates.length > 0 && coordinates.every((part) => nested(part, depth - 1));
  return coordinates.length === 2 && coordinates.every(Number.isFinite) && onEarth(coordinates as Position);
}

/** Web Mercator ends at 85 degrees: nothing beyond can be drawn. */
function onEarth([lon = NaN, lat = NaN]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
}

function rounded<T>(coordinates: T): T {
  if (Array.isArray(coordinates)) return coordinates.map(rounded) as T;
  return (typeof coordinates === 'number' ? Number(coordinates.toFixed(7)) : coordinates) as T;
}
