/** Corners as lines of a table: one put in half-way to the next, one taken out. Lists are open, as the table shows them. */
import { fromUtm, toUtm } from './measuring';
import type { LonLat, Ring } from './space';

/** The corners with one more half-way after the n-th; `null` where nothing follows it. */
export function besideLine(path: Ring, closed: boolean, n: number): Ring | null {
  const open = closed ? path.slice(0, -1) : path;
  const [here, next] = [open[n], open[n + 1] ?? (closed ? open[0] : undefined)];
  return here && next ? open.toSpliced(n + 1, 0, half(here, next)) : null;
}

/** The corners without the n-th; `null` where too few would be left. */
export function withoutLine(path: Ring, closed: boolean, n: number): Ring | null {
  const open = closed ? path.slice(0, -1) : path;
  return open.length > (closed ? 3 : 2) ? open.toSpliced(n, 1) : null;
}

function half(one: LonLat, other: LonLat): LonLat {
  const [start, end] = [toUtm(one), toUtm(other)];
  return fromUtm([(start[0] + end[0]) / 2, (start[1] + end[1]) / 2]);
}
