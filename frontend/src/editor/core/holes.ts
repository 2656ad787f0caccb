/** Holes of an area: cut by a drawn ring, filled by a place inside one. */
import { contains } from './faults';
import type { Geometry, LonLat, Ring, Rings } from './space';

/** The geometry with the ring as a hole of the part that holds all of it; `null` where none does. */
export function addHole(geometry: Geometry, ring: Ring): Geometry | null {
  const holds = ([shell = []]: Rings) => ring.every((place) => contains(shell, place));
  return changePart(geometry, (rings) => (holds(rings) ? [...rings, ring] : null));
}

/** The geometry without the hole that holds the place; `null` where none does. */
export function fillHole(geometry: Geometry, place: LonLat): Geometry | null {
  return changePart(geometry, (rings) => {
    const left = rings.filter((ring, n) => n === 0 || !contains(ring, place));
    return left.length < rings.length ? left : null;
  });
}

/** The geometry with the first part replaced that `change` has an answer for. */
function changePart(geometry: Geometry, change: (rings: Rings) => Rings | null): Geometry | null {
  const parts =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  for (const [n, part] of parts.entries()) {
    const changed = change(part);
    if (!changed) continue;
    if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: changed };
    return { type: 'MultiPolygon', coordinates: parts.with(n, changed) };
  }
  return null;
}
