/** The next corner as a planner types it: degrees, metres of UTM 47N, or a distance and a bearing from the last one. */
import { westernDigits } from '../../thai-digits';
import { TextFault, readLines } from './coordinate-text';
import { fromUtm, toUtm } from './measuring';
import type { LonLat } from './space';

const POLAR = /^(\d+(?:\.\d+)?)\s*(?:m|ม\.?)?\s*@\s*(\d+(?:\.\d+)?)\s*°?$/i;

/**
 * `lon, lat` in degrees, `E N` in EPSG:32647, or `metres@degrees`, clockwise from the north of that grid.
 *
 * Throws a TextFault; `no-start` when a distance is given and there is no corner to measure it from.
 */
export function readCorner(text: string, last: LonLat | undefined): LonLat {
  const polar = POLAR.exec(westernDigits(text.trim()));
  if (!polar) {
    const [place, ...others] = readLines(text);
    if (!place || others.length) throw new TextFault('not-two-numbers', 1);
    return place;
  }
  if (!last) throw new TextFault('no-start', 1);
  return further(last, Number(polar[1]), Number(polar[2]));
}

function further(from: LonLat, distance_m: number, bearing_deg: number): LonLat {
  const [easting, northing] = toUtm(from);
  const bearing = (bearing_deg * Math.PI) / 180;
  return fromUtm([easting + distance_m * Math.sin(bearing), northing + distance_m * Math.cos(bearing)]);
}
