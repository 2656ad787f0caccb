/** What differs between two shapes, on the map: both outlines, what came and what went hatched, or one beside the other. */
import Feature from 'ol/Feature.js';
import { createEmpty, extend, isEmpty } from 'ol/extent.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import type { Schemas } from '../../api/client';
import { faded } from '../../map/palette';
import type { Geometry, SpaceKey } from '../core/space';
import { pace, type Canvas } from './canvas';
import { toMap } from './features';
import { hatch } from './hatch';
import { swipe, type SwipeWords } from './swipe';

export type GeometryDifference = Schemas['GeometryDifference'];
type Part = GeometryDifference['features'][number]['id'];

export interface Difference {
  /** The space, which is not drawn as it stands meanwhile. */
  readonly key: SpaceKey;
  readonly parts: GeometryDifference | null;
}

export interface Shown {
  /** One shape on each side of a handle, or both at once. */
  readonly side: (bySide: boolean) => void;
  readonly stop: () => void;
}

const MARGIN = [70, 70, 70, 70];

/** Draws the differences until `stop`, and moves the map there. */
export function showDifferences(
  { map, features, palette }: Canvas,
  differences: readonly Difference[],
  words: SwipeWords,
): Shown {
  const looks = looksOf(map.getTargetElement() ?? document.body, palette().surface);
  const layers = new Map(
    (['removed', 'added', 'before', 'after'] as const).map((part) => [
      part,
      new VectorLayer({ source: sourceOf(differences, part), style: looks[part], zIndex: 20 }),
    ]),
  );
  const hidden = differences.flatMap(({ key, parts }) => (parts ? (features.find(key) ?? []) : []));
  for (const feature of hidden) feature.setStyle(new Style());
  for (const layer of layers.values()) map.addLayer(layer);
  fit(map, [...layers.values()]);
  let unswiped: (() => void) | null = null;
  const side = (bySide: boolean) => {
    unswiped?.();
    const [before, after] = [layers.get('before'), layers.get('after')];
    unswiped = bySide && before && after ? swipe(map, before, after, words) : null;
    for (const part of ['added', 'removed'] as const) layers.get(part)?.setVisible(!bySide);
    before?.setStyle(bySide ? looks.beforeAlone : looks.before);
    after?.setStyle(bySide ? looks.afterAlone : looks.after);
  };
  const stop = () => {
    unswiped?.();
    for (const layer of layers.values()) map.removeLayer(layer);
    for (const feature of hidden) feature.setStyle(undefined);
  };
  return { side, stop };
}

function sourceOf(differences: readonly Difference[], part: Part): VectorSource {
  const shapes = differences.flatMap(({ parts }) => parts?.features.filter(({ id }) => id === part) ?? []);
  // A point that moved is drawn where it was and where it is: its parts would only lie over that.
  const drawn = shapes.filter(
    ({ geometry }) =>
      part === 'before' || part === 'after' || (geometry as unknown as Geometry).type !== 'Point',
  );
  return new VectorSource({
    features: drawn.map(({ geometry }) => new Feature(toMap(geometry as unknown as Geometry))),
  });
}

function fit(map: Canvas['map'], layers: readonly VectorLayer[]): void {
  const extent = createEmpty();
  for (const layer of layers) extend(extent, layer.getSource()?.getExtent() ?? createEmpty());
  if (!isEmpty(extent)) map.getView().fit(extent, { padding: MARGIN, maxZoom: 18, duration: pace() });
}

/** Colours from the page; what went is dashed and leans back, what came is solid and leans forward. */
function looksOf(element: Element, surface: string) {
  const style = getComputedStyle(element);
  const [came, went] = ['--came', '--went'].map((name) => style.getPropertyValue(name).trim());
  const [added = '', removed = ''] = [came, went];
  const edge = { before: new Stroke({ color: removed, width: 3, lineDash: [9, 7] }) };
  const solid = new Stroke({ color: added, width: 3 });
  const dot = (fill: string, stroke: Stroke) =>
    new CircleStyle({ radius: 9, fill: new Fill({ color: fill }), stroke });
  return {
    before: new Style({ stroke: edge.before, image: dot(faded(surface, 0.8), edge.before) }),
    after: new Style({ stroke: solid, image: dot(added, new Stroke({ color: surface, width: 2 })) }),
    beforeAlone: new Style({
      stroke: edge.before,
      fill: new Fill({ color: faded(removed, 0.22) }),
      image: dot(faded(surface, 0.8), edge.before),
    }),
    afterAlone: new Style({
      stroke: solid,
      fill: new Fill({ color: faded(added, 0.22) }),
      image: dot(added, new Stroke({ color: surface, width: 2 })),
    }),
    added: hatched(added, '/'),
    removed: hatched(removed, '\\'),
  };
}

function hatched(colour: string, leans: '/' | '\\'): Style {
  return new Style({
    fill: new Fill({ color: hatch(colour, leans) }),
    stroke: new Stroke({ color: colour, width: 6 }),
  });
}
