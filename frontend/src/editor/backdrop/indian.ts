/**
 * Indian 1975 / UTM 47N (EPSG:24047) by the three parameters of the Royal Thai Survey Department, as the server has them
 * in `geo/crs.py`: what PROJ takes by default lands 184 m off.
 *
 * Source of the series: Karney 2011, doi:10.1007/s00190-011-0445-3, to the third order: below a millimetre in the zone.
 */
import type { LonLat } from '../core/space';

type Triple = readonly [number, number, number];
interface Ellipsoid {
  readonly a: number;
  readonly e2: number;
}

const SHIFT_M: Triple = [206, 837, 295];
const EVEREST = ellipsoid(6377276.345, 300.8017);
const WGS84 = ellipsoid(6378137, 298.257223563);
const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const MERIDIAN = radians(99);

const F = 1 / 300.8017;
const N = F / (2 - F);
const E = Math.sqrt(F * (2 - F));
const RADIUS = (EVEREST.a / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const FORWARD = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5,
  (61 * N ** 3) / 240,
];
const BACKWARD = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96,
  N ** 2 / 48 + N ** 3 / 15,
  (17 * N ** 3) / 480,
];

function ellipsoid(a: number, inverseFlattening: number): Ellipsoid {
  const f = 1 / inverseFlattening;
  return { a, e2: f * (2 - f) };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Easting and northing of the old maps → WGS 84 degrees. */
export function fromIndian([easting, northing]: readonly [number, number]): LonLat {
  const [x, y, z] = earthCentred(EVEREST, geographic(easting, northing));
  return onEarth(WGS84, [x + SHIFT_M[0], y + SHIFT_M[1], z + SHIFT_M[2]]);
}

/** WGS 84 degrees → easting and northing of the old maps. */
export function toIndian(place: LonLat): [number, number] {
  const [x, y, z] = earthCentred(WGS84, place);
  return projected(onEarth(EVEREST, [x - SHIFT_M[0], y - SHIFT_M[1], z - SHIFT_M[2]]));
}

function geographic(easting: number, northing: number): LonLat {
  const [north, east] = [northing / (SCALE * RADIUS), (easting - FALSE_EASTING) / (SCALE * RADIUS)];
  let [along, across] = [north, east];
  for (const [n, factor] of BACKWARD.entries()) {
    along -= factor * Math.sin(2 * (n + 1) * north) * Math.cosh(2 * (n + 1) * east);
    across -= factor * Math.cos(2 * (n + 1) * north) * Math.sinh(2 * (n + 1) * east);
  }
  const conformal = Math.asin(Math.sin(along) / Math.cosh(across));
  const lon = MERIDIAN + Math.atan2(Math.sinh(across), Math.cos(along));
  return [(lon * 180) / Math.PI, (latitude(conformal) * 180) / Math.PI];
}

/** The geographic latitude of a conformal one, by fixed-point steps. */
function latitude(conformal: number): number {
  let lat = conformal;
  for (let n = 0; n < 8; n += 1)
    lat = Math.asin(Math.tanh(Math.atanh(Math.sin(conformal)) + E * Math.atanh(E * Math.sin(lat))));
  return lat;
}

function projected([lon, lat]: LonLat): [number, number] {
  const [sin, turn] = [Math.sin(radians(lat)), radians(lon) - MERIDIAN];
  const conformal = Math.sinh(Math.atanh(sin) - E * Math.atanh(E * sin));
  const along = Math.atan2(conformal, Math.cos(turn));
  const across = Math.asinh(Math.sin(turn) / Math.hypot(conformal, Math.cos(turn)));
  let [north, east] = [along, across];
  for (const [n, factor] of FORWARD.entries()) {
    north += factor * Math.sin(2 * (n + 1) * along) * Math.cosh(2 * (n + 1) * across);
    east += factor * Math.cos(2 * (n + 1) * along) * Math.sinh(2 * (n + 1) * across);
  }
  return [FALSE_EASTING + SCALE * RADIUS * east, SCALE * RADIUS * north];
}

function earthCentred({ a, e2 }: Ellipsoid, [lon, lat]: LonLat): Triple {
  const [east, north] = [radians(lon), radians(lat)];
  const normal = a / Math.sqrt(1 - e2 * Math.sin(north) ** 2);
  const across = normal * Math.cos(north);
  return [across * Math.cos(east), across * Math.sin(east), normal * (1 - e2) * Math.sin(north)];
}

function onEarth({ a, e2 }: Ellipsoid, [x, y, z]: Triple): LonLat {
  const across = Math.hypot(x, y);
  let lat = Math.atan2(z, across * (1 - e2));
  for (let n = 0; n < 6; n += 1) {
    const normal = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * normal * Math.sin(lat), across);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (lat * 180) / Math.PI];
}
