/** Corners that spaces share: moved, added or taken away once, in every space that meets there. */
import { mapPaths, samePlace } from './grid';
import type { Content, Geometry, LonLat, Ring, SpaceKey } from './space';

/** The geometry with the corner moved wherever it has it; the ring that closes there stays closed. */
export function moveCorner(geometry: Geometry, from: LonLat, to: LonLat): Geometry {
  return mapPaths(geometry, (path) => path.map((place) => (samePlace(place, from) ? to : place)));
}

/** The geometry with a new corner on the edge between two neighbouring ones, in either direction. */
export function addCorner(geometry: Geometry, start: LonLat, end: LonLat, place: LonLat): Geometry {
  const isEdge = (one: LonLat, other: LonLat) =>
    (samePlace(one, start) && samePlace(other, end)) || (samePlace(one, end) && samePlace(other, start));
  return mapPaths(geometry, (path) =>
    path.flatMap((corner, n) => {
      const next = path[n + 1];
      return next && isEdge(corner, next) ? [corner, place] : [corner];
    }),
  );
}

/** The geometry without the corner. Rings keep at least three corners, lines two: `null` says that too few are left. */
export function removeCorner(geometry: Geometry, place: LonLat): Geometry | null {
  let tooFew = geometry.type === 'Point';
  const smaller = mapPaths(geometry, (path, closed) => {
    const left = without(path, place, closed);
    if (left.length < (closed ? 4 : 2)) tooFew = true;
    return left;
  });
  return tooFew ? null : smaller;
}

function without(path: Ring, place: LonLat, closed: boolean): Ring {
  if (!path.some((corner) => samePlace(corner, place))) return path;
  const open = (closed ? path.slice(0, -1) : path).filter((corner) => !samePlace(corner, place));
  const [first] = open;
  return closed && first ? [...open, first] : open;
}

/** What `change` makes of each of the spaces; `null` for one that it cannot change stops the whole act. */
export function changeTogether(
  keys: readonly SpaceKey[],
  contentOf: (key: SpaceKey) => Content | null,
  change: (geometry: Geometry) => Geometry | null,
): Map<SpaceKey, Content> | null {
  const changed = new Map<SpaceKey, Content>();
  for (const key of keys) {
    const content = contentOf(key);
    if (!content) continue;
    const geometry = change(content.geometry);
    if (!geometry) return null;
    changed.set(key, { ...content, geometry });
  }
  return changed;
}
