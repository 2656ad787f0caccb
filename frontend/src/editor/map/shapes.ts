/** Geometries between degrees and the map's own metres (Web Mercator). */
import GeoJSON from 'ol/format/GeoJSON.js';
import type OlGeometry from 'ol/geom/Geometry.js';
import LineString from 'ol/geom/LineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon from 'ol/geom/Polygon.js';
import { fromEPSG4326 } from 'ol/proj/epsg3857.js';

import { mapPaths, onGrid } from '../core/grid';
import type { Geometry, Ring, Rings } from '../core/space';

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });

/** Straight into the flat lists that the map draws from: ten thousand zones are read in a blink. */
export function toMap(geometry: Geometry): OlGeometry {
  const flat: number[] = [];
  switch (geometry.type) {
    case 'Point':
      addPath(flat, [geometry.coordinates]);
      return new Point(inMetres(flat), 'XY');
    case 'LineString':
      addPath(flat, geometry.coordinates);
      return new LineString(inMetres(flat), 'XY');
    case 'Polygon': {
      const ends = addRings(flat, geometry.coordinates);
      return new Polygon(inMetres(flat), 'XY', ends);
    }
    case 'MultiPolygon': {
      const ends = geometry.coordinates.map((rings) => addRings(flat, rings));
      return new MultiPolygon(inMetres(flat), 'XY', ends);
    }
  }
}

function addRings(flat: number[], rings: Rings): number[] {
  return rings.map((ring) => addPath(flat, ring));
}

function addPath(flat: number[], path: Ring): number {
  for (const [lon, lat] of path) flat.push(lon, lat);
  return flat.length;
}

function inMetres(flat: number[]): number[] {
  return fromEPSG4326(flat, flat, 2);
}

/** Back to degrees on the grid: a corner that was not moved comes out as exactly what went in. */
export function fromMap(geometry: OlGeometry): Geometry {
  const read = FORMAT.writeGeometryObject(geometry) as Geometry;
  return mapPaths(read, (path) => path.map(onGrid));
}
