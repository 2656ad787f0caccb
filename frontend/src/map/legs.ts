import type { End, LonLat, MapData } from './data';

export interface Line {
  mode: string;
  estimated: boolean;
  coordinates: LonLat[];
}

/** The line of each leg: its own, or straight from stop to stop where the planner knows no path. */
export function legLines(data: MapData): Line[] {
  const places = waypoints(data);
  return data.legs.flatMap((leg, index) => {
    const coordinates = leg.coordinates.length > 1 ? leg.coordinates : straight(places, index);
    return coordinates.length > 1 ? [{ mode: leg.mode, estimated: leg.estimated, coordinates }] : [];
  });
}

function straight(places: (LonLat | undefined)[], index: number): LonLat[] {
  const pair = [places[index], places[index + 1]];
  return pair.filter((place) => place !== undefined);
}

/** Start, stops, end in order; a route that closes ends where it began. Unknown positions stay undefined. */
function waypoints({ ends, stops }: { ends: End[]; stops: { lonlat: LonLat }[] }): (LonLat | undefined)[] {
  return [ends[0]?.lonlat, ...stops.map((stop) => stop.lonlat), (ends[1] ?? ends[0])?.lonlat];
}

/** How many earlier positions in the list are the same, to about ten metres: their markers stand side by side. */
export function sharedBefore(positions: LonLat[]): number[] {
  const seen = new Map<string, number>();
  return positions.map(([lon, lat]) => {
    const key = `${lon.toFixed(4)},${lat.toFixed(4)}`;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return earlier;
  });
}

/** Where an arrow sits on a line and where it points: the middle, radians clockwise from north. */
export function arrowOf(line: [number, number][]): { at: [number, number]; rotation: number } {
  const middle = Math.max(1, Math.ceil((line.length - 1) / 2));
  const [a, b] = [line[middle - 1], line[middle]];
  if (!a || !b) throw new Error('a line has two positions or more');
  return {
    at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    rotation: Math.atan2(b[0] - a[0], b[1] - a[1]),
  };
}
