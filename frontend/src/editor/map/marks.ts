/** Laid over the map: where changed spaces are at fault, and what is looked at: a finding, a shape before and after. */
import { effect } from '@preact/signals';
import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';

import { faded, type Palette } from '../../map/palette';
import { faults } from '../core/faults';
import type { Geometry, LonLat } from '../core/space';
import type { Drawn, World } from '../state/world';
import { pace, type Canvas } from './canvas';
import { toMap } from './features';

/** The part of the earth that the map shows, in degrees. */
export function boxInView({ map }: Canvas): [number, number, number, number] {
  const extent = map.getView().calculateExtent(map.getSize());
  const [west = 0, south = 0, east = 0, north = 0] = transformExtent(extent, 'EPSG:3857', 'EPSG:4326');
  return [west, south, east, north];
}

export function zoomToGeometry({ map }: Canvas, geometry: Geometry): void {
  const extent = toMap(geometry).getExtent();
  map.getView().fit(extent, { padding: [80, 80, 80, 80], maxZoom: 20, duration: pace() });
}

export function followMarks(world: World, { map, palette }: Canvas): void {
  const source = new VectorSource();
  map.addLayer(new VectorLayer({ source, zIndex: 11 }));
  effect(() => {
    const drawn = world.drawn.value.map((each) => shape(each, palette()));
    const marks = faultPlaces(world).map((place) => mark(place, palette()));
    source.clear();
    source.addFeatures([...drawn, ...marks]);
  });
}

/** By the server's judgement where there is one of the shape as it is, else by the browser's preview. */
function faultPlaces(world: World): LonLat[] {
  return world.edits.value.flatMap(({ key, after }) => {
    if (!after) return [];
    const judged = world.judgements.value.get(key);
    const found = judged?.content === after ? judged.faults : faults(after.geometry);
    return found.map(({ at }) => at).filter((at) => at !== null);
  });
}

function shape({ geometry, look }: Drawn, palette: Palette): Feature {
  const feature = new Feature(toMap(geometry));
  feature.setStyle(looks(palette)[look]);
  return feature;
}

/** Told apart by dashes and width too, not by colour alone. */
function looks({ accent, link }: Palette): Record<Drawn['look'], Style> {
  return {
    before: new Style({ zIndex: 1, stroke: new Stroke({ color: accent, width: 3, lineDash: [10, 6] }) }),
    after: new Style({
      stroke: new Stroke({ color: link, width: 4 }),
      fill: new Fill({ color: faded(link, 0.15) }),
    }),
    finding: new Style({
      stroke: new Stroke({ color: accent, width: 5 }),
      fill: new Fill({ color: faded(accent, 0.45) }),
    }),
  };
}

/** A ring with an exclamation mark. */
function mark(place: LonLat, { accent, surface }: Palette): Feature {
  const feature = new Feature(new Point(fromLonLat([...place])));
  feature.setStyle(
    new Style({
      zIndex: 2,
      image: new CircleStyle({
        radius: 9,
        fill: new Fill({ color: surface }),
        stroke: new Stroke({ color: accent, width: 3 }),
      }),
      text: new Text({ text: '!', font: 'bold 13px sans-serif', fill: new Fill({ color: accent }) }),
    }),
  );
  return feature;
}
