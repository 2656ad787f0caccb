/** What is wrong with a geometry, found at once in the browser. A preview: the server judges (`POST /api/validate`). */
import { cornerKey, samePlace } from './grid';
import type { Geometry, LonLat, Ring, Rings } from './space';

export type FaultCode =
  'too-few-points' | 'zero-area' | 'duplicate-point' | 'spike' | 'self-crossing' | 'hole-outside';

export interface Fault {
  readonly code: FaultCode;
  readonly at: LonLat;
}

/** All faults of a geometry, each with the place to zoom to. */
export function faults(geometry: Geometry): Fault[] {
  switch (geometry.type) {
    case 'Point':
      return [];
    case 'LineString':
      return lineFaults(geometry.coordinates);
    case 'Polygon':
      return polygonFaults(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(polygonFaults);
  }
}

function lineFaults(line: Ring): Fault[] {
  const [first = [NaN, NaN] as LonLat] = line;
  const distinct = new Set(line.map(cornerKey)).size;
  return distinct < 2 ? [{ code: 'too-few-points', at: first }] : duplicates(line);
}

function polygonFaults(rings: Rings): Fault[] {
  const [shell = [], ...holes] = rings;
  return [...rings.flatMap(ringFaults), ...holes.flatMap((hole) => outside(hole, shell))];
}

function ringFaults(ring: Ring): Fault[] {
  const [first = [NaN, NaN] as LonLat] = ring;
  if (new Set(ring.map(cornerKey)).size < 3) return [{ code: 'too-few-points', at: first }];
  const found = [...duplicates(ring), ...spikes(ring), ...crossings(ring)];
  return !found.length && area(ring) === 0 ? [{ code: 'zero-area', at: first }] : found;
}

function duplicates(path: Ring): Fault[] {
  return path
    .slice(1)
    .filter((place, n) => samePlace(place, path[n] ?? place))
    .map((at) => ({ code: 'duplicate-point', at }));
}

/** Corners where the boundary turns back on itself. */
function spikes(ring: Ring): Fault[] {
  const open = ring.slice(0, -1);
  return open
    .filter((place, n) => {
      const before = open.at(n - 1) ?? place;
      const after = open[(n + 1) % open.length] ?? place;
      const [ax, ay, bx, by] = [
        before[0] - place[0],
        before[1] - place[1],
        after[0] - place[0],
        after[1] - place[1],
      ];
      return turn(before, place, after) === 0 && ax * bx + ay * by > 0;
    })
    .map((at) => ({ code: 'spike', at }));
}

interface Edge {
  readonly start: LonLat;
  readonly end: LonLat;
  readonly west: number;
  readonly east: number;
}

/** Where edges that are no neighbours cross or touch. Sorted from west to east, so that few pairs are looked at. */
function crossings(ring: Ring): Fault[] {
  const edges = ring.slice(1).flatMap((end, n): Edge[] => {
    const start = ring[n] ?? end;
    if (samePlace(start, end)) return [];
    return [{ start, end, west: Math.min(start[0], end[0]), east: Math.max(start[0], end[0]) }];
  });
  edges.sort((one, other) => one.west - other.west);
  const found = new Map<string, Fault>();
  for (const [n, edge] of edges.entries()) {
    for (let next = n + 1; next < edges.length; next += 1) {
      const other = edges[next];
      if (!other || other.west > edge.east) break;
      const at = meeting(edge, other);
      if (at) found.set(cornerKey(at), { code: 'self-crossing', at });
    }
  }
  return [...found.values()];
}

/** Where two edges meet, unless it is the corner that neighbours share. */
function meeting(one: Edge, other: Edge): LonLat | null {
  if ([one.start, one.end].some((place) => samePlace(place, other.start) || samePlace(place, other.end)))
    return null;
  const sides = [
    turn(one.start, one.end, other.start),
    turn(one.start, one.end, other.end),
    turn(other.start, other.end, one.start),
    turn(other.start, other.end, one.end),
  ] as const;
  if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) return cross(one, other);
  const touching = [
    [sides[0], other.start, one],
    [sides[1], other.end, one],
    [sides[2], one.start, other],
    [sides[3], one.end, other],
  ] as const;
  return touching.find(([side, place, edge]) => side === 0 && within(place, edge))?.[1] ?? null;
}

function cross(one: Edge, other: Edge): LonLat {
  const [ax, ay] = [one.end[0] - one.start[0], one.end[1] - one.start[1]];
  const [bx, by] = [other.end[0] - other.start[0], other.end[1] - other.start[1]];
  const along =
    ((other.start[0] - one.start[0]) * by - (other.start[1] - one.start[1]) * bx) / (ax * by - ay * bx);
  return [one.start[0] + along * ax, one.start[1] + along * ay];
}

function within([lon, lat]: LonLat, { start, end, west, east }: Edge): boolean {
  return lon >= west && lon <= east && lat >= Math.min(start[1], end[1]) && lat <= Math.max(start[1], end[1]);
}

/** Positive when a, b, c turn left. Whole steps of the grid, so that a straight line gives exactly 0. */
function turn(a: LonLat, b: LonLat, c: LonLat): number {
  const step = (one: number, other: number) => Math.round((one - other) * 1e7);
  return step(b[0], a[0]) * step(c[1], a[1]) - step(c[0], a[0]) * step(b[1], a[1]);
}

function area(ring: Ring): number {
  const [origin] = ring;
  if (!origin) return 0;
  return ring.slice(1).reduce((sum, place, n) => sum + turn(origin, ring[n] ?? place, place), 0);
}

/** A hole with a corner outside its shell. Corners on the shell's boundary are the server's to judge. */
function outside(hole: Ring, shell: Ring): Fault[] {
  const at = hole.find((place) => !contains(shell, place) && !onBoundary(shell, place));
  return at ? [{ code: 'hole-outside', at }] : [];
}

/** Whether the place lies inside the ring; on its boundary either answer may come. */
export function contains(ring: Ring, [lon, lat]: LonLat): boolean {
  let inside = false;
  for (const [n, end] of ring.slice(1).entries()) {
    const start = ring[n] ?? end;
    const spans = start[1] > lat !== end[1] > lat;
    if (spans && lon < ((end[0] - start[0]) * (lat - start[1])) / (end[1] - start[1]) + start[0])
      inside = !inside;
  }
  return inside;
}

function onBoundary(ring: Ring, place: LonLat): boolean {
  return ring.slice(1).some((end, n) => {
    const start = ring[n] ?? end;
    const edge = { start, end, west: Math.min(start[0], end[0]), east: Math.max(start[0], end[0]) };
    return turn(start, end, place) === 0 && within(place, edge);
  });
}
