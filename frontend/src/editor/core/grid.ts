/** Positions on the grid on which they are stored: seven decimals of a degree, about a centimetre. */
import type { Geometry, LonLat, Ring, Rings } from './space';

const STEPS = 1e7;

/** The nearest position of the grid; the decimal text of each number has at most seven decimals. */
export function onGrid(position: readonly number[]): LonLat {
  const [lon = NaN, lat = NaN] = position;
  return [Math.round(lon * STEPS) / STEPS, Math.round(lat * STEPS) / STEPS];
}

/** The same text for the same place of the grid. */
export function cornerKey([lon, lat]: LonLat): string {
  return `${Math.round(lon * STEPS)},${Math.round(lat * STEPS)}`;
}

export function samePlace(one: LonLat, other: LonLat): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** The lists of positions of a geometry: its rings, its line, or its point as a list of one. */
export function paths(geometry: Geometry): readonly Ring[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/** The geometry with each list of positions replaced; one that comes back unchanged is kept as the same object. */
export function mapPaths(geometry: Geometry, replaced: (path: Ring, closed: boolean) => Ring): Geometry {
  const rings = (each: Rings) => each.map((ring) => replaced(ring, true));
  switch (geometry.type) {
    case 'Point': {
      const [place] = replaced([geometry.coordinates], false);
      return place ? { type: 'Point', coordinates: place } : geometry;
    }
    case 'LineString':
      return { type: 'LineString', coordinates: replaced(geometry.coordinates, false) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: rings(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) };
  }
}
