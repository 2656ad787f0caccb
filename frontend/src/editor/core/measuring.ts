/** Lengths and areas on the map grid of Phatthalung, UTM zone 47 north, as the server measures them. */
import { makeProjection, makeTransforms } from 'ol/proj/utm.js';

import { onGrid } from './grid';
import type { Geometry, LonLat, Ring, Rings } from './space';

export const UTM_47N = 'EPSG:32647';
export type Metres = readonly [easting: number, northing: number];

function transforms() {
  const projection = makeProjection(UTM_47N);
  const both = projection && makeTransforms(projection);
  if (!both) throw new Error(`${UTM_47N} is not a zone of UTM`);
  return both;
}

const UTM = transforms();

/** Easting and northing in EPSG:32647; some millimetres exact inside the zone. */
export function toUtm([lon, lat]: LonLat): Metres {
  const [easting = NaN, northing = NaN] = UTM.forward([lon, lat], undefined, 2);
  return [easting, northing];
}

/** The position of the grid nearest to an easting and northing. */
export function fromUtm([easting, northing]: Metres): LonLat {
  return onGrid(UTM.inverse([easting, northing], undefined, 2));
}

/** Metres along a path. */
export function pathLength(path: Ring): number {
  const metres = path.map(toUtm);
  return metres.slice(1).reduce((sum, place, n) => sum + distance(metres[n] ?? place, place), 0);
}

function distance(one: Metres, other: Metres): number {
  return Math.hypot(other[0] - one[0], other[1] - one[1]);
}

/** Square metres inside the rings, the holes taken out. */
export function ringsArea([shell, ...holes]: Rings): number {
  if (!shell) return 0;
  return Math.abs(signedArea(shell)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);
}

/** Twice the turning of a ring, halved: positive when it runs counter-clockwise. */
function signedArea(ring: Ring): number {
  const metres = ring.map(toUtm);
  const [origin] = metres;
  if (!origin) return 0;
  let twice = 0;
  for (const [n, [x, y]] of metres.entries()) {
    const [nextX, nextY] = metres[n + 1] ?? origin;
    twice += (x - origin[0]) * (nextY - origin[1]) - (nextX - origin[0]) * (y - origin[1]);
  }
  return twice / 2;
}

export interface Measure {
  readonly area_m2: number;
  readonly length_m: number;
}

/** A polygon's area and whole boundary, a line's length. */
export function measure(geometry: Geometry): Measure {
  switch (geometry.type) {
    case 'Point':
      return { area_m2: 0, length_m: 0 };
    case 'LineString':
      return { area_m2: 0, length_m: pathLength(geometry.coordinates) };
    case 'Polygon':
      return polygons([geometry.coordinates]);
    case 'MultiPolygon':
      return polygons(geometry.coordinates);
  }
}

function polygons(parts: readonly Rings[]): Measure {
  return {
    area_m2: parts.reduce((sum, rings) => sum + ringsArea(rings), 0),
    length_m: parts.flat().reduce((sum, ring) => sum + pathLength(ring), 0),
  };
}
