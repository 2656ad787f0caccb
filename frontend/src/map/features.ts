import type { LonLat, Spot } from './data';

type Ring = LonLat[];

/** The geometries that the API answers with, in WGS 84. */
export type Geometry =
  | { type: 'Point'; coordinates: LonLat }
  | { type: 'LineString'; coordinates: LonLat[] }
  | { type: 'Polygon'; coordinates: Ring[] }
  | { type: 'MultiPolygon'; coordinates: Ring[][] };

export interface Feature {
  type: 'Feature';
  id: string;
  geometry: Geometry | null;
  properties: { name_th?: string | null; name_en?: string | null; accuracy_m?: number | null };
}

export type Answer = Feature | { type: 'FeatureCollection'; features: Feature[] };

/** What the map draws of an answer of the API: everything that has a geometry, named in `language`. */
export function spotsOf(answer: Answer, language: string): Spot[] {
  const features = answer.type === 'Feature' ? [answer] : answer.features;
  return features.flatMap(({ id, geometry, properties }) => {
    const shape = geometry && shapeOf(geometry);
    if (!shape) return [];
    const names = [properties.name_th, properties.name_en];
    const name = (language.startsWith('th') ? names : names.reverse()).find(Boolean) ?? id;
    return [{ id, name, accuracy_m: properties.accuracy_m ?? 0, address: '', ...shape }];
  });
}

/** Where the dot stands, and the lines and outer rings around it; nothing for a geometry without positions. */
function shapeOf(geometry: Geometry): Pick<Spot, 'lonlat' | 'outline'> | undefined {
  const outline = outlineOf(geometry);
  const lonlat = geometry.type === 'Point' ? geometry.coordinates : middleOf(geometry.type, outline);
  return lonlat && { lonlat, outline };
}

function outlineOf(geometry: Geometry): Ring[] {
  switch (geometry.type) {
    case 'Point':
      return [];
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates.slice(0, 1);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));
  }
}

function middleOf(type: Geometry['type'], outline: Ring[]): LonLat | undefined {
  if (type === 'LineString') return outline[0]?.[Math.floor((outline[0].length - 1) / 2)];
  const centres = outline.map(centreOf);
  return centres.sort((a, b) => b.area - a.area)[0]?.lonlat;
}

/** Area (square degrees) and centre of a ring by the shoelace formula; a ring without area has its first position. */
function centreOf(ring: Ring): { area: number; lonlat: LonLat | undefined } {
  const origin = ring[0];
  if (!origin) return { area: 0, lonlat: undefined };
  let [twice, lon, lat] = [0, 0, 0];
  ring.forEach((position, index) => {
    const next = ring[index + 1] ?? origin;
    const [x0, y0, x1, y1] = [
      position[0] - origin[0],
      position[1] - origin[1],
      next[0] - origin[0],
      next[1] - origin[1],
    ];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    lon += (x0 + x1) * cross;
    lat += (y0 + y1) * cross;
  });
  if (!twice) return { area: 0, lonlat: origin };
  return {
    area: Math.abs(twice) / 2,
    lonlat: [origin[0] + lon / (3 * twice), origin[1] + lat / (3 * twice)],
  };
}
