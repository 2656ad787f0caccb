import Feature from 'ol/Feature.js';
import LineString from 'ol/geom/LineString.js';
import Point from 'ol/geom/Point.js';
import Polygon, { circular } from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import type { StyleLike } from 'ol/style/Style.js';

import type { LonLat, MapData, Spot, Stop } from './data';
import { arrowOf, legLines, sharedBefore } from './legs';
import {
  accuracyStyle,
  arrowStyle,
  endStyle,
  legStyles,
  outlineStyle,
  spotStyle,
  stopStyle,
} from './markers';
import type { Palette } from './palette';

/** What the style functions look at: the colours of the moment and the place that is lit. */
export interface Look {
  palette: Palette;
  lit: string | undefined;
}

/** Stops, legs, ends, spots and the circles of their accuracy, in one layer. */
export function itineraryLayer(data: MapData, look: Look): VectorLayer {
  const spots = data.spots ?? [];
  const beside = sharedBefore(data.stops.map((stop) => stop.lonlat));
  const features = [
    ...data.stops.map((stop) => circle(stop, look)),
    ...spots.map((spot) => circle(spot, look)),
    ...legFeatures(data, look),
    ...data.ends.map((end) => drawn(new Point(fromLonLat(end.lonlat)), () => endStyle(look.palette))),
    ...spots.flatMap((spot) => outlines(spot, look)),
    ...spots.map((spot) => spotFeature(spot, look, spots.length === 1)),
    ...data.stops.map((stop, index) => stopFeature(stop, look, beside[index] ?? 0)),
  ];
  return new VectorLayer({ source: new VectorSource({ features }), updateWhileAnimating: true });
}

function drawn(geometry: Point | LineString | Polygon, style: StyleLike): Feature {
  const feature = new Feature({ geometry });
  feature.setStyle(style);
  return feature;
}

function circle(place: { id: string; lonlat: LonLat; accuracy_m: number }, look: Look): Feature {
  const ring = circular(place.lonlat, place.accuracy_m, 64).transform('EPSG:4326', 'EPSG:3857');
  return drawn(ring, () => accuracyStyle(look.palette, look.lit === place.id));
}

function legFeatures(data: MapData, look: Look): Feature[] {
  return legLines(data).flatMap(({ coordinates, estimated, mode }) => {
    const line = coordinates.map((position) => fromLonLat(position) as [number, number]);
    const ridden = mode !== 'walk';
    const { at, rotation } = arrowOf(line);
    return [
      drawn(new LineString(line), () => legStyles(look.palette, estimated, ridden)),
      drawn(new Point(at), () => arrowStyle(look.palette, rotation, ridden)),
    ];
  });
}

function outlines(spot: Spot, look: Look): Feature[] {
  return spot.outline.map((ring) => {
    const positions = ring.map((position) => fromLonLat(position));
    const [first, last] = [ring[0], ring.at(-1)];
    const closed = first?.join() === last?.join();
    return drawn(closed ? new Polygon([positions]) : new LineString(positions), () =>
      outlineStyle(look.palette),
    );
  });
}

function spotFeature(spot: Spot, look: Look, named: boolean): Feature {
  const style = () => spotStyle(spot.name, look.palette, look.lit === spot.id, named);
  const feature = drawn(new Point(fromLonLat(spot.lonlat)), style);
  feature.set('place', spot.id);
  return feature;
}

function stopFeature(stop: Stop, look: Look, beside: number): Feature {
  const style = () => stopStyle(stop.n, look.palette, look.lit === stop.id, beside);
  const feature = drawn(new Point(fromLonLat(stop.lonlat)), style);
  feature.set('place', stop.id);
  return feature;
}
