/** What lies over the map while somebody looks back: the boxes of changes, and how everything stood on a day. */
import Feature from 'ol/Feature.js';
import { boundingExtent, getArea, getCenter } from 'ol/extent.js';
import Point from 'ol/geom/Point.js';
import { fromExtent } from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import type { StyleFunction } from 'ol/style/Style.js';
import CircleStyle from 'ol/style/Circle.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import type { SpaceKey, Stored } from '../core/space';
import { partsOf } from '../core/space';
import type { World } from '../state/world';
import { pace, type Canvas } from './canvas';
import { toMap } from './features';
import { nameField, nameStyle } from './names';
import { spaceStyle } from './styles';

/** West, south, east, north in degrees. */
export type Box = readonly number[];

export interface Place {
  readonly box: Box;
  /** Drawn with a full line, others with a broken one. */
  readonly strong: boolean;
}

/** Boxes of changes on the map until the way back is taken. */
export function showPlaces({ map, palette }: Canvas, places: readonly Place[]): () => void {
  const source = new VectorSource({
    features: places.map(({ box, strong }) => new Feature({ geometry: shapeOf(box), strong })),
  });
  const colours = palette();
  const look = (lineDash: number[]) => {
    const stroke = new Stroke({ color: colours.accent, width: 2.5, lineDash });
    return new Style({ stroke, image: new CircleStyle({ radius: 13, stroke }) });
  };
  const [full, broken] = [look([]), look([4, 6])];
  const layer = new VectorLayer({
    source,
    zIndex: 15,
    style: (each) => (each.get('strong') ? full : broken),
  });
  map.addLayer(layer);
  return () => {
    map.removeLayer(layer);
  };
}

export function zoomToBoxes({ map }: Canvas, boxes: readonly Box[]): void {
  if (!boxes.length) return;
  const extent = boundingExtent(boxes.flatMap((box) => [corner(box, 0), corner(box, 2)]));
  map.getView().fit(extent, { padding: [80, 80, 80, 80], maxZoom: 17, duration: pace() });
}

/** A box as it is drawn; one of a single point as that point. */
function shapeOf(box: Box) {
  const extent = boundingExtent([corner(box, 0), corner(box, 2)]);
  return getArea(extent) ? fromExtent(extent) : new Point(getCenter(extent));
}

function corner(box: Box, at: 0 | 2): number[] {
  return fromLonLat([box[at] ?? 0, box[at + 1] ?? 0]);
}

/** Lays spaces as they once stood in the place of those of today, to look at only. Gives the way back. */
export function showThen(canvas: Canvas, world: World, spaces: ReadonlyMap<SpaceKey, Stored>): () => void {
  const { map, palette } = canvas;
  const named = nameStyle(palette, nameField(world.page.language));
  const today = map
    .getLayers()
    .getArray()
    .filter((layer) => layer.get('collection'));
  const then = world.page.collections.map(({ id }) => {
    const features = [...spaces]
      .filter(([key]) => partsOf(key).collection === id)
      .map(([, { content }]) => new Feature({ ...content.properties, geometry: toMap(content.geometry) }));
    const source = new VectorSource({ features });
    const zIndex = id === 'urban-design-zones' ? 11 : 12;
    const shape = spaceStyle(id, palette);
    const style: StyleFunction = (feature, resolution) =>
      [shape(feature, resolution), named(feature, resolution)].flatMap((some) => some ?? []);
    return new VectorLayer({ source, style, declutter: true, zIndex });
  });
  for (const layer of today) layer.setVisible(false);
  for (const layer of then) map.addLayer(layer);
  return () => {
    for (const layer of then) map.removeLayer(layer);
    for (const layer of today) {
      const state = world.layers.value.find(({ id }) => id === layer.get('collection'));
      layer.setVisible(state?.visible ?? true);
    }
  };
}
