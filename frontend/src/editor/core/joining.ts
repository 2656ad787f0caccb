/** A new outline laid on the edges of its neighbours: they get its corners, so that the border is one and the same. */
import { addCorner } from './corners';
import { paths, samePlace } from './grid';
import type { Geometry, LonLat } from './space';

/** Degrees: what rounding to the grid may take a corner off an edge. */
const ON_EDGE_DEG = 1.5e-7;

/** The geometry with each place that lies on one of its edges, and is no corner of it, as a corner. */
export function joined(geometry: Geometry, places: readonly LonLat[]): Geometry {
  return places.reduce((so_far, place) => {
    const edge = edgeUnder(so_far, place);
    return edge ? addCorner(so_far, edge[0], edge[1], place) : so_far;
  }, geometry);
}

function edgeUnder(geometry: Geometry, place: LonLat): readonly [LonLat, LonLat] | null {
  if (geometry.type === 'Point') return null;
  const lists = paths(geometry);
  if (lists.some((path) => path.some((corner) => samePlace(corner, place)))) return null;
  for (const path of lists)
    for (const [n, end] of path.slice(1).entries()) {
      const start = path[n];
      if (start && isBetween(start, end, place)) return [start, end];
    }
  return null;
}

function isBetween(start: LonLat, end: LonLat, place: LonLat): boolean {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const [px, py] = [place[0] - start[0], place[1] - start[1]];
  const length = Math.hypot(dx, dy);
  const along = (px * dx + py * dy) / length;
  return length > 0 && along > 0 && along < length && Math.abs(px * dy - py * dx) / length < ON_EDGE_DEG;
}
