/** A drawing as it is kept: no corner twice in a row, as tracing leaves them, and rings that run as RFC 7946 wants. */
import { samePlace } from './grid';
import type { Geometry, Ring, Rings } from './space';

export function tidied(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'LineString':
      return { type: 'LineString', coordinates: withoutRepeats(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: tidyRings(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(tidyRings) };
  }
}

function tidyRings(rings: Rings): Rings {
  return rings.map((ring, n) => turned(withoutRepeats(ring), n === 0));
}

function withoutRepeats(path: Ring): Ring {
  return path.filter((place, n) => {
    const before = path[n - 1];
    return !before || !samePlace(place, before);
  });
}

/** Outlines counter-clockwise, holes the other way. */
function turned(ring: Ring, counterClockwise: boolean): Ring {
  return signedArea(ring) < 0 === counterClockwise ? ring.toReversed() : ring;
}

/** In square degrees, from the first corner so that no digits are lost. */
function signedArea(ring: Ring): number {
  const [lon = 0, lat = 0] = ring[0] ?? [];
  return ring.slice(1).reduce((sum, end, n) => {
    const start = ring[n] ?? end;
    return sum + (start[0] - lon) * (end[1] - lat) - (end[0] - lon) * (start[1] - lat);
  }, 0);
}
