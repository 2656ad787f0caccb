/** A whole space moved, or copied: every corner by the same metres of the map grid. */
import { mapPaths } from './grid';
import { fromUtm, toUtm } from './measuring';
import type { Content, Geometry, LonLat } from './space';

export type Shift = readonly [east_m: number, north_m: number];

/** The geometry so many metres of EPSG:32647 further east and north, on the grid. */
export function moveBy(geometry: Geometry, [east, north]: Shift): Geometry {
  const moved = (place: LonLat) => {
    const [easting, northing] = toUtm(place);
    return fromUtm([easting + east, northing + north]);
  };
  return mapPaths(geometry, (path) => path.map(moved));
}

/** From one place to the other, in metres of EPSG:32647. */
export function shiftBetween(from: LonLat, to: LonLat): Shift {
  const [start, end] = [toUtm(from), toUtm(to)];
  return [end[0] - start[0], end[1] - start[1]];
}

/** Named apart from the one it was made of, and a draft, whatever that one is. */
export function copyOf(content: Content, shift: Shift): Content {
  const { name_th, name_en } = content.properties;
  const names = {
    ...(typeof name_th === 'string' && name_th ? { name_th: `${name_th} (สำเนา)` } : {}),
    ...(typeof name_en === 'string' && name_en ? { name_en: `${name_en} (copy)` } : {}),
  };
  const still = shift[0] === 0 && shift[1] === 0;
  return {
    geometry: still ? content.geometry : moveBy(content.geometry, shift),
    properties: { ...content.properties, ...names, status: 'draft' },
  };
}
